package dev.fluxion.examples.benchmarks;

import dev.fluxion.Differentiable;

/** The functions that are measured. */
public final class Primals {

    static final double ROOT_OF_TWO_PI = 2.5066282746310005;

    private Primals() {}

    /** A European call by Black and Scholes. */
    @Differentiable
    public static double call(double spot, double strike, double rate, double volatility, double time) {
        double deviation = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * cdf(d1) - strike * Math.exp(-rate * time) * cdf(d2);
    }

    /**
     * The normal distribution function to double precision (Hart's rational approximation as given by West, Better
     * approximations to cumulative normal functions, Wilmott Magazine, 2005).
     */
    static double cdf(double x) {
        double a = Math.abs(x);
        double tail = a > 37 ? 0 : Math.exp(-0.5 * a * a) * ratio(a);
        return x > 0 ? 1 - tail : tail;
    }

    static double ratio(double a) {
        if (a > 7.07106781186547) {
            return 1 / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))))) / ROOT_OF_TWO_PI;
        }
        double above = 3.52624965998911e-02 * a + 0.700383064443688;
        above = above * a + 6.37396220353165;
        above = above * a + 33.912866078383;
        above = above * a + 112.079291497871;
        above = above * a + 221.213596169931;
        above = above * a + 220.206867912376;
        double below = 8.83883476483184e-02 * a + 1.75566716318264;
        below = below * a + 16.064177579207;
        below = below * a + 86.7807322029461;
        below = below * a + 296.564248779674;
        below = below * a + 637.333633378831;
        below = below * a + 793.826512519948;
        below = below * a + 440.413735824752;
        return above / below;
    }

    /** A square root by Heron's method. */
    @Differentiable
    public static double root(double a) {
        double x = a > 1 ? a : 1;
        while (Math.abs(x * x - a) > 1e-12 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }

    /** A recurrent cell run over an input that is the same at every step. */
    @Differentiable
    public static double recurrent(double w, double u, int steps) {
        double h = 0;
        for (int t = 0; t < steps; t++) {
            h = Math.tanh(w * h + u * (t % 7 - 3));
        }
        return h * h;
    }

    /** Simpson's rule for a bell curve, by its bounds. */
    @Differentiable
    public static double integral(double a, double b, int panels) {
        double h = (b - a) / panels;
        double sum = bell(a) + bell(b);
        for (int i = 1; i < panels; i++) {
            int weight = i % 2 == 0 ? 2 : 4;
            sum += weight * bell(a + i * h);
        }
        return sum * h / 3;
    }

    private static double bell(double x) {
        return Math.exp(-x * x);
    }
}
