package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;

/** Java's members, by reflection. */
final class Members {

    private final ClassLoader loader;

    Members(ClassLoader loader) {
        this.loader = loader;
    }

    Class<?> load(Type type) {
        if (type instanceof Type.Primitive p) {
            return switch (p) {
                case BOOLEAN -> boolean.class;
                case BYTE -> byte.class;
                case SHORT -> short.class;
                case CHAR -> char.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
            };
        } else if (type instanceof Type.Array a) {
            return load(a.component()).arrayType();
        } else if (type instanceof Type.Declared d) {
            try {
                return Class.forName(d.binaryName(), true, loader);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return Object.class;
    }

    Object call(Callee.Method method, Object target, List<Object> arguments) {
        try {
            Class<?>[] types = method.parameters().stream().map(this::load).toArray(Class<?>[]::new);
            java.lang.reflect.Method m = find(load(method.owner()), method.name(), types);
            if (target == null && !method.isStatic()) {
                throw new NullPointerException();
            }
            if (isUsers(m.getDeclaringClass())) {
                m.setAccessible(true);
            }
            return m.invoke(target, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The method that Java would run on an object. */
    Callee.Method implementation(Callee.Method called, Object receiver) {
        if (receiver == null) {
            throw new NullPointerException();
        }
        Class<?>[] types = called.parameters().stream().map(this::load).toArray(Class<?>[]::new);
        try {
            Class<?> start = called.access() == Callee.Access.PRIVATE ? load(called.owner()) : receiver.getClass();
            Class<?> owner = find(start, called.name(), types).getDeclaringClass();
            Type.Declared type = owner.isAnonymousClass() && receiver instanceof Enum<?> constant
                    ? Type.Declared.bodyOf(declared(owner.getSuperclass()), constant.name())
                    : declared(owner);
            return new Callee.Method(type, called.name(), called.parameters(), called.result(), false, called.access());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Type.Declared declared(Class<?> type) {
        String nested = type.getCanonicalName().substring(type.getPackageName().length() + 1);
        return Type.Declared.of(type.getPackageName(), nested.split("\\."));
    }

    private static java.lang.reflect.Method find(Class<?> owner, String name, Class<?>[] types)
            throws NoSuchMethodException {
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
            try {
                return c.getDeclaredMethod(name, types);
            } catch (NoSuchMethodException e) {
                // Inherited, perhaps.
            }
        }
        return owner.getMethod(name, types);
    }

    Object create(Type type, List<Type> types, List<Object> arguments) {
        for (Constructor<?> c : load(type).getDeclaredConstructors()) {
            if (accepts(c, types)) {
                try {
                    if (isUsers(c.getDeclaringClass())) {
                        c.setAccessible(true);
                    }
                    return c.newInstance(arguments.toArray());
                } catch (InvocationTargetException e) {
                    throw sneaky(e.getCause());
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("no constructor of " + type + types);
    }

    private static boolean isUsers(Class<?> type) {
        return !type.getName().startsWith("java.");
    }

    private boolean accepts(Constructor<?> c, List<Type> types) {
        Class<?>[] wanted = c.getParameterTypes();
        boolean fits = wanted.length == types.size()
                && (isUsers(c.getDeclaringClass()) || Modifier.isPublic(c.getModifiers()));
        for (int i = 0; i < wanted.length && fits; i++) {
            fits = wanted[i].isAssignableFrom(load(types.get(i)));
        }
        return fits;
    }

    Object read(Field field, Object target) {
        try {
            return field(field).get(target);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    void write(Field field, Object target, Object value) {
        try {
            field(field).set(target, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private java.lang.reflect.Field field(Field field) {
        try {
            java.lang.reflect.Field f = load(field.owner()).getDeclaredField(field.name());
            if (isUsers(f.getDeclaringClass())) {
                f.setAccessible(true);
            }
            return f;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    /** Any exception as one that may be thrown anywhere. */
    static RuntimeException sneaky(Throwable t) {
        throw Members.<RuntimeException>unchecked(t);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable t) throws T {
        throw (T) t;
    }
}
