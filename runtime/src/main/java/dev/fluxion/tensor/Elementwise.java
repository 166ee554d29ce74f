package dev.fluxion.tensor;

/** Applies kernels to tensors, with broadcasting, and records the operation. */
final class Elementwise {

    private Elementwise() {}

    /** The function of every element. */
    static Tensor apply(UnaryKernel kernel, Tensor x) {
        Tensor y = Tensor.dense(x.dtype(), values(kernel, x), x.shape);
        if (GradMode.records(x)) {
            y.attach(new UnaryNode(kernel, x, y));
        }
        return y;
    }

    /** The function of every pair of elements. */
    static Tensor apply(BinaryKernel kernel, Tensor a, Tensor b) {
        int[] shape = Broadcast.shape(kernel.operation(), a.shape, b.shape);
        Tensor y = Tensor.dense(DType.promote(a, b), values(kernel, a, b, shape), shape);
        if (GradMode.records(a, b)) {
            y.attach(new BinaryNode(kernel, a, b, y));
        }
        return y;
    }

    /** The function of every pair of elements, which has no derivative. */
    static Tensor constant(BinaryKernel kernel, Tensor a, Tensor b) {
        int[] shape = Broadcast.shape(kernel.operation(), a.shape, b.shape);
        return Tensor.dense(DType.promote(a, b), values(kernel, a, b, shape), shape);
    }

    private static double[] values(UnaryKernel kernel, Tensor x) {
        double[] values = new double[x.numel()];
        Operand from = Operand.of(x, x.shape);
        int[] dense = Shape.strides(x.shape);
        if (Shape.isContiguous(x.shape, from.strides())) {
            kernel.lane(from.array(), from.offset(), 1, values, 0, values.length);
            return values;
        }
        LaneLoop loop = new LaneLoop(x.shape, new int[][] {from.strides(), dense}, new int[] {from.offset(), 0});
        for (int to = 0; loop.hasLane(); to += loop.count(), loop.advance()) {
            kernel.lane(from.array(), loop.at(0), loop.step(0), values, to, loop.count());
        }
        return values;
    }

    private static double[] values(BinaryKernel kernel, Tensor a, Tensor b, int[] shape) {
        double[] values = new double[Shape.elements(shape)];
        Operand first = Operand.of(a, shape);
        Operand second = Operand.of(b, shape);
        int stepA = first.step(a.numel(), shape);
        int stepB = second.step(b.numel(), shape);
        if (stepA >= 0 && stepB >= 0) {
            kernel.lane(
                    first.array(),
                    first.offset(),
                    stepA,
                    second.array(),
                    second.offset(),
                    stepB,
                    values,
                    0,
                    values.length);
            return values;
        }
        LaneLoop loop = new LaneLoop(
                shape, new int[][] {first.strides(), second.strides()}, new int[] {first.offset(), second.offset()});
        for (int to = 0; loop.hasLane(); to += loop.count(), loop.advance()) {
            kernel.lane(
                    first.array(),
                    loop.at(0),
                    loop.step(0),
                    second.array(),
                    loop.at(1),
                    loop.step(1),
                    values,
                    to,
                    loop.count());
        }
        return values;
    }

    /** Adds {@code bar}, of the same shape, to the elements of {@code sum}, which has no gaps. */
    static void addTo(Tensor sum, Tensor bar) {
        if (sum.storage.doubles() == null) {
            Storage storage = sum.storage;
            double[] terms = Dense.of(bar);
            for (int i = 0; i < terms.length; i++) {
                storage.set(sum.offset + i, storage.get(sum.offset + i) + terms[i]);
            }
            return;
        }
        double[] target = sum.storage.doubles();
        Operand from = Operand.of(bar, bar.shape);
        LaneLoop loop = new LaneLoop(
                bar.shape, new int[][] {from.strides(), sum.strides}, new int[] {from.offset(), sum.offset});
        while (loop.hasLane()) {
            ArithmeticKernels.ADD.lane(
                    target, loop.at(1), 1, from.array(), loop.at(0), loop.step(0), target, loop.at(1), loop.count());
            loop.advance();
        }
    }
}
