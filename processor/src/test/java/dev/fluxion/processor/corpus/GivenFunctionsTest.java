package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DifferentiableArrayFunction;
import dev.fluxion.DifferentiableBinaryOperator;
import dev.fluxion.DifferentiableUnaryOperator;
import dev.fluxion.Dual;
import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Functions that a caller hands in: their derivatives by every mode, and how often they are called. */
class GivenFunctionsTest {

    private static final String GIVEN = """
            package p;
            import dev.fluxion.*;
            import java.util.function.*;
            public class Given {
                @Differentiable
                public static double once(DoubleUnaryOperator f, double x) { return f.applyAsDouble(x) * x; }

                @Differentiable
                public static double twice(DoubleUnaryOperator f, double x) {
                    double y = f.applyAsDouble(f.applyAsDouble(x));
                    y = f.applyAsDouble(y);
                    return y * y;
                }

                @Differentiable
                public static double looped(DoubleUnaryOperator f, double x, int n) {
                    double y = x;
                    for (int i = 0; i < n + 2; i++) {
                        y = y > 0.3 ? f.applyAsDouble(y) - x : f.applyAsDouble(y * y) * 0.5 + x;
                    }
                    return y;
                }

                @Differentiable
                public static double untilSmall(DoubleUnaryOperator f, double x) {
                    double y = x + 3;
                    while (y > 0.5) { y = y / 2 + f.applyAsDouble(y) * x * 0.01; }
                    return y * x;
                }

                @Differentiable
                public static double handedOn(DoubleUnaryOperator f, double x) { return repeat(f, x, 3) + x; }

                static double repeat(DoubleUnaryOperator f, double x, int n) {
                    return n == 0 ? x : f.applyAsDouble(repeat(f, x, n - 1) * x);
                }

                @Differentiable
                public static double keptInALocal(DoubleUnaryOperator f, DoubleUnaryOperator g, double x) {
                    DoubleUnaryOperator h = f;
                    double sum = 0;
                    for (int i = 0; i < 5; i++) {
                        sum += h.applyAsDouble(x * (i + 1)) * sum + x;
                        h = i % 2 == 0 ? g : f;
                    }
                    return sum;
                }

                @Differentiable
                public static double assigned(DoubleUnaryOperator f, DoubleUnaryOperator g, boolean other, double x) {
                    double first = f.applyAsDouble(x);
                    if (other) { f = g; }
                    return f.applyAsDouble(first) * x;
                }

                @Differentiable
                public static double captured(DoubleUnaryOperator f, double x) {
                    DoubleUnaryOperator h = y -> f.applyAsDouble(y) * x;
                    return h.applyAsDouble(x + 1);
                }

                static double call(DoubleUnaryOperator f, double x) { return f.applyAsDouble(x); }

                @Differentiable
                public static double inALambdaOfAHelper(DoubleUnaryOperator f, double x) {
                    return call(y -> f.applyAsDouble(y * y), x) + call(f, x);
                }

                @Differentiable
                public static double ofTwo(DoubleBinaryOperator f, double x, double y) {
                    return f.applyAsDouble(x, y) * f.applyAsDouble(y, 2) + f.applyAsDouble(0.5, x);
                }

                @Differentiable
                public static double foldedWith(DoubleBinaryOperator f, double x, int n) {
                    double y = 1;
                    for (int i = 0; i < n; i++) { y = f.applyAsDouble(y, x); }
                    return y;
                }

                @Differentiable
                public static double ofElements(DoubleUnaryOperator f, double[] x) {
                    double sum = 0;
                    for (double e : x) { sum += f.applyAsDouble(e) * x[0]; }
                    return sum;
                }

                @Differentiable
                public static double overwritten(DoubleUnaryOperator f, double[] x, double t) {
                    double[] y = x.clone();
                    for (int i = 1; i < y.length; i++) { y[i] = f.applyAsDouble(y[i - 1]) * t + y[i]; }
                    return y[y.length - 1] * y[1];
                }

                @Differentiable
                public static double throughCompanions(DoubleUnaryOperator f, double x) {
                    DoubleUnaryOperator g = f;
                    return once(g, x) + Elsewhere.scaled(f, x) * Elsewhere.scaled(g, 2 * x);
                }

                @Differentiable
                public static double ofItsOwnType(DifferentiableUnaryOperator f, double x) {
                    return f.applyAsDouble(x) * call(f, x);
                }

                @Differentiable
                public static double heldConstant(@NoDiff DoubleUnaryOperator f, double x, int n) {
                    return f.applyAsDouble(n) * x * x;
                }

                @Differentiable
                public static double single(DoubleUnaryOperator f, float x) {
                    float y = (float) f.applyAsDouble(x * 2);
                    return y * x;
                }

                @Differentiable
                public static double caught(DoubleUnaryOperator f, double x, int n) {
                    double y = x;
                    try {
                        y = f.applyAsDouble(x) * x;
                        if (n > 2) { throw new IllegalStateException(); }
                    } catch (IllegalStateException e) {
                        y = y * y;
                    }
                    return y;
                }

                @Differentiable
                public static double ofAnArray(ToDoubleFunction<double[]> f, double[] x) {
                    double[] y = new double[3];
                    for (int i = 0; i < y.length; i++) { y[i] = x[i] * x[0]; }
                    double a = f.applyAsDouble(y);
                    y[1] = a * x[2];
                    return f.applyAsDouble(y) * a + f.applyAsDouble(x);
                }

                @Differentiable
                public static double ofAnArrayInALoop(ToDoubleFunction<double[]> f, double[] x, double t, int n) {
                    double[] state = x.clone();
                    for (int k = 0; k < n; k++) {
                        double next = f.applyAsDouble(state) * t;
                        state[k % 3] = k == 1 ? next * state[0] : next;
                    }
                    return state[0] * state[1] + shifted(f, state, t);
                }

                static double shifted(ToDoubleFunction<double[]> f, double[] x, double by) {
                    double[] y = x.clone();
                    y[0] += by;
                    return f.applyAsDouble(y) + (by > 0 ? f.applyAsDouble(x) : 0);
                }

                @Differentiable
                public static double ofAnArrayElsewhere(ToDoubleFunction<double[]> f, double[] x) {
                    ToDoubleFunction<double[]> g = f;
                    return Elsewhere.squared(g, x) * x[1];
                }

                private static final DifferentiableUnaryOperator SQUARE = DifferentiableUnaryOperator.of(y -> y * y, y -> 2 * y);

                @Differentiable
                public static double inAConstant(double x) { return SQUARE.applyAsDouble(x) * call(SQUARE, x); }
            }
            """;

