package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Dual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that must hold of a function of records at a point. Its inputs are the numbers in its active arguments; its outputs those in its result and in the
 * arrays of its active arguments as it leaves them.
 */
final class RecordCheck {

    private static final double MODES = 1e-11;
    private static final double DIFFERENCES = 1e-6;

    private final RecordFunction function;
    private final RecordPoint point;
    private final String where;
    private final Random random = new Random(5);
    private final List<Class<?>> tangents;
    private final Class<?> seed;

    /** How many differences were compared. */
    int compared;

    RecordCheck(RecordFunction function, RecordPoint point, String variant) {
        this.function = function;
        this.point = point;
        this.where = function.name() + " " + variant + " at " + point;
        this.tangents = function.tangents();
        this.seed = function.seed();
    }

    void run() {
        List<Object> left = point.arguments();
        ArrayFunction.Outcome value = function.call(left);
        int n = point.count();
        double[][] columns = new double[n][];
        for (int k = 0; k < n; k++) {
            columns[k] = column(unit(n, k), value, left);
            if (value.thrown() == null) {
                differences(columns[k], unit(n, k), k);
            }
        }
        if (value.thrown() != null) {
            compared++;
            return;
        }
        double[] outputs = outputs(value.value(), left);
        for (int round = 0; round < 3; round++) {
            double[] weights = random.doubles(outputs.length, -1, 1).toArray();
            close(transposed(columns, weights), adjoints(weights, value, left, true), MODES, "adjoints that are added");
        }
        returned(columns, value, left);
        jacobian(columns, value);
        second(n);
    }

    private static double[] unit(int n, int k) {
        double[] unit = new double[n];
        unit[k] = 1;
        return unit;
    }

    private static double[] transposed(double[][] columns, double[] weights) {
        return Arrays.stream(columns)
                .mapToDouble(c -> IntStream.range(0, c.length)
                        .mapToDouble(j -> c[j] * weights[j])
                        .sum())
                .toArray();
    }

    private double[] column(double[] direction, ArrayFunction.Outcome value, List<Object> left) {
        List<Object> arguments = point.arguments();
        List<Object> dots = point.tangents(direction);
        ArrayFunction.Outcome outcome =
                function.derived("Jvp", with(arguments, dots)).orElseThrow();
        Object own = null;
        Object dot = null;
        if (outcome.value() instanceof Dual d) {
            own = d.value();
            dot = d.tangent();
        } else if (outcome.value() != null) {
            own = RecordNumbers.component(outcome.value(), "value");
            dot = RecordNumbers.component(outcome.value(), "tangent");
        }
        same(value, left, new ArrayFunction.Outcome(own, outcome.thrown()), arguments, "JVP");
        return value.thrown() != null
                ? null
                : join(seed == null ? new double[0] : RecordNumbers.of(dot, seed), arrays(dots, active()));
    }

    private List<Class<?>> active() {
        return tangents.stream().filter(t -> t != null).toList();
    }

