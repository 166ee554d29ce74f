package dev.fluxion.processor.backend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Predicate;

/** Java's literals: exact, the shortest that reads back as the same value, the same on every JDK. */
final class Literals {

    private Literals() {}

    /** A literal of the primitive's or string's own type; byte and short have none and get a cast. */
    static String of(Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Double d) {
            return ofDouble(d);
        } else if (value instanceof Float f) {
            return ofFloat(f);
        } else if (value instanceof Long l) {
            return ofLong(l);
        } else if (value instanceof Integer i) {
            return ofInt(i);
        } else if (value instanceof Character c) {
            return "'" + (c == '"' ? "\"" : escaped(c)) + "'";
        } else if (value instanceof String s) {
            return ofString(s);
        } else if (value instanceof Byte || value instanceof Short) {
            return (value instanceof Byte ? "(byte) " : "(short) ") + value;
        }
        return value.toString();
    }

    private static String ofInt(int value) {
        return switch (value) {
            case Integer.MIN_VALUE -> "Integer.MIN_VALUE";
            case Integer.MAX_VALUE -> "Integer.MAX_VALUE";
            default -> Integer.toString(value);
        };
    }

    private static String ofLong(long value) {
        if (value == Long.MIN_VALUE) {
            return "Long.MIN_VALUE";
        }
        return value == Long.MAX_VALUE ? "Long.MAX_VALUE" : value + "L";
    }

    static String ofDouble(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        } else if (Math.abs(value) == Double.MAX_VALUE || Math.abs(value) == Double.MIN_VALUE) {
            return sign(value) + (Math.abs(value) == Double.MAX_VALUE ? "Double.MAX_VALUE" : "Double.MIN_VALUE");
        } else if (value == 0) {
            return sign(value) + "0.0";
        }
        BigDecimal exact = new BigDecimal(Math.abs(value));
        return sign(value) + notation(shortest(exact, d -> Double.parseDouble(d.toString()) == Math.abs(value)));
    }

    static String ofFloat(float value) {
        if (Float.isNaN(value)) {
            return "Float.NaN";
        } else if (Float.isInfinite(value)) {
            return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
        } else if (Math.abs(value) == Float.MAX_VALUE || Math.abs(value) == Float.MIN_VALUE) {
            return sign(value) + (Math.abs(value) == Float.MAX_VALUE ? "Float.MAX_VALUE" : "Float.MIN_VALUE");
        } else if (value == 0) {
            return sign(value) + "0f";
        }
        BigDecimal exact = new BigDecimal(Math.abs(value));
        String digits = notation(shortest(exact, d -> Float.parseFloat(d.toString()) == Math.abs(value)));
        return sign(value) + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + "f";
    }

    private static String sign(double value) {
        return Math.copySign(1.0, value) < 0 ? "-" : "";
    }

    private static BigDecimal shortest(BigDecimal exact, Predicate<BigDecimal> readsBack) {
        for (int digits = 1; digits <= 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (readsBack.test(rounded)) {
                return rounded.stripTrailingZeros();
            }
        }
        throw new AssertionError(exact);
    }

    /** Plain from a thousandth to ten millions, else with an exponent. */
    private static String notation(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -3 && exponent < 7) {
            String plain = value.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = value.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + exponent;
    }

    private static String ofString(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '\'' ? "'" : escaped(c));
        }
        return text.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '"' -> "\\\"";
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            default -> c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
