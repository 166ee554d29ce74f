package dev.fluxion.processor.foreign;

import java.util.Arrays;

/** Compares tangents with differences along the same direction. */
final class Slopes {

    private static final double FIRST = 0.02;

    private final Subject subject;
    private final Point point;
    private final double[] direction;

    Slopes(Subject subject, Point point, double[] direction) {
        this.subject = subject;
        this.point = point;
        this.direction = direction;
    }

    /** Whether differences converge, and to the tangents; what converges to something else, twice, is a mismatch. */
    boolean agree(double[] tangents) throws Unmakeable {
        Differences wide = Differences.of(this::outputs, tangents.length, isFloat() ? 0.2 : FIRST);
        double size = Arrays.stream(tangents).map(Math::abs).max().orElse(0);
        boolean agree = true;
        boolean isWrong = false;
        for (int i = 0; i < tangents.length; i++) {
            boolean known = isKnown(wide, i, size);
            isWrong |= known && differs(wide, i, tangents[i]);
            agree &= known && !differs(wide, i, tangents[i]);
        }
        if (isWrong) {
            confirm(tangents, wide, size);
        }
        return agree;
    }

    private boolean isFloat() {
        return subject.isFloat();
    }

    private boolean isKnown(Differences d, int i, double size) {
        double scale = Math.max(Math.abs(d.slopes()[i]), 1e-3 * size);
        return d.errors()[i] <= (isFloat() ? 3e-3 : 1e-5) * scale || d.errors()[i] < 1e-12;
    }

    private boolean differs(Differences d, int i, double tangent) {
        double scale = Math.max(Math.abs(d.slopes()[i]), Math.abs(tangent));
        return Math.abs(d.slopes()[i] - tangent) > (isFloat() ? 3e-2 : 1e-4) * scale + 30 * d.errors()[i] + 1e-11;
    }

    /** Differences of smaller steps, which see no step or kink nearby, have to say the same. */
    private void confirm(double[] tangents, Differences wide, double size) {
        Differences narrow = Differences.of(this::outputs, tangents.length, isFloat() ? 0.05 : FIRST / 40);
        for (int i = 0; i < tangents.length; i++) {
            boolean wrong = isKnown(wide, i, size)
                    && differs(wide, i, tangents[i])
                    && narrow.errors()[i] <= 1e-3 * Math.abs(narrow.slopes()[i] - tangents[i])
                    && differs(narrow, i, tangents[i])
                    && !differs(narrow, i, wide.slopes()[i]);
            if (wrong) {
                throw new Mismatch("output " + i + ": forward " + tangents[i] + ", differences " + wide.slopes()[i]
                        + " and " + narrow.slopes()[i] + " at " + arguments());
            }
        }
    }

    private String arguments() {
        try {
            return Arrays.deepToString(point.arguments()) + " along " + Arrays.toString(direction);
        } catch (Unmakeable e) {
            throw new AssertionError(e);
        }
    }

    private double[] outputs(double step) {
        try {
            Object[] moved = point.moved(step, direction);
            Subject.Outcome outcome = subject.call(moved);
            if (outcome.thrown() != null) {
                return null;
            }
            double[] outputs = MethodCheck.outputs(subject, outcome.value(), moved);
            return Values.isFinite(outputs) ? outputs : null;
        } catch (Unmakeable e) {
            return null;
        }
    }
}
