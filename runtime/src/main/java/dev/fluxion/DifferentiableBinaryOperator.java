package dev.fluxion;

import java.util.function.DoubleBinaryOperator;

/** A {@link DoubleBinaryOperator} with its derivative: what a parameter of that type becomes in a companion's methods. */
public interface DifferentiableBinaryOperator extends DoubleBinaryOperator {

    /**
     * The adjoints of both arguments.
     *
     * @param left the adjoint of the first
     * @param right the adjoint of the second
     */
    record Adjoints(double left, double right) {}

    /** The value with its tangent: {@code ∂f/∂left leftDot + ∂f/∂right rightDot}. */
    Dual jvp(double left, double right, double leftDot, double rightDot);

    /** The adjoints of the arguments: both partials times {@code resultBar}. */
    Adjoints vjp(double left, double right, double resultBar);

    /** An operator whose partials are known: both modes are products with them. */
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
}
