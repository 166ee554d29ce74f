package dev.fluxion.processor;

import dev.fluxion.tape.Workspace;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** The methods of a class but those that take a workspace, which do the same as those without. */
public final class PlainMethods {

    private PlainMethods() {}

    /** In the order of the class file. */
    public static Stream<Method> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(m -> !takesWorkspace(m));
    }

    /** Whether the last parameter is a workspace. */
    public static boolean takesWorkspace(Method m) {
        int last = m.getParameterCount() - 1;
        return last >= 0 && m.getParameterTypes()[last] == Workspace.class;
    }
}
