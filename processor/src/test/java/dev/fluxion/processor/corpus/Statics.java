package dev.fluxion.processor.corpus;

import java.lang.reflect.Method;

/** The static state of a class of the corpus, where it has methods {@code reset} and {@code state}. */
record Statics(Class<?> user) {

    /** That of the class itself or, for a companion, of the class that it is for. */
    static Statics of(Class<?> owner) {
        try {
            return new Statics(owner.getClassLoader().loadClass(owner.getName().replaceFirst("Grad$", "")));
        } catch (ClassNotFoundException nested) {
            return new Statics(owner);
        }
    }

    void reset() {
        call("reset");
    }

    String state() {
        return " " + call("state");
    }

    private Object call(String name) {
        try {
            Method method = user.getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(null);
        } catch (NoSuchMethodException stateless) {
            return "";
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
