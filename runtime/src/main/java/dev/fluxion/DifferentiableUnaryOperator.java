package dev.fluxion;

import java.util.function.DoubleUnaryOperator;

/** A {@link DoubleUnaryOperator} with its derivative: what a parameter of that type becomes in a companion's methods. */
public interface DifferentiableUnaryOperator extends DoubleUnaryOperator {

    /** The value with its tangent: {@code f'(x) xDot}. */
    Dual jvp(double x, double xDot);

    /** The adjoint of the argument: {@code f'(x) resultBar}. */
    double vjp(double x, double resultBar);

    /** An operator whose derivative is known: both modes are products with it. */
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
