package dev.fluxion.tensor;

import dev.fluxion.tensor.CompiledFunction.FloatKernel;
import dev.fluxion.tensor.CompiledFunction.Kernel;

/** Runs kernels of floats on doubles that are floats, stretch by stretch. */
final class FloatLanes {

    private FloatLanes() {}

    /** The kernel as one of doubles; null for null. */
    static Kernel of(FloatKernel kernel) {
        return kernel == null ? null : (in, at, out, to, count) -> run(kernel, in, at, out, to, count);
    }

    private static void run(FloatKernel kernel, double[][] in, int[] at, double[][] out, int to, int count) {
        int size = Math.min(count, Scratch.STRETCH);
        float[][] inputs = new float[in.length][size];
        float[][] results = new float[out.length][size];
        int[] start = new int[in.length];
        for (int from = 0; from < count; from += size) {
            int stretch = Math.min(size, count - from);
            for (int k = 0; k < in.length; k++) {
                narrow(in[k], at[k] + from, inputs[k], stretch);
            }
            kernel.run(inputs, start, results, 0, stretch);
            for (int r = 0; r < out.length; r++) {
                widen(results[r], out[r], to + from, stretch);
            }
        }
    }

    private static void narrow(double[] from, int at, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (float) from[at + i];
        }
    }

    private static void widen(float[] from, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[i];
        }
    }
}
