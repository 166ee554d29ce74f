package dev.fluxion;

import java.util.function.ToDoubleFunction;

/**
 * A {@code ToDoubleFunction<double[]>} f with its gradient: what a parameter of that type becomes in a companion's methods. Generated code calls
 * {@link #applyAsDouble} or {@link #jvp} exactly as often as the user's method calls the function, and {@link #vjp} besides, with a copy of the array as it
 * was then. None of the three changes {@code x} or keeps it.
 *
 * <p>What f computes from besides its argument is held constant. There is no second order through it.
 */
public interface DifferentiableArrayFunction extends ToDoubleFunction<double[]> {

    /**
     * The value with its tangent: the product of the gradient and {@code xDot}. The value and the effects are those of {@link #applyAsDouble}, which is not
     * called besides.
     *
     * @param x where
     * @param xDot the tangent of {@code x}, as long as it
     * @return value and tangent
     */
    Dual jvp(double[] x, double[] xDot);

    /**
     * Adds the gradient times {@code resultBar} to {@code xBar}. It has no other effect.
     *
     * @param x the array as it was when f was called
     * @param resultBar the adjoint of what f returned
     * @param xBar the adjoint of {@code x}, as long as it, which is added to
     */
    void vjp(double[] x, double resultBar, double[] xBar);

    /**
     * The function with value and gradient of another, {@code of(CurvesGrad.fFunction())} with a companion.
     *
     * @param function the other, without effects: forward mode asks for both
     * @return f with its gradient; null throws where it is called
     */
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