    private static final String ELSEWHERE = """
            package p;
            import dev.fluxion.*;
            import java.util.function.*;
            class Elsewhere {
                @Differentiable
                static double squared(ToDoubleFunction<double[]> f, double[] x) {
                    double y = f.applyAsDouble(x);
                    return y * y;
                }

                @Differentiable
                static double scaled(DoubleUnaryOperator f, double x) {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) { sum = f.applyAsDouble(sum + x) * x; }
                    return sum;
                }
            }
            """;

    /** Classes that implement the types themselves are followed by their source, unless they say their derivatives. */
    private static final String MIXED = """
            package p;
            import dev.fluxion.*;
            import java.util.function.*;
            public class Mixed {
                static final class Square implements DoubleUnaryOperator {
                    @Override public double applyAsDouble(double x) { return x * x; }
                }

                static final class Product implements DifferentiableArrayFunction {
                    @Override public double applyAsDouble(double[] x) { return x[0] * x[1]; }
                    @Override public Dual jvp(double[] x, double[] xDot) {
                        return new Dual(x[0] * x[1], xDot[0] * x[1] + x[0] * xDot[1]);
                    }
                    @Override public void vjp(double[] x, double resultBar, double[] xBar) {
                        xBar[0] += resultBar * x[1];
                        xBar[1] += resultBar * x[0];
                    }
                }

                static double call(DoubleUnaryOperator f, double x) { return f.applyAsDouble(x) * x; }

                static double callWith(ToDoubleFunction<double[]> f, double[] x) { return f.applyAsDouble(x) * x[0]; }

                @Differentiable
                public static double either(DoubleUnaryOperator f, double x) {
                    return call(f, x) + call(new Square(), x * x) + f.applyAsDouble(x);
                }

                @Differentiable
                public static double eitherOfArrays(ToDoubleFunction<double[]> f, double[] x) {
                    DifferentiableArrayFunction product = new Product();
                    return callWith(f, x) + product.applyAsDouble(x) * callWith(product, x);
                }
            }
            """;

    private static final InMemory MIXTURE = derive(Map.of("p.Mixed", MIXED));
    private static final InMemory OPTIMISED = compile();
    private static final InMemory PLAIN = compile("-Afluxion.disable=all");

