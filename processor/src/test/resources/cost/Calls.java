package cost;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Functions that call others, or themselves. */
final class Calls {

    private Calls() {}

    @Differentiable
    static double product(double x, double y) {
        return square(x) * square(y) + square(x + y);
    }

    private static double square(double x) {
        return x * x;
    }

    @Differentiable
    static double blackScholes(double spot, double strike, double volatility) {
        double d1 = Math.log(spot / strike) / volatility + 0.5 * volatility;
        return spot * normal(d1) - strike * normal(d1 - volatility);
    }

    private static double normal(double x) {
        double z = Math.abs(x);
        double k = 1 / (1 + 0.2316419 * z);
        double poly = k * (0.319381530 + k * (-0.356563782 + k * 1.781477937));
        double tail = 0.3989422804014327 * Math.exp(-0.5 * z * z) * poly;
        return x >= 0 ? 1 - tail : tail;
    }

    @Differentiable
    static double power(double x, @NoDiff int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    @Differentiable
    static double squaring(double x, @NoDiff int n) {
        if (n == 0) {
            return 1;
        }
        double half = squaring(x, n / 2);
        return n % 2 == 0 ? half * half : x * half * half;
    }

    @Differentiable
    static double integral(double a, double b, @NoDiff int n) {
        double h = (b - a) / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += integrand(a + (i + 0.5) * h);
        }
        return sum * h;
    }

    private static double integrand(double x) {
        return Math.sin(x) / (1 + x * x);
    }
}
