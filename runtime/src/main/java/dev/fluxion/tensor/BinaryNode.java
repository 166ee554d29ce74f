package dev.fluxion.tensor;

/** The backward function of a function of pairs of elements. */
final class BinaryNode extends Node {

    private final BinaryKernel kernel;
    private final int[] shape;
    private final int[] shapeA;
    private final int[] shapeB;
    private final DType typeA;
    private final DType typeB;
    private final SavedTensor a;
    private final SavedTensor b;
    private final SavedTensor value;

    BinaryNode(BinaryKernel kernel, Tensor a, Tensor b, Tensor y) {
        super(kernel.name(), a.edge(), b.edge());
        this.kernel = kernel;
        this.shape = y.shape;
        this.shapeA = a.shape;
        this.shapeB = b.shape;
        this.typeA = a.dtype();
        this.typeB = b.dtype();
        int needs = (next()[0] != null ? kernel.first().needs() : 0)
                | (next()[1] != null ? kernel.second().needs() : 0);
        this.a = keep(needs, BinaryKernel.A, a);
        this.b = keep(needs, BinaryKernel.B, b);
        this.value = (needs & BinaryKernel.Y) != 0 ? SavedTensor.ofResult(name(), y) : null;
    }

    private SavedTensor keep(int needs, int which, Tensor tensor) {
        return (needs & which) != 0 ? SavedTensor.of(name(), tensor) : null;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        Tensor ofA = SavedTensor.get(a);
        Tensor ofB = SavedTensor.get(b);
        Tensor y = SavedTensor.get(value);
        Tensor first = next()[0] == null ? null : adjoint(kernel.first(), bar, ofA, ofB, y, shapeA, typeA);
        Tensor second = next()[1] == null ? null : adjoint(kernel.second(), bar, ofA, ofB, y, shapeB, typeB);
        return new Tensor[] {first, second};
    }

    private Tensor adjoint(
            BinaryKernel.Partial partial, Tensor bar, Tensor ofA, Tensor ofB, Tensor y, int[] toShape, DType toType) {
        BinaryKernel.Adjoint adjoint = partial.adjoint();
        if (adjoint == null) {
            return Factories.full(toType, 0, toShape);
        }
        return Formula.evaluate(q -> adjoint.of(q[0], q[1], q[2], q[3]), shape, toShape, toType, bar, ofA, ofB, y);
    }

    @Override
    boolean answersFresh() {
        return true;
    }

    @Override
    void release() {
        SavedTensor.release(a);
        SavedTensor.release(b);
        SavedTensor.release(value);
    }
}
