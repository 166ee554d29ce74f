package dev.fluxion.processor.fuzz.check;

import dev.fluxion.Dual;
import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.interpreter.Duals;
import dev.fluxion.processor.interpreter.Magnitude;
import dev.fluxion.processor.interpreter.Magnitudes;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums of absolute terms that notice where a partial is infinite, not a number, or so large or small that the order in which products are formed
 * decides whether they overflow: there the modes need not agree.
 */
final class Observed implements Arithmetic<Observed.Number> {

    /** A number with its terms, and whether it depends on what is differentiated by, be it with a partial of zero. */
    record Number(Magnitude magnitude, boolean varies) {

        static Number of(double value, double terms, boolean varies) {
            return new Number(new Magnitude(value, terms), varies);
        }
    }

    static final double LARGE = 1e60;

    private final Magnitudes magnitudes = new Magnitudes();
    private final Duals duals = new Duals();
    private boolean regular = true;

    boolean isRegular() {
        return regular;
    }

    private Number seen(Magnitude m, boolean varies) {
        regular &= !varies || isModerate(m.value()) && isModerate(m.terms());
        return new Number(m, varies);
    }

    private void partial(double partial) {
        regular &= isModerate(partial);
    }

    private static boolean isModerate(double d) {
        return d == 0 || Math.abs(d) < LARGE && Math.abs(d) > 1 / LARGE;
    }

    @Override
    public Number constant(double value) {
        return new Number(magnitudes.constant(value), false);
    }

    @Override
    public double value(Number a) {
        return a.magnitude.value();
    }

    @Override
    public Number negate(Number a) {
        return new Number(magnitudes.negate(a.magnitude), a.varies);
    }

    @Override
    public Number apply(Operator operator, Number a, Number b) {
        if (a.varies) {
            partial(duals.apply(operator, Dual.variable(value(a)), Dual.constant(value(b)))
                    .tangent());
        }
        if (b.varies) {
            partial(duals.apply(operator, Dual.constant(value(a)), Dual.variable(value(b)))
                    .tangent());
        }
        return seen(magnitudes.apply(operator, a.magnitude, b.magnitude), a.varies || b.varies);
    }

    @Override
    public Number round(Number a) {
        return seen(magnitudes.round(a.magnitude), a.varies);
    }

    @Override
    public Number withValue(Number a, double value) {
        return seen(magnitudes.withValue(a.magnitude, value), a.varies);
    }

    @Override
    public Optional<Number> call(Callee.Method method, List<Object> arguments) {
        boolean varies = false;
        List<Object> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Number n && n.varies) {
                duals.call(method, seeded(arguments, i)).ifPresent(d -> partial(d.tangent()));
                varies = true;
            }
            plain.add(arguments.get(i) instanceof Number n ? n.magnitude : arguments.get(i));
        }
        boolean depends = varies;
        return magnitudes.call(method, plain).map(m -> seen(m, depends));
    }

    private List<Object> seeded(List<Object> arguments, int seed) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            all.add(arguments.get(i) instanceof Number n ? new Dual(value(n), i == seed ? 1 : 0) : arguments.get(i));
        }
        return all;
    }
}
