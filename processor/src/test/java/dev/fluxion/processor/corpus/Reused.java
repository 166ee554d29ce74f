package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.tape.Workspace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A generated method with a workspace beside the same one without: the same results, the same arrays left behind, the same exceptions; and what it allocates.
 *
 * @param plain the method without a workspace
 * @param reusing the method with one
 */
record Reused(Method plain, Method reusing) {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Calls by which every stack has grown and every call site is linked. */
    private static final int WARM = 3;

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;

    Reused {
        plain.setAccessible(true);
        reusing.setAccessible(true);
    }

    /** What is called, and with how many arguments. */
    String name() {
        return plain.getName() + "/" + plain.getParameterCount();
    }

    /** Compares both methods. Whether they threw nothing, so that what they allocate can be measured. */
    boolean isSame(Workspace workspace, Object... arguments) {
        Object[] first = copy(arguments);
        Object expected = call(plain, first);
        for (int i = 0; i < WARM; i++) {
            Object[] again = copy(arguments);
            Object[] all = Arrays.copyOf(again, again.length + 1);
            all[again.length] = workspace;
            Object actual = call(reusing, all);
            assertThat(text(actual)).as(reusing + " at " + text(arguments)).isEqualTo(text(expected));
            assertThat(text(again)).as(reusing + ": arguments").isEqualTo(text(first));
            assertThat(workspace.used()).as(reusing + ": left in use").isZero();
        }
        return !(expected instanceof Throwable);
    }

    private static Object call(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object o) {
        if (o instanceof Record r) {
            return Arrays.stream(r.getClass().getRecordComponents())
                    .map(c -> c.getName() + "=" + text(component(r, c)))
                    .toList()
                    .toString();
        }
        return o instanceof Throwable t ? t.getClass() + " " + t.getMessage() : Arrays.deepToString(new Object[] {o});
    }

    private static Object component(Record r, RecordComponent c) {
        try {
            c.getAccessor().setAccessible(true);
            return c.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The bytes that a call allocates beyond those of what it returns, when calls like it went before. */
    long excess(Workspace workspace, Object... arguments) {
        Object[] working = copy(arguments);
        Object[] all = Arrays.copyOf(working, working.length + 1);
        all[working.length] = workspace;
        try {
            MethodHandle bound =
                    MethodHandles.insertArguments(MethodHandles.lookup().unreflect(reusing), 0, all);
            MethodHandle quiet = bound.asType(bound.type().changeReturnType(void.class));
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 2 * WARM; i++) {
                restore(arguments, working);
                long before = THREADS.getCurrentThreadAllocatedBytes();
                quiet.invokeExact();
                long after = THREADS.getCurrentThreadAllocatedBytes();
                least = i < WARM ? least : Math.min(least, after - before);
            }
            restore(arguments, working);
            Map<Object, Boolean> given = new IdentityHashMap<>();
            Arrays.stream(working).forEach(a -> given.put(a, true));
            Class<?> type = reusing.getReturnType();
            return least - (type.isPrimitive() ? 0 : size(call(reusing, all), given));
        } catch (Throwable e) {
            throw new AssertionError(reusing.toString(), e);
        }
    }

    private static long size(Object o, Map<Object, Boolean> given) {
        if (o == null || given.put(o, true) != null) {
            return 0;
        } else if (o.getClass().isArray()) {
            return sizeOfArray(o, given);
        }
        long size = HEADER;
        long rest = 0;
        for (RecordComponent c : o.getClass().getRecordComponents()) {
            size += width(c.getType());
            rest += c.getType().isPrimitive() ? 0 : size(component((Record) o, c), given);
        }
        boolean wide = Arrays.stream(o.getClass().getRecordComponents()).anyMatch(c -> width(c.getType()) == 8);
        long gap = wide && Arrays.stream(o.getClass().getRecordComponents()).allMatch(c -> width(c.getType()) == 8)
                ? 8 - REFERENCE
                : 0;
        return aligned(size + gap) + rest;
    }

    private static long sizeOfArray(Object array, Map<Object, Boolean> given) {
        int length = Array.getLength(array);
        long rest = 0;
        for (int i = 0; array instanceof Object[] rows && i < length; i++) {
            rest += size(rows[i], given);
        }
        return aligned(ARRAY_HEADER + (long) length * width(array.getClass().getComponentType())) + rest;
    }

    private static int width(Class<?> type) {
        return type == double.class || type == long.class ? 8 : REFERENCE;
    }

    private static long aligned(long bytes) {
        return (bytes + 7) / 8 * 8;
    }

    private static Object[] copy(Object[] arguments) {
        return Arrays.stream(arguments).map(Reused::copy).toArray();
    }

    private static Object copy(Object o) {
        if (o == null || !o.getClass().isArray()) {
            return o;
        }
        int length = Array.getLength(o);
        Object copy = Array.newInstance(o.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Array.set(copy, i, copy(Array.get(o, i)));
        }
        return copy;
    }

    /** Gives arrays the elements of others; where the method replaced rows, they are put back by value. */
    private static void restore(Object from, Object into) {
        for (int i = 0; i < Array.getLength(from); i++) {
            Object element = Array.get(from, i);
            if (element != null && element.getClass().isArray()) {
                Object target = Array.get(into, i);
                boolean fits = target != null && Array.getLength(target) == Array.getLength(element);
                if (fits) {
                    restore(element, target);
                } else {
                    Array.set(into, i, copy(element));
                }
            } else if (!(from instanceof Object[])) {
                Array.set(into, i, element);
            }
        }
    }

    /** The methods with a workspace of a companion, each with the one that takes none. */
    static List<Reused> of(Class<?> companion, String name) {
        List<Reused> found = new ArrayList<>();
        for (Method m : companion.getDeclaredMethods()) {
            Class<?>[] types = m.getParameterTypes();
            int last = types.length - 1;
            if (last >= 0 && types[last] == Workspace.class && m.getName().startsWith(name)) {
                try {
                    found.add(new Reused(companion.getDeclaredMethod(m.getName(), Arrays.copyOf(types, last)), m));
                } catch (NoSuchMethodException e) {
                    throw new AssertionError(e);
                }
            }
        }
        found.sort((a, b) -> a.reusing.toString().compareTo(b.reusing.toString()));
        return found;
    }
}
