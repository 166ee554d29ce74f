package dev.fluxion.processor.fuzz.check;

import dev.fluxion.Dual;
import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.interpreter.Duals;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers with their partials by all inputs at once and, for each, the sum of the absolute values of its terms: no order of summation can lose
 * more than that times the roundings. It notices where a partial is infinite, not a number, or so large or small that the order in which products are formed
 * decides whether they overflow: there the modes need not agree.
 */
final class Slopes implements Arithmetic<Slopes.Number> {

    /**
     * A number.
     *
     * @param partials by each input; null where it depends on none
     */
    record Number(double value, double[] partials, double[] terms) {

        double partial(int input) {
            return partials == null ? 0 : partials[input];
        }

        double terms(int input) {
            return partials == null ? 0 : terms[input];
        }
    }

    private final Duals duals = new Duals();
    private final int inputs;
    private boolean regular = true;

    Slopes(int inputs) {
        this.inputs = inputs;
    }

    boolean isRegular() {
        return regular;
    }

    Number input(double value, int index) {
        double[] partials = new double[inputs];
        partials[index] = 1;
        return new Number(value, partials, partials);
    }

    @Override
    public Number constant(double value) {
        return new Number(value, null, null);
    }

    @Override
    public double value(Number a) {
        return a.value;
    }

    @Override
    public Number negate(Number a) {
        return sum(-a.value, -1, a, 0, a);
    }

    @Override
    public Number apply(Operator operator, Number a, Number b) {
        Dual byFirst = duals.apply(operator, Dual.variable(a.value), Dual.constant(b.value));
        Dual bySecond = duals.apply(operator, Dual.constant(a.value), Dual.variable(b.value));
        return sum(byFirst.value(), byFirst.tangent(), a, bySecond.tangent(), b);
    }

    private Number sum(double value, double byFirst, Number a, double bySecond, Number b) {
        if (a.partials == null && b.partials == null) {
            return constant(value);
        }
        double[] partials = new double[inputs];
        double[] terms = new double[inputs];
        add(partials, terms, byFirst, a);
        add(partials, terms, bySecond, b);
        return seen(new Number(value, partials, terms));
    }

    private void add(double[] partials, double[] terms, double by, Number operand) {
        if (operand.partials == null) {
            return;
        }
        regular &= isModerate(by);
        for (int i = 0; i < inputs && by != 0; i++) {
            partials[i] += operand.partials[i] == 0 ? 0 : by * operand.partials[i];
            terms[i] += operand.terms[i] == 0 ? 0 : Math.abs(by) * operand.terms[i];
        }
    }

    private Number seen(Number n) {
        regular &= isModerate(n.value);
        for (double term : n.terms) {
            regular &= isModerate(term);
        }
        return n;
    }

    private static boolean isModerate(double d) {
        return d == 0 || Math.abs(d) < Observed.LARGE && Math.abs(d) > 1 / Observed.LARGE;
    }

    @Override
    public Number round(Number a) {
        if (a.partials == null) {
            return constant((float) a.value);
        }
        double[] rounded = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            rounded[i] = (float) a.partials[i];
        }
        return seen(new Number((float) a.value, rounded, a.terms));
    }

    @Override
    public Number withValue(Number a, double value) {
        return new Number(value, a.partials, a.terms);
    }

    @Override
    public Optional<Number> call(Callee.Method method, List<Object> arguments) {
        Optional<Dual> value = duals.call(method, seeded(arguments, -1));
        if (value.isEmpty()
                && !cuts(method)
                && arguments.stream().anyMatch(a -> a instanceof Number n && n.partials != null)) {
            // Throws where it is not known what the method does to derivatives.
            duals.call(method, seeded(arguments, 0));
        }
        Number result = constant(value.map(Dual::value).orElse(0.0));
        for (int i = 0; i < arguments.size() && value.isPresent(); i++) {
            if (arguments.get(i) instanceof Number n && n.partials != null) {
                double by =
                        duals.call(method, seeded(arguments, i)).orElseThrow().tangent();
                result = sum(result.value, 1, result, by, n);
            }
        }
        Number all = result;
        return value.map(v -> all);
    }

    private static boolean cuts(Callee.Method method) {
        return method.name().equals("constant");
    }

    private static List<Object> seeded(List<Object> arguments, int seed) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            all.add(arguments.get(i) instanceof Number n ? new Dual(n.value, i == seed ? 1 : 0) : arguments.get(i));
        }
        return all;
    }
}
