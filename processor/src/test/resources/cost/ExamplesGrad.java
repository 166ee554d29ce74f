package cost;

import dev.fluxion.Dual;
import dev.fluxion.FluxionGenerated;
import dev.fluxion.StrongZero;
import dev.fluxion.tape.DoubleStack;
import dev.fluxion.tape.Tape;
import dev.fluxion.tape.Workspace;
import dev.fluxion.tensor.CompiledFunction;
import dev.fluxion.tensor.Tensor;

/**
 * Derivatives of {@link Examples}, generated from its annotated methods.
 */
@FluxionGenerated(abi = 1)
@SuppressWarnings({
        "finally",
        "try"
})
public final class ExamplesGrad {
    private ExamplesGrad() {}

    /**
     * The value of {@link Examples#line(double, double)} and its derivatives by {@code u} and {@code v}, in one
     * reverse pass.
     *
     * @param u a variable
     * @param v a variable
     * @return the value with {@code dline/du} and {@code dline/dv}
     */
    public static LineGradient lineGradient(double u, double v) {
        // return u * v + u * u;
        double value = u * v + u * u;
        double uBar = 2 * u + v;
        return new LineGradient(value, uBar, u);
    }

    /**
     * The value of {@link Examples#line(double, double)} and its derivative in the direction of the tangents, {@code
     * dline/du * uDot + dline/dv * vDot}, in one forward pass.
     *
     * @param u a variable
     * @param v a variable
     * @param uDot the tangent of {@code u}
     * @param vDot the tangent of {@code v}
     * @return the value with its tangent
     */
    public static Dual lineJvp(double u, double v, double uDot, double vDot) {
        // return u * v + u * u;
        double value = u * v + u * u;
        double valueDot = uDot * v + vDot * u + 2 * uDot * u;
        return new Dual(value, valueDot);
    }

    /**
     * The value of {@link Examples#line(double, double)} and the adjoints of {@code u} and {@code v}, which are
     * {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param u a variable
     * @param v a variable
     * @param resultBar the adjoint of the result
     * @return the value with the adjoints of {@code u} and {@code v}
     */
    public static LineGradient lineVjp(double u, double v, double resultBar) {
        // return u * v + u * u;
        double value = u * v + u * u;
        double uBar = resultBar * (2 * u + v);
        double vBar = resultBar * u;
        return new LineGradient(value, uBar, vBar);
    }

    /**
     * The method {@link Examples#line(double, double)} over dual numbers, for code that is written in them.
     *
     * @param u a variable with its tangent
     * @param v a variable with its tangent
     * @return the value with its tangent
     */
    public static Dual line(Dual u, Dual v) {
        return lineJvp(u.value(), v.value(), u.tangent(), v.tangent());
    }

    /**
     * The method {@link Examples#line(double, double)} over tensors, element by element with broadcasting, as one
     * node of their graph.
     *
     * @param u a variable, of type {@code FLOAT64}
     * @param v a variable, of type {@code FLOAT64}
     * @return the value, of type {@code FLOAT64}
     * @throws IllegalArgumentException if a tensor has another type, or shapes do not broadcast
     */
    public static Tensor line(Tensor u, Tensor v) {
        return LineNode.FUNCTION.apply(u, v);
    }

    /**
     * Internal, for companions of the same ABI version: the value of {@link Examples#line(double, double)},
     * recording what the reverse sweep needs.
     *
     * @param u a variable
     * @param v a variable
     * @param tape shared by both sweeps
     * @return what the method returns
     */
    public static double lineForwardSweep(double u, double v, Tape tape) {
        return u * v + u * u;
    }

    /**
     * Internal, for companions of the same ABI version: the adjoints of {@code u} and {@code v} in {@link
     * Examples#line(double, double)}, from what the forward sweep recorded.
     *
     * @param u a variable
     * @param v a variable
     * @param resultBar the adjoint of the result
     * @param tape shared by both sweeps
     * @return the adjoints of {@code u} and {@code v}
     */
    public static LineAdjoints lineReverseSweep(double u, double v, double resultBar, Tape tape) {
        // return u * v + u * u;
        double uBar = resultBar * (2 * u + v);
        double vBar = resultBar * u;
        return new LineAdjoints(uBar, vBar);
    }

