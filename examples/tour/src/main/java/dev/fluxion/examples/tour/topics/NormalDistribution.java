package dev.fluxion.examples.tour.topics;

/** The standard normal distribution. */
public final class NormalDistribution {

    private static final double ROOT_OF_TWO_PI = 2.5066282746310005;

    private NormalDistribution() {}

    /** The density φ. */
    public static double pdf(double x) {
        return Math.exp(-0.5 * x * x) / ROOT_OF_TWO_PI;
    }

    /**
     * The distribution function Φ to the last digits, by the series 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + ...) (Marsaglia,
     * Evaluating the normal distribution, Journal of Statistical Software 11, 2004).
     */
    public static double cdf(double x) {
        double term = x;
        double sum = x;
        double previous = 0;
        for (int i = 3; sum != previous; i += 2) {
            previous = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * pdf(x);
    }
}
