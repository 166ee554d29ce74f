package dev.fluxion.processor.foreign;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes values of any type at random, the same for the same seed: objects by constructors, factories and constants with arguments made likewise. */
final class Making {

    private static final int DEPTH = 6;
    private static final int TRIES = 12;

    /** So many objects are tried to be made for one set of arguments. */
    private static final int OBJECTS = 3_000;

    private final Random random;
    private final Classes classes;
    private final Numbers numbers;
    private int objects;

    Making(Random random, Classes classes) {
        this.random = random;
        this.classes = classes;
        this.numbers = new Numbers(random);
    }

    Object make(Type type, int depth) throws Unmakeable {
        if (type instanceof GenericArrayType a) {
            return array(raw(a.getGenericComponentType()), a.getGenericComponentType(), depth);
        }
        Class<?> raw = raw(type);
        if (raw.isArray()) {
            return numbers.isNumeric(raw)
                    ? numbers.array(raw)
                    : array(raw.getComponentType(), raw.getComponentType(), depth);
        }
        Object simple = numbers.scalar(raw);
        if (simple == null) {
            List<Type> arguments =
                    type instanceof ParameterizedType p ? List.of(p.getActualTypeArguments()) : List.of();
            simple = new Platform(this, random).make(raw, arguments, depth);
        }
        return simple != null ? simple : object(raw, depth);
    }

    /** How many elements what is made has. */
    int length() {
        return numbers.length();
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        } else if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        } else if (type instanceof TypeVariable<?> v) {
            return raw(v.getBounds()[0]);
        } else if (type instanceof WildcardType w) {
            return raw(w.getUpperBounds()[0]);
        }
        return raw(((GenericArrayType) type).getGenericComponentType()).arrayType();
    }

    private Object array(Class<?> component, Type of, int depth) throws Unmakeable {
        Object array = Array.newInstance(component, numbers.length());
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, make(of, depth + 1));
        }
        return array;
    }

    private Object object(Class<?> type, int depth) throws Unmakeable {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (depth > DEPTH || ++objects > OBJECTS) {
            throw new Unmakeable("too deep: " + type.getName());
        }
        List<Class<?>> choices = new ArrayList<>(List.of(type));
        if (Modifier.isAbstract(type.getModifiers())) {
            List<Class<?>> found = new ArrayList<>(classes.of(type));
            Collections.shuffle(found, random);
            choices.addAll(found.subList(0, Math.min(TRIES, found.size())));
        }
        for (Class<?> c : choices) {
            Object made = one(c, depth);
            if (made != null) {
                return made;
            }
        }
        throw new Unmakeable(type.getName());
    }

    /** One way after another, what the class itself offers rather first, and each again with other arguments. */
    private Object one(Class<?> type, int depth) {
        List<Executable> ways = ways(type);
        Collections.shuffle(ways, random);
        ways.sort(Comparator.comparingInt(w -> Modifier.isPrivate(w.getModifiers()) ? 1 : 0));
        List<Executable> elsewhere = new ArrayList<>(classes.factories(type));
        elsewhere.removeIf(w -> Arrays.asList(w.getParameterTypes()).contains(type));
        Collections.shuffle(elsewhere, random);
        ways.addAll(random.nextBoolean() ? 0 : ways.size(), elsewhere);
        for (int i = 0; i < TRIES && !ways.isEmpty(); i++) {
            try {
                Object made = call(ways.get(i % ways.size()), depth);
                if (made != null) {
                    return made;
                }
            } catch (ReflectiveOperationException | Unmakeable | LinkageError e) {
                // The next way, perhaps.
            }
        }
        return constant(type);
    }

    private static List<Executable> ways(Class<?> type) {
        List<Executable> ways = new ArrayList<>();
        if (!Modifier.isAbstract(type.getModifiers())) {
            ways.addAll(List.of(type.getDeclaredConstructors()));
        }
        for (Method m : type.getDeclaredMethods()) {
            if (Modifier.isStatic(m.getModifiers()) && type.isAssignableFrom(m.getReturnType()) && !m.isSynthetic()) {
                ways.add(m);
            }
        }
        ways.removeIf(Executable::isSynthetic);
        ways.removeIf(w -> Arrays.asList(w.getParameterTypes()).contains(type));
        ways.sort(Comparator.comparing(Executable::toString));
        return ways;
    }

    private Object call(Executable way, int depth) throws ReflectiveOperationException, Unmakeable {
        Type[] types = way.getGenericParameterTypes();
        if (types.length != way.getParameterCount()) {
            types = way.getParameterTypes();
        }
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = make(types[i], depth + 1);
        }
        try {
            way.setAccessible(true);
            return way instanceof Constructor<?> c ? c.newInstance(arguments) : ((Method) way).invoke(null, arguments);
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw new Unmakeable(String.valueOf(e.getCause()));
        } catch (RuntimeException e) {
            throw new Unmakeable(e.toString());
        }
    }

    /** A static field that holds one. */
    private Object constant(Class<?> type) {
        List<java.lang.reflect.Field> fields = new ArrayList<>(List.of(type.getDeclaredFields()));
        fields.removeIf(f -> !Modifier.isStatic(f.getModifiers()) || !type.isAssignableFrom(f.getType()));
        Collections.shuffle(fields, random);
        for (java.lang.reflect.Field f : fields) {
            try {
                f.setAccessible(true);
                Object value = f.get(null);
                if (value != null) {
                    return value;
                }
            } catch (IllegalAccessException | RuntimeException | LinkageError e) {
                // Another one, perhaps.
            }
        }
        return null;
    }
}
