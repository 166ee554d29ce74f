package dev.fluxion;

import java.util.function.DoubleBinaryOperator;

/**
 * A {@link DoubleBinaryOperator} f with its derivative: what a parameter of that type becomes in a companion's methods. Generated code calls
 * {@link #applyAsDouble} or {@link #jvp} exactly as often as the user's method calls the function, and {@link #vjp} besides, with arguments from before.
 *
 * <p>What f computes from besides its arguments is held constant. There is no second order through it.
 */
public interface DifferentiableBinaryOperator extends DoubleBinaryOperator {

    /**
     * The adjoints of both arguments.
     *
     * @param left the adjoint of the first
     * @param right the adjoint of the second
     */
    record Adjoints(double left, double right) {}

    /** Forward mode of a function of two numbers, such as a companion's {@code fJvp}. */
    @FunctionalInterface
    interface Forward {

        /**
         * The value with its tangent.
         *
         * @param left the first argument
         * @param right the second argument
         * @param leftDot the tangent of the first
         * @param rightDot the tangent of the second
         * @return value and tangent
         */
        Dual jvp(double left, double right, double leftDot, double rightDot);
    }

    /**
     * The value with its tangent, {@code ∂f/∂left leftDot + ∂f/∂right rightDot}. The value and the effects are those of {@link #applyAsDouble}, which is
     * not called besides.
     *
     * @param left the first argument
     * @param right the second argument
     * @param leftDot the tangent of the first
     * @param rightDot the tangent of the second
     * @return value and tangent
     */
    Dual jvp(double left, double right, double leftDot, double rightDot);

    /**
     * The adjoints of the arguments: both partials times {@code resultBar}. It has no effect.
     *
     * @param left the first argument where f was called
     * @param right the second argument where f was called
     * @param resultBar the adjoint of what f returned
     * @return the adjoints of the arguments
     */
    Adjoints vjp(double left, double right, double resultBar);

    /**
     * An operator whose partials are known: both modes are products with them.
     *
     * @param value f
     * @param byLeft ∂f/∂left, without an effect
     * @param byRight ∂f/∂right, without an effect
     * @return f with its derivative; a null argument throws where it is called
     */
    static DifferentiableBinaryOperator of(
            DoubleBinaryOperator value, DoubleBinaryOperator byLeft, DoubleBinaryOperator byRight) {
        return new DifferentiableBinaryOperator() {
            @Override
            public double applyAsDouble(double left, double right) {
                return value.applyAsDouble(left, right);
            }

            @Override
            public Dual jvp(double left, double right, double leftDot, double rightDot) {
                double first = byLeft.applyAsDouble(left, right) * leftDot;
                double tangent = first + byRight.applyAsDouble(left, right) * rightDot;
                return new Dual(value.applyAsDouble(left, right), tangent);
            }

            @Override
            public Adjoints vjp(double left, double right, double resultBar) {
                return new Adjoints(
                        byLeft.applyAsDouble(left, right) * resultBar, byRight.applyAsDouble(left, right) * resultBar);
            }
        };
    }

    /**
     * An operator by its forward mode, {@code of(Curves::f, CurvesGrad::fJvp)} with a companion. Reverse mode takes one forward pass for each argument, so that f must
     * have no effect.
     *
     * @param value f
     * @param forward its value and tangent
     * @return f with its derivative; a null argument throws where it is called
     */
    static DifferentiableBinaryOperator of(DoubleBinaryOperator value, Forward forward) {
        return new DifferentiableBinaryOperator() {
            @Override
            public double applyAsDouble(double left, double right) {
                return value.applyAsDouble(left, right);
            }

            @Override
            public Dual jvp(double left, double right, double leftDot, double rightDot) {
                return forward.jvp(left, right, leftDot, rightDot);
            }

            @Override
            public Adjoints vjp(double left, double right, double resultBar) {
                double byLeft = forward.jvp(left, right, 1, 0).tangent();
                return new Adjoints(
                        byLeft * resultBar, forward.jvp(left, right, 0, 1).tangent() * resultBar);
            }
        };
    }
}
