package dev.fluxion.processor.fuzz.check;

import dev.fluxion.Dual;
import dev.fluxion.processor.corpus.Call;
import dev.fluxion.processor.corpus.CorpusFunction;
import dev.fluxion.processor.corpus.Differences;
import dev.fluxion.processor.corpus.Outcome;
import dev.fluxion.processor.corpus.Point;
import dev.fluxion.processor.corpus.Points;
import dev.fluxion.processor.corpus.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** All that must hold of a function of a random program and of what was generated for it. */
final class ProgramCheck {

    private static final int ORDINARY = 5;
    private static final int SPECIAL = 4;

    private final CorpusFunction function;
    private final CorpusFunction plain;
    private final Oracle oracle;
    private final long seed;
    private final Random random;
    private final Tally tally;
    private final List<Mismatch> found = new ArrayList<>();

    /**
     * @param plain the same function from a compilation with all optional passes off, or itself
     */
    ProgramCheck(CorpusFunction function, CorpusFunction plain, Oracle oracle, long seed, Tally tally) {
        this.function = function;
        this.plain = plain;
        this.oracle = oracle;
        this.seed = seed;
        this.random = new Random(seed);
        this.tally = tally;
    }

    List<Mismatch> run() {
        Points points = new Points(function, seed * 0x9E3779B97F4A7C15L);
        List<Point> all = new ArrayList<>(points.ordinary().subList(0, ORDINARY));
        List<Point> special = points.special();
        for (int i = 0; i < SPECIAL; i++) {
            all.add(special.get(random.nextInt(special.size())));
        }
        for (int i = 0; i < all.size() && found.isEmpty(); i++) {
            at(all.get(i), i < ORDINARY);
        }
        return found;
    }

    private void at(Point p, boolean ordinary) {
        tally.count("points");
        Fuel.fillPrimal();
        Outcome value = function.value().at(p);
        if (value.thrown() instanceof Fuel.Spent || value.thrown() instanceof StackOverflowError) {
            wrong(Kind.MALFORMED, "the program", p, "", value.trace());
            return;
        }
        primal(p, value, function);
        if (plain != function) {
            primal(p, value, plain);
        }
        if (!found.isEmpty()) {
            return;
        } else if (value.thrown() != null) {
            tally.count("points where the program throws");
            return;
        }
        Oracle.Answer answer = oracle.at(p);
        if (answer.outcome().equals(Oracle.NOT_KNOWN)) {
            tally.count("points that are not interpreted");
        } else if (!isSame(answer, value.value().doubleValue())) {
            wrong(Kind.LOWERED, "value", p, answer.outcome(), "" + value.value());
        } else if (answer.isRegular()) {
            tally.count("points with derivatives");
            derivatives(p, function, answer);
            if (plain != function) {
                derivatives(p, plain, answer);
            }
            if (ordinary && found.isEmpty()) {
                if (!oracle.isCut()) {
                    differences(p, value.value().doubleValue(), answer);
                }
                second(p, answer);
            }
        }
    }

    /** Whether the evaluation went the same way: its library functions may round otherwise. */
    private boolean isSame(Oracle.Answer answer, double value) {
        return !answer.outcome().startsWith("!")
                && Tolerance.MODES.excess(Double.parseDouble(answer.outcome()), value, 0, hasFloats()) <= 1;
    }

    private static Outcome at(Call call, Point p, Object... more) {
        Fuel.fill();
        return call.at(p, more);
    }

    /** The primal's bits, exceptions and effects, in every mode. */
    private void primal(Point p, Outcome value, CorpusFunction f) {
        String expected = value.trace();
        same(p, "gradient", at(f.gradient(), p).trace(), expected);
        same(p, "JVP", at(f.jvp(), p, tangents(-1)).trace(), expected);
        same(p, "VJP", at(f.vjp(), p, seed(1)).trace(), expected);
        f.dual().ifPresent(d -> same(p, "dual numbers", at(d, dual(p, -1)).trace(), expected));
        f.derivative().ifPresent(d -> same(p, "derivative", at(d, p).traceWithoutValue(), value.traceWithoutValue()));
    }

