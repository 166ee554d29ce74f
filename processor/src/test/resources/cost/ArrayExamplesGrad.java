package cost;

import dev.fluxion.Derivatives;
import dev.fluxion.Dual;
import dev.fluxion.FluxionGenerated;
import dev.fluxion.StrongZero;
import dev.fluxion.tape.Bars;
import dev.fluxion.tape.Distinct;
import dev.fluxion.tape.DoubleStack;
import dev.fluxion.tape.Tape;
import dev.fluxion.tape.Workspace;
import dev.fluxion.tape.Zeros;
import dev.fluxion.tensor.CompiledFunction;
import dev.fluxion.tensor.Tensor;
import dev.fluxion.tensor.TensorArrays;

/**
 * Derivatives of {@link ArrayExamples}, generated from its annotated methods.
 */
@FluxionGenerated(abi = 1)
@SuppressWarnings({
        "finally",
        "try"
})
public final class ArrayExamplesGrad {
    private ArrayExamplesGrad() {}

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivatives by {@code w}, in one
     * reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @return the value with {@code dloss/dw}
     */
    static LossGradient lossGradient(double[] w, double[][] x, int[] y) {
        double[] wBar = Zeros.like(w);
        // double total = 0;
        double total = 0;
        // return total / x.length;
        double term = x.length;
        double totalBar = StrongZero.divide(1, term);
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                z += w[j] * x[i][j];
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double exp = Math.exp(-y[i] * z);
            total += Math.log1p(exp);
            double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
            // for (int j = 0; j < w.length; j++) {
            for (int j = w.length - 1; j >= 0; j--) {
                // z += w[j] * x[i][j];
                wBar[j] += zBar * x[i][j];
            }
        }
        return new LossGradient(total / term, wBar);
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivatives by {@code w}, in one
     * reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with {@code dloss/dw}
     */
    static LossGradient lossGradient(double[] w, double[][] x, int[] y, Workspace workspace) {
        return lossGradient(w, x, y);
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivatives by {@code w}, in one
     * reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param wBar the adjoint of {@code w}, which is added to
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static double lossGradient(double[] w, double[][] x, int[] y, double[] wBar) {
        Bars.check("wBar", wBar, w);
        Distinct.bars("wBar", "w, x", wBar, w, x);
        // double total = 0;
        double total = 0;
        // return total / x.length;
        double term = x.length;
        double totalBar = StrongZero.divide(1, term);
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                z += w[j] * x[i][j];
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double exp = Math.exp(-y[i] * z);
            total += Math.log1p(exp);
            double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
            // for (int j = 0; j < w.length; j++) {
            for (int j = w.length - 1; j >= 0; j--) {
                // z += w[j] * x[i][j];
                wBar[j] += zBar * x[i][j];
            }
        }
        return total / term;
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivatives by {@code w}, in one
     * reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param wBar the adjoint of {@code w}, which is added to
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static double lossGradient(double[] w, double[][] x, int[] y, double[] wBar,
            Workspace workspace) {
        int used = workspace.used();
        try {
            Bars.check("wBar", wBar, w);
            workspace.parts().with(wBar).with(w).with(x).bars("wBar", "w, x");
            // double total = 0;
            double total = 0;
            // return total / x.length;
            double term = x.length;
            double totalBar = StrongZero.divide(1, term);
            // for (int i = 0; i < x.length; i++) {
            for (int i = 0; i < x.length; i++) {
                // double z = 0;
                double z = 0;
                // for (int j = 0; j < w.length; j++) {
                for (int j = 0; j < w.length; j++) {
                    // z += w[j] * x[i][j];
                    z += w[j] * x[i][j];
                }
                // total += Math.log1p(Math.exp(-y[i] * z));
                double exp = Math.exp(-y[i] * z);
                total += Math.log1p(exp);
                double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
                // for (int j = 0; j < w.length; j++) {
                for (int j = w.length - 1; j >= 0; j--) {
                    // z += w[j] * x[i][j];
                    wBar[j] += zBar * x[i][j];
                }
            }
            return total / term;
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivative in the direction of
     * the tangents, {@code dloss/dw * wDot}, in one forward pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param wDot the tangent of {@code w}
     * @return the value with its tangent
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static Dual lossJvp(double[] w, double[][] x, int[] y, double[] wDot) {
        Bars.check("wDot", wDot, w);
        // double total = 0;
        double total = 0;
        double totalDot = 0;
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            double zDot = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                double element = w[j];
                double element2 = x[i][j];
                zDot += wDot[j] * element2;
                z += element * element2;
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double term = -y[i];
            double exp = Math.exp(term * z);
            totalDot += StrongZero.times(zDot * term * exp, Derivatives.log1pPartial(exp));
            total += Math.log1p(exp);
        }
        // return total / x.length;
        double term = x.length;
        double value = total / term;
        double valueDot = StrongZero.divide(totalDot, term);
        return new Dual(value, valueDot);
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and the adjoints of {@code w}, which are
     * {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param resultBar the adjoint of the result
     * @return the value with the adjoints of {@code w}
     */
    static LossGradient lossVjp(double[] w, double[][] x, int[] y, double resultBar) {
        double[] wBar = Zeros.like(w);
        // double total = 0;
        double total = 0;
        // return total / x.length;
        double term = x.length;
        double totalBar = StrongZero.divide(resultBar, term);
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                z += w[j] * x[i][j];
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double exp = Math.exp(-y[i] * z);
            total += Math.log1p(exp);
            double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
            // for (int j = 0; j < w.length; j++) {
            for (int j = w.length - 1; j >= 0; j--) {
                // z += w[j] * x[i][j];
                wBar[j] += zBar * x[i][j];
            }
        }
        return new LossGradient(total / term, wBar);
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and the adjoints of {@code w}, which are
     * {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param resultBar the adjoint of the result
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with the adjoints of {@code w}
     */
    static LossGradient lossVjp(double[] w, double[][] x, int[] y, double resultBar,
            Workspace workspace) {
        return lossVjp(w, x, y, resultBar);
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and the adjoints of {@code w}, which are
     * {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param resultBar the adjoint of the result
     * @param wBar the adjoint of {@code w}, which is added to
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static double lossVjp(double[] w, double[][] x, int[] y, double resultBar, double[] wBar) {
        Bars.check("wBar", wBar, w);
        Distinct.bars("wBar", "w, x", wBar, w, x);
        // double total = 0;
        double total = 0;
        // return total / x.length;
        double term = x.length;
        double totalBar = StrongZero.divide(resultBar, term);
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                z += w[j] * x[i][j];
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double exp = Math.exp(-y[i] * z);
            total += Math.log1p(exp);
            double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
            // for (int j = 0; j < w.length; j++) {
            for (int j = w.length - 1; j >= 0; j--) {
                // z += w[j] * x[i][j];
                wBar[j] += zBar * x[i][j];
            }
        }
        return total / term;
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and the adjoints of {@code w}, which are
     * {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param resultBar the adjoint of the result
     * @param wBar the adjoint of {@code w}, which is added to
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static double lossVjp(double[] w, double[][] x, int[] y, double resultBar, double[] wBar,
            Workspace workspace) {
        int used = workspace.used();
        try {
            Bars.check("wBar", wBar, w);
            workspace.parts().with(wBar).with(w).with(x).bars("wBar", "w, x");
            // double total = 0;
            double total = 0;
            // return total / x.length;
            double term = x.length;
            double totalBar = StrongZero.divide(resultBar, term);
            // for (int i = 0; i < x.length; i++) {
            for (int i = 0; i < x.length; i++) {
                // double z = 0;
                double z = 0;
                // for (int j = 0; j < w.length; j++) {
                for (int j = 0; j < w.length; j++) {
                    // z += w[j] * x[i][j];
                    z += w[j] * x[i][j];
                }
                // total += Math.log1p(Math.exp(-y[i] * z));
                double exp = Math.exp(-y[i] * z);
                total += Math.log1p(exp);
                double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * -y[i];
                // for (int j = 0; j < w.length; j++) {
                for (int j = w.length - 1; j >= 0; j--) {
                    // z += w[j] * x[i][j];
                    wBar[j] += zBar * x[i][j];
                }
            }
            return total / term;
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The method {@link ArrayExamples#loss(double[], double[][], int[])} over tensors, as one node of their graph.
     *
     * @param w a variable, of type {@code FLOAT64} and rank 1
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @return the value, of type {@code FLOAT64}
     * @throws IllegalArgumentException if a tensor has another type or rank
     */
    static Tensor loss(Tensor w, double[][] x, int[] y) {
        return LossNode.of(CompiledFunction.kept(x), CompiledFunction.kept(y)).apply(w);
    }

    /**
     * Internal, for companions of the same ABI version: the value of {@link ArrayExamples#loss(double[], double[][],
     * int[])}, recording what the reverse sweep needs.
     *
     * @param w a variable
     * @param x a constant: no derivative is taken by it
     * @param y a constant: no derivative is taken by it
     * @param wBar the adjoint of {@code w}, which is added to
     * @param tape shared by both sweeps
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static double lossForwardSweep(double[] w, double[][] x, int[] y, double[] wBar, Tape tape) {
        Workspace memory = tape.memory();
        // double total = 0;
        double total = 0;
        double[] expTape = memory.doubles(x.length);
        double[] termTape = memory.doubles(x.length);
        DoubleStack elementTape = memory.doubleStack();
        // for (int i = 0; i < x.length; i++) {
        for (int i = 0; i < x.length; i++) {
            // double z = 0;
            double z = 0;
            // for (int j = 0; j < w.length; j++) {
            for (int j = 0; j < w.length; j++) {
                // z += w[j] * x[i][j];
                double element = w[j];
                double element2 = x[i][j];
                elementTape.push(element2);
                z += element * element2;
            }
            // total += Math.log1p(Math.exp(-y[i] * z));
            double term = -y[i];
            termTape[i] = term;
            double exp = Math.exp(term * z);
            expTape[i] = exp;
            total += Math.log1p(exp);
        }
        // return total / x.length;
        double term = x.length;
        tape.pushDouble(term);
        tape.pushReference(x);
        tape.pushReference(expTape);
        tape.pushReference(termTape);
        tape.pushReference(w);
        tape.pushReference(elementTape);
        tape.pushReference(wBar);
        return total / term;
    }

    /**
     * Internal, for companions of the same ABI version: the adjoints of {@code w} in {@link
     * ArrayExamples#loss(double[], double[][], int[])}, from what the forward sweep recorded.
     *
     * @param resultBar the adjoint of the result
     * @param tape shared by both sweeps
     */
    static void lossReverseSweep(double resultBar, Tape tape) {
        double[] wBar = tape.popReference();
        DoubleStack elementTape = tape.popReference();
        double[] w = tape.popReference();
        double[] termTape = tape.popReference();
        double[] expTape = tape.popReference();
        double[][] x = tape.popReference();
        double term = tape.popDouble();
        // return total / x.length;
        double totalBar = StrongZero.divide(resultBar, term);
        // for (int i = 0; i < x.length; i++) {
        for (int i = x.length - 1; i >= 0; i--) {
            // total += Math.log1p(Math.exp(-y[i] * z));
            double exp = expTape[i];
            double zBar = StrongZero.times(totalBar, Derivatives.log1pPartial(exp)) * exp * termTape[i];
            // for (int j = 0; j < w.length; j++) {
            for (int j = w.length - 1; j >= 0; j--) {
                // z += w[j] * x[i][j];
                double element = elementTape.pop();
                wBar[j] += zBar * element;
            }
        }
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivatives by {@code w}, {@code u}
     * and {@code x}, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @return the value with {@code drnn/dw}, {@code drnn/du} and {@code drnn/dx}
     */
    static RnnGradient rnnGradient(double w, double u, double[] x) {
        double[] xBar = Zeros.like(x);
        // double h = 0;
        double h = 0;
        double[] hTape = new double[x.length];
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            hTape[t] = h;
            // h = Math.tanh(w * h + u * x[t]);
            h = Math.tanh(w * h + u * x[t]);
        }
        // return h * h;
        double value = h * h;
        double hBar = 2 * h;
        double wBar = 0;
        double uBar = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = x.length - 1; t >= 0; t--) {
            // h = Math.tanh(w * h + u * x[t]);
            double sumBar = hBar * (1 - h * h);
            uBar += sumBar * x[t];
            xBar[t] += sumBar * u;
            h = hTape[t];
            wBar += sumBar * h;
            hBar = sumBar * w;
        }
        return new RnnGradient(value, wBar, uBar, xBar);
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivatives by {@code w}, {@code u}
     * and {@code x}, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with {@code drnn/dw}, {@code drnn/du} and {@code drnn/dx}
     */
    static RnnGradient rnnGradient(double w, double u, double[] x, Workspace workspace) {
        int used = workspace.used();
        try {
            double[] xBar = Zeros.like(x);
            // double h = 0;
            double h = 0;
            double[] hTape = workspace.doubles(x.length);
            // for (int t = 0; t < x.length; t++) {
            for (int t = 0; t < x.length; t++) {
                hTape[t] = h;
                // h = Math.tanh(w * h + u * x[t]);
                h = Math.tanh(w * h + u * x[t]);
            }
            // return h * h;
            double value = h * h;
            double hBar = 2 * h;
            double wBar = 0;
            double uBar = 0;
            // for (int t = 0; t < x.length; t++) {
            for (int t = x.length - 1; t >= 0; t--) {
                // h = Math.tanh(w * h + u * x[t]);
                double sumBar = hBar * (1 - h * h);
                uBar += sumBar * x[t];
                xBar[t] += sumBar * u;
                h = hTape[t];
                wBar += sumBar * h;
                hBar = sumBar * w;
            }
            return new RnnGradient(value, wBar, uBar, xBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivatives by {@code w}, {@code u}
     * and {@code x}, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param xBar the adjoint of {@code x}, which is added to
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static RnnGradient rnnGradient(double w, double u, double[] x, double[] xBar) {
        Bars.check("xBar", xBar, x);
        // double h = 0;
        double h = 0;
        double[] hTape = new double[x.length];
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            hTape[t] = h;
            // h = Math.tanh(w * h + u * x[t]);
            h = Math.tanh(w * h + u * x[t]);
        }
        // return h * h;
        double value = h * h;
        double hBar = 2 * h;
        double wBar = 0;
        double uBar = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = x.length - 1; t >= 0; t--) {
            // h = Math.tanh(w * h + u * x[t]);
            double sumBar = hBar * (1 - h * h);
            uBar += sumBar * x[t];
            xBar[t] += sumBar * u;
            h = hTape[t];
            wBar += sumBar * h;
            hBar = sumBar * w;
        }
        return new RnnGradient(value, wBar, uBar, xBar);
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivatives by {@code w}, {@code u}
     * and {@code x}, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param xBar the adjoint of {@code x}, which is added to
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static RnnGradient rnnGradient(double w, double u, double[] x, double[] xBar,
            Workspace workspace) {
        int used = workspace.used();
        try {
            Bars.check("xBar", xBar, x);
            // double h = 0;
            double h = 0;
            double[] hTape = workspace.doubles(x.length);
            // for (int t = 0; t < x.length; t++) {
            for (int t = 0; t < x.length; t++) {
                hTape[t] = h;
                // h = Math.tanh(w * h + u * x[t]);
                h = Math.tanh(w * h + u * x[t]);
            }
            // return h * h;
            double value = h * h;
            double hBar = 2 * h;
            double wBar = 0;
            double uBar = 0;
            // for (int t = 0; t < x.length; t++) {
            for (int t = x.length - 1; t >= 0; t--) {
                // h = Math.tanh(w * h + u * x[t]);
                double sumBar = hBar * (1 - h * h);
                uBar += sumBar * x[t];
                xBar[t] += sumBar * u;
                h = hTape[t];
                wBar += sumBar * h;
                hBar = sumBar * w;
            }
            return new RnnGradient(value, wBar, uBar, xBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivative in the direction of the
     * tangents, {@code drnn/dw * wDot + drnn/du * uDot + drnn/dx * xDot}, in one forward pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param wDot the tangent of {@code w}
     * @param uDot the tangent of {@code u}
     * @param xDot the tangent of {@code x}
     * @return the value with its tangent
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static Dual rnnJvp(double w, double u, double[] x, double wDot, double uDot, double[] xDot) {
        Bars.check("xDot", xDot, x);
        // double h = 0;
        double h = 0;
        double hDot = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            // h = Math.tanh(w * h + u * x[t]);
            double element = x[t];
            double sumDot = wDot * h + hDot * w + (uDot * element + xDot[t] * u);
            h = Math.tanh(w * h + u * element);
            hDot = sumDot * (1 - h * h);
        }
        // return h * h;
        double value = h * h;
        double valueDot = 2 * hDot * h;
        return new Dual(value, valueDot);
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and the adjoints of {@code w}, {@code u} and
     * {@code x}, which are {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param resultBar the adjoint of the result
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     */
    static RnnGradient rnnVjp(double w, double u, double[] x, double resultBar) {
        double[] xBar = Zeros.like(x);
        // double h = 0;
        double h = 0;
        double[] hTape = new double[x.length];
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            hTape[t] = h;
            // h = Math.tanh(w * h + u * x[t]);
            h = Math.tanh(w * h + u * x[t]);
        }
        // return h * h;
        double value = h * h;
        double hBar = 2 * resultBar * h;
        double wBar = 0;
        double uBar = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = x.length - 1; t >= 0; t--) {
            // h = Math.tanh(w * h + u * x[t]);
            double sumBar = hBar * (1 - h * h);
            uBar += sumBar * x[t];
            xBar[t] += sumBar * u;
            h = hTape[t];
            wBar += sumBar * h;
            hBar = sumBar * w;
        }
        return new RnnGradient(value, wBar, uBar, xBar);
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and the adjoints of {@code w}, {@code u} and
     * {@code x}, which are {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param resultBar the adjoint of the result
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     */
    static RnnGradient rnnVjp(double w, double u, double[] x, double resultBar,
            Workspace workspace) {
        int used = workspace.used();
        try {
            double[] xBar = Zeros.like(x);
            // double h = 0;
            double h = 0;
            double[] hTape = workspace.doubles(x.length);
            // for (int t = 0; t < x.length; t++) {
            for (int t = 0; t < x.length; t++) {
                hTape[t] = h;
                // h = Math.tanh(w * h + u * x[t]);
                h = Math.tanh(w * h + u * x[t]);
            }
            // return h * h;
            double value = h * h;
            double hBar = 2 * resultBar * h;
            double wBar = 0;
            double uBar = 0;
            // for (int t = 0; t < x.length; t++) {
            for (int t = x.length - 1; t >= 0; t--) {
                // h = Math.tanh(w * h + u * x[t]);
                double sumBar = hBar * (1 - h * h);
                uBar += sumBar * x[t];
                xBar[t] += sumBar * u;
                h = hTape[t];
                wBar += sumBar * h;
                hBar = sumBar * w;
            }
            return new RnnGradient(value, wBar, uBar, xBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and the adjoints of {@code w}, {@code u} and
     * {@code x}, which are {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param resultBar the adjoint of the result
     * @param xBar the adjoint of {@code x}, which is added to
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static RnnGradient rnnVjp(double w, double u, double[] x, double resultBar, double[] xBar) {
        Bars.check("xBar", xBar, x);
        // double h = 0;
        double h = 0;
        double[] hTape = new double[x.length];
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            hTape[t] = h;
            // h = Math.tanh(w * h + u * x[t]);
            h = Math.tanh(w * h + u * x[t]);
        }
        // return h * h;
        double value = h * h;
        double hBar = 2 * resultBar * h;
        double wBar = 0;
        double uBar = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = x.length - 1; t >= 0; t--) {
            // h = Math.tanh(w * h + u * x[t]);
            double sumBar = hBar * (1 - h * h);
            uBar += sumBar * x[t];
            xBar[t] += sumBar * u;
            h = hTape[t];
            wBar += sumBar * h;
            hBar = sumBar * w;
        }
        return new RnnGradient(value, wBar, uBar, xBar);
    }

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and the adjoints of {@code w}, {@code u} and
     * {@code x}, which are {@code resultBar} times the derivatives by them, in one reverse pass.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param resultBar the adjoint of the result
     * @param xBar the adjoint of {@code x}, which is added to
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @return the value with the adjoints of {@code w}, {@code u} and {@code x}
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static RnnGradient rnnVjp(double w, double u, double[] x, double resultBar, double[] xBar,
            Workspace workspace) {
        int used = workspace.used();
        try {
            Bars.check("xBar", xBar, x);
            // double h = 0;
            double h = 0;
            double[] hTape = workspace.doubles(x.length);
            // for (int t = 0; t < x.length; t++) {
            for (int t = 0; t < x.length; t++) {
                hTape[t] = h;
                // h = Math.tanh(w * h + u * x[t]);
                h = Math.tanh(w * h + u * x[t]);
            }
            // return h * h;
            double value = h * h;
            double hBar = 2 * resultBar * h;
            double wBar = 0;
            double uBar = 0;
            // for (int t = 0; t < x.length; t++) {
            for (int t = x.length - 1; t >= 0; t--) {
                // h = Math.tanh(w * h + u * x[t]);
                double sumBar = hBar * (1 - h * h);
                uBar += sumBar * x[t];
                xBar[t] += sumBar * u;
                h = hTape[t];
                wBar += sumBar * h;
                hBar = sumBar * w;
            }
            return new RnnGradient(value, wBar, uBar, xBar);
        } finally {
            workspace.release(used);
        }
    }

    /**
     * The method {@link ArrayExamples#rnn(double, double, double[])} over tensors, as one node of their graph.
     *
     * @param w a variable, of type {@code FLOAT64} and rank 0
     * @param u a variable, of type {@code FLOAT64} and rank 0
     * @param x a variable, of type {@code FLOAT64} and rank 1
     * @return the value, of type {@code FLOAT64}
     * @throws IllegalArgumentException if a tensor has another type or rank
     */
    static Tensor rnn(Tensor w, Tensor u, Tensor x) {
        return RnnNode.FUNCTION.apply(w, u, x);
    }

    /**
     * Internal, for companions of the same ABI version: the value of {@link ArrayExamples#rnn(double, double,
     * double[])}, recording what the reverse sweep needs.
     *
     * @param w a variable
     * @param u a variable
     * @param x a variable
     * @param xBar the adjoint of {@code x}, which is added to
     * @param tape shared by both sweeps
     * @return what the method returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static double rnnForwardSweep(double w, double u, double[] x, double[] xBar, Tape tape) {
        Workspace memory = tape.memory();
        // double h = 0;
        double h = 0;
        double[] elementTape = memory.doubles(x.length);
        double[] hTape = memory.doubles(x.length);
        // for (int t = 0; t < x.length; t++) {
        for (int t = 0; t < x.length; t++) {
            hTape[t] = h;
            // h = Math.tanh(w * h + u * x[t]);
            double element = x[t];
            elementTape[t] = element;
            h = Math.tanh(w * h + u * element);
        }
        tape.pushDouble(h);
        tape.pushReference(x);
        tape.pushReference(elementTape);
        tape.pushReference(xBar);
        tape.pushReference(hTape);
        return h * h;
    }

    /**
     * Internal, for companions of the same ABI version: the adjoints of {@code w}, {@code u} and {@code x} in {@link
     * ArrayExamples#rnn(double, double, double[])}, from what the forward sweep recorded.
     *
     * @param w a variable
     * @param u a variable
     * @param resultBar the adjoint of the result
     * @param tape shared by both sweeps
     * @return the adjoints of {@code w}, {@code u} and {@code x}
     */
    static RnnAdjoints rnnReverseSweep(double w, double u, double resultBar, Tape tape) {
        double[] hTape = tape.popReference();
        double[] xBar = tape.popReference();
        double[] elementTape = tape.popReference();
        double[] x = tape.popReference();
        double h = tape.popDouble();
        // return h * h;
        double hBar = 2 * resultBar * h;
        double h2 = h;
        double wBar = 0;
        double uBar = 0;
        // for (int t = 0; t < x.length; t++) {
        for (int t = x.length - 1; t >= 0; t--) {
            // h = Math.tanh(w * h + u * x[t]);
            double sumBar = hBar * (1 - h2 * h2);
            uBar += sumBar * elementTape[t];
            xBar[t] += sumBar * u;
            double h3 = hTape[t];
            wBar += sumBar * h3;
            hBar = sumBar * w;
            h2 = h3;
        }
        return new RnnAdjoints(wBar, uBar);
    }

    /**
     * The value of {@link ArrayExamples#scan(double[])} and its derivative in the direction of the tangents, {@code
     * dscan/da * aDot}, in one forward pass.
     *
     * @param a a variable
     * @param aDot the tangent of {@code a}
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static void scanJvp(double[] a, double[] aDot) {
        Distinct.written("a, aDot", "", a, aDot);
        Bars.check("aDot", aDot, a);
        // for (int i = 1; i < a.length; i++) {
        for (int i = 1; i < a.length; i++) {
            // a[i] = a[i - 1] * a[i];
            double element = a[i - 1];
            double element2 = a[i];
            double productDot = aDot[i - 1] * element2 + aDot[i] * element;
            a[i] = element * element2;
            aDot[i] = productDot;
        }
    }

    /**
     * What {@link ArrayExamples#scan(double[])} does, and the adjoints of {@code a}, in one reverse pass: those of
     * the arrays go in as those of the output and come out as those of the input.
     *
     * @param a a variable
     * @param aBar the adjoint of {@code a}, which is added to
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static void scanVjp(double[] a, double[] aBar) {
        Bars.check("aBar", aBar, a);
        double[] elementTape = new double[Math.max(a.length, 1) - 1];
        // for (int i = 1; i < a.length; i++) {
        for (int i = 1; i < a.length; i++) {
            // a[i] = a[i - 1] * a[i];
            double element = a[i - 1];
            elementTape[i - 1] = a[i];
            a[i] = element * a[i];
        }
        // for (int i = 1; i < a.length; i++) {
        for (int i = a.length - 1; i >= 1; i--) {
            // a[i] = a[i - 1] * a[i];
            double productBar = aBar[i];
            double element = a[i - 1];
            double elementBar = productBar * elementTape[i - 1];
            aBar[i] = productBar * element;
            aBar[i - 1] += elementBar;
        }
    }

    /**
     * What {@link ArrayExamples#scan(double[])} does, and the adjoints of {@code a}, in one reverse pass: those of
     * the arrays go in as those of the output and come out as those of the input.
     *
     * @param a a variable
     * @param aBar the adjoint of {@code a}, which is added to
     * @param workspace where the method has its memory, so that it allocates nothing but what it returns
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape, or is one that was
     *     given too
     */
    static void scanVjp(double[] a, double[] aBar, Workspace workspace) {
        int used = workspace.used();
        try {
            Bars.check("aBar", aBar, a);
            double[] elementTape = workspace.doubles(Math.max(a.length, 1) - 1);
            // for (int i = 1; i < a.length; i++) {
            for (int i = 1; i < a.length; i++) {
                // a[i] = a[i - 1] * a[i];
                double element = a[i - 1];
                elementTape[i - 1] = a[i];
                a[i] = element * a[i];
            }
            // for (int i = 1; i < a.length; i++) {
            for (int i = a.length - 1; i >= 1; i--) {
                // a[i] = a[i - 1] * a[i];
                double productBar = aBar[i];
                double element = a[i - 1];
                double elementBar = productBar * elementTape[i - 1];
                aBar[i] = productBar * element;
                aBar[i - 1] += elementBar;
            }
        } finally {
            workspace.release(used);
        }
    }

    /**
     * Internal, for companions of the same ABI version: the value of {@link ArrayExamples#scan(double[])}, recording
     * what the reverse sweep needs.
     *
     * @param a a variable
     * @param aBar the adjoint of {@code a}, which is added to
     * @param tape shared by both sweeps
     * @throws IllegalArgumentException if an array of adjoints or tangents has another shape
     */
    static void scanForwardSweep(double[] a, double[] aBar, Tape tape) {
        Workspace memory = tape.memory();
        double[] elementTape = memory.doubles(Math.max(a.length, 1) - 1);
        double[] elementTape2 = memory.doubles(Math.max(a.length, 1) - 1);
        // for (int i = 1; i < a.length; i++) {
        for (int i = 1; i < a.length; i++) {
            // a[i] = a[i - 1] * a[i];
            double element = a[i - 1];
            elementTape2[i - 1] = element;
            elementTape[i - 1] = a[i];
            a[i] = element * a[i];
        }
        tape.pushReference(a);
        tape.pushReference(aBar);
        tape.pushReference(elementTape);
        tape.pushReference(elementTape2);
    }

    /**
     * Internal, for companions of the same ABI version: the adjoints of {@code a} in {@link
     * ArrayExamples#scan(double[])}, from what the forward sweep recorded.
     *
     * @param tape shared by both sweeps
     */
    static void scanReverseSweep(Tape tape) {
        double[] elementTape = tape.popReference();
        double[] elementTape2 = tape.popReference();
        double[] aBar = tape.popReference();
        double[] a = tape.popReference();
        // for (int i = 1; i < a.length; i++) {
        for (int i = a.length - 1; i >= 1; i--) {
            // a[i] = a[i - 1] * a[i];
            double productBar = aBar[i];
            double elementBar = productBar * elementTape2[i - 1];
            aBar[i] = productBar * elementTape[i - 1];
            aBar[i - 1] += elementBar;
        }
    }

    /**
     * The value of {@code loss}.
     */
    private static Tensor lossValue(double[][] x, int[] y, Tensor[] inputs) {
        double[] w = inputs[0].toDoubleArray();
        return TensorArrays.of(ArrayExamples.loss(w, x, y));
    }

    /**
     * The reverse sweep of {@code loss}.
     */
    private static Tensor[] lossSweep(double[][] x, int[] y, Tensor[] inputs, Tensor bar) {
        double[] w = inputs[0].toDoubleArray();
        double resultBar = bar.item();
        LossGradient bars = lossVjp(w, x, y, resultBar);
        return new Tensor[] {TensorArrays.of(bars.dW(), inputs[0].shape())};
    }

    /**
     * The value of {@code rnn}.
     */
    private static Tensor rnnValue(Tensor[] inputs) {
        double w = inputs[0].item();
        double u = inputs[1].item();
        double[] x = inputs[2].toDoubleArray();
        return TensorArrays.of(ArrayExamples.rnn(w, u, x));
    }

    /**
     * The reverse sweep of {@code rnn}.
     */
    private static Tensor[] rnnSweep(Tensor[] inputs, Tensor bar) {
        double w = inputs[0].item();
        double u = inputs[1].item();
        double[] x = inputs[2].toDoubleArray();
        double resultBar = bar.item();
        RnnGradient bars = rnnVjp(w, u, x, resultBar);
        return new Tensor[] {
                TensorArrays.of(bars.dW()), TensorArrays.of(bars.dU()), TensorArrays.of(bars.dX(), inputs[2].shape())};
    }

    /**
     * The value of {@link ArrayExamples#loss(double[], double[][], int[])} and its derivatives.
     *
     * @param value what the method returns
     * @param dW the derivative by {@code w}
     */
    record LossGradient(double value, double[] dW) {}

    /**
     * The value of {@link ArrayExamples#rnn(double, double, double[])} and its derivatives.
     *
     * @param value what the method returns
     * @param dW the derivative by {@code w}
     * @param dU the derivative by {@code u}
     * @param dX the derivative by {@code x}
     */
    record RnnGradient(double value, double dW, double dU, double[] dX) {}

    /**
     * Internal: the adjoints of the parameters of {@link ArrayExamples#rnn(double, double, double[])}.
     *
     * @param dW the derivative by {@code w}
     * @param dU the derivative by {@code u}
     */
    record RnnAdjoints(double dW, double dU) {}

    /**
     * What {@code loss} is in the graph of tensors.
     */
    private static final class LossNode {
        static final CompiledFunction.Signature SIGNATURE = CompiledFunction.Signature.ofDoubles("loss", "ArrayExamples.java:12", "w");

        static CompiledFunction of(double[][] x, int[] y) {
            return CompiledFunction.array(
                    SIGNATURE,
                    new int[] {1},
                    (inputs) -> lossValue(x, y, inputs),
                    (inputs, bar) -> lossSweep(x, y, inputs, bar),
                    null);
        }
    }

    /**
     * What {@code rnn} is in the graph of tensors.
     */
    private static final class RnnNode {
        static final CompiledFunction FUNCTION = CompiledFunction.array(
                CompiledFunction.Signature.ofDoubles("rnn", "ArrayExamples.java:25", "w", "u", "x"),
                new int[] {0, 0, 1},
                ArrayExamplesGrad::rnnValue,
                ArrayExamplesGrad::rnnSweep,
                null);
    }
}
