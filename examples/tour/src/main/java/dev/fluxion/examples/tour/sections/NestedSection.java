package dev.fluxion.examples.tour.sections;

import dev.fluxion.examples.tour.topics.Curvature;
import dev.fluxion.examples.tour.topics.CurvatureGrad;

/** Methods that are defined by derivatives, and are differentiated in turn. */
final class NestedSection implements Section {

    @Override
    public String title() {
        return "Derivatives of derivatives";
    }

    @Override
    public void write(Page page) {
        page.written(Curvature.class, "height");
        page.written(Curvature.class, "slope");
        page.written(Curvature.class, "curvature");
        page.generated(CurvatureGrad.class, "slopeJvp");
        double x = 0.7;
        double sin = Math.exp(x) * Math.sin(x);
        double cos = Math.exp(x) * Math.cos(x);
        double slope = sin + cos;
        double bend = 2 * cos;
        double bendByX = 2 * (cos - sin);
        double metric = 1 + slope * slope;
        page.check("slope(0.7)", Curvature.slope(x), slope);
        page.check("slopeDerivative(0.7)", CurvatureGrad.slopeDerivative(x), bend);
        page.check("curvature(0.7)", Curvature.curvature(x), bend / Math.pow(metric, 1.5));
        double expected = bendByX / Math.pow(metric, 1.5) - 3 * bend * bend * slope / Math.pow(metric, 2.5);
        page.check("curvatureDerivative(0.7)", CurvatureGrad.curvatureDerivative(x), expected);
        page.check(
                "curvatureJvp(0.7, 1).tangent()",
                CurvatureGrad.curvatureJvp(x, 1).tangent(),
                expected);
    }
}
