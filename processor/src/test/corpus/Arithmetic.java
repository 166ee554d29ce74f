package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;

/** The operators. */
final class Arithmetic {

    private Arithmetic() {}

    @Differentiable(order = 2)
    static double square(double x) {
        return x * x;
    }

    static double squareExact(double x) {
        return 2 * x;
    }

    static double squareSecondExact(double x) {
        return 2;
    }

    @Differentiable(order = 2)
    static double sumOfProducts(double u, double v) {
        return u * v + u * u;
    }

    static double[] sumOfProductsExact(double u, double v) {
        return new double[] {v + 2 * u, u};
    }

    static double[][] sumOfProductsSecondExact(double u, double v) {
        return new double[][] {{2, 1}, {1, 0}};
    }

    @Differentiable(order = 2)
    static double quotient(double u, @Domain(from = 0.5, to = 4) double v) {
        return u / v;
    }

    static double[] quotientExact(double u, double v) {
        return new double[] {1 / v, -u / v / v};
    }

    @Differentiable
    static double difference(double u, double v) {
        return u - v - (u - 2 * v);
    }

    static double[] differenceExact(double u, double v) {
        return new double[] {0, 1};
    }

    @Differentiable
    static double remainder(@Domain(from = 5, to = 9) double u, @Domain(from = 1, to = 3) double v) {
        return u % v * u;
    }

    @Differentiable(order = 2)
    static double negation(double x) {
        return -(-x * -(x + 1));
    }

    @Differentiable
    static double unaryPlus(double x) {
        return +x * +(+x);
    }

    @Differentiable
    static double withIntegers(double x, int n, long m) {
        return n * x + x / 3 + m % 5 * x + n / 2;
    }

    @Differentiable
    static double inactiveFactor(double x, @NoDiff double c) {
        return c * x * c + c;
    }

    static double inactiveFactorExact(double x, double c) {
        return c * c;
    }

    @Differentiable
    static double unusedParameter(double x, double y) {
        return x * 3;
    }

    static double[] unusedParameterExact(double x, double y) {
        return new double[] {3, 0};
    }

    @Differentiable
    static double sameParameterReturned(double x) {
        return x;
    }

    static double sameParameterReturnedExact(double x) {
        return 1;
    }
}
