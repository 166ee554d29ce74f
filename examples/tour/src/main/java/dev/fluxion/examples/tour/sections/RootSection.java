package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.Roots;
import dev.fluxion.examples.tour.topics.RootsGrad;

/** A loop that runs as often as it takes. */
final class RootSection implements Section {

    @Override
    public String title() {
        return "A square root by while";
    }

    @Override
    public void write(Page page) {
        page.written(Roots.class, "root");
        page.generated(RootsGrad.class, "rootDerivative");
        for (double a : new double[] {2, 9, 0.25}) {
            page.check("root(" + a + ")", Roots.root(a), Math.sqrt(a));
            page.check("rootDerivative(" + a + ")", RootsGrad.rootDerivative(a), 0.5 / Math.sqrt(a));
            double forward = RootsGrad.rootJvp(a, 1).tangent();
            page.check("rootJvp(" + a + ", 1).tangent()", forward, 0.5 / Math.sqrt(a));
        }
    }
}
