package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.NormalDistribution;

/** The price of a call and its derivatives as the textbooks have them. */
record ClosedForms(double spot, double strike, double rate, double volatility, double time) {

    private double d1() {
        return (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time)
                / (volatility * Math.sqrt(time));
    }

    private double d2() {
        return d1() - volatility * Math.sqrt(time);
    }

    private double discountedStrike() {
        return strike * Math.exp(-rate * time);
    }

    double price() {
        return spot * NormalDistribution.cdf(d1()) - discountedStrike() * NormalDistribution.cdf(d2());
    }

    double delta() {
        return NormalDistribution.cdf(d1());
    }

    double byStrike() {
        return -Math.exp(-rate * time) * NormalDistribution.cdf(d2());
    }

    double rho() {
        return time * discountedStrike() * NormalDistribution.cdf(d2());
    }

    double vega() {
        return spot * NormalDistribution.pdf(d1()) * Math.sqrt(time);
    }

    /** The derivative by the time that is left: what practitioners call theta has the other sign. */
    double byTime() {
        return spot * NormalDistribution.pdf(d1()) * volatility / (2 * Math.sqrt(time))
                + rate * discountedStrike() * NormalDistribution.cdf(d2());
    }

    double gamma() {
        return NormalDistribution.pdf(d1()) / (spot * volatility * Math.sqrt(time));
    }

    double vanna() {
        return -NormalDistribution.pdf(d1()) * d2() / volatility;
    }
}
