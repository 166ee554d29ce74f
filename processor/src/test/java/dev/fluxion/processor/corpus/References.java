package dev.fluxion.processor.corpus;

import dev.fluxion.Dual;
import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.interpreter.Duals;
import dev.fluxion.processor.interpreter.Interpreter;
import dev.fluxion.processor.interpreter.Magnitude;
import dev.fluxion.processor.interpreter.Magnitudes;
import dev.fluxion.processor.interpreter.NotInterpreted;
import dev.fluxion.processor.ir.Function;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates functions by the interpreter, which shares nothing with the transforms. */
final class References {

    private final LoweringProcessor lowered;

    References(LoweringProcessor lowered) {
        this.lowered = lowered;
    }

    /** The reference, or nothing where a function calls what the interpreter does not know. */
    Optional<Reference> at(CorpusFunction f, Point p, boolean isSpecial) {
        try {
            return Optional.of(evaluate(f, p, isSpecial));
        } catch (NotInterpreted e) {
            return Optional.empty();
        }
    }

    private Reference evaluate(CorpusFunction f, Point p, boolean isSpecial) {
        List<Integer> actives = f.actives();
        double[] gradient = new double[actives.size()];
        double[] conditions = new double[actives.size()];
        Outcome outcome = null;
        boolean isRegular = true;
        boolean isSingle = false;
        for (int k = 0; k < gradient.length; k++) {
            int seed = actives.get(k);
            Watched<Dual> duals = new Watched<>(new Duals(), Dual::tangent);
            outcome = run(f, p, duals, (value, i) -> new Dual(value, i == seed ? 1 : 0));
            if (outcome.thrown() != null) {
                return new Reference(outcome.trace(), new double[0], new double[0], false, false, Set.of());
            }
            gradient[k] = ((Dual) outcome.result()).tangent();
            Watched<Magnitude> magnitudes = new Watched<>(new Magnitudes(), Magnitude::terms);
            Outcome terms = run(f, p, magnitudes, (value, i) -> new Magnitude(value, i == seed ? 1 : 0));
            double condition = ((Magnitude) terms.result()).terms();
            conditions[k] = Double.isFinite(condition) ? condition : 0;
            isRegular &= duals.isRegular() && magnitudes.isRegular();
            isSingle |= duals.isSingle();
        }
        Object value = number(f.primal().getReturnType(), ((Dual) outcome.result()).value());
        String trace = new Outcome(value, null, outcome.states()).trace();
        Set<String> singular = isSpecial ? singular(f, p) : Set.of();
        return new Reference(trace, gradient, conditions, isRegular, isSingle, singular);
    }

    private Set<String> singular(CorpusFunction f, Point p) {
        Encounters encounters = new Encounters();
        run(f, p, encounters, (value, i) -> new Encounters.Number(value, f.isActive(i)));
        return encounters.met();
    }

    private static Object number(Class<?> type, double value) {
        return type == float.class || type == Float.class ? (Object) (float) value : (Object) value;
    }

    /** How an argument is seeded. */
    private interface Seeding<A> {

        A seed(double value, int parameter);
    }

    private <A> Outcome run(CorpusFunction f, Point p, Arithmetic<A> arithmetic, Seeding<A> seeding) {
        Method m = f.primal();
        Function function = lowered.function(m);
        Statics statics = new Statics(m.getDeclaringClass());
        statics.reset();
        Object[] arguments = p.arguments(m.getParameterTypes());
        List<Object> seeded = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean isNumber = Points.isFloating(m.getParameterTypes()[i]);
            seeded.add(isNumber ? seeding.seed(((Number) arguments[i]).doubleValue(), i) : arguments[i]);
        }
        Interpreter<A> interpreter =
                new Interpreter<>(lowered, arithmetic, m.getDeclaringClass().getClassLoader());
        try {
            Object result = interpreter.run(function, seeded);
            return new Outcome(result, null, Point.states(arguments) + statics.state());
        } catch (NotInterpreted e) {
            throw e;
        } catch (Throwable e) {
            return new Outcome(null, e, Point.states(arguments) + statics.state());
        }
    }
}
