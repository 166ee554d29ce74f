package dev.fluxion;

/**
 * A function of n numbers to one, with its derivatives: what optimisers take. Generated companions offer it as
 * {@code fFunction()}.
 */
public interface DifferentiableFunction {

    /** The value at {@code x}. */
    double value(double[] x);

    /** The n partial derivatives at {@code x}, in an array of their own. */
    double[] gradient(double[] x);

    /**
     * The product of the Hessian matrix at {@code x} and {@code direction}, which is the derivative of the gradient in that
     * direction.
     *
     * @throws UnsupportedOperationException if the function has no second derivative
     */
    default double[] hvp(double[] x, double[] direction) {
        throw new UnsupportedOperationException("no second derivative; a generated function has one with order = 2");
    }
}
