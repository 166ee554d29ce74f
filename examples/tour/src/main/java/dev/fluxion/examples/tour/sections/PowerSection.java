package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.Powers;
import dev.fluxion.examples.tour.topics.PowersGrad;

/** A method that calls itself. */
final class PowerSection implements Section {

    @Override
    public String title() {
        return "A power by recursion";
    }

    @Override
    public void write(Page page) {
        page.written(Powers.class, "power");
        page.generated(PowersGrad.class, "powerDerivative");
        page.check("power(1.5, 10)", Powers.power(1.5, 10), Math.pow(1.5, 10));
        for (int n : new int[] {0, 1, 2, 7, 10}) {
            double expected = n == 0 ? 0 : n * Math.pow(1.5, n - 1);
            page.check("powerDerivative(1.5, " + n + ")", PowersGrad.powerDerivative(1.5, n), expected);
        }
        page.check(
                "powerJvp(1.5, 10, 1).tangent()",
                PowersGrad.powerJvp(1.5, 10, 1).tangent(),
                10 * Math.pow(1.5, 9));
    }
}
