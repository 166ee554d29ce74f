package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.BlackScholes;
import dev.fluxion.examples.tour.topics.ImpliedVolatility;

/** A derivative at work: Newton's method with the generated vega. */
final class ImpliedVolatilitySection implements Section {

    @Override
    public String title() {
        return "Implied volatility by Newton's method";
    }

    @Override
    public void write(Page page) {
        page.written(ImpliedVolatility.class, "of");
        for (double volatility : new double[] {0.1, 0.2, 0.55}) {
            double price = BlackScholes.call(100, 105, 0.03, volatility, 0.5);
            double found = ImpliedVolatility.of(price, 100, 105, 0.03, 0.5);
            page.check("ImpliedVolatility.of(" + (float) price + ", ...)", found, volatility);
        }
    }
}
