package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Dual;
import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import dev.fluxion.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A method {@code p.Models.f} over tensors and numbers, all of them active, and its companion. */
final class TensorMethod {

    private static final double STEP = 1e-3;
    private static final double TOLERANCE = 1e-7;

    private final Class<?> user;
    private final Class<?> companion;

    private TensorMethod(Class<?> user, Class<?> companion) {
        this.user = user;
        this.companion = companion;
    }

    static String source(String methods) {
        return "package p;\nimport dev.fluxion.*;\nimport dev.fluxion.tensor.*;\n"
                + "public final class Models {\n@Differentiable " + methods + "\n}\n";
    }

    /** The first of these methods is {@code f}. */
    static TensorMethod of(String methods) {
        InMemory run = InMemory.derive(
                Map.of("p.Models", source(methods)), "-Xlint:all,-processing,-path,-classfile", "-Werror");
        assertThat(run.errors()).isEmpty();
        try {
            return new TensorMethod(run.loadClass("p.Models"), run.loadClass("p.ModelsGrad"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Compares gradient, reverse and forward mode with differences, and the values of all with the method's own. */
    void check(Object... arguments) {
        Object value = call("f", arguments);
        Tensor weights = value instanceof Tensor t ? Tensor.uniform(5, 0.5, 2, t.shape()) : Tensor.scalar(1.5);
        double[][] expected = differences(weights, arguments);
        Object seed = value instanceof Tensor ? weights : (Object) weights.item();
        Object vjp = call("fVjp", with(arguments, seed));
        compareValue(part(vjp, "value"), value);
        compare(vjp, arguments, expected, 1);
        if (!(value instanceof Tensor t) || t.numel() == 1) {
            Object gradient = call("fGradient", arguments);
            compareValue(part(gradient, "value"), value);
            compare(gradient, arguments, expected, 1 / weights.sum().item());
        }
        forward(value, weights, expected, arguments);
    }

    private void forward(Object value, Tensor weights, double[][] expected, Object... arguments) {
        Object[] dots = Arrays.stream(arguments)
                .map(a -> a instanceof Tensor t ? Tensor.uniform(6, -1, 1, t.shape()) : (Object) 0.7)
                .toArray();
        Object tangent = call("fJvp", with(arguments, dots));
        compareValue(part(tangent, "value"), value);
        double product = 0;
        for (int k = 0; k < dots.length; k++) {
            double[] dot = numbers(dots[k]);
            for (int i = 0; i < dot.length; i++) {
                product += dot[i] * expected[k][i];
            }
        }
        double actual = tangent instanceof Dual d
                ? d.tangent() * weights.item()
                : ((Tensor) part(tangent, "tangent")).mul(weights).sum().item();
        assertThat(actual).isCloseTo(product, within(TOLERANCE * (1 + Math.abs(product))));
    }

    private void compare(Object record, Object[] arguments, double[][] expected, double factor) {
        var components = record.getClass().getRecordComponents();
        assertThat(components).hasSize(arguments.length + 1);
        for (int k = 0; k < arguments.length; k++) {
            Object part = part(record, components[k + 1].getName());
            if (arguments[k] instanceof Tensor t) {
                assertThat(((Tensor) part).shape()).isEqualTo(t.shape());
            }
            double[] actual = numbers(part);
            for (int i = 0; i < actual.length; i++) {
                double wanted = expected[k][i] * factor;
                assertThat(actual[i])
                        .as("%s[%d]", components[k + 1].getName(), i)
                        .isCloseTo(wanted, within(TOLERANCE * (1 + Math.abs(wanted))));
            }
        }
    }

    private static void compareValue(Object actual, Object expected) {
        assertThat(numbers(actual)).isEqualTo(numbers(expected));
        if (expected instanceof Tensor t) {
            assertThat(((Tensor) actual).shape()).isEqualTo(t.shape());
        }
    }

    /** The derivatives of the sum of weights times results, by differences of fourth order. */
    private double[][] differences(Tensor weights, Object... arguments) {
        double[][] found = new double[arguments.length][];
        for (int k = 0; k < arguments.length; k++) {
            found[k] = new double[numbers(arguments[k]).length];
            for (int i = 0; i < found[k].length; i++) {
                double near = difference(weights, k, i, STEP, arguments);
                double far = difference(weights, k, i, 2 * STEP, arguments);
                found[k][i] = (4 * near - far) / 3;
            }
        }
        return found;
    }

    private double difference(Tensor weights, int k, int i, double h, Object... arguments) {
        double above = weighted(weights, moved(k, i, h, arguments));
        return (above - weighted(weights, moved(k, i, -h, arguments))) / (2 * h);
    }

    private double weighted(Tensor weights, Object... arguments) {
        double[] values = numbers(call("f", arguments));
        double[] factors = weights.toDoubleArray();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += factors[i] * values[i];
        }
        return sum;
    }

    private static Object[] moved(int k, int i, double h, Object... arguments) {
        Object[] moved = arguments.clone();
        double[] numbers = numbers(arguments[k]);
        numbers[i] += h;
        moved[k] = arguments[k] instanceof Tensor t ? Tensor.of(numbers, t.shape()) : (Object) numbers[0];
        return moved;
    }

    private static double[] numbers(Object value) {
        return value instanceof Tensor t ? t.toDoubleArray() : new double[] {(Double) value};
    }

    private static Object[] with(Object[] first, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    /** Calls the user's method or one of the companion's. */
    Object call(String name, Object... arguments) {
        Class<?> owner = name.equals("f") ? user : companion;
        Method method = PlainMethods.of(owner)
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    boolean has(String name) {
        return PlainMethods.of(companion).anyMatch(m -> m.getName().equals(name));
    }

    /** A component of a record. */
    static Object part(Object record, String name) {
        try {
            Method accessor = record.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
