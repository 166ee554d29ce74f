package dev.fluxion.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How PyTorch writes the numbers of one tensor: all alike, and all as wide as the widest finite one that is not 0. */
final class NumberFormat {

    private static final int DIGITS = 4;

    private final boolean integral;
    private final boolean scientific;
    private final int width;

    /** The format for these numbers. */
    NumberFormat(double[] values) {
        boolean allIntegral = true;
        double max = 0;
        double min = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (counts(value)) {
                allIntegral &= value == Math.rint(value);
                max = Math.max(max, Math.abs(value));
                min = Math.min(min, Math.abs(value));
            }
        }
        integral = allIntegral;
        scientific = max > 0 && (max / min > 1000 || max > 1e8 || !integral && min < 1e-4);
        width = widest(values);
    }

    private static boolean counts(double value) {
        return value != 0 && !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private int widest(double[] values) {
        int widest = 1;
        for (double value : values) {
            if (counts(value)) {
                widest = Math.max(widest, plain(value).length());
            }
        }
        return widest;
    }

    int width() {
        return width;
    }

    /** The number, with spaces in front as far as the width asks for. */
    String text(double value) {
        String text = plain(value);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String plain(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + (Double.isInfinite(value) ? "inf" : magnitude(new BigDecimal(Math.abs(value))));
    }

    private String magnitude(BigDecimal value) {
        if (scientific) {
            return scientific(value);
        }
        int digits = integral ? 0 : DIGITS;
        return value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString() + (integral ? "." : "");
    }

    private static String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0000e+00";
        }
        BigDecimal rounded = value.round(new MathContext(DIGITS + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(DIGITS, RoundingMode.UNNECESSARY)
                .toPlainString();
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
