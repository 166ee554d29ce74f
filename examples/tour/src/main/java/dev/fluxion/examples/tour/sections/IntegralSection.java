package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.Integrals;
import dev.fluxion.examples.tour.topics.IntegralsGrad;
import dev.fluxion.examples.tour.topics.NormalDistribution;

/** A counted loop, a helper, and the fundamental theorem of calculus. */
final class IntegralSection implements Section {

    private static final int PANELS = 4000;

    @Override
    public String title() {
        return "An integral by its bounds";
    }

    @Override
    public void write(Page page) {
        page.written(Integrals.class, "integral");
        page.written(Integrals.class, "bell");
        page.generated(IntegralsGrad.class, "integralGradient");
        double a = -0.5;
        double b = 1.25;
        var gradient = IntegralsGrad.integralGradient(a, b, PANELS);
        page.check("integralGradient(-0.5, 1.25, 4000).value()", gradient.value(), exact(b) - exact(a));
        page.check("dA()", gradient.dA(), -Math.exp(-a * a));
        page.check("dB()", gradient.dB(), Math.exp(-b * b));
        double forward = IntegralsGrad.integralJvp(a, b, PANELS, 1, 1).tangent();
        page.check("integralJvp(..., 1, 1).tangent()", forward, Math.exp(-b * b) - Math.exp(-a * a));
    }

    /** The integral from minus infinity: that of the normal distribution, scaled. */
    private static double exact(double x) {
        return Math.sqrt(Math.PI) * NormalDistribution.cdf(Math.sqrt(2) * x);
    }
}
