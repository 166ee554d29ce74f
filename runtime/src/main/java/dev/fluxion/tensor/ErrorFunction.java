package dev.fluxion.tensor;

/**
 * The error function and the normal distribution.
 *
 * <p>Near 0 by Kummer's series, all of whose terms have one sign (Abramowitz and Stegun, 7.1.6); beyond by the continued
 * fraction of the complement (7.1.14).
 */
final class ErrorFunction {

    private static final double NEAR = 2.5;
    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_2 = Math.sqrt(2);

    private ErrorFunction() {}

    /** {@code 2/√π ∫₀ˣ e^(-t²) dt}. */
    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double a = Math.abs(x);
        return a < NEAR ? series(x) : Math.copySign(1 - fraction(a), x);
    }

    /** {@code 1 - erf x} without cancellation. */
    static double erfc(double x) {
        if (x >= NEAR) {
            return fraction(x);
        }
        return 1 - erf(x);
    }

    /** The distribution function of the standard normal distribution. */
    static double normal(double x) {
        return 0.5 * erfc(-x / ROOT_2);
    }

    /** The density of the standard normal distribution. */
    static double density(double x) {
        return Math.exp(-0.5 * x * x) / (ROOT_2 * ROOT_PI);
    }

    private static double series(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return 2 / ROOT_PI * Math.exp(-square) * sum;
    }

    private static double fraction(double x) {
        if (x > 27) {
            return 0;
        }
        double tail = x;
        for (int n = 60; n > 0; n--) {
            tail = x + 0.5 * n / tail;
        }
        return Math.exp(-x * x) / (ROOT_PI * tail);
    }
}
