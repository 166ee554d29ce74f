package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DifferentiableFunction;
import dev.fluxion.Dual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * All that must hold of a function over arrays at a point. Its inputs are the numbers in its active arguments; its outputs are those in its result and in its active
 * arrays as it leaves them, so that methods which work in place need no case of their own.
 */
final class ArrayCheck {

    private static final double MODES = 1e-10;
    private static final double DIFFERENCES = 1e-6;

    private final ArrayFunction function;
    private final ArrayPoint point;
    private final String where;
    private final Random random = new Random(3);

    /** How many differences were compared, and how many did not converge. */
    int compared;

    int skipped;

    ArrayCheck(ArrayFunction function, ArrayPoint point, String variant) {
        this.function = function;
        this.point = point;
        this.where = function.name() + " " + variant + " at " + point;
    }

    void run() {
        Object[] left = point.arguments();
        ArrayFunction.Outcome value = function.call(left);
        double[] zero = new double[point.inputs()];
        same(value, left, tangents(zero, true), "JVP");
        if (value.thrown() != null) {
            return;
        }
        int n = point.inputs();
        double[][] columns = new double[n][];
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            columns[k] = tangents(unit, false).outputs;
            differences(columns[k], unit, k);
        }
        double[] outputs = outputs(value.value(), left);
        for (int round = 0; round < 3; round++) {
            double[] weights = random.doubles(outputs.length, -1, 1).toArray();
            double[] adjoints = adjoints(weights, value, left);
            for (int k = 0; k < n; k++) {
                double forward = dot(weights, columns[k]);
                close(adjoints[k], forward, scale(weights, columns[k]), MODES, "reverse and forward, input " + k);
            }
        }
        gradient(value, columns);
        jacobian(value, columns);
        function(value, columns);
        second(n);
    }

    /** The Jacobian of an array, which methods that write to their arrays have none of. */
    private void jacobian(ArrayFunction.Outcome value, double[][] columns) {
        Object[] arguments = point.arguments();
        Optional<ArrayFunction.Outcome> made = function.jacobian(arguments);
        if (made.isEmpty()) {
            return;
        }
        assertThat(Arrays.deepToString(arguments)).as(where + ": arguments").isEqualTo(point.toString());
        double[][] rows = (double[][]) made.get().value();
        assertThat(rows)
                .as(where + ": rows of the Jacobian")
                .hasNumberOfRows(ArrayPoint.flat(List.of(value.value())).length);
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i]).as(where + ": columns of the Jacobian").hasSize(columns.length);
            for (int k = 0; k < columns.length; k++) {
                close(rows[i][k], columns[k][i], Math.abs(columns[k][i]), MODES, "Jacobian, row " + i + " column " + k);
            }
        }
    }

    /** The method as an object for optimisers. */
    private void function(ArrayFunction.Outcome value, double[][] columns) {
        DifferentiableFunction object = function.function().orElse(null);
        if (object == null) {
            return;
        }
        double[] x = (double[]) point.arguments()[0];
        assertThat(object.value(x)).as(where + ": value of the function").isEqualTo(value.value());
        double[] gradient = object.gradient(x);
        double[] first = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            close(gradient[k], columns[k][0], Math.abs(columns[k][0]), MODES, "gradient of the function, partial " + k);
            first[k] = k == 0 ? 1 : 0;
        }
        function.hvp(point.arguments(), first)
                .ifPresent(h -> assertThat(object.hvp(x, first)).isEqualTo(h.value()));
    }

    /** The results of forward mode: the primal's outcome and arrays, and the tangents of the outputs. */
    private record Forward(ArrayFunction.Outcome outcome, Object[] arguments, double[] outputs) {}

    private Forward tangents(double[] direction, boolean mayThrow) {
        Object[] arguments = point.arguments();
        List<Object> dots = point.shaped(direction);
        ArrayFunction.Outcome outcome = function.jvp(arguments, dots);
        if (outcome.thrown() != null) {
            assertThat(mayThrow).as(where + ": JVP throws " + outcome.thrown()).isTrue();
            return new Forward(outcome, arguments, null);
        }
        List<Object> all = new ArrayList<>();
        Object value = null;
        if (outcome.value() instanceof Dual d) {
            value = d.value();
            all.add(d.tangent());
        } else if (outcome.value() != null) {
            value = ArrayFunction.component(outcome.value(), "value");
            all.add(ArrayFunction.component(outcome.value(), "tangent"));
        }
        dots.stream().filter(d -> d.getClass().isArray()).forEach(all::add);
        return new Forward(new ArrayFunction.Outcome(value, null), arguments, ArrayPoint.flat(all));
    }

    private double[] outputs(Object value, Object[] left) {
        List<Object> all = new ArrayList<>();
        if (value != null) {
            all.add(value);
        }
        point.active(left).stream().filter(a -> a.getClass().isArray()).forEach(all::add);
        return ArrayPoint.flat(all);
    }

    /** The adjoints of all inputs for weights of all outputs; the primal's value and effects are compared on the way. */
    private double[] adjoints(double[] weights, ArrayFunction.Outcome value, Object[] left) {
        int[] at = {0};
        List<Object> seeds =
                value.value() == null ? List.of() : List.of(ArrayPoint.map(value.value(), v -> weights[at[0]++]));
        Object[] arguments = point.arguments();
        List<Object> bars = point.active(arguments).stream()
                .filter(a -> a.getClass().isArray())
                .map(a -> ArrayPoint.map(a, v -> weights[at[0]++]))
                .toList();
        ArrayFunction.Outcome outcome = function.vjp(arguments, seeds, bars);
        assertThat(outcome.thrown()).as(where + ": exception of the VJP").isNull();
        boolean numbers =
                point.active(arguments).stream().anyMatch(a -> !a.getClass().isArray());
        if (!numbers) {
            same(value, left, new Forward(outcome, arguments, null), "VJP");
        } else if (!function.isVoid()) {
            Object own = ArrayFunction.component(outcome.value(), "value");
            same(value, left, new Forward(new ArrayFunction.Outcome(own, null), arguments, null), "VJP");
        }
        List<Object> all = new ArrayList<>();
        int array = 0;
        for (int i = 0; i < function.parameters().length; i++) {
            if (function.isActive(function.parameters()[i])) {
                boolean isArray = function.parameters()[i].getType().isArray();
                all.add(
                        isArray
                                ? bars.get(array++)
                                : ArrayFunction.component(
                                        outcome.value(), ArrayFunction.partial(function.parameters()[i])));
            }
        }
        return ArrayPoint.flat(all);
    }

    /** The gradient of a number with fresh arrays. */
    private void gradient(ArrayFunction.Outcome value, double[][] columns) {
        if (function.result() != double.class && function.result() != float.class) {
            return;
        }
        Object record = function.gradient(point.arguments()).orElseThrow().value();
        List<Object> partials = new ArrayList<>();
        Arrays.stream(function.parameters())
                .filter(function::isActive)
                .forEach(p -> partials.add(ArrayFunction.component(record, ArrayFunction.partial(p))));
        assertThat(ArrayFunction.component(record, "value"))
                .as(where + ": value of the gradient")
                .isEqualTo(value.value());
        double[] gradient = ArrayPoint.flat(partials);
        for (int k = 0; k < gradient.length; k++) {
            close(gradient[k], columns[k][0], Math.abs(columns[k][0]), MODES, "gradient, partial " + k);
        }
    }

    /** The Hessian times each unit vector against differences of the gradient's value in two directions. */
    private void second(int n) {
        if (n == 0 || function.hvp(point.arguments(), new double[n]).isEmpty()) {
            return;
        }
        double[][] hessian = new double[n][];
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            hessian[k] = (double[])
                    function.hvp(point.arguments(), unit).orElseThrow().value();
            double[] expected = extrapolated(unit, this::reverseGradient);
            for (int j = 0; expected != null && j < n; j++) {
                close(hessian[k][j], expected[j], Math.abs(expected[j]), DIFFERENCES, "second partial " + k + " " + j);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < k; j++) {
                double size = Math.abs(hessian[k][j]);
                close(hessian[j][k], hessian[k][j], size, 1e-8, "symmetry of the Hessian " + k + " " + j);
            }
        }
    }

    private double[] reverseGradient(ArrayPoint at) {
        Object record = function.gradient(at.arguments()).orElseThrow().value();
        List<Object> partials = new ArrayList<>();
        Arrays.stream(function.parameters())
                .filter(function::isActive)
                .forEach(p -> partials.add(ArrayFunction.component(record, ArrayFunction.partial(p))));
        return ArrayPoint.flat(partials);
    }

    private void differences(double[] column, double[] unit, int k) {
        if (isFloat()) {
            compared++;
            return;
        }
        double[] expected = extrapolated(unit, at -> {
            Object[] arguments = at.arguments();
            ArrayFunction.Outcome outcome = function.call(arguments);
            return outcome.thrown() == null ? outputs(outcome.value(), arguments) : null;
        });
        compared++;
        if (expected == null) {
            skipped++;
            return;
        }
        for (int j = 0; j < column.length; j++) {
            close(
                    column[j],
                    expected[j],
                    Math.abs(expected[j]),
                    DIFFERENCES,
                    "differences, input " + k + " output " + j);
        }
    }

    private interface Outputs {
        double[] at(ArrayPoint point);
    }

    /** Central differences, extrapolated; null where those of two steps disagree. */
    private double[] extrapolated(double[] unit, Outputs f) {
        double[] wide = central(unit, 2e-3, f);
        double[] narrow = central(unit, 1e-3, f);
        double[] narrower = central(unit, 5e-4, f);
        if (wide == null || narrow == null || narrower == null) {
            return null;
        }
        double[] result = new double[wide.length];
        for (int j = 0; j < result.length; j++) {
            double first = (4 * narrow[j] - wide[j]) / 3;
            result[j] = (4 * narrower[j] - narrow[j]) / 3;
            if (Math.abs(first - result[j]) > 1e-6 * (1 + Math.abs(result[j]))) {
                return null;
            }
        }
        return result;
    }

    private double[] central(double[] unit, double step, Outputs f) {
        double[] above = f.at(point.plus(step, unit));
        double[] below = f.at(point.plus(-step, unit));
        if (above == null || below == null || above.length != below.length) {
            return null;
        }
        for (int j = 0; j < above.length; j++) {
            above[j] = (above[j] - below[j]) / (2 * step);
        }
        return above;
    }

    private void same(ArrayFunction.Outcome value, Object[] left, Forward other, String what) {
        assertThat(String.valueOf(other.outcome.thrown()))
                .as(where + ": exception of the " + what)
                .isEqualTo(String.valueOf(value.thrown()));
        assertThat(Arrays.deepToString(other.arguments))
                .as(where + ": what the " + what + " leaves in the arrays")
                .isEqualTo(Arrays.deepToString(left));
        if (value.thrown() == null) {
            Object[] own = {other.outcome.value()};
            assertThat(Arrays.deepToString(own))
                    .as(where + ": value of the " + what)
                    .isEqualTo(Arrays.deepToString(new Object[] {value.value()}));
        }
    }

    private void close(double actual, double expected, double size, double tolerance, String what) {
        boolean equal = Double.compare(actual, expected) == 0
                || Math.abs(actual - expected) <= tolerance * (1 + size) * (isFloat() ? 1e5 : 1);
        assertThat(equal)
                .as(where + ": " + what + ": " + actual + " and " + expected)
                .isTrue();
    }

    private boolean isFloat() {
        return function.result() == float.class
                || Arrays.stream(function.parameters())
                        .anyMatch(p -> p.getType() == float.class || p.getType() == float[].class);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] == 0 ? 0 : a[i] * b[i];
        }
        return sum;
    }

    private static double scale(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }
}
