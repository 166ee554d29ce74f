package dev.fluxion.tensor;

import java.util.Arrays;

/** Sums and means over dimensions. */
final class Reductions {

    private Reductions() {}

    /** The sum over the masked dimensions. */
    static Tensor sum(String name, Tensor x, boolean[] mask, boolean keep) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        Tensor result = Tensor.dense(x.dtype(), sums(x, kept), keep ? kept : Shape.reduced(x.shape, mask, false));
        int[] from = x.shape;
        return Operation.record(name, result, x, bar -> Shaping.expand(Shaping.reshape(bar, kept), from));
    }

    private static double[] sums(Tensor x, int[] kept) {
        double[] sums = new double[Shape.elements(kept)];
        Operand from = Operand.of(x, x.shape);
        if (sums.length == 1 && Shape.isContiguous(x.shape, from.strides())) {
            sums[0] = PairwiseSum.of(from.array(), from.offset(), 1, x.numel());
            return sums;
        }
        int[] to = Broadcast.strides(kept, Shape.strides(kept), x.shape);
        LaneLoop loop = new LaneLoop(x.shape, new int[][] {from.strides(), to}, new int[] {from.offset(), 0});
        for (; loop.hasLane(); loop.advance()) {
            addLane(loop, from.array(), sums);
        }
        return sums;
    }

    private static void addLane(LaneLoop loop, double[] from, double[] sums) {
        int at = loop.at(0);
        int step = loop.step(0);
        if (loop.step(1) == 0) {
            sums[loop.at(1)] += PairwiseSum.of(from, at, step, loop.count());
            return;
        }
        for (int i = 0; i < loop.count(); i++) {
            sums[loop.at(1) + i * loop.step(1)] += from[at + i * step];
        }
    }

    /** The mean over the masked dimensions. */
    static Tensor mean(String name, Tensor x, boolean[] mask, boolean keep) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        int[] shape = keep ? kept : Shape.reduced(x.shape, mask, false);
        double count = 1;
        for (int d = 0; d < mask.length; d++) {
            count *= mask[d] ? x.shape[d] : 1;
        }
        double[] means = sums(x, kept);
        for (int i = 0; i < means.length; i++) {
            means[i] /= count;
        }
        int[] from = x.shape;
        double divisor = count;
        return Operation.record(
                name,
                Tensor.dense(x.dtype(), means, shape),
                x,
                bar -> Shaping.expand(Shaping.reshape(bar, kept), from).div(divisor));
    }

    /** The sum over the dimensions in which a tensor of that shape would repeat to fill {@code x}. */
    static Tensor sumTo(Tensor x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        boolean[] mask = new boolean[x.shape.length];
        int missing = mask.length - shape.length;
        for (int d = 0; d < mask.length; d++) {
            mask[d] = d < missing || shape[d - missing] == 1 && x.shape[d] != 1;
        }
        return Shaping.reshape(sum("SumBackward1", x, mask, true), shape);
    }
}