    private void same(Point p, String what, String actual, String expected) {
        if (!actual.equals(expected)) {
            wrong(Kind.PRIMAL, what, p, actual, expected);
        }
    }

    private void derivatives(Point p, CorpusFunction f, Oracle.Answer answer) {
        double[] gradient = at(f.gradient(), p).adjoints();
        double[] seeded = at(f.vjp(), p, seed(1)).adjoints();
        for (int k = 0; k < gradient.length; k++) {
            int unit = f.actives().get(k);
            double expected = answer.partials()[k];
            double condition = answer.conditions()[k];
            close(Kind.FORWARD, "JVP " + k, p, at(f.jvp(), p, tangents(unit)).tangent(), expected, condition);
            close(Kind.REVERSE, "gradient " + k, p, gradient[k], expected, condition);
            close(Kind.REVERSE, "VJP " + k, p, seeded[k], expected, condition);
            f.dual().ifPresent(d -> {
                close(Kind.DUAL, "dual numbers", p, at(d, dual(p, unit)).tangent(), expected, condition);
            });
        }
        f.derivative()
                .ifPresent(d -> close(
                        Kind.REVERSE, "derivative", p, at(d, p).numbers()[0], gradient[0], answer.conditions()[0]));
        linear(p, f, answer);
    }

    /** {@code <w, J v> = <J' w, v>} for any v and w. */
    private void linear(Point p, CorpusFunction f, Oracle.Answer answer) {
        Object[] tangents = tangents(-1);
        double w = (float) (random.nextDouble() - 0.5);
        double[] adjoints = at(f.vjp(), p, seed(w)).adjoints();
        double right = 0;
        double condition = 0;
        for (int k = 0; k < adjoints.length; k++) {
            double v = ((Number) tangents[k]).doubleValue();
            right += adjoints[k] * v;
            condition += Math.abs(w * v) * answer.conditions()[k];
        }
        close(Kind.LINEAR, "<w, J v>", p, w * at(f.jvp(), p, tangents).tangent(), right, condition);
    }

    private void close(Kind kind, String what, Point p, double actual, double expected, double condition) {
        if (!(Tolerance.MODES.excess(actual, expected, condition, hasFloats()) <= 1)) {
            wrong(kind, what, p, actual + " (condition " + condition + ")", "" + expected);
        }
    }

    private boolean hasFloats() {
        return oracle.hasFloats();
    }

    private void wrong(Kind kind, String what, Point p, String actual, String expected) {
        found.add(new Mismatch(
                kind, what + " of " + function.stem() + p.values() + ": " + actual + " instead of " + expected));
    }

    /** Only what converges, and stands out of the rounding of the value. */
    private void differences(Point p, double value, Oracle.Answer answer) {
        for (int k = 0; k < answer.partials().length && !hasFloats(); k++) {
            int parameter = function.actives().get(k);
            Differences d =
                    Differences.of(x -> number(at(function.value(), p.with(parameter, x))), p.number(parameter), false);
            double condition = Math.max(answer.conditions()[k], Math.abs(d.value()));
            boolean isRounding = Math.abs(value) > 1e5 * condition * Math.max(0.2, Math.abs(p.number(parameter)));
            if (d.converges(condition) && !isRounding) {
                tally.count("partials against differences");
                double excess = Tolerance.DIFFERENCES.excess(answer.partials()[k], d.value(), condition, false);
                if (!(excess <= 1)) {
                    wrong(
                            Kind.DIFFERENCES,
                            "partial " + k,
                            p,
                            "" + answer.partials()[k],
                            d.value() + " +- " + d.error());
                }
            }
        }
    }

