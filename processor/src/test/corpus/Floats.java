package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Single precision, alone and beside double precision. */
final class Floats {

    private Floats() {}

    @Differentiable
    static float polynomial(float x) {
        return ((x * 0.5f + 1.25f) * x - 2) * x + 3;
    }

    static double polynomialExact(float x) {
        return 1.5 * x * x + 2.5 * x - 2;
    }

    @Differentiable
    static float throughMath(float x) {
        return (float) Math.sin(x) * x + (float) Math.exp(-x * x);
    }

    @Differentiable
    static double widened(float x, double y) {
        float a = x * 3.1f + 0.1f;
        double b = x * 3.1 + 0.1;
        a += y;
        a /= 3;
        return a + b * x - (float) y + x * x * x;
    }

    /** The constant is another one in each precision. */
    @Differentiable
    static double constants(float x) {
        return 0.1f * x + 0.1 * x;
    }

    @Differentiable
    static double narrowedInside(@Domain(from = 0.5, to = 3) double x) {
        float f = (float) (x * x);
        f *= 2;
        return f * x;
    }

    @Differentiable
    static float loop(float x, @Domain(from = 0, to = 6) int n) {
        float s = x;
        for (int i = 0; i < n; i++) {
            s = s * 0.5f + x * i;
            s *= s > 4 ? 0.25f : 1;
        }
        return s;
    }

    @Differentiable
    static float open(float x) {
        float y = x;
        while (y > 0.5f && y < 1e9f) {
            y = y * 0.7f - 0.01f * x;
        }
        return y * x;
    }

    @Differentiable
    static float withIntegers(float x, int n, long m) {
        float r = x + n * m;
        r -= m;
        r = -r * n;
        return r++ + r * 'a' * 0.01f;
    }

    @Differentiable
    static float kinks(float x, float y) {
        return Math.max(x, y) * Math.abs(x) - Math.min(x, 2 * y) + Math.copySign(x, y) + Math.signum(y) * x;
    }

    @Differentiable
    static float fused(float x, float y) {
        return Math.fma(x, y, x) + Math.scalb(x, 2) * Math.nextUp(y) + Math.ulp(x);
    }

    static double[] fusedExact(float x, float y) {
        return new double[] {y + 1 + 4 * y, x + 4 * x};
    }

    @Differentiable
    static float divided(float x, @Domain(from = 0.5, to = 3) float y) {
        return x / y - y / (1 + x * x);
    }

    @Differentiable
    static float helperInDouble(float x) {
        return (float) doubled(x) * x;
    }

    private static double doubled(double x) {
        return x * x + Math.cos(x);
    }

    @Differentiable
    static float boxed(Float x, float y) {
        Float a = x * y;
        a += y;
        return a * x;
    }

    static double[] boxedExact(Float x, float y) {
        return new double[] {2.0 * x * y + y, (double) x * x + x};
    }

    @Differentiable
    static float ternary(float x, boolean negated) {
        return negated ? -x : x * x;
    }

    @Differentiable
    static double comparedInDouble(float x) {
        return x > 0.1 ? x * x : 0.1f < x ? x * 3 : x;
    }
}
