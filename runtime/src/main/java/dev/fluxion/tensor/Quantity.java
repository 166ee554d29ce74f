package dev.fluxion.tensor;

/**
 * What derivatives are written in, so that each formula exists once: as lanes of numbers when only the gradient is wanted
 * ({@link Lane}), as tensors that record a graph when the gradient is to be differentiated again ({@link TensorQuantity}).
 *
 * <p>A quantity may be overwritten by whoever evaluates it next; formulas only combine quantities.
 */
abstract class Quantity {

    /** The function of every element. */
    abstract Quantity apply(UnaryKernel kernel);

    /** The function of every pair of elements, this one first. */
    abstract Quantity apply(BinaryKernel kernel, Quantity that);

    final Quantity add(Quantity that) {
        return apply(ArithmeticKernels.ADD, that);
    }

    final Quantity sub(Quantity that) {
        return apply(ArithmeticKernels.SUB, that);
    }

    final Quantity mul(Quantity that) {
        return apply(ArithmeticKernels.MUL, that);
    }

    final Quantity div(Quantity that) {
        return apply(ArithmeticKernels.DIV, that);
    }

    final Quantity neg() {
        return apply(ArithmeticKernels.NEG);
    }

    final Quantity square() {
        return apply(PowerKernels.SQUARE);
    }

    final Quantity pow(double exponent) {
        return apply(PowerKernels.pow(exponent));
    }

    final Quantity scale(double factor) {
        return apply(ArithmeticKernels.scale(factor));
    }

    final Quantity plus(double term) {
        return apply(ArithmeticKernels.plus(term));
    }
}
