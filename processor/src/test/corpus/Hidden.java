package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Objects of private classes, which generated code cannot name, in variables, loops and helpers. */
final class Hidden {

    private Hidden() {}

    private enum Mode {
        SQUARE,
        SINE;

        private Mode other() {
            return this == SQUARE ? SINE : SQUARE;
        }
    }

    private static final class Scale {
        private final int factor = 3;

        int twice() {
            return 2 * factor;
        }
    }

    private static final Scale SCALE = new Scale();

    private static Mode mode(int n) {
        return n > 2 ? Mode.SQUARE : Mode.SINE;
    }

    private static double by(Mode mode, double x) {
        return mode == Mode.SQUARE ? x * x : Math.sin(x);
    }

    @Differentiable(order = 2)
    static double byMode(double x, @Domain(from = 0, to = 5) int n) {
        Mode mode = n > 2 ? Mode.SQUARE : Mode.SINE;
        return mode == Mode.SQUARE ? x * x * x : Math.sin(x) * x;
    }

    @Differentiable
    static double alternating(double x, @Domain(from = 0, to = 5) int n) {
        Mode mode = mode(n);
        double y = x;
        for (int i = 0; i < Math.min(n, 5); i++) {
            y = by(mode, y) * x;
            mode = mode.other();
        }
        return mode == null ? 0 : y;
    }

    @Differentiable
    static double scaled(double x, double y) {
        Scale scale = SCALE;
        double s = x * scale.factor;
        try {
            s *= y * scale.twice();
            scale = y > 0 ? null : scale;
            s *= scale.factor;
        } catch (NullPointerException e) {
            s = s * s;
        }
        return s;
    }
}
