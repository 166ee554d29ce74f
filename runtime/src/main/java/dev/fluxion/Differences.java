package dev.fluxion;

import java.util.function.DoubleUnaryOperator;

/** Differences of a function along a line, at 0, and what they say when a derivative does not agree with them. */
final class Differences {

    /** By how much slopes must differ, relative to their size, to be those of a kink. */
    private static final double KINK = 1e-3;

    private final DoubleUnaryOperator line;
    private final double step;
    private final double derivative;

    Differences(DoubleUnaryOperator line, double step) {
        this.line = line;
        this.step = step;
        this.derivative = extrapolated();
    }

    /** The derivative. */
    double derivative() {
        return derivative;
    }

    private double extrapolated() {
        double coarse = central(step);
        double middle = central(step / 2);
        double fine = central(step / 4);
        double first = middle + (middle - coarse) / 3;
        double second = fine + (fine - middle) / 3;
        return second + (second - first) / 15;
    }

    private double central(double h) {
        return (line.applyAsDouble(h) - line.applyAsDouble(-h)) / (2 * h);
    }

    private double above(double h) {
        return (line.applyAsDouble(h) - line.applyAsDouble(0)) / h;
    }

    private double below(double h) {
        return (line.applyAsDouble(0) - line.applyAsDouble(-h)) / h;
    }

    /** What a derivative that differs from this one comes from, as far as that shows. */
    String likelyCause(double claimed) {
        if (Double.isNaN(derivative) || Double.isInfinite(derivative)) {
            return "the function is not finite near the point, which is at the edge of its domain";
        }
        if (Double.isNaN(claimed)) {
            return "the derivative is not a number although the function is smooth here";
        }
        String shape = shape();
        return shape != null ? shape : factor(claimed);
    }

    private String shape() {
        double h = step / 64;
        double jump = Math.abs(above(h) - below(h));
        double size = Math.max(Math.abs(above(h)), Math.abs(below(h)));
        double closer = Math.max(Math.abs(above(h / 64)), Math.abs(below(h / 64)));
        if (closer > 16 * size && size > 0) {
            return "the function jumps at the point, or its slope is infinite there";
        }
        double jumpCloser = Math.abs(above(h / 64) - below(h / 64));
        if (jump > KINK * size && jumpCloser > jump / 2) {
            return "a kink: the slope is " + below(h / 64) + " below the point and " + above(h / 64) + " above it";
        }
        return nearbyKink(size);
    }

    /** On a smooth function central differences of all these steps agree. */
    private String nearbyKink(double size) {
        boolean disagree = Math.abs(central(step) - central(step / 64)) > KINK * Math.max(1, size);
        return disagree ? "a kink near the point, which the steps of the differences cross, or steps too large" : null;
    }

    private String factor(double claimed) {
        if (claimed == 0) {
            return "the dependence is lost: the derivative is 0 although the function varies";
        }
        double ratio = claimed / derivative;
        if (Math.abs(ratio + 1) < KINK) {
            return "the sign is reversed";
        }
        if (ratio > 1 + KINK && Math.abs(ratio - Math.rint(ratio)) < KINK) {
            return "a contribution is counted " + (int) Math.rint(ratio) + " times";
        }
        return "the formula of the derivative";
    }
}
