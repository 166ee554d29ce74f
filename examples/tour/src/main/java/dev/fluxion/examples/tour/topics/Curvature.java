package dev.fluxion.examples.tour.topics;

import dev.fluxion.Differentiable;

/** Derivatives in the definitions of functions that are differentiated in turn. */
public final class Curvature {

    private Curvature() {}

    @Differentiable
    public static double height(double x) {
        return Math.exp(x) * Math.sin(x);
    }

    /** The slope of the curve is a generated derivative. */
    @Differentiable
    public static double slope(double x) {
        return CurvatureGrad.heightDerivative(x);
    }

    /** The curvature takes the derivative of that derivative, and has one itself. */
    @Differentiable
    public static double curvature(double x) {
        double slope = slope(x);
        double bend = CurvatureGrad.slopeDerivative(x);
        return bend / Math.pow(1 + slope * slope, 1.5);
    }
}
