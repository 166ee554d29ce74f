package dev.fluxion.processor.corpus;

import dev.fluxion.Dual;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** All that must hold of a function and of what was generated for it. */
final class FunctionCheck {

    private final CorpusFunction function;
    private final CorpusFunction plain;
    private final References references;
    private final Findings findings;
    private final TensorCheck tensors;
    private final Random random = new Random(1);
    private int reliable;
    private int differences;
    private final ModeDifferences listed;
    private final ModeDifferences.Found found = new ModeDifferences.Found();

    /** That of the special point that is looked at. */
    private String pattern;

    /**
     * @param plain the same function from a compilation with all optional passes off
     */
    FunctionCheck(
            CorpusFunction function,
            CorpusFunction plain,
            References references,
            ModeDifferences listed,
            Statistics statistics) {
        this.listed = listed;
        this.function = function;
        this.plain = plain;
        this.references = references;
        this.findings = new Findings(function, statistics);
        this.tensors = new TensorCheck(function, findings);
    }

    void run() {
        Points points = new Points(function);
        for (Point p : points.ordinary()) {
            findings.statistics().count("ordinary points");
            at(p, true);
        }
        for (Points.Special special : points.patterns()) {
            findings.statistics().count("special points");
            pattern = special.pattern();
            at(special.point(), false);
        }
        listed.check(function.name(), found, findings);
        if (reliable < 0.7 * differences) {
            findings.wrong("only " + reliable + " of " + differences + " differences converge");
        }
        new SingularCheck(function, findings).run();
        new SingularCheck(plain, findings).run();
        findings.verify();
    }

    private void at(Point p, boolean ordinary) {
        Outcome value = function.value().at(p);
        Outcome gradient = function.gradient().at(p);
        primal(p, value, gradient, function);
        primal(p, plain.value().at(p), plain.gradient().at(p), plain);
        Optional<Reference> reference = references.at(function, p, !ordinary);
        reference.ifPresent(r -> interpreted(p, r, value));
        if (value.thrown() != null || gradient.thrown() != null) {
            findings.statistics().count("points where the primal throws");
            return;
        }
        double[] reverse = gradient.adjoints();
        double[] conditions = reference.map(Reference::conditions).orElse(new double[reverse.length]);
        Optional<String> cause = ordinary ? Optional.empty() : cause(p, reference);
        reference.ifPresent(r -> independent(p, r, reverse, cause.isEmpty()));
        modes(p, function, reverse, conditions, cause);
        modes(p, plain, plain.gradient().at(p).adjoints(), conditions, cause);
        optimised(p, reverse, conditions);
        tensors.at(p, value, function.vjp().at(p, seed(1)).adjoints());
        if (ordinary) {
            linear(p, reverse, conditions);
            closedForm(p, reverse, conditions);
            second(p);
        }
    }

    /** The primal's bits, exceptions and effects, in every mode. */
    private void primal(Point p, Outcome value, Outcome gradient, CorpusFunction f) {
        String expected = value.trace();
        findings.same(gradient.trace(), expected, "primal in the gradient", p);
        Object[] tangents = tangents(f, p, -1);
        findings.same(f.jvp().at(p, tangents).trace(), expected, "primal in the JVP", p);
        findings.same(f.vjp().at(p, seed(1)).trace(), expected, "primal in the VJP", p);
        f.dual().ifPresent(d -> findings.same(d.at(dual(p, -1)).trace(), expected, "primal in dual numbers", p));
        f.derivative()
                .ifPresent(d -> findings.same(
                        d.at(p).traceWithoutValue(), value.traceWithoutValue(), "effects of the derivative", p));
    }

    private void interpreted(Point p, Reference r, Outcome value) {
        findings.statistics().count("points with an independent reference");
        findings.same(r.trace(), value.trace(), "interpreted", p);
        if (r.isSingle()) {
            findings.single();
        }
    }

    /** The generated derivatives against those of the interpreter. */
    private void independent(Point p, Reference r, double[] reverse, boolean regular) {
        for (int k = 0; k < reverse.length; k++) {
            Object[] tangents = tangents(function, p, function.actives().get(k));
            double forward = function.jvp().at(p, tangents).tangent();
            double condition = r.conditions()[k];
            double expected = r.gradient()[k];
            if (regular || Double.isFinite(forward) && Double.isFinite(expected)) {
                findings.close(Tolerance.MODES, forward, expected, condition, "JVP and interpreted", p);
            }
            if (regular) {
                findings.close(Tolerance.MODES, reverse[k], r.gradient()[k], condition, "gradient and interpreted", p);
            }
        }
    }

