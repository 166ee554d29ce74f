package dev.fluxion.examples.tour.topics;

/** The volatility at which a call has a given price, by Newton's method with the generated vega. */
public final class ImpliedVolatility {

    private ImpliedVolatility() {}

    public static double of(double price, double spot, double strike, double rate, double time) {
        // From here Newton's method converges monotonically (Manaster and Koehler, Journal of Finance 37, 1982).
        double volatility = Math.sqrt(2 * Math.abs(Math.log(spot / strike) + rate * time) / time);
        double step = volatility;
        while (Math.abs(step) > 1e-12) {
            var gradient = BlackScholesGrad.callGradient(spot, strike, rate, volatility, time);
            step = (gradient.value() - price) / gradient.dVolatility();
            volatility -= step;
        }
        return volatility;
    }
}
