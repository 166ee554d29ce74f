package dev.fluxion;

import java.util.function.ToDoubleFunction;

/**
 * A {@code ToDoubleFunction<double[]>} with its derivative: what a parameter of that type becomes in a companion's methods.
 */
public interface DifferentiableArrayFunction extends ToDoubleFunction<double[]> {

    /** The value with its tangent: the product of the gradient and {@code xDot}. */
    Dual jvp(double[] x, double[] xDot);

    /** Adds the gradient times {@code resultBar} to {@code xBar}. */
    void vjp(double[] x, double resultBar, double[] xBar);

    /** The function with value and gradient of another. */
    static DifferentiableArrayFunction of(DifferentiableFunction function) {
        return new DifferentiableArrayFunction() {
            @Override
            public double applyAsDouble(double[] x) {
                return function.value(x);
            }

            @Override
            public Dual jvp(double[] x, double[] xDot) {
                double[] gradient = function.gradient(x);
                double tangent = 0;
                for (int i = 0; i < gradient.length; i++) {
                    tangent += gradient[i] * xDot[i];
                }
                return new Dual(function.value(x), tangent);
            }

            @Override
            public void vjp(double[] x, double resultBar, double[] xBar) {
                double[] gradient = function.gradient(x);
                for (int i = 0; i < gradient.length; i++) {
                    xBar[i] += gradient[i] * resultBar;
                }
            }
        };
    }
}