    private static InMemory compile(String... options) {
        return derive(Map.of("p.Given", GIVEN, "p.Elsewhere", ELSEWHERE), options);
    }

    private static InMemory derive(Map<String, String> sources, String... options) {
        InMemory run = InMemory.derive(sources, options);
        assertThat(run.isSuccessful()).as(run.errors().toString()).isTrue();
        return run;
    }

    /** Counts what it is asked. */
    private static final class Counting implements DifferentiableUnaryOperator {

        private final double scale;
        private int calls;

        Counting(double scale) {
            this.scale = scale;
        }

        @Override
        public double applyAsDouble(double x) {
            calls++;
            return Math.sin(scale * x) + calls;
        }

        @Override
        public Dual jvp(double x, double xDot) {
            return new Dual(applyAsDouble(x), vjp(x, xDot));
        }

        @Override
        public double vjp(double x, double resultBar) {
            return scale * Math.cos(scale * x) * resultBar;
        }
    }

    /** {@code x0 sin(x1) + x2 x2}, and the number of the call. */
    private static final class OfAnArray implements DifferentiableArrayFunction {

        private int calls;

        @Override
        public double applyAsDouble(double[] x) {
            calls++;
            return x[0] * Math.sin(x[1]) + x[2] * x[2] + calls;
        }

        @Override
        public Dual jvp(double[] x, double[] xDot) {
            double[] xBar = new double[3];
            vjp(x, 1, xBar);
            double tangent = xBar[0] * xDot[0] + xBar[1] * xDot[1] + xBar[2] * xDot[2];
            return new Dual(applyAsDouble(x), tangent);
        }

        @Override
        public void vjp(double[] x, double resultBar, double[] xBar) {
            xBar[0] += resultBar * Math.sin(x[1]);
            xBar[1] += resultBar * x[0] * Math.cos(x[1]);
            xBar[2] += resultBar * 2 * x[2];
        }
    }

    /** A method with its arguments: functions, and numbers that stand in the order of a vector. */
    private record Case(Method method, double[] at) {

        Object[] arguments(double[] numbers) {
            Object[] arguments = new Object[method.getParameterCount()];
            int next = 0;
            double scale = 0.7;
            for (int i = 0; i < arguments.length; i++) {
                Class<?> type = method.getParameterTypes()[i];
                if (type == double[].class) {
                    arguments[i] = Arrays.copyOfRange(numbers, next, next + 3);
                    next += 3;
                } else if (type == double.class || type == float.class) {
                    arguments[i] = type == double.class ? (Object) numbers[next] : (Object) (float) numbers[next];
                    next++;
                } else if (type == int.class) {
                    arguments[i] = 3;
                } else if (type == boolean.class) {
                    arguments[i] = true;
                } else if (type.getSimpleName().endsWith("BinaryOperator")) {
                    arguments[i] = DifferentiableBinaryOperator.of(
                            (x, y) -> x * Math.exp(0.3 * y),
                            (x, y) -> Math.exp(0.3 * y),
                            (x, y) -> 0.3 * x * Math.exp(0.3 * y));
                } else if (type.getSimpleName().equals("ToDoubleFunction")) {
                    arguments[i] = new OfAnArray();
                } else {
                    arguments[i] = new Counting(scale);
                    scale += 0.4;
                }
            }
            return arguments;
        }

        Object[] tangents(double[] direction) {
            List<Object> all = new ArrayList<>();
            int next = 0;
            for (Class<?> type : method.getParameterTypes()) {
                if (type == double[].class) {
                    all.add(Arrays.copyOfRange(direction, next, next + 3));
                    next += 3;
                } else if (type == double.class || type == float.class) {
                    all.add(type == double.class ? (Object) direction[next] : (Object) (float) direction[next]);
                    next++;
                }
            }
            return all.toArray();
        }

        double value(double[] numbers) throws ReflectiveOperationException {
            return (double) method.invoke(null, arguments(numbers));
        }

        double slope(double[] direction) throws ReflectiveOperationException {
            return (4 * difference(direction, 5e-4) - difference(direction, 1e-3)) / 3;
        }

        private double difference(double[] direction, double h) throws ReflectiveOperationException {
            double[] up = at.clone();
            double[] down = at.clone();
            for (int i = 0; i < at.length; i++) {
                up[i] += h * direction[i];
                down[i] -= h * direction[i];
            }
            return (value(up) - value(down)) / (2 * h);
        }
    }

