package dev.fluxion.processor.tensor;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import dev.fluxion.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A class {@code p.Curves} with the methods that a test gives it, and its companion. */
final class Compiled {

    private final String text;
    private final Class<?> companion;

    private Compiled(String text, Class<?> companion) {
        this.text = text;
        this.companion = companion;
    }

    /** The first method stands on line 7. */
    static Compiled of(String methods) {
        String source = """
                package p;

                import dev.fluxion.*;

                public final class Curves {

                """ + methods + "}\n";
        InMemory run =
                InMemory.derive(Map.of("p.Curves", source), "-Xlint:all,-processing,-path,-classfile", "-Werror");
        if (!run.isSuccessful()) {
            throw new AssertionError(String.join("\n", run.errors()));
        }
        try {
            return new Compiled(run.generated().get("p.CurvesGrad"), run.loadClass("p.CurvesGrad"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The companion's source. */
    String text() {
        return text;
    }

    /** The text from the line that contains one string to the line that is the other. */
    String text(String first, String last) {
        int start = text.lastIndexOf('\n', text.indexOf(first)) + 1;
        return text.substring(start, text.indexOf(last, start) + last.length());
    }

    boolean hasForm(String name) {
        return form(name).isPresent();
    }

    private Optional<Method> form(String name) {
        return PlainMethods.of(companion)
                .filter(m -> m.getName().equals(name) && m.getReturnType() == Tensor.class)
                .filter(m -> Stream.of(m.getParameterTypes()).anyMatch(t -> t == Tensor.class))
                .findFirst();
    }

    /** An object of the class. */
    Object object() {
        try {
            return companion
                    .getClassLoader()
                    .loadClass("p.Curves")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a method over tensors. */
    Tensor call(String name, Object... arguments) {
        Method form = form(name).orElseThrow();
        form.setAccessible(true);
        try {
            return (Tensor) form.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
