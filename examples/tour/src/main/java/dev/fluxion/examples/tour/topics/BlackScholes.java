package dev.fluxion.examples.tour.topics;

import static dev.fluxion.examples.tour.topics.NormalDistribution.cdf;

import dev.fluxion.Differentiable;

/** The price of a European call by Black and Scholes. */
public final class BlackScholes {

    private BlackScholes() {}

    @Differentiable(order = 2)
    public static double call(double spot, double strike, double rate, double volatility, double time) {
        double deviation = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / deviation;
        double d2 = d1 - deviation;
        return spot * cdf(d1) - strike * Math.exp(-rate * time) * cdf(d2);
    }
}
