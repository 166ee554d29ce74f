package dev.fluxion.processor.interpreter;

import dev.fluxion.Dual;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums of absolute terms: every partial times the operand's sum, without signs. */
public final class Magnitudes implements Arithmetic<Magnitude> {

    private final Duals duals = new Duals();

    @Override
    public Magnitude constant(double value) {
        return new Magnitude(value, 0);
    }

    @Override
    public double value(Magnitude a) {
        return a.value();
    }

    @Override
    public Magnitude negate(Magnitude a) {
        return new Magnitude(-a.value(), a.terms());
    }

    @Override
    public Magnitude apply(Operator operator, Magnitude a, Magnitude b) {
        double byFirst = Math.abs(duals.apply(operator, Dual.variable(a.value()), Dual.constant(b.value()))
                .tangent());
        double bySecond = Math.abs(duals.apply(operator, Dual.constant(a.value()), Dual.variable(b.value()))
                .tangent());
        return new Magnitude(
                Doubles.compute(operator, a.value(), b.value()),
                times(byFirst, a.terms()) + times(bySecond, b.terms()));
    }

    private static double times(double partial, double terms) {
        return terms == 0 ? 0 : partial * terms;
    }

    @Override
    public Magnitude round(Magnitude a) {
        return new Magnitude((float) a.value(), a.terms());
    }

    @Override
    public Magnitude withValue(Magnitude a, double value) {
        return new Magnitude(value, a.terms());
    }

    @Override
    public Optional<Magnitude> call(Callee.Method method, List<Object> arguments) {
        double terms = 0;
        Optional<Dual> result = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Magnitude m) {
                result = duals.call(method, seeded(arguments, i));
                terms += result.isEmpty() ? 0 : times(Math.abs(result.get().tangent()), m.terms());
            }
        }
        double sum = terms;
        return result.map(r -> new Magnitude(r.value(), sum));
    }

    /** The arguments with a tangent of one beside one of them. */
    private static List<Object> seeded(List<Object> arguments, int seed) {
        List<Object> seeded = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            seeded.add(
                    arguments.get(i) instanceof Magnitude m
                            ? new Dual(m.value(), i == seed ? 1 : 0)
                            : arguments.get(i));
        }
        return seeded;
    }
}
