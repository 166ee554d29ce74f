package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.BlackScholes;
import dev.fluxion.examples.tour.topics.BlackScholesGrad;

/** All Greeks of an option from one reverse pass, and gamma from the second order. */
final class BlackScholesSection implements Section {

    private static final int SPOT = 0;
    private static final int VOLATILITY = 3;

    @Override
    public String title() {
        return "The Greeks of a call by Black and Scholes";
    }

    @Override
    public void write(Page page) {
        page.written(BlackScholes.class, "call");
        page.generated(BlackScholesGrad.class, "callGradient");
        page.say("A call at 100 struck at 105 for half a year, at a rate of 3 % and a volatility of 20 %.");
        greeks(page, new ClosedForms(100, 105, 0.03, 0.2, 0.5));
        page.say("The same deep in the money, for three years.");
        greeks(page, new ClosedForms(130, 80, -0.005, 0.35, 3));
    }

    private static void greeks(Page page, ClosedForms c) {
        var gradient = BlackScholesGrad.callGradient(c.spot(), c.strike(), c.rate(), c.volatility(), c.time());
        page.check("price: callGradient(...).value()", gradient.value(), c.price());
        page.check("delta: dSpot()", gradient.dSpot(), c.delta());
        page.check("by strike: dStrike()", gradient.dStrike(), c.byStrike());
        page.check("rho: dRate()", gradient.dRate(), c.rho());
        page.check("vega: dVolatility()", gradient.dVolatility(), c.vega());
        page.check("theta: -dTime()", -gradient.dTime(), -c.byTime());
        double[][] hessian = BlackScholesGrad.callHessian(c.spot(), c.strike(), c.rate(), c.volatility(), c.time());
        page.check("gamma: callHessian(...)[0][0]", hessian[SPOT][SPOT], c.gamma());
        page.check("vanna: callHessian(...)[0][3]", hessian[SPOT][VOLATILITY], c.vanna());
    }
}
