package dev.fluxion.tensor;

/** A tensor as a quantity: its operations record a graph. */
final class TensorQuantity extends Quantity {

    private final Tensor tensor;

    private TensorQuantity(Tensor tensor) {
        this.tensor = tensor;
    }

    /** The tensor as a quantity; null for null. */
    static TensorQuantity of(Tensor tensor) {
        return tensor == null ? null : new TensorQuantity(tensor);
    }

    Tensor tensor() {
        return tensor;
    }

    @Override
    Quantity apply(UnaryKernel kernel) {
        return new TensorQuantity(Elementwise.apply(kernel, tensor));
    }

    @Override
    Quantity apply(BinaryKernel kernel, Quantity that) {
        return new TensorQuantity(Elementwise.apply(kernel, tensor, ((TensorQuantity) that).tensor));
    }
}