    private static Object call(InMemory of, String name, Object... arguments) throws ReflectiveOperationException {
        String companion = of == MIXTURE ? "p.MixedGrad" : "p.GivenGrad";
        Method method = PlainMethods.of(of.loadClass(companion))
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        return method.invoke(null, arguments);
    }

    private static Object[] with(Object[] first, Object... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
    }

    /** The adjoints in a record, in order. */
    private static double[] partials(Object gradient) throws ReflectiveOperationException {
        List<Double> all = new ArrayList<>();
        for (var component : gradient.getClass().getRecordComponents()) {
            if (!component.getName().equals("value")) {
                Object partial = component.getAccessor().invoke(gradient);
                for (int i = 0; partial instanceof double[] array && i < array.length; i++) {
                    all.add(Array.getDouble(partial, i));
                }
                if (partial instanceof Number n) {
                    all.add(n.doubleValue());
                }
            }
        }
        return all.stream().mapToDouble(d -> d).toArray();
    }

    private static int calls(Object[] arguments) {
        return Arrays.stream(arguments)
                .mapToInt(a -> a instanceof Counting c ? c.calls : a instanceof OfAnArray f ? f.calls : 0)
                .sum();
    }

    @TestFactory
    Stream<DynamicTest> everyMode_hasTheDerivative() throws ReflectiveOperationException {
        return Stream.of(OPTIMISED, PLAIN, MIXTURE)
                .flatMap(run -> Arrays.stream(load(run).getDeclaredMethods())
                        .filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                        .map(m -> DynamicTest.dynamicTest(
                                m.getName() + (run == PLAIN ? " plain" : ""), () -> check(run, m))));
    }

    private static Class<?> load(InMemory run) {
        try {
            return run.loadClass(run == MIXTURE ? "p.Mixed" : "p.Given");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(InMemory run, Method method) throws ReflectiveOperationException {
        int numbers = Arrays.stream(method.getParameterTypes())
                .mapToInt(t -> t == double[].class ? 3 : t == double.class || t == float.class ? 1 : 0)
                .sum();
        double[] at = new double[numbers];
        double[] direction = new double[numbers];
        for (int i = 0; i < numbers; i++) {
            at[i] = 0.5 + 0.25 * i;
            direction[i] = 1 - 0.5 * i;
        }
        Case c = new Case(method, at);
        boolean isFloat = Arrays.asList(method.getParameterTypes()).contains(float.class);
        double expected = isFloat ? Double.NaN : c.slope(direction);
        Object[] plain = c.arguments(at);
        double value = (double) method.invoke(null, plain);
        Object[] forward = c.arguments(at);
        Dual dual = (Dual) call(run, method.getName() + "Jvp", with(forward, c.tangents(direction)));
        assertThat(dual.value()).isEqualTo(value);
        assertThat(calls(forward)).as("calls in forward mode").isEqualTo(calls(plain));
        Object[] reverse = c.arguments(at);
        Object gradient = call(run, method.getName() + "Vjp", with(reverse, 1.0));
        assertThat((double) gradient.getClass().getMethod("value").invoke(gradient))
                .isEqualTo(value);
        assertThat(calls(reverse)).as("calls in reverse mode").isEqualTo(calls(plain));
        double product = 0;
        for (int i = 0; i < numbers; i++) {
            product += partials(gradient)[i] * direction[i];
        }
        double scale = 1 + Math.abs(product);
        assertThat(dual.tangent()).isCloseTo(product, within((isFloat ? 1e-5 : 1e-12) * scale));
        if (!isFloat) {
            assertThat(product).isCloseTo(expected, within(1e-8 * scale));
        }
    }

    @Test
    void functionTakesTheOneType_inEveryGeneratedMethod() throws ReflectiveOperationException {
        Class<?> companion = OPTIMISED.loadClass("p.GivenGrad");
        assertThat(companion.getMethods())
                .filteredOn(m -> m.getName().matches("once(Jvp|Vjp|Gradient|Derivative|ForwardSweep)?"))
                .extracting(m -> m.getParameterTypes()[0].getSimpleName())
                .hasSizeGreaterThan(4)
                .containsOnly("DifferentiableUnaryOperator");
        assertThat(companion.getMethods())
                .filteredOn(m -> m.getName().matches("heldConstant(Jvp|Vjp|Gradient|Derivative|ForwardSweep)?"))
                .extracting(m -> m.getParameterTypes()[0].getSimpleName())
                .containsOnly("DoubleUnaryOperator");
    }
}
