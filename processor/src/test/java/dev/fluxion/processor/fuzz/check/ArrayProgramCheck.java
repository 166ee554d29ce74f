package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.corpus.Differences;
import dev.fluxion.processor.corpus.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * All that must hold of a method over arrays of a random program and of what was generated for it. The derivative that counts is that of the interpreter, which is exact but
 * for roundings, whose size it says; so it does not matter how fast the function varies. Differences, where their error is known to be small, tell whether
 * the interpreter is right.
 */
final class ArrayProgramCheck {

    private static final int[] LENGTHS = {3, 1, 4, 2, 0, 3};
    private static final int ORDINARY = 4;

    private final Mapping mapping;
    private final Mapping plain;
    private final ArrayOracle oracle;
    private final Random random;
    private final Tally tally;
    private final List<Mismatch> found = new ArrayList<>();
    private final boolean hasFloats;
    private final boolean isCut;

    /**
     * @param plain the same method from a compilation with all optional passes off, or itself
     */
    ArrayProgramCheck(Mapping mapping, Mapping plain, ArrayOracle oracle, long seed, Tally tally) {
        this.mapping = mapping;
        this.plain = plain;
        this.oracle = oracle;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.tally = tally;
        Lowered traits = oracle.traits();
        this.hasFloats = mapping.hasFloats() || traits.hasFloats();
        this.isCut = traits.isCut();
    }

    List<Mismatch> run() {
        for (int i = 0; i < LENGTHS.length && found.isEmpty(); i++) {
            Arguments p = Arguments.random(mapping, LENGTHS[i], random);
            if (i >= ORDINARY) {
                double[] few = {0, -0.0, 1, random.nextDouble()};
                p = p.with(x -> few[random.nextInt(few.length)]);
            }
            at(p, i < ORDINARY);
        }
        return found;
    }

    private void at(Arguments p, boolean ordinary) {
        tally.count("points");
        Fuel.fillPrimal();
        Mapping.Ended value = mapping.value(p.fresh());
        if (value.thrown() instanceof Fuel.Spent || value.thrown() instanceof StackOverflowError) {
            wrong(Kind.MALFORMED, "the program", p, "does not end", "");
            return;
        }
        // Adjoints are in the shape of the outputs and then of the inputs: no array can be both.
        boolean hasReverse = value.thrown() != null || shape(value.arguments()).equals(shape(p.fresh()));
        tally.count(hasReverse ? "points with the same shapes before and after" : "points that change shapes");
        primal(p, value, mapping, hasReverse);
        if (plain != mapping) {
            primal(p, value, plain, hasReverse);
        }
        if (!hasReverse) {
            return;
        }
        if (found.isEmpty() && value.thrown() == null) {
            derivatives(p, value, ordinary);
        } else if (value.thrown() != null) {
            tally.count("points where the program throws");
        }
    }

    private void derivatives(Arguments p, Mapping.Ended value, boolean ordinary) {
        Optional<ArrayOracle.Answer> answer = oracle.at(p);
        if (answer.isEmpty()) {
            tally.count("points that are not interpreted");
            return;
        }
        List<Slopes.Number> outputs = answer.get().outputs();
        double[] actual = outputs(value.result(), value.arguments());
        if (outputs == null || !isSame(outputs, actual)) {
            wrong(Kind.LOWERED, "outputs", p, "" + outputs, Arrays.toString(actual));
        } else if (answer.get().isRegular()) {
            tally.count("points with derivatives");
            for (Mapping m : plain == mapping ? List.of(mapping) : List.of(mapping, plain)) {
                forward(p, m, outputs);
                reverse(p, m, outputs);
                gradient(p, m, outputs);
                jacobian(p, m, outputs);
            }
            if (ordinary && found.isEmpty()) {
                differences(p, outputs);
                new ArraySecondOrder(p).run();
            }
        }
    }

