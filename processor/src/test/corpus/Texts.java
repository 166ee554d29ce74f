package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Domain;
import java.util.Locale;

/** Text beside active values. */
final class Texts {

    private Texts() {}

    @Differentiable
    static double concatenated(double x, @Domain(from = -9, to = 99) int n, boolean b) {
        String s = "n" + n + b;
        s += n + 1;
        s += 'c';
        s = n + s + (n + 0.5) + null;
        return x * s.length() + x * x * s.hashCode() * 1e-9;
    }

    @Differentiable
    static double built(double x, @Domain(from = 0, to = 5) int n) {
        StringBuilder text = new StringBuilder();
        double y = x;
        for (int i = 0; i < n; i++) {
            text.append(i).append(',');
            y = Math.sin(y) + text.length() * x;
        }
        return y;
    }

    @Differentiable
    static double parsed(double x, @Choices({"2", "-3", "0.5"}) String text) {
        double factor = Double.parseDouble(text);
        return factor * x * x + text.length() * x;
    }

    static double parsedExact(double x, String text) {
        return 2 * Double.parseDouble(text) * x + text.length();
    }

    @Differentiable
    static double formatted(double x, @Domain(from = 0, to = 999) int n) {
        String text = String.format(Locale.ROOT, "%05d|%s", n, n > 500);
        return x * text.length();
    }

    static double formattedExact(double x, int n) {
        return 6 + (n > 500 ? 4 : 5);
    }

    /** A small language of operators, interpreted over an active value. */
    @Differentiable
    static double interpreted(double x, @Choices({"", "s", "+s*", "cc+", "?"}) String program) {
        double a = x;
        double b = 1;
        for (int i = 0; i < program.length(); i++) {
            char op = program.charAt(i);
            if (op == '+') {
                b += a;
            } else if (op == '*') {
                a = a * b;
            } else if (op == 's' || op == 'c') {
                double t = a;
                a = op == 's' ? Math.sin(t) : Math.cos(t);
            } else {
                throw new IllegalArgumentException(program + " at " + i);
            }
        }
        return a * b;
    }

    @Differentiable
    static double equality(double x, @Choices({"a", "b"}) String text) {
        return "a".equals(text) ? x : text == null ? 0 : x * x;
    }

    static double equalityExact(double x, String text) {
        return text.equals("a") ? 1 : 2 * x;
    }

    @Differentiable
    static double messageOfActive(@Domain(from = -1, to = 3) double x, @Domain(from = 0, to = 2) double y) {
        if (x > y * 4 + 2) {
            throw new IllegalArgumentException("x = " + x + ", y = " + (float) y);
        }
        return x * y;
    }

    @Differentiable
    static double textBlock(double x) {
        String text = """
                two
                lines""";
        return x * text.length();
    }

    static double textBlockExact(double x) {
        return 9;
    }

    /** Text of an active value may say how far it is padded, and what is said of it. */
    @Differentiable
    static double padded(double x) {
        String text = "" + x;
        StringBuilder line = new StringBuilder();
        for (int i = text.length(); i < 24; i++) {
            line.append(' ');
        }
        line.append(text);
        if (line.length() < 24) {
            throw new IllegalStateException(text + " has " + text.length());
        }
        return x * x;
    }

    static double paddedExact(double x) {
        return 2 * x;
    }
}
