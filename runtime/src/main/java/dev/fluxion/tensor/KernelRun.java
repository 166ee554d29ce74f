package dev.fluxion.tensor;

/** One run of a compiled kernel over tensors that repeat to a common shape. */
final class KernelRun {

    private final CompiledFunction.Kernel kernel;
    private final int[] shape;
    private final double[][] arrays;
    private final int[][] strides;
    private final int[] offsets;

    /** Of these inputs, that repeat to {@code shape}. */
    KernelRun(CompiledFunction.Kernel kernel, int[] shape, Tensor... inputs) {
        this.kernel = kernel;
        this.shape = shape;
        int n = inputs.length;
        arrays = new double[n][];
        strides = new int[n][];
        offsets = new int[n];
        for (int k = 0; k < n; k++) {
            Operand operand = Operand.of(inputs[k], shape);
            arrays[k] = operand.array();
            strides[k] = operand.strides();
            offsets[k] = operand.offset();
        }
    }

    /** The results, each of the whole shape in row-major order. */
    double[][] run(int results) {
        double[][] out = new double[results][Shape.elements(shape)];
        LaneLoop loop = new LaneLoop(shape, strides, offsets);
        int[] at = new int[arrays.length];
        int[] step = steps(loop);
        for (int to = 0; loop.hasLane(); to += loop.count(), loop.advance()) {
            for (int k = 0; k < at.length; k++) {
                at[k] = loop.at(k);
            }
            kernel.run(arrays, at, step, out, to, loop.count());
        }
        return out;
    }

    private int[] steps(LaneLoop loop) {
        int[] step = new int[arrays.length];
        for (int k = 0; k < step.length; k++) {
            step[k] = loop.step(k);
        }
        return step;
    }
}
