package dev.fluxion.examples.tour.sections;

import dev.fluxion.Dual;
import dev.fluxion.examples.tour.topics.Polynomials;
import dev.fluxion.examples.tour.topics.PolynomialsGrad;

/** The smallest examples, each by reverse mode, forward mode and dual numbers. */
final class PolynomialSection implements Section {

    @Override
    public String title() {
        return "Polynomials";
    }

    @Override
    public void write(Page page) {
        square(page);
        quadratic(page);
        bend(page);
    }

    private static void square(Page page) {
        page.written(Polynomials.class, "square");
        page.generated(PolynomialsGrad.class, "squareDerivative");
        page.generated(PolynomialsGrad.class, "squareJvp");
        page.check("square(2)", Polynomials.square(2), 4);
        page.check("squareDerivative(2)", PolynomialsGrad.squareDerivative(2), 4);
        page.check(
                "squareGradient(2).value()", PolynomialsGrad.squareGradient(2).value(), 4);
        page.check("squareGradient(2).dX()", PolynomialsGrad.squareGradient(2).dX(), 4);
        page.check("squareJvp(2, 1).tangent()", PolynomialsGrad.squareJvp(2, 1).tangent(), 4);
        Dual dual = PolynomialsGrad.square(Dual.variable(2));
        page.check("square(Dual.variable(2)).tangent()", dual.tangent(), 4);
        page.say("With order = 2 there is the second derivative too.");
        page.check("squareSecondDerivative(2)", PolynomialsGrad.squareSecondDerivative(2), 2);
    }

    private static void quadratic(Page page) {
        page.written(Polynomials.class, "quadratic");
        page.generated(PolynomialsGrad.class, "quadraticDerivative");
        page.check("quadratic(2)", Polynomials.quadratic(2), 9);
        page.check("quadraticDerivative(2)", PolynomialsGrad.quadraticDerivative(2), 6);
        page.check(
                "quadraticGradient(2).value()",
                PolynomialsGrad.quadraticGradient(2).value(),
                9);
        page.check(
                "quadraticJvp(2, 1).tangent()",
                PolynomialsGrad.quadraticJvp(2, 1).tangent(),
                6);
        Dual dual = PolynomialsGrad.quadratic(Dual.variable(2));
        page.check("quadratic(Dual.variable(2)).value()", dual.value(), 9);
        page.check("quadratic(Dual.variable(2)).tangent()", dual.tangent(), 6);
    }

    private static void bend(Page page) {
        page.written(Polynomials.class, "bend");
        page.generated(PolynomialsGrad.class, "bendGradient");
        page.generated(PolynomialsGrad.class, "bendJvp");
        PolynomialsGrad.BendGradient gradient = PolynomialsGrad.bendGradient(1, 2);
        page.check("bendGradient(1, 2).value()", gradient.value(), 3);
        page.check("bendGradient(1, 2).dU()", gradient.dU(), 4);
        page.check("bendGradient(1, 2).dV()", gradient.dV(), 1);
        page.check(
                "bendJvp(1, 2, 1, 0).tangent()",
                PolynomialsGrad.bendJvp(1, 2, 1, 0).tangent(),
                4);
        page.check(
                "bendJvp(1, 2, 0, 1).tangent()",
                PolynomialsGrad.bendJvp(1, 2, 0, 1).tangent(),
                1);
        Dual byU = PolynomialsGrad.bend(Dual.variable(1), Dual.constant(2));
        Dual byV = PolynomialsGrad.bend(Dual.constant(1), Dual.variable(2));
        page.check("bend(Dual.variable(1), Dual.constant(2)).tangent()", byU.tangent(), 4);
        page.check("bend(Dual.constant(1), Dual.variable(2)).tangent()", byV.tangent(), 1);
    }
}
