package dev.fluxion.processor.corpus;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The points at which a function is checked: the same ones in every run. */
public final class Points {

    static final int ORDINARY = 20;

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL / 2,
        Double.MAX_VALUE
    };

    private final CorpusFunction function;
    private final Random random;

    Points(CorpusFunction function) {
        this(function, function.name().hashCode());
    }

    /** The points that belong to a seed. */
    public Points(CorpusFunction function, long seed) {
        this.function = function;
        this.random = new Random(seed);
    }

    /** Points within the domain. */
    public List<Point> ordinary() {
        List<Point> found = new ArrayList<>();
        for (int i = 0; i < ORDINARY; i++) {
            found.add(ordinaryPoint());
        }
        return found;
    }

    private Point ordinaryPoint() {
        List<Object> values = new ArrayList<>();
        for (Parameter p : function.primal().getParameters()) {
            values.add(draw(p));
        }
        return new Point(values);
    }

    private Object draw(Parameter p) {
        Class<?> type = p.getType();
        Domain domain = p.isAnnotationPresent(Domain.class)
                ? p.getAnnotation(Domain.class)
                : function.primal().getAnnotation(Domain.class);
        double from = domain == null ? -3 : domain.from();
        double to = domain == null ? 3 : domain.to();
        if (isFloating(type)) {
            double drawn = from + (to - from) * random.nextDouble();
            return type == float.class || type == Float.class ? (double) (float) drawn : drawn;
        } else if (type == String.class) {
            String[] choices = p.getAnnotation(Choices.class).value();
            return choices[random.nextInt(choices.length)];
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type == Random.class || type == Counter.class) {
            return new Point.Seed(random.nextLong());
        }
        int drawn = (int) from + random.nextInt((int) to - (int) from + 1);
        return integer(type, drawn);
    }

    private static Object integer(Class<?> type, int drawn) {
        if (type == long.class || type == Long.class) {
            return (long) drawn;
        } else if (type == short.class || type == Short.class) {
            return (short) drawn;
        } else if (type == byte.class || type == Byte.class) {
            return (byte) drawn;
        } else if (type == char.class || type == Character.class) {
            return (char) ('a' + drawn);
        }
        return drawn;
    }

    static boolean isFloating(Class<?> type) {
        return type == double.class || type == Double.class || type == float.class || type == Float.class;
    }

    /**
     * A special point.
     *
     * @param pattern which parameters have which special value, such as {@code x=-0} or {@code all=NaN}
     */
    record Special(String pattern, Point point) {}

    /** Zeros, ties, infinities, NaN and subnormals, one parameter at a time and all at once. */
    public List<Point> special() {
        return patterns().stream().map(Special::point).toList();
    }

    /** The same with their patterns. */
    List<Special> patterns() {
        Parameter[] parameters = function.primal().getParameters();
        Class<?>[] types = function.primal().getParameterTypes();
        List<Special> found = new ArrayList<>();
        for (double special : SPECIAL) {
            Point all = ordinaryPoint();
            for (int i = 0; i < types.length; i++) {
                if (isFloating(types[i])) {
                    String pattern = parameters[i].getName() + "=" + text(special);
                    found.add(new Special(pattern, ordinaryPoint().with(i, special)));
                    all = all.with(i, special);
                }
            }
            found.add(new Special("all=" + text(special), all));
        }
        found.add(new Special("tie", tie(types, 1)));
        found.add(new Special("opposite", tie(types, -1)));
        return found;
    }

    private static String text(double special) {
        if (special == Double.MAX_VALUE) {
            return "max";
        } else if (Math.abs(special) == Double.MIN_VALUE) {
            return special > 0 ? "min" : "-min";
        }
        return special == Double.MIN_NORMAL / 2
                ? "subnormal"
                : Double.toString(special).replaceAll("\\.0$", "");
    }

    /** All floating-point parameters equal, but for alternating signs. */
    private Point tie(Class<?>[] types, int sign) {
        Point point = ordinaryPoint();
        Double first = null;
        for (int i = 0; i < types.length; i++) {
            if (isFloating(types[i])) {
                first = first == null ? Double.valueOf(point.number(i)) : Double.valueOf(sign * first);
                point = point.with(i, first);
            }
        }
        return point;
    }
}
