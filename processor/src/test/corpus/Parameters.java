package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Domain;
import java.math.RoundingMode;

/** Active and inactive parameters of every kind, and names that collide with generated ones. */
final class Parameters {

    private Parameters() {}

    @Differentiable
    static float floats(float x, float y) {
        return x * y + x;
    }

    static double[] floatsExact(float x, float y) {
        return new double[] {y + 1, x};
    }

    @Differentiable
    static Double boxed(Double x, Double y) {
        return x * y + x;
    }

    static double[] boxedExact(Double x, Double y) {
        return new double[] {y + 1, x};
    }

    @Differentiable
    static Float boxedFloats(Float x) {
        return x * x;
    }

    static double boxedFloatsExact(Float x) {
        return 2 * x;
    }

    @Differentiable
    static double mixed(double x, float f, Double d, Float g) {
        return x * f + d * g - f * g;
    }

    static double[] mixedExact(double x, float f, Double d, Float g) {
        return new double[] {f, x - g, g, d - f};
    }

    @Differentiable(order = 2)
    static double integers(double x, int i, long l, short s, byte b) {
        return i * x * x + l * x - s / 2 + b;
    }

    static double integersExact(double x, int i, long l, short s, byte b) {
        return 2 * i * x + l;
    }

    @Differentiable
    static double boxedIntegers(double x, Integer i, Long l) {
        return x * i + l * x;
    }

    static double boxedIntegersExact(double x, Integer i, Long l) {
        return i + l;
    }

    @Differentiable
    static double character(double x, @Domain(from = 0, to = 5) char c) {
        return x * (c - 'a') + (c > 'c' ? x : 0);
    }

    static double characterExact(double x, char c) {
        return c - 'a' + (c > 'c' ? 1 : 0);
    }

    @Differentiable
    static double flag(double x, boolean negated) {
        return negated ? -x : x * 2;
    }

    static double flagExact(double x, boolean negated) {
        return negated ? -1 : 2;
    }

    @Differentiable
    static double text(double x, @Choices({"", "a", "abc"}) String text) {
        return text.isEmpty() ? x : x * x * text.length();
    }

    static double textExact(double x, String text) {
        return text.isEmpty() ? 1 : 2 * x * text.length();
    }

    @Differentiable
    static double enumeration(double x, RoundingMode mode) {
        return mode == RoundingMode.UP ? x * x : x * mode.ordinal();
    }

    static double enumerationExact(double x, RoundingMode mode) {
        return mode == RoundingMode.UP ? 2 * x : mode.ordinal();
    }

    @Differentiable
    static double heldConstant(double x, @NoDiff double y, @NoDiff float z) {
        return x * y + y * z * x - z;
    }

    static double heldConstantExact(double x, double y, float z) {
        return y + y * z;
    }

    @Differentiable
    static double finalParameter(final double x, final int n) {
        return x * x + n;
    }

    static double finalParameterExact(double x, int n) {
        return 2 * x;
    }

    /** Names as generated code has them. */
    @Differentiable(order = 2)
    static double generatedNames(double xBar, double xDot, double value) {
        double x = xBar * xDot;
        double valueBar = x * value;
        double valueDot = valueBar + xDot;
        double result = valueDot * valueBar;
        return result - x;
    }

    /** A parameter beside what its tangent would be called. */
    @Differentiable(order = 2)
    static double tangentNames(double y, double yDot, double yBar) {
        return y * yDot * yDot + yBar * y;
    }

    static double[] tangentNamesExact(double y, double yDot, double yBar) {
        return new double[] {yDot * yDot + yBar, 2 * y * yDot, y};
    }

    /** Names of classes and methods that generated code calls. */
    @Differentiable
    static double libraryNames(double Math, double StrongZero, double Dual) {
        double exp = java.lang.Math.exp(Math);
        return exp / StrongZero + Dual * exp;
    }

    @Differentiable
    static double sevenParameters(double a, double b, double c, double d, double e, double f, double g) {
        return a * b + b * c * d - d / (1 + e * e) + f * g * a;
    }

    /** An integer parameter counts down. */
    @Differentiable
    static double parameterCountsDown(double x, @Domain(from = 0, to = 5) int n) {
        double p = 1;
        while (n-- > 0) {
            p *= x;
        }
        return p * n;
    }

    @Differentiable
    static double parameterReused(double x, double y) {
        x = x * y;
        y = x + y;
        x = x * y;
        return x - y;
    }

    static double[] parameterReusedExact(double x, double y) {
        return new double[] {2 * x * y * y + y * y - y, 2 * x * x * y + 2 * x * y - x - 1};
    }

    @Differentiable(name = "cubeByAnotherName")
    static double cube(double x) {
        return x * x * x;
    }

    static double cubeByAnotherNameExact(double x) {
        return 3 * x * x;
    }

    @Differentiable
    private static double hidden(double x) {
        return x / (1 + x * x);
    }

    @Differentiable
    public static double publicMethod(double x) {
        return x * x - x;
    }

    @Differentiable(strongZero = false)
    @Domain(from = 0.5, to = 2)
    static double withoutStrongZeros(double x, double y) {
        return Math.sqrt(x) * y / x + Math.log(y);
    }
}
