package dev.fluxion.processor.corpus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A method of the corpus or of a companion, ready to be called at points. */
public record Call(Method method) {

    public Call {
        method.setAccessible(true);
    }

    /** Calls it with fresh arguments of a point and more behind them; what it threw is an outcome too. */
    public Outcome at(Point point, Object... more) {
        Statics statics = Statics.of(method.getDeclaringClass());
        statics.reset();
        Object[] arguments = point.arguments(method.getParameterTypes(), more);
        try {
            Object result = method.invoke(null, arguments);
            return new Outcome(result, null, Point.states(arguments) + statics.state());
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause(), Point.states(arguments) + statics.state());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new AssertionError(method + " at " + point, e);
        }
    }
}
