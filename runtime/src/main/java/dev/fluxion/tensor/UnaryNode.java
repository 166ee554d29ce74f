package dev.fluxion.tensor;

/** The backward function of a function of every element. */
final class UnaryNode extends Node {

    private final UnaryKernel kernel;
    private final int[] shape;
    private final DType type;
    private final SavedTensor argument;
    private final SavedTensor value;

    UnaryNode(UnaryKernel kernel, Tensor x, Tensor y) {
        super(kernel.name(), x.edge());
        this.kernel = kernel;
        this.shape = x.shape;
        this.type = x.dtype();
        this.argument = kernel.keepsArgument() ? SavedTensor.of(name(), x) : null;
        this.value = kernel.keepsValue() ? SavedTensor.ofResult(name(), y) : null;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        Tensor x = SavedTensor.get(argument);
        Tensor y = SavedTensor.get(value);
        UnaryKernel.Adjoint adjoint = kernel.adjoint();
        Tensor xBar = Formula.evaluate(q -> adjoint.of(q[0], q[1], q[2]), shape, shape, type, bar, x, y);
        return new Tensor[] {xBar};
    }

    @Override
    boolean answersFresh() {
        return true;
    }

    @Override
    void release() {
        SavedTensor.release(argument);
        SavedTensor.release(value);
    }
}