    private static String shape(Object value) {
        if (!Mapping.isArray(value)) {
            return "";
        }
        StringBuilder all = new StringBuilder("[" + java.lang.reflect.Array.getLength(value));
        for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
            all.append(shape(java.lang.reflect.Array.get(value, i)));
        }
        return all.append(']').toString();
    }

    private boolean isSame(List<Slopes.Number> outputs, double[] actual) {
        boolean same = outputs.size() == actual.length;
        for (int j = 0; same && j < actual.length; j++) {
            same = Tolerance.MODES.excess(outputs.get(j).value(), actual[j], 0, hasFloats) <= 1;
        }
        return same;
    }

    /** The numbers in a result and in the active arrays. */
    private double[] outputs(Object result, Object[] arguments) {
        List<Object> all = new ArrayList<>();
        all.add(result);
        mapping.actives(arguments).stream().filter(Mapping::isArray).forEach(all::add);
        return Mapping.flat(all);
    }

    /** The primal's bits, exceptions and effects, in every mode. */
    private void primal(Arguments p, Mapping.Ended value, Mapping m, boolean hasReverse) {
        Fuel.fill();
        Mapping.Ended forward = m.jvp(p.fresh(), p.shaped(doubles(p.inputs())));
        Object own = forward.thrown() != null || m.isVoid() ? null : forward.component("value");
        same(p, "JVP", forward.trace(own), value.trace(value.result()));
        if (!hasReverse) {
            return;
        }
        Fuel.fill();
        Mapping.Ended reverse = m.vjp(p.fresh(), seeds(value.result(), p), bars(p));
        if (reverse.thrown() == null && m.isVoid()) {
            same(p, "VJP", reverse.trace(null), value.trace(null));
        } else {
            boolean isRecord = reverse.thrown() == null && m.hasScalars();
            Object result = isRecord ? reverse.component("value") : reverse.result();
            same(p, "VJP", reverse.trace(result), value.trace(value.result()));
        }
    }

    private void same(Arguments p, String what, String actual, String expected) {
        if (!actual.equals(expected)) {
            wrong(Kind.PRIMAL, what, p, actual, expected);
        }
    }

    private double[] doubles(int count) {
        // As floats, which are seeds of both types.
        return random.doubles(count, -1, 1).map(d -> (float) d).toArray();
    }

    /** A random seed in the shape of a result; of the length of some argument where there is none. */
    private List<Object> seeds(Object result, Arguments p) {
        if (mapping.isVoid()) {
            return List.of();
        } else if (result == null) {
            Class<?> type = mapping.primal().getReturnType();
            return java.util.Collections.singletonList(
                    type == double.class
                            ? (Object) 1.0
                            : type == float.class
                                    ? (Object) 1f
                                    : java.lang.reflect.Array.newInstance(type.getComponentType(), 0));
        }
        return List.of(Arguments.map(result, x -> doubles(1)[0]));
    }

    private List<Object> bars(Arguments p) {
        return p.shaped(doubles(p.inputs())).stream().filter(Mapping::isArray).toList();
    }

    private void forward(Arguments p, Mapping m, List<Slopes.Number> outputs) {
        for (int k = 0; k < p.inputs() && found.isEmpty(); k++) {
            double[] unit = new double[p.inputs()];
            unit[k] = 1;
            List<Object> tangents = p.shaped(unit);
            Fuel.fill();
            Mapping.Ended end = m.jvp(p.fresh(), tangents);
            List<Object> all = new ArrayList<>();
            if (!m.isVoid()) {
                all.add(end.component("tangent"));
            }
            tangents.stream().filter(Mapping::isArray).forEach(all::add);
            double[] column = Mapping.flat(all);
            for (int j = 0; j < outputs.size(); j++) {
                Slopes.Number n = outputs.get(j);
                close(Kind.FORWARD, m, "JVP " + k + " of output " + j, p, column[j], n.partial(k), n.terms(k));
            }
        }
    }

    private void reverse(Arguments p, Mapping m, List<Slopes.Number> outputs) {
        for (int round = 0; round < 2 && found.isEmpty(); round++) {
            double[] weights = doubles(outputs.size());
            int[] at = {0};
            Object result = mapping.value(p.fresh()).result();
            List<Object> seeds = m.isVoid() ? List.of() : List.of(Arguments.map(result, x -> weights[at[0]++]));
            List<Object> bars = p.shaped(new double[p.inputs()]).stream()
                    .filter(Mapping::isArray)
                    .map(a -> Arguments.map(a, x -> weights[at[0]++]))
                    .toList();
            Fuel.fill();
            Mapping.Ended end = m.vjp(p.fresh(), seeds, bars);
            compare(Kind.REVERSE, "VJP", p, m, adjoints(m, end, bars), outputs, weights);
        }
    }

    /** The adjoints of all inputs: from arrays that were handed over, or from a record. */
    private static double[] adjoints(Mapping m, Mapping.Ended end, List<Object> bars) {
        List<Object> all = new ArrayList<>();
        int array = 0;
        List<Class<?>> types = m.actives(m.primal().getParameterTypes());
        for (int i = 0; i < types.size(); i++) {
            boolean isHanded = types.get(i).isArray() && bars != null;
            all.add(isHanded ? bars.get(array++) : end.component(m.partials().get(i)));
        }
        return Mapping.flat(all);
    }

    private void compare(
            Kind kind,
            String what,
            Arguments p,
            Mapping m,
            double[] actual,
            List<Slopes.Number> outputs,
            double[] weights) {
        for (int k = 0; k < actual.length; k++) {
            double expected = 0;
            double condition = 0;
            for (int j = 0; j < weights.length; j++) {
                expected += weights[j] * outputs.get(j).partial(k);
                condition += Math.abs(weights[j]) * outputs.get(j).terms(k);
            }
            close(kind, m, what + " " + k, p, actual[k], expected, condition);
        }
    }

    /** The gradient of a number, with arrays of its own and by way of arrays that hold the outputs' weights. */
    private void gradient(Arguments p, Mapping m, List<Slopes.Number> outputs) {
        if (!m.isScalar()) {
            return;
        }
        double[] weights = new double[outputs.size()];
        weights[0] = 1;
        Fuel.fill();
        m.gradient(p.fresh())
                .ifPresent(end -> compare(Kind.REVERSE, "gradient", p, m, adjoints(m, end, null), outputs, weights));
        List<Object> bars = bars(p);
        double[] held = Mapping.flat(bars);
        System.arraycopy(held, 0, weights, 1, held.length);
        Fuel.fill();
        m.gradient(p.fresh(), bars)
                .ifPresent(
                        end -> compare(Kind.REVERSE, "gradient added", p, m, adjoints(m, end, bars), outputs, weights));
    }

    private void jacobian(Arguments p, Mapping m, List<Slopes.Number> outputs) {
        Fuel.fill();
        Optional<Mapping.Ended> end = m.jacobian(p.fresh());
        if (end.isPresent() && end.get().thrown() == null) {
            double[][] rows = (double[][]) end.get().result();
            for (int j = 0; j < rows.length; j++) {
                Slopes.Number n = outputs.get(j);
                for (int k = 0; k < rows[j].length; k++) {
                    close(Kind.REVERSE, m, "Jacobian " + j + " " + k, p, rows[j][k], n.partial(k), n.terms(k));
                }
            }
        }
    }

    private void close(
            Kind kind, Mapping m, String what, Arguments p, double actual, double expected, double condition) {
        if (!(Tolerance.MODES.excess(actual, expected, condition, hasFloats) <= 1)) {
            String which = m == plain && m != mapping ? " without optional passes" : "";
            wrong(kind, what + which, p, actual + " (condition " + condition + ")", "" + expected);
        }
    }

    private void wrong(Kind kind, String what, Arguments p, String actual, String expected) {
        found.add(new Mismatch(kind, what + " at " + p + ": " + actual + " instead of " + expected));
    }

    /** Only where they converge, of a weighted sum of all outputs. */
    private void differences(Arguments p, List<Slopes.Number> outputs) {
        if (hasFloats || isCut) {
            return;
        }
        double[] weights = doubles(outputs.size());
        for (int k = 0; k < p.inputs(); k++) {
            int input = k;
            Differences d = Differences.of(x -> weighted(p.with(input, x), weights), p.input(k), false);
            double expected = 0;
            double condition = Math.abs(d.value());
            double size = 0;
            for (int j = 0; j < weights.length; j++) {
                expected += weights[j] * outputs.get(j).partial(k);
                condition += Math.abs(weights[j]) * outputs.get(j).terms(k);
                size += Math.abs(weights[j] * outputs.get(j).value());
            }
            boolean isRounding = size > 1e5 * condition * Math.max(0.2, Math.abs(p.input(k)));
            if (d.converges(condition) && !isRounding) {
                tally.count("partials against differences");
                if (!(Tolerance.DIFFERENCES.excess(expected, d.value(), condition, false) <= 1)) {
                    wrong(Kind.DIFFERENCES, "partial " + k, p, "" + expected, d.value() + " +- " + d.error());
                }
            }
        }
    }

    private double weighted(Arguments p, double[] weights) {
        Fuel.fill();
        Mapping.Ended end = mapping.value(p.fresh());
        double[] outputs = end.thrown() != null ? new double[0] : outputs(end.result(), end.arguments());
        double sum = outputs.length == weights.length ? 0 : Double.NaN;
        for (int j = 0; j < outputs.length && sum == sum; j++) {
            sum += weights[j] * outputs[j];
        }
        return sum;
    }

    /** Second derivatives: both compilations, symmetry, products with vectors, and differences of the gradient. */
    private final class ArraySecondOrder {

        private final Arguments p;

        ArraySecondOrder(Arguments p) {
            this.p = p;
        }

        void run() {
            int n = p.inputs();
            Fuel.fill();
            Optional<double[][]> hessian = matrix(mapping);
            if (hessian.isEmpty() || n == 0) {
                return;
            }
            tally.count("Hessians");
            double[][] h = hessian.get();
            double[][] other = matrix(plain).orElseThrow();
            double scale = 0;
            for (double[] row : h) {
                for (double x : row) {
                    scale = Math.max(scale, Math.abs(x));
                }
            }
            scale = Math.max(scale, 1e-3);
            for (int i = 0; scale < 1e30 && i < n; i++) {
                double[] unit = new double[n];
                unit[i] = 1;
                double[] product =
                        (double[]) mapping.hvp(p.fresh(), unit).orElseThrow().result();
                for (int j = 0; j < n; j++) {
                    close2(Kind.SECOND, "symmetry", h[i][j], h[j][i], scale);
                    close2(Kind.SECOND, "Hessian times vector", product[j], h[j][i], scale);
                    close2(Kind.OPTIMISED, "Hessian", h[i][j], other[i][j], scale);
                }
            }
            if (!hasFloats && !isCut && found.isEmpty()) {
                differences(h, scale);
            }
        }

        private Optional<double[][]> matrix(Mapping m) {
            return m.hessian(p.fresh()).map(end -> {
                if (end.thrown() != null) {
                    throw new IllegalStateException("Hessian at " + p, end.thrown());
                }
                return (double[][]) end.result();
            });
        }

        private void differences(double[][] h, double scale) {
            double[] weights = doubles(h.length);
            for (int j = 0; j < h.length; j++) {
                int input = j;
                Differences d = Differences.of(x -> weighted(p.with(input, x), weights), p.input(j), false);
                double actual = 0;
                for (int i = 0; i < h.length; i++) {
                    actual += weights[i] * h[i][j];
                }
                if (d.converges(scale)) {
                    tally.count("second partials against differences");
                    if (!(Tolerance.SECOND_DIFFERENCES.excess(actual, d.value(), scale, false) <= 1)) {
                        wrong(Kind.SECOND, "second partial " + j, p, "" + actual, d.value() + " +- " + d.error());
                    }
                }
            }
        }

        /** The gradient's product with weights. */
        private double weighted(Arguments at, double[] weights) {
            Fuel.fill();
            Mapping.Ended end = mapping.gradient(at.fresh()).orElseThrow();
            double[] gradient = end.thrown() != null ? new double[0] : adjoints(mapping, end, null);
            double sum = gradient.length == weights.length ? 0 : Double.NaN;
            for (int i = 0; i < gradient.length; i++) {
                sum += weights[i] * gradient[i];
            }
            return sum;
        }

        private void close2(Kind kind, String what, double actual, double expected, double scale) {
            if (!(Tolerance.SECOND.excess(actual, expected, scale, hasFloats) <= 1)) {
                wrong(kind, what, p, actual + " (scale " + scale + ")", "" + expected);
            }
        }
    }
}