    /** Why the modes may differ at a special point, as far as the point tells where there is no reference. */
    private static Optional<String> cause(Point p, Optional<Reference> reference) {
        if (reference.isPresent()) {
            return reference.get().cause(p);
        }
        return Optional.of(p.isInfinite() ? "argument" : p.isExtreme() ? "range" : "not interpreted");
    }

    /** Forward, reverse and dual against each other. */
    private void modes(Point p, CorpusFunction f, double[] reverse, double[] conditions, Optional<String> cause) {
        List<Integer> actives = f.actives();
        double[] seeded = f.vjp().at(p, seed(1)).adjoints();
        for (int k = 0; k < actives.size(); k++) {
            int parameter = actives.get(k);
            double forward = f.jvp().at(p, tangents(f, p, parameter)).tangent();
            double condition = conditions[k];
            ordered(Tolerance.MODES, seeded[k], reverse[k], condition, "VJP, partial " + k, p);
            f.dual().ifPresent(d -> {
                double tangent = d.at(dual(p, parameter)).tangent();
                findings.close(Tolerance.MODES, tangent, forward, condition, "dual and JVP", p);
            });
            if (cause.isEmpty() || Double.isFinite(forward) && Double.isFinite(reverse[k])) {
                findings.close(Tolerance.MODES, forward, reverse[k], condition, "JVP and gradient, partial " + k, p);
            } else if (Double.doubleToLongBits(forward) != Double.doubleToLongBits(reverse[k])) {
                findings.statistics()
                        .count("partials that differ between modes: "
                                + (cause.get().matches("argument|range|not interpreted")
                                        ? cause.get()
                                        : "singular primitive"));
                note(cause.get(), parameter, f);
            }
        }
        f.derivative()
                .ifPresent(d ->
                        ordered(Tolerance.MODES, d.at(p).numbers()[0], reverse[0], conditions[0], "derivative", p));
    }

    private void note(String cause, int parameter, CorpusFunction f) {
        String name = function.primal().getParameters()[parameter].getName();
        found.add(cause, pattern, f == plain ? name + "'" : name);
    }

    private void optimised(Point p, double[] reverse, double[] conditions) {
        double[] other = plain.gradient().at(p).adjoints();
        for (int k = 0; k < other.length; k++) {
            ordered(Tolerance.OPTIMISED, reverse[k], other[k], conditions[k], "optimised, partial " + k, p);
            Object[] tangents = tangents(function, p, function.actives().get(k));
            double forward = function.jvp().at(p, tangents).tangent();
            double otherForward = plain.jvp().at(p, tangents).tangent();
            ordered(Tolerance.OPTIMISED, forward, otherForward, conditions[k], "optimised JVP", p);
        }
    }

    /**
     * Compares what is computed in different orders, in one of which something may overflow; where the arguments are infinite, one order may
     * subtract infinities that another multiplies.
     */
    private void ordered(Tolerance row, double actual, double expected, double condition, String what, Point p) {
        boolean both = Double.isFinite(actual) && Double.isFinite(expected)
                || Double.isInfinite(actual) && Double.isInfinite(expected);
        if (p.isExtreme() && !both && Double.compare(actual, expected) != 0) {
            findings.statistics().count("partials that overflow in one order of operations");
        } else {
            findings.close(row, actual, expected, condition, what, p);
        }
    }

    /** {@code <w, J v> = <J' w, v>} for any v and w. */
    private void linear(Point p, double[] reverse, double[] conditions) {
        Object[] tangents = tangents(function, p, -1);
        double w = (float) (random.nextDouble() - 0.5);
        double[] adjoints = function.vjp().at(p, seed(w)).adjoints();
        double left = w * function.jvp().at(p, tangents).tangent();
        double right = 0;
        double condition = 0;
        for (int k = 0; k < adjoints.length; k++) {
            double v = ((Number) tangents[k]).doubleValue();
            right += adjoints[k] * v;
            condition += Math.abs(w * v) * Math.max(conditions[k], Math.abs(reverse[k]));
            findings.close(Tolerance.MODES, adjoints[k], w * reverse[k], Math.abs(w) * conditions[k], "seeded VJP", p);
        }
        findings.close(Tolerance.MODES, left, right, condition, "<w, J v> and <J' w, v>", p);
    }

