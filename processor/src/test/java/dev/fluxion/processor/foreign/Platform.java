package dev.fluxion.processor.foreign;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Values of the types that libraries take from elsewhere. */
final class Platform {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 15);

    private final Making making;
    private final Random random;

    Platform(Making making, Random random) {
        this.making = making;
        this.random = random;
    }

    /** A value, or null where the type is not one of these. */
    Object make(Class<?> type, List<Type> arguments, int depth) throws Unmakeable {
        Object fixed = simple(type);
        if (fixed != null) {
            return fixed;
        } else if (type == Optional.class) {
            return Optional.of(making.make(argument(arguments, 0), depth + 1));
        } else if (Map.class.isAssignableFrom(type) && isOpen(type)) {
            return map(type, arguments, depth);
        } else if (Iterable.class.isAssignableFrom(type) && isOpen(type)) {
            return collection(type, arguments, depth);
        } else if (type.isInterface() && type.getName().startsWith("java.util.function.")) {
            return function(type, arguments, depth);
        }
        return null;
    }

    private static Type argument(List<Type> arguments, int i) {
        return i < arguments.size() ? arguments.get(i) : Double.class;
    }

    private Object simple(Class<?> type) {
        LocalDate day = DAY.plusDays(random.nextInt(1000));
        if (type == String.class || type == CharSequence.class) {
            return List.of("USD", "GBP", "1", "x", "EUR/USD").get(random.nextInt(5));
        } else if (type == LocalDate.class) {
            return day;
        } else if (type == LocalTime.class) {
            return LocalTime.NOON;
        } else if (type == ZonedDateTime.class) {
            return day.atTime(9, 0).atZone(ZoneOffset.UTC);
        } else if (type == java.time.LocalDateTime.class) {
            return day.atTime(9, 0);
        } else if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        } else if (type == YearMonth.class) {
            return YearMonth.from(day);
        } else if (type == Period.class) {
            return Period.ofMonths(1 + random.nextInt(24));
        } else if (type == Random.class) {
            return new Random(random.nextLong());
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(1 + random.nextInt(9));
        } else if (type == BigInteger.class) {
            return BigInteger.valueOf(1 + random.nextInt(9));
        } else if (type == Locale.class) {
            return Locale.ROOT;
        } else if (type == Class.class) {
            return Double.class;
        } else if (type == DoubleStream.class) {
            return DoubleStream.of(random.nextDouble(), random.nextDouble());
        } else if (type == OptionalDouble.class) {
            return OptionalDouble.of(random.nextDouble());
        }
        return null;
    }

    /** A collection of the JDK by its interface, or an immutable one. */
    private static boolean isOpen(Class<?> type) {
        return type.getName().startsWith("java.")
                        && (type.isInterface() || type == ArrayList.class || type == HashMap.class)
                || type.getName().startsWith("com.google.common.collect.Immutable");
    }

    private Object collection(Class<?> type, List<Type> arguments, int depth) throws Unmakeable {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < making.length(); i++) {
            all.add(making.make(argument(arguments, 0), depth + 1));
        }
        if (type.getName().startsWith("com.")) {
            return copyOf(type, Collection.class, all);
        }
        return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(all) : all;
    }

    private Object map(Class<?> type, List<Type> arguments, int depth) throws Unmakeable {
        Map<Object, Object> all = SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new HashMap<>();
        for (int i = 0; i < making.length(); i++) {
            all.put(making.make(argument(arguments, 0), depth + 1), making.make(argument(arguments, 1), depth + 1));
        }
        return type.getName().startsWith("com.") ? copyOf(type, Map.class, all) : all;
    }

    private static Object copyOf(Class<?> type, Class<?> from, Object all) throws Unmakeable {
        try {
            return type.getMethod("copyOf", from).invoke(null, all);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Unmakeable(e.toString());
        }
    }

    /** A smooth function where numbers come out, else one that returns the same for ever. */
    private Object function(Class<?> type, List<Type> arguments, int depth) throws Unmakeable {
        Method single = null;
        for (Method m : type.getMethods()) {
            single = Modifier.isAbstract(m.getModifiers()) ? m : single;
        }
        if (single == null || single.getReturnType() == void.class) {
            throw new Unmakeable(type.getName());
        }
        boolean isNumber = single.getReturnType() == double.class;
        Type result = single.getReturnType().isPrimitive() || arguments.isEmpty()
                ? single.getReturnType()
                : arguments.get(arguments.size() - 1);
        Object constant = making.make(result, depth + 1);
        double by = random.nextDouble();
        return Proxy.newProxyInstance(
                type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, m, values) -> {
                    if (!Modifier.isAbstract(m.getModifiers())) {
                        throw new UnsupportedOperationException(m.toString());
                    }
                    return isNumber ? smooth(values, by) : constant;
                });
    }

    private static double smooth(Object[] values, double by) {
        double sum = by;
        for (double d : Values.flat(values == null ? List.of() : List.of(values))) {
            sum += by * d + Math.sin(d);
        }
        return sum;
    }
}