    /**
     * The derivative of {@link Examples#root(double)} by {@code a}.
     *
     * @param a a variable
     * @return {@code droot/da}
     */
    public static double rootDerivative(double a) {
        // double x = a > 1 ? a : 1;
        double x = a > 1 ? a : 1;
        DoubleStack xTape = new DoubleStack();
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            // x = 0.5 * (x + a / x);
            x = 0.5 * (x + a / x);
        }
        // return x;
        double xBar = 1;
        double aBar = 0;
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (!xTape.isEmpty()) {
            // x = 0.5 * (x + a / x);
            double sumBar = 0.5 * xBar;
            x = xTape.pop();
            aBar += StrongZero.divide(sumBar, x);
            xBar = sumBar - StrongZero.times(sumBar, a / x / x);
        }
        // double x = a > 1 ? a : 1;
        if (a > 1) {
            aBar += xBar;
        }
        return aBar;
    }

    /**
     * The derivative of {@link Examples#root(double)} by {@code a}.
     *
     * @param a a variable
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return {@code droot/da}
     */
    public static double rootDerivative(double a, Workspace workspace) {
        int used = workspace.used();
        try {
            // double x = a > 1 ? a : 1;
            double x = a > 1 ? a : 1;
            DoubleStack xTape = workspace.doubleStack();
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (Math.abs(x * x - a) > 1e-12 * a) {
                xTape.push(x);
                // x = 0.5 * (x + a / x);
                x = 0.5 * (x + a / x);
            }
            // return x;
            double xBar = 1;
            double aBar = 0;
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (!xTape.isEmpty()) {
                // x = 0.5 * (x + a / x);
                double sumBar = 0.5 * xBar;
                x = xTape.pop();
                aBar += StrongZero.divide(sumBar, x);
                xBar = sumBar - StrongZero.times(sumBar, a / x / x);
            }
            // double x = a > 1 ? a : 1;
            if (a > 1) {
                aBar += xBar;
            }
            return aBar;
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link Examples#root(double)} and its derivatives by {@code a}, in one reverse pass.
     *
     * @param a a variable
     * @return the value with {@code droot/da}
     */
    public static RootGradient rootGradient(double a) {
        // double x = a > 1 ? a : 1;
        double x = a > 1 ? a : 1;
        DoubleStack xTape = new DoubleStack();
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            // x = 0.5 * (x + a / x);
            x = 0.5 * (x + a / x);
        }
        // return x;
        double value = x;
        double xBar = 1;
        double aBar = 0;
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (!xTape.isEmpty()) {
            // x = 0.5 * (x + a / x);
            double sumBar = 0.5 * xBar;
            x = xTape.pop();
            aBar += StrongZero.divide(sumBar, x);
            xBar = sumBar - StrongZero.times(sumBar, a / x / x);
        }
        // double x = a > 1 ? a : 1;
        if (a > 1) {
            aBar += xBar;
        }
        return new RootGradient(value, aBar);
    }

    /**
     * The value of {@link Examples#root(double)} and its derivatives by {@code a}, in one reverse pass.
     *
     * @param a a variable
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with {@code droot/da}
     */
    public static RootGradient rootGradient(double a, Workspace workspace) {
        int used = workspace.used();
        try {
            // double x = a > 1 ? a : 1;
            double x = a > 1 ? a : 1;
            DoubleStack xTape = workspace.doubleStack();
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (Math.abs(x * x - a) > 1e-12 * a) {
                xTape.push(x);
                // x = 0.5 * (x + a / x);
                x = 0.5 * (x + a / x);
            }
            // return x;
            double value = x;
            double xBar = 1;
            double aBar = 0;
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (!xTape.isEmpty()) {
                // x = 0.5 * (x + a / x);
                double sumBar = 0.5 * xBar;
                x = xTape.pop();
                aBar += StrongZero.divide(sumBar, x);
                xBar = sumBar - StrongZero.times(sumBar, a / x / x);
            }
            // double x = a > 1 ? a : 1;
            if (a > 1) {
                aBar += xBar;
            }
            return new RootGradient(value, aBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link Examples#root(double)} and its derivative in the direction of the tangents, {@code
     * droot/da * aDot}, in one forward pass.
     *
     * @param a a variable
     * @param aDot the tangent of {@code a}
     * @return the value with its tangent
     */
    public static Dual rootJvp(double a, double aDot) {
        // double x = a > 1 ? a : 1;
        double xDot;
        double x;
        if (a > 1) {
            x = a;
            xDot = aDot;
        } else {
            x = 1;
            xDot = 0;
        }
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (Math.abs(x * x - a) > 1e-12 * a) {
            // x = 0.5 * (x + a / x);
            double quotient = a / x;
            double sumDot = xDot + (StrongZero.divide(aDot, x) - StrongZero.times(xDot, quotient / x));
            x = 0.5 * (x + quotient);
            xDot = 0.5 * sumDot;
        }
        // return x;
        return new Dual(x, xDot);
    }

    /**
     * The value of {@link Examples#root(double)} and the adjoints of {@code a}, which are {@code resultBar} times
     * the derivatives by them, in one reverse pass.
     *
     * @param a a variable
     * @param resultBar the adjoint of the result
     * @return the value with the adjoints of {@code a}
     */
    public static RootGradient rootVjp(double a, double resultBar) {
        // double x = a > 1 ? a : 1;
        double x = a > 1 ? a : 1;
        DoubleStack xTape = new DoubleStack();
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            // x = 0.5 * (x + a / x);
            x = 0.5 * (x + a / x);
        }
        // return x;
        double xBar = resultBar;
        double value = x;
        double aBar = 0;
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (!xTape.isEmpty()) {
            // x = 0.5 * (x + a / x);
            double sumBar = 0.5 * xBar;
            x = xTape.pop();
            aBar += StrongZero.divide(sumBar, x);
            xBar = sumBar - StrongZero.times(sumBar, a / x / x);
        }
        // double x = a > 1 ? a : 1;
        if (a > 1) {
            aBar += xBar;
        }
        return new RootGradient(value, aBar);
    }

    /**
     * The value of {@link Examples#root(double)} and the adjoints of {@code a}, which are {@code resultBar} times
     * the derivatives by them, in one reverse pass.
     *
     * @param a a variable
     * @param resultBar the adjoint of the result
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with the adjoints of {@code a}
     */
    public static RootGradient rootVjp(double a, double resultBar, Workspace workspace) {
        int used = workspace.used();
        try {
            // double x = a > 1 ? a : 1;
            double x = a > 1 ? a : 1;
            DoubleStack xTape = workspace.doubleStack();
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (Math.abs(x * x - a) > 1e-12 * a) {
                xTape.push(x);
                // x = 0.5 * (x + a / x);
                x = 0.5 * (x + a / x);
            }
            // return x;
            double xBar = resultBar;
            double value = x;
            double aBar = 0;
            // while (Math.abs(x * x - a) > 1e-12 * a) {
            while (!xTape.isEmpty()) {
                // x = 0.5 * (x + a / x);
                double sumBar = 0.5 * xBar;
                x = xTape.pop();
                aBar += StrongZero.divide(sumBar, x);
                xBar = sumBar - StrongZero.times(sumBar, a / x / x);
            }
            // double x = a > 1 ? a : 1;
            if (a > 1) {
                aBar += xBar;
            }
            return new RootGradient(value, aBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The method {@link Examples#root(double)} over dual numbers, for code that is written in them.
     *
     * @param a a variable with its tangent
     * @return the value with its tangent
     */
    public static Dual root(Dual a) {
        return rootJvp(a.value(), a.tangent());
    }

    /**
     * The method {@link Examples#root(double)} over tensors, element by element with broadcasting, as one node of
     * their graph.
     *
     * @param a a variable, of type {@code FLOAT64}
     * @return the value, of type {@code FLOAT64}
     * @throws IllegalArgumentException if a tensor has another type, or shapes do not broadcast
     */
    public static Tensor root(Tensor a) {
        return RootNode.FUNCTION.apply(a);
    }

    /**
     * Internal, for companions of the same ABI version: the value of {@link Examples#root(double)}, recording what
     * the reverse sweep needs.
     *
     * @param a a variable
     * @param tape shared by both sweeps
     * @return what the method returns
     */
    public static double rootForwardSweep(double a, Tape tape) {
        Workspace memory = tape.memory();
        // double x = a > 1 ? a : 1;
        double x = a > 1 ? a : 1;
        DoubleStack xTape = memory.doubleStack();
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            // x = 0.5 * (x + a / x);
            x = 0.5 * (x + a / x);
        }
        tape.pushReference(xTape);
        return x;
    }

    /**
     * Internal, for companions of the same ABI version: the adjoints of {@code a} in {@link Examples#root(double)},
     * from what the forward sweep recorded.
     *
     * @param a a variable
     * @param resultBar the adjoint of the result
     * @param tape shared by both sweeps
     * @return the adjoint of {@code a}
     */
    public static double rootReverseSweep(double a, double resultBar, Tape tape) {
        DoubleStack xTape = tape.popReference();
        // return x;
        double xBar = resultBar;
        double aBar = 0;
        // while (Math.abs(x * x - a) > 1e-12 * a) {
        while (!xTape.isEmpty()) {
            // x = 0.5 * (x + a / x);
            double sumBar = 0.5 * xBar;
            double x = xTape.pop();
            aBar += StrongZero.divide(sumBar, x);
            xBar = sumBar - StrongZero.times(sumBar, a / x / x);
        }
        // double x = a > 1 ? a : 1;
        if (a > 1) {
            aBar += xBar;
        }
        return aBar;
    }

    /**
     * The values of {@code line}.
     */
    private static void lineValues(double[][] in, int[] at, double[][] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            double u = in[0][at[0] + i];
            double v = in[1][at[1] + i];
            out[0][to + i] = Examples.line(u, v);
        }
    }

    /**
     * The adjoints of {@code line}.
     */
    private static void lineAdjoints(double[][] in, int[] at, double[][] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            double u = in[0][at[0] + i];
            double v = in[1][at[1] + i];
            double resultBar = in[2][at[2] + i];
            LineGradient bars = lineVjp(u, v, resultBar);
            out[0][to + i] = bars.dU();
            out[1][to + i] = bars.dV();
        }
    }

    /**
     * The values of {@code root}.
     */
    private static void rootValues(double[][] in, int[] at, double[][] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            double a = in[0][at[0] + i];
            out[0][to + i] = Examples.root(a);
        }
    }

    /**
     * The adjoints of {@code root}.
     */
    private static void rootAdjoints(double[][] in, int[] at, double[][] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            double a = in[0][at[0] + i];
            double resultBar = in[1][at[1] + i];
            RootGradient bars = rootVjp(a, resultBar);
            out[0][to + i] = bars.dA();
        }
    }

    /**
     * The value of {@link Examples#line(double, double)} and its derivatives.
     *
     * @param value what the method returns
     * @param dU the derivative by {@code u}
     * @param dV the derivative by {@code v}
     */
    public record LineGradient(double value, double dU, double dV) {}

    /**
     * Internal: the adjoints of the parameters of {@link Examples#line(double, double)}.
     *
     * @param dU the derivative by {@code u}
     * @param dV the derivative by {@code v}
     */
    public record LineAdjoints(double dU, double dV) {}

    /**
     * The value of {@link Examples#root(double)} and its derivatives.
     *
     * @param value what the method returns
     * @param dA the derivative by {@code a}
     */
    public record RootGradient(double value, double dA) {}

    /**
     * What {@code line} is in the graph of tensors.
     */
    private static final class LineNode {
        static final CompiledFunction FUNCTION = CompiledFunction.elementwise(
                CompiledFunction.Signature.ofDoubles("line", "Examples.java:11", "u", "v"),
                ExamplesGrad::lineValues,
                ExamplesGrad::lineAdjoints,
                null);
    }

    /**
     * What {@code root} is in the graph of tensors.
     */
    private static final class RootNode {
        static final CompiledFunction FUNCTION = CompiledFunction.elementwise(
                CompiledFunction.Signature.ofDoubles("root", "Examples.java:16", "a"),
                ExamplesGrad::rootValues,
                ExamplesGrad::rootAdjoints,
                null);
    }
}