    private void closedForm(Point p, double[] reverse, double[] conditions) {
        Optional<Call> exact = function.exact();
        if (exact.isPresent()) {
            double[] expected = exact.get().at(p).numbers();
            for (int k = 0; k < expected.length; k++) {
                findings.statistics().count("partials against closed forms");
                findings.close(Tolerance.EXACT, reverse[k], expected[k], conditions[k], "closed form, partial " + k, p);
            }
            return;
        }
        for (int k = 0; k < reverse.length; k++) {
            int parameter = function.actives().get(k);
            boolean isFloat = isFloat(function.primal().getParameterTypes()[parameter]);
            Differences d = Differences.of(
                    x -> number(function.value().at(p.with(parameter, x))), p.number(parameter), isFloat);
            compare(Tolerance.DIFFERENCES, d, reverse[k], conditions[k], "differences, partial " + k, p);
        }
    }

    private void compare(Tolerance row, Differences d, double actual, double condition, String what, Point p) {
        differences++;
        if (row.excess(d.value() + d.error(), d.value(), condition, findings.isSingle()) <= 0.5) {
            reliable++;
            findings.statistics().count("partials against " + row);
            findings.close(row, actual, d.value(), condition, what, p);
        } else {
            findings.statistics().count("differences that do not converge");
        }
    }

    private void second(Point p) {
        function.secondDerivative().ifPresent(d -> {
            String expected = function.value().at(p).traceWithoutValue();
            findings.same(d.at(p).traceWithoutValue(), expected, "effects of the second derivative", p);
        });
        if (function.hessian().isEmpty()) {
            secondDerivative(p);
            return;
        }
        double[][] hessian = (double[][]) function.hessian().get().at(p).result();
        function.secondDerivative()
                .ifPresent(s -> findings.close(
                        Tolerance.SECOND, s.at(p).numbers()[0], hessian[0][0], 0, "second derivative", p));
        double[][] other = (double[][]) plain.hessian().orElseThrow().at(p).result();
        tensors.second(p, hessian, norm(hessian));
        Optional<Call> exact = function.secondExact();
        double[][] expected = exact.map(e -> matrix(e.at(p).result())).orElse(null);
        for (int i = 0; i < hessian.length; i++) {
            double[] direction = new double[hessian.length];
            direction[i] = 1;
            double[] product =
                    function.hvp().orElseThrow().at(p, (Object) direction).numbers();
            for (int j = 0; j < hessian.length; j++) {
                findings.statistics().count("second partials");
                double scale = norm(hessian);
                findings.close(Tolerance.SECOND, hessian[i][j], hessian[j][i], scale, "symmetry", p);
                findings.close(Tolerance.SECOND, product[j], hessian[j][i], scale, "Hessian times vector", p);
                findings.close(Tolerance.SECOND, hessian[i][j], other[i][j], scale, "optimised Hessian", p);
                if (expected != null) {
                    findings.close(Tolerance.EXACT, hessian[i][j], expected[i][j], scale, "closed form of order 2", p);
                } else {
                    secondDifferences(p, i, j, hessian[i][j], scale);
                }
            }
        }
    }

    /** Of a method with effects, which has no Hessian. */
    private void secondDerivative(Point p) {
        if (function.secondDerivative().isPresent()) {
            double second = function.secondDerivative().get().at(p).numbers()[0];
            double other = plain.secondDerivative().orElseThrow().at(p).numbers()[0];
            findings.statistics().count("second partials");
            findings.close(Tolerance.SECOND, second, other, Math.abs(second), "optimised second derivative", p);
            secondDifferences(p, 0, 0, second, Math.abs(second));
        }
    }

    private void secondDifferences(Point p, int i, int j, double actual, double scale) {
        int parameter = function.actives().get(j);
        boolean isFloat = isFloat(function.primal().getParameterTypes()[parameter]);
        Differences d = Differences.of(
                x -> {
                    Outcome there = function.gradient().at(p.with(parameter, x));
                    return there.thrown() != null ? Double.NaN : there.adjoints()[i];
                },
                p.number(parameter),
                isFloat);
        compare(Tolerance.SECOND_DIFFERENCES, d, actual, scale, "differences of order 2", p);
    }

    private static double[][] matrix(Object result) {
        return result instanceof double[][] m ? m : new double[][] {{((Number) result).doubleValue()}};
    }

    private static double norm(double[][] matrix) {
        double norm = 0;
        for (double[] row : matrix) {
            for (double d : row) {
                norm = Math.max(norm, Math.abs(d));
            }
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
    private Object[] tangents(CorpusFunction f, Point p, int unit) {
        List<Integer> actives = f.actives();
        Object[] tangents = new Object[actives.size()];
        for (int k = 0; k < tangents.length; k++) {
            int parameter = actives.get(k);
            double drawn = unit < 0 ? random.nextDouble() - 0.5 : parameter == unit ? 1 : 0;
            tangents[k] = isFloat(f.primal().getParameterTypes()[parameter]) ? (Object) (float) drawn : (Object) drawn;
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
