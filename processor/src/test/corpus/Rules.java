package corpus;

import dev.fluxion.DerivativeOf;
import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;

/** Rules of users, in every form. */
final class Rules {

    private Rules() {}

    /** What a library computes by tables and bits, whose source says nothing about derivatives. */
    static final class Library {

        private Library() {}

        static double cube(double x) {
            return Double.longBitsToDouble(Double.doubleToLongBits(x * x * x));
        }

        static double product(double x, double y) {
            return Double.longBitsToDouble(Double.doubleToLongBits(x * y));
        }

        static double quotient(double x, double y) {
            return Double.longBitsToDouble(Double.doubleToLongBits(x / y));
        }

        static double scaled(double x, @NoDiff double factor, int times) {
            return Double.longBitsToDouble(Double.doubleToLongBits(x * factor * times));
        }

        static float square(float x) {
            return Float.intBitsToFloat(Float.floatToIntBits(x * x));
        }

        static double held(double x) {
            return x * x;
        }

        static double wave(double x) {
            return Double.longBitsToDouble(Double.doubleToLongBits(Math.sin(x)));
        }
    }

    @DerivativeOf(value = Library.class, method = "cube")
    static double cubeTangent(double x, double xDot) {
        return 3 * x * x * xDot;
    }

    @DerivativeOf(value = Library.class, method = "product")
    static double productTangent(double x, double y, double xDot, double yDot) {
        return xDot * y + x * yDot;
    }

    @DerivativeOf(value = Library.class, method = "quotient")
    static double[] quotientAdjoints(double x, double y, double bar) {
        return new double[] {bar / y, -bar * x / (y * y)};
    }

    @DerivativeOf(value = Library.class, method = "scaled")
    static double scaledTangent(double x, double factor, int times, double xDot) {
        return xDot * factor * times;
    }

    @DerivativeOf(value = Library.class, method = "square")
    static float squareTangent(float x, float xDot) {
        return 2 * x * xDot;
    }

    /** Has a branch and a helper. */
    @DerivativeOf(value = Library.class, method = "wave")
    static double waveTangent(double x, double xDot) {
        return xDot == 0 ? 0 : slope(x) * xDot;
    }

    private static double slope(double x) {
        return Math.cos(x);
    }

    @Differentiable(order = 2)
    static double ruleForOneParameter(double x) {
        return Library.cube(x) * x;
    }

    static double ruleForOneParameterExact(double x) {
        return 4 * x * x * x;
    }

    static double ruleForOneParameterSecondExact(double x) {
        return 12 * x * x;
    }

    @Differentiable(order = 2)
    static double ruleByTangents(double x, double y) {
        return Library.product(x * x, y) + Library.product(x, 3) + Library.product(2, y);
    }

    static double[] ruleByTangentsExact(double x, double y) {
        return new double[] {2 * x * y + 3, x * x + 2};
    }

    @Differentiable
    static double ruleByAdjoints(double x, @Domain(from = 0.5, to = 3) double y) {
        return Library.quotient(x, y) * x + Library.quotient(1, y);
    }

    static double[] ruleByAdjointsExact(double x, double y) {
        return new double[] {2 * x / y, -x * x / (y * y) - 1 / (y * y)};
    }

    @Differentiable
    static double ruleWithConstants(double x, @NoDiff double c, int n) {
        return Library.scaled(x * x, c, n);
    }

    static double ruleWithConstantsExact(double x, double c, int n) {
        return 2 * x * c * n;
    }

    @Differentiable
    static float ruleOfFloats(float x) {
        return Library.square(x) * x;
    }

    static double ruleOfFloatsExact(float x) {
        return 3.0 * x * x;
    }

    @Differentiable
    static double ruleInLoop(double x, @Domain(from = 0, to = 4) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = Library.product(Library.wave(s), x) + i;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double ruleWithBranch(double x) {
        return Library.wave(x * x);
    }

    static double ruleWithBranchExact(double x) {
        return 2 * x * Math.cos(x * x);
    }

    /** A class whose functions are those of another, and one that the other has not. */
    static final class FastMath {

        private FastMath() {}

        static double sin(double x) {
            return Double.longBitsToDouble(Double.doubleToLongBits(Math.sin(x)));
        }

        static double pow(double x, double p) {
            return Double.longBitsToDouble(Double.doubleToLongBits(Math.pow(x, p)));
        }

        static double max(double x, double y) {
            return Double.longBitsToDouble(Double.doubleToLongBits(Math.max(x, y)));
        }

        static double twice(double x) {
            return 2 * x;
        }
    }

    /** The twin. */
    @DerivativeOf(value = FastMath.class, like = Math.class)
    static final class FastMathRules {

        private FastMathRules() {}
    }

    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    static double twinOfMath(double x, double p) {
        return FastMath.sin(x) * FastMath.pow(x, p) + FastMath.max(x, p) * FastMath.twice(x);
    }

    /** The rule of a method whose source would do too goes first. */
    @Differentiable
    static double stopped(double x) {
        return x * Library.held(x);
    }

    static double stoppedExact(double x) {
        return x * x;
    }

    @DerivativeOf(value = Library.class, method = "held")
    static double heldTangent(double x, double xDot) {
        return 0;
    }
}