    private void second(Point p, Oracle.Answer answer) {
        if (function.hessian().isEmpty()) {
            return;
        }
        tally.count("Hessians");
        double[][] hessian = hessian(function, p);
        double[][] other = hessian(plain, p);
        double scale = norm(answer.conditions());
        for (double[] row : hessian) {
            scale = Math.max(scale, norm(row));
        }
        if (!(scale < 1e60)) {
            return;
        }
        for (int i = 0; i < hessian.length; i++) {
            double[] direction = new double[hessian.length];
            direction[i] = 1;
            Optional<Call> hvp = function.hvp();
            double[] product =
                    hvp.isPresent() ? at(hvp.get(), p, (Object) direction).numbers() : hessian[i];
            for (int j = 0; j < hessian.length; j++) {
                close2(Kind.SECOND, "symmetry", p, hessian[i][j], hessian[j][i], scale);
                close2(Kind.SECOND, "Hessian times vector", p, product[j], hessian[j][i], scale);
                close2(Kind.OPTIMISED, "Hessian", p, hessian[i][j], other[i][j], scale);
                secondDifferences(p, i, j, hessian[i][j], scale);
            }
        }
    }

    private static double[][] hessian(CorpusFunction f, Point p) {
        Outcome o = at(f.hessian().orElseThrow(), p);
        if (o.thrown() != null) {
            throw new IllegalStateException("Hessian at " + p.values(), o.thrown());
        }
        return (double[][]) o.result();
    }

    private void secondDifferences(Point p, int i, int j, double actual, double scale) {
        if (hasFloats() || oracle.isCut()) {
            return;
        }
        int parameter = function.actives().get(j);
        Differences d = Differences.of(
                x -> {
                    Outcome there = at(function.gradient(), p.with(parameter, x));
                    return there.thrown() != null ? Double.NaN : there.adjoints()[i];
                },
                p.number(parameter),
                false);
        if (d.converges(scale)) {
            tally.count("second partials against differences");
            if (!(Tolerance.SECOND_DIFFERENCES.excess(actual, d.value(), scale, false) <= 1)) {
                wrong(Kind.SECOND, "partial " + i + " " + j, p, "" + actual, d.value() + " +- " + d.error());
            }
        }
    }

    private void close2(Kind kind, String what, Point p, double actual, double expected, double scale) {
        if (!(Tolerance.SECOND.excess(actual, expected, scale, hasFloats()) <= 1)) {
            wrong(kind, what, p, actual + " (scale " + scale + ")", "" + expected);
        }
    }

    private static double norm(double[] row) {
        double norm = 0;
        for (double d : row) {
            norm = Double.isNaN(d) ? d : Math.max(norm, Math.abs(d));
        }
        return norm;
    }

    private static double number(Outcome o) {
        return o.thrown() != null || o.result() == null ? Double.NaN : o.value().doubleValue();
    }

    private Object seed(double w) {
        return isFloat(function.primal().getReturnType()) ? (Object) (float) w : (Object) w;
    }

    /** The unit tangents of one parameter, or random ones. */
    private Object[] tangents(int unit) {
        List<Integer> actives = function.actives();
        Object[] tangents = new Object[actives.size()];
        for (int k = 0; k < tangents.length; k++) {
            int parameter = actives.get(k);
            double drawn = unit < 0 ? random.nextDouble() - 0.5 : parameter == unit ? 1 : 0;
            Class<?> type = function.primal().getParameterTypes()[parameter];
            tangents[k] = isFloat(type) ? (Object) (float) drawn : (Object) drawn;
        }
        return tangents;
    }

    private Point dual(Point p, int unit) {
        Point dual = p;
        for (int i : function.actives()) {
            double tangent = unit < 0 ? random.nextDouble() : i == unit ? 1 : 0;
            dual = dual.with(i, new Dual(p.number(i), tangent));
        }
        return dual;
    }

    private static boolean isFloat(Class<?> type) {
        return type == float.class || type == Float.class;
    }
}
