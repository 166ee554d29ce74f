package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.IntSupplier;

/** {@code instanceof} with patterns over inactive values: where the variables that they bind can be seen. */
final class Bindings {

    private Bindings() {}

    private static Object of(int n) {
        return switch (n) {
            case 0 -> "text";
            case 1 -> 'c';
            case 2 -> 2.5;
            default -> n;
        };
    }

    @Differentiable
    static double behindLoop(double x, @Domain(from = 0, to = 999) int n) {
        Object o = n;
        double y = x;
        while (!(o instanceof String s)) {
            o = o.toString();
            y *= 2;
        }
        return y * s.length();
    }

    static double behindLoopExact(double x, int n) {
        return 2 * Integer.toString(n).length();
    }

    @Differentiable
    static double behindFor(double x, @Domain(from = 0, to = 4) int n) {
        Object o = of(n);
        for (; !(o instanceof String s); o = String.valueOf(o)) {
            x = x * 2 + 1;
        }
        return x * s.length();
    }

    static double behindForExact(double x, int n) {
        return n == 0 ? 4 : n == 2 ? 6 : 2;
    }

    @Differentiable
    static double inLoops(double x, @Domain(from = 0, to = 6) int n) {
        Object o = of(n);
        int count = 0;
        while (o instanceof Integer i && i > count) {
            count++;
            x = Math.sin(x) * count;
            if (count > 4) {
                break;
            }
        }
        do {
            count++;
        } while (!(o instanceof String t) && count < 5);
        do {
            x *= 0.5;
            if (o instanceof String s) {
                x += s.length();
                break;
            }
            o = "n" + o;
        } while (true);
        return x * count;
    }

    @Differentiable
    static double bothOrNeither(double x, @Domain(from = 0, to = 6) int n, @Domain(from = 0, to = 6) int m) {
        if (!(of(n) instanceof Integer a) || !(of(m) instanceof Integer b)) {
            return x;
        }
        return x * a * b;
    }

    static double bothOrNeitherExact(double x, int n, int m) {
        return n < 3 || m < 3 ? 1 : n * m;
    }

    @Differentiable
    static double inConditions(double x, @Domain(from = 0, to = 6) int n) {
        Object o = of(n);
        boolean big = o instanceof Integer i
                ? i > 4
                : o instanceof String s ? s.length() > 1 : !(o instanceof Double d) || d > 3;
        if (!(o instanceof Integer)) {
            return big ? x * x : -x;
        } else if (o instanceof Number k && k.intValue() > 3 && o instanceof Comparable<?> c) {
            IntSupplier later = () -> k.intValue() + (c.equals(k) ? 1 : 2);
            return x * later.getAsInt();
        }
        return big ? x : 2 * x;
    }

    static double inConditionsExact(double x, int n) {
        return n == 0 || n == 1 ? 2 * x : n == 2 ? -1 : n > 3 ? n + 1 : 2;
    }

    /** The branch is chosen by an active value. */
    @Differentiable
    static double besideActive(double x, @Choices({"ab", "a", ""}) String text) {
        Object o = text;
        if (o instanceof String s && s.length() > x) {
            return x * s.length();
        }
        return x * x;
    }

    static double besideActiveExact(double x, String text) {
        return text.length() > x ? text.length() : 2 * x;
    }
}