    private static double[] arrays(List<Object> values, List<Class<?>> types) {
        return IntStream.range(0, values.size())
                .mapToObj(
                        i -> types.get(i) == null ? new double[0] : RecordNumbers.inArrays(values.get(i), types.get(i)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private double[] outputs(Object value, List<Object> left) {
        return join(seed == null ? new double[0] : RecordNumbers.of(value, seed), arrays(left, tangents));
    }

    private static double[] join(double[] a, double[] b) {
        return Stream.of(a, b).flatMapToDouble(Arrays::stream).toArray();
    }

    private static List<Object> with(List<Object> first, List<Object> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    /** The adjoints of all inputs for weights of all outputs. The adjoints that are given have numbers too, which are added to. */
    private double[] adjoints(double[] weights, ArrayFunction.Outcome value, List<Object> left, boolean isGiven) {
        List<Object> arguments = point.arguments();
        List<Object> all = new ArrayList<>(arguments);
        int[] at = {0};
        if (seed != null) {
            all.add(RecordNumbers.tangent(value.value(), seed, () -> weights[at[0]++]));
        }
        List<Object> bars = new ArrayList<>();
        List<double[]> before = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean takes = isGiven && tangents.get(i) != null && RecordNumbers.holdsArrays(tangents.get(i));
            Object bar = !takes ? null : bar(arguments.get(i), tangents.get(i), weights, at);
            bars.add(bar);
            before.add(bar == null ? null : RecordNumbers.of(bar, tangents.get(i)));
        }
        bars.stream().filter(b -> b != null).forEach(all::add);
        ArrayFunction.Outcome outcome = function.derived("Vjp", all).orElseThrow();
        assertThat(outcome.thrown()).as(where + ": exception of the VJP").isNull();
        boolean isRecord = outcome.value() != null
                && outcome.value().getClass().getSimpleName().endsWith("Gradient");
        Object own =
                seed == null ? null : isRecord ? RecordNumbers.component(outcome.value(), "value") : outcome.value();
        same(value, left, new ArrayFunction.Outcome(own, null), arguments, "VJP");
        double[] found = new double[0];
        for (int i = 0; i < arguments.size(); i++) {
            if (tangents.get(i) != null) {
                found = join(found, adjoint(i, outcome.value(), bars.get(i), before.get(i)));
            }
        }
        return found;
    }

    /** The adjoints of the arrays as they are left, and other numbers, which are no outputs. */
    private Object bar(Object argument, Class<?> tangent, double[] weights, int[] at) {
        if (tangent.isArray()) {
            return RecordNumbers.tangent(argument, tangent, () -> weights[at[0]++]);
        } else if (!tangent.isRecord()) {
            return tangent == float.class ? (Object) 3f : (Object) 3.0;
        }
        return RecordNumbers.made(
                tangent,
                Arrays.stream(tangent.getRecordComponents())
                        .map(c -> bar(RecordNumbers.component(argument, c.getName()), c.getType(), weights, at))
                        .toArray());
    }

    /** What came out for an argument, without the numbers that were given. */
    private double[] adjoint(int argument, Object outcome, Object bar, double[] before) {
        Class<?> tangent = tangents.get(argument);
        boolean isReturned = bar == null || RecordNumbers.holdsNumbers(tangent);
        Object found = isReturned ? partial(outcome, argument) : bar;
        double[] numbers = RecordNumbers.of(found, tangent);
        if (bar == null || tangent.isArray()) {
            return numbers;
        }
        boolean[] isInArray = new boolean[numbers.length];
        mark(found, tangent, isInArray, new int[1], false);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] -= isInArray[i] ? 0 : before[i];
        }
        return numbers;
    }

    private static void mark(Object value, Class<?> tangent, boolean[] marks, int[] at, boolean inArray) {
        if (tangent.isArray()) {
            int count = RecordNumbers.of(value, tangent).length;
            Arrays.fill(marks, at[0], at[0] + count, true);
            at[0] += count;
        } else if (tangent.isRecord()) {
            for (var c : tangent.getRecordComponents()) {
                mark(RecordNumbers.component(value, c.getName()), c.getType(), marks, at, inArray);
            }
        } else {
            at[0]++;
        }
    }

    /** The component of a gradient for an argument: those of the active ones follow the value, if there is one. */
    private Object partial(Object gradient, int argument) {
        int index = (int) tangents.subList(0, argument).stream()
                .filter(t -> t != null && (seed != null || RecordNumbers.holdsNumbers(t)))
                .count();
        var components = gradient.getClass().getRecordComponents();
        return RecordNumbers.component(gradient, components[index + (seed == null ? 0 : 1)].getName());
    }

    /** The adjoints that are made and returned: of the result alone. */
    private void returned(double[][] columns, ArrayFunction.Outcome value, List<Object> left) {
        if (seed == null) {
            return;
        }
        int count = RecordNumbers.of(value.value(), seed).length;
        double[] weights = new double[outputs(value.value(), left).length];
        for (int i = 0; i < count; i++) {
            weights[i] = 2 * random.nextDouble() - 1;
        }
        double[] expected = transposed(columns, weights);
        close(expected, adjoints(weights, value, left, false), MODES, "adjoints that are returned");
        Arrays.fill(weights, 0, count, 1);
        Optional<ArrayFunction.Outcome> gradient = function.derived("Gradient", point.arguments());
        if (gradient.isPresent()) {
            Object own = RecordNumbers.component(gradient.get().value(), "value");
            assertThat(RecordNumbers.text(own))
                    .as(where + ": value of the gradient")
                    .isEqualTo(RecordNumbers.text(value.value()));
            close(transposed(columns, weights), gradient(gradient.get().value()), MODES, "gradient");
        }
    }

    private double[] gradient(Object record) {
        double[] found = new double[0];
        for (int i = 0; i < tangents.size(); i++) {
            if (tangents.get(i) != null) {
                found = join(found, RecordNumbers.of(partial(record, i), tangents.get(i)));
            }
        }
        return found;
    }

    private void jacobian(double[][] columns, ArrayFunction.Outcome value) {
        function.derived("Jacobian", point.arguments()).ifPresent(made -> {
            double[][] rows = (double[][]) made.value();
            assertThat(rows).hasNumberOfRows(RecordNumbers.of(value.value(), seed).length);
            for (int i = 0; i < rows.length; i++) {
                int row = i;
                double[] expected =
                        Arrays.stream(columns).mapToDouble(c -> c[row]).toArray();
                close(expected, rows[i], MODES, "row " + i + " of the Jacobian");
            }
        });
    }

    private void second(int n) {
        Optional<ArrayFunction.Outcome> hessian = function.derived("Hessian", point.arguments());
        for (int k = 0; hessian.isPresent() && k < n; k++) {
            double[] product = (double[]) function.derived("Hvp", with(point.arguments(), List.of(unit(n, k))))
                    .orElseThrow()
                    .value();
            double[] expected = extrapolated(
                    unit(n, k),
                    at -> gradient(function.derived("Gradient", at.arguments())
                            .orElseThrow()
                            .value()));
            close(expected, product, DIFFERENCES, "Hessian times unit vector " + k);
            close(product, ((double[][]) hessian.get().value())[k], 1e-10, "row " + k + " of the Hessian");
        }
    }

    private void differences(double[] column, double[] direction, int k) {
        double[] expected = extrapolated(direction, at -> {
            List<Object> arguments = at.arguments();
            return outputs(function.call(arguments).value(), arguments);
        });
        compared++;
        close(expected, column, DIFFERENCES, "differences by input " + k);
    }

    private interface Outputs {
        double[] at(RecordPoint point);
    }

    private double[] extrapolated(double[] direction, Outputs f) {
        double step = isFloat() ? 1e-2 : 1e-3;
        double[] wide = central(2 * step, direction, f);
        double[] narrow = central(step, direction, f);
        for (int j = 0; j < wide.length; j++) {
            narrow[j] = (4 * narrow[j] - wide[j]) / 3;
        }
        return narrow;
    }

    private double[] central(double step, double[] direction, Outputs f) {
        double[] above = f.at(point.plus(step, direction));
        double[] below = f.at(point.plus(-step, direction));
        for (int j = 0; j < above.length; j++) {
            above[j] = (above[j] - below[j]) / (2 * step);
        }
        return above;
    }

    private void same(
            ArrayFunction.Outcome value,
            List<Object> left,
            ArrayFunction.Outcome other,
            List<Object> arguments,
            String what) {
        assertThat(String.valueOf(other.thrown()))
                .as(where + ": exception of the " + what)
                .isEqualTo(String.valueOf(value.thrown()));
        assertThat(arguments.stream().map(RecordNumbers::text).toList())
                .as(where + ": what the " + what + " leaves in the arguments")
                .isEqualTo(left.stream().map(RecordNumbers::text).toList());
        if (value.thrown() == null && seed != null) {
            assertThat(RecordNumbers.text(other.value()))
                    .as(where + ": value of the " + what)
                    .isEqualTo(RecordNumbers.text(value.value()));
        }
    }

    private boolean isFloat() {
        return seed == float.class || active().stream().anyMatch(RecordNumbers::isFloat);
    }

    private void close(double[] expected, double[] actual, double tolerance, String what) {
        assertThat(actual).as(where + ": " + what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double size = 1 + Math.abs(expected[i]);
            boolean isClose = Math.abs(actual[i] - expected[i]) <= tolerance * size * (isFloat() ? 1e4 : 1);
            assertThat(isClose)
                    .as(where + ": " + what + ", " + i + ": " + actual[i] + " and " + expected[i])
                    .isTrue();
        }
    }
}
