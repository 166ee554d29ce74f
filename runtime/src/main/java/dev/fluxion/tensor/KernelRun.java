package dev.fluxion.tensor;

/**
 * One run of a compiled kernel over tensors that repeat to a common shape. Kernels see neighbours side by side, which the JIT compiles
 * to vector instructions: an input with gaps, or that repeats, is first brought into that form, in stretches that stay in the cache.
 */
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
        if (!loop.hasLane()) {
            return out;
        }
        int[] steps = loop.steps();
        double[][] in = neighbours(steps, loop.count());
        int[] at = new int[in.length];
        int stretch = in == arrays ? loop.count() : Math.min(loop.count(), Scratch.STRETCH);
        for (int to = 0; loop.hasLane(); loop.advance()) {
            for (int from = 0; from < loop.count(); from += stretch) {
                int count = Math.min(stretch, loop.count() - from);
                for (int k = 0; k < at.length; k++) {
                    at[k] = loop.at(k) + from * steps[k];
                    if (in[k] != arrays[k]) {
                        copy(arrays[k], at[k], steps[k], in[k], count);
                        at[k] = 0;
                    }
                }
                kernel.run(in, at, out, to, count);
                to += count;
            }
        }
        return out;
    }

    /** The arrays that the kernel is given: the inputs' own, or memory for a stretch of those that have to be copied. */
    private double[][] neighbours(int[] steps, int count) {
        double[][] in = arrays;
        for (int k = 0; k < steps.length; k++) {
            if (steps[k] != 1 && count > 1) {
                in = in == arrays ? arrays.clone() : in;
                in[k] = new double[Math.min(count, Scratch.STRETCH)];
            }
        }
        return in;
    }

    private static void copy(double[] from, int at, int step, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[at + i * step];
        }
    }
}
