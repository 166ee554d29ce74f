package dev.fluxion.processor.corpus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A method of the corpus or of a companion, ready to be called at points. */
record Call(Method method) {

    Call {
        method.setAccessible(true);
    }

    /** Calls it with fresh arguments of a point and more behind them; what it threw is an outcome too. */
    Outcome at(Point point, Object... more) {
        Statics statics = new Statics(method);
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

    /** The static state of a user's class, where it has methods {@code reset} and {@code state}. */
    private record Statics(Method called) {

        void reset() {
            call("reset");
        }

        String state() {
            return " " + call("state");
        }

        private Object call(String name) {
            try {
                Class<?> owner = called.getDeclaringClass();
                String user = owner.getName().replaceFirst("Grad$", "");
                Method method = owner.getClassLoader().loadClass(user).getDeclaredMethod(name);
                method.setAccessible(true);
                return method.invoke(null);
            } catch (NoSuchMethodException | ClassNotFoundException stateless) {
                return "";
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
