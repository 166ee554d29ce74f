package dev.fluxion;

import java.util.function.DoubleUnaryOperator;

/**
 * A {@link DoubleUnaryOperator} f with its derivative f': what a parameter of that type becomes in a companion's methods. Generated code calls
 * {@link #applyAsDouble} or {@link #jvp} exactly as often as the user's method calls the function, and {@link #vjp} besides, with arguments from before.
 *
 * <p>What f computes from besides its argument is held constant. There is no second order through it.
 */
public interface DifferentiableUnaryOperator extends DoubleUnaryOperator {

    /**
     * The value with its tangent, {@code f'(x) xDot}. The value and the effects are those of {@link #applyAsDouble}, which is not called besides.
     *
     * @param x where
     * @param xDot the tangent of {@code x}
     * @return value and tangent
     */
    Dual jvp(double x, double xDot);

    /**
     * The adjoint of the argument, {@code f'(x) resultBar}. It has no effect.
     *
     * @param x where f was called
     * @param resultBar the adjoint of what f returned
     * @return the adjoint of {@code x}
     */
    double vjp(double x, double resultBar);

    /**
     * An operator whose derivative is known: both modes are products with it. With a companion it is {@code of(Curves::f, CurvesGrad::fDerivative)}.
     *
     * @param value f
     * @param derivative f', without an effect
     * @return f with its derivative; a null argument throws where it is called
     */
    static DifferentiableUnaryOperator of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return new DifferentiableUnaryOperator() {
            @Override
            public double applyAsDouble(double x) {
                return value.applyAsDouble(x);
            }

            @Override
            public Dual jvp(double x, double xDot) {
                return new Dual(value.applyAsDouble(x), derivative.applyAsDouble(x) * xDot);
            }

            @Override
            public double vjp(double x, double resultBar) {
                return derivative.applyAsDouble(x) * resultBar;
            }
        };
    }
}
