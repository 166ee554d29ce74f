package dev.fluxion.tensor;

/** Chooses between two tensors. */
final class Selection {

    private Selection() {}

    static Tensor where(Tensor condition, Tensor a, Tensor b) {
        int[] shape = Broadcast.shape("where", condition.shape, Broadcast.shape("where", a.shape, b.shape));
        double[] values = new KernelRun(Selection::choose, shape, condition, a, b).run(1)[0];
        Tensor fixed = condition.detach();
        int[] shapeA = a.shape;
        int[] shapeB = b.shape;
        DType typeA = a.dtype();
        DType typeB = b.dtype();
        boolean needsA = a.requiresGrad();
        boolean needsB = b.requiresGrad();
        return Operation.record(
                "WhereBackward0",
                Tensor.dense(DType.promote(a, b), values, shape),
                new Tensor[] {a, b},
                new Tensor[] {fixed},
                (bar, saved) -> new Tensor[] {
                    needsA ? part(SelectionKernels.WHERE_SET, bar, saved[0], shapeA, typeA) : null,
                    needsB ? part(SelectionKernels.WHERE_CLEAR, bar, saved[0], shapeB, typeB) : null
                });
    }

    private static Tensor part(BinaryKernel kernel, Tensor bar, Tensor condition, int[] shape, DType type) {
        return Reductions.sumTo(Elementwise.apply(kernel, bar, condition.to(bar.dtype())), shape)
                .to(type);
    }

    private static void choose(double[][] in, int[] at, double[][] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            boolean first = in[0][at[0] + i] != 0;
            out[0][to + i] = first ? in[1][at[1] + i] : in[2][at[2] + i];
        }
    }
}
