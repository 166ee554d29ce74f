package dev.fluxion.processor.fuzz.check;

import dev.fluxion.Dual;
import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.corpus.CorpusFunction;
import dev.fluxion.processor.corpus.Point;
import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.interpreter.Duals;
import dev.fluxion.processor.interpreter.Interpreter;
import dev.fluxion.processor.interpreter.NotInterpreted;
import dev.fluxion.processor.ir.Function;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Evaluates the lowered function of a method, statement by statement, over dual numbers. */
final class Oracle {

    /**
     * What it says at a point.
     *
     * @param outcome the value's text, or the exception's
     * @param partials one per active parameter
     * @param conditions the sums of the absolute terms of each partial
     * @param isRegular whether all that is differentiated on the way has moderate partials, so that all modes must agree
     */
    record Answer(String outcome, double[] partials, double[] conditions, boolean isRegular) {}

    static final String NOT_KNOWN = "?";

    private final LoweringProcessor lowered;
    private final CorpusFunction function;
    private final Function body;
    private final Lowered traits;

    Oracle(LoweringProcessor lowered, CorpusFunction function) {
        this.lowered = lowered;
        this.function = function;
        Method m = function.primal();
        this.body = lowered.named(m.getDeclaringClass().getName(), m.getName());
        this.traits = new Lowered(lowered, body);
    }

    /** Whether {@code float} arithmetic takes part in it, so that derivatives are as coarse. */
    boolean hasFloats() {
        return function.isFloat() || traits.hasFloats();
    }

    /** Whether the program itself cuts derivatives, so that they are not those of its values. */
    boolean isCut() {
        return traits.isCut();
    }

    /** The answer; not a regular one where the program calls what the interpreter does not know. */
    Answer at(Point p) {
        try {
            return evaluate(p);
        } catch (NotInterpreted e) {
            return new Answer(NOT_KNOWN, new double[0], new double[0], false);
        }
    }

    private Answer evaluate(Point p) {
        List<Integer> actives = function.actives();
        double[] partials = new double[actives.size()];
        double[] conditions = new double[partials.length];
        Observed observed = new Observed();
        String outcome = outcome(p);
        for (int k = 0; k < partials.length && !outcome.startsWith("!"); k++) {
            int unit = actives.get(k);
            Dual dual = (Dual) run(new Duals(), p, (x, i) -> new Dual(x, i == unit ? 1 : 0));
            partials[k] = dual.tangent();
            Observed.Number number =
                    (Observed.Number) run(observed, p, (x, i) -> Observed.Number.of(x, i == unit ? 1 : 0, true));
            conditions[k] = number.magnitude().terms();
        }
        boolean isFinite = Arrays.stream(partials).allMatch(Double::isFinite);
        return new Answer(outcome, partials, conditions, isFinite && observed.isRegular());
    }

    private String outcome(Point p) {
        try {
            Dual value = (Dual) run(new Duals(), p, (x, i) -> new Dual(x, 0));
            return "" + value.value();
        } catch (RuntimeException e) {
            return "!" + e.getClass().getName() + ": " + e.getMessage();
        }
    }

    private <A> Object run(Arithmetic<A> arithmetic, Point p, BiFunction<Double, Integer, A> seed) {
        reset();
        Method m = function.primal();
        Object[] arguments = p.arguments(m.getParameterTypes());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean isReal = body.variables().get(i).type().isDifferentiable();
            values.add(
                    !isReal
                            ? arguments[i]
                            : function.isActive(i)
                                    ? seed.apply(((Number) arguments[i]).doubleValue(), i)
                                    : arithmetic.constant(((Number) arguments[i]).doubleValue()));
        }
        ClassLoader loader = m.getDeclaringClass().getClassLoader();
        return new Interpreter<>(lowered, arithmetic, loader).run(body, values);
    }

    private void reset() {
        try {
            Method reset = function.primal().getDeclaringClass().getDeclaredMethod("reset");
            reset.setAccessible(true);
            reset.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
