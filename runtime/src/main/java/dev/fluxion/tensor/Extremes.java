package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.Locale;

/** Maxima and minima over dimensions, and where they are. NaN counts as more than everything, for minima as less. */
final class Extremes {

    private Extremes() {}

    /** The maximum over the masked dimensions; {@code none} where there is no element. */
    static Tensor reduce(Tensor x, boolean[] mask, boolean keep, double none) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        double[] values = new double[Shape.elements(kept)];
        Arrays.fill(values, none);
        fold(x, kept, values);
        return Tensor.dense(x.dtype(), values, keep ? kept : Shape.reduced(x.shape, mask, false));
    }

    private static void fold(Tensor x, int[] kept, double[] values) {
        Operand from = Operand.of(x, x.shape);
        int[] to = Broadcast.strides(kept, Shape.strides(kept), x.shape);
        LaneLoop loop = new LaneLoop(x.shape, new int[][] {from.strides(), to}, new int[] {from.offset(), 0});
        for (; loop.hasLane(); loop.advance()) {
            for (int i = 0; i < loop.count(); i++) {
                int at = loop.at(1) + i * loop.step(1);
                values[at] = Math.max(values[at], from.array()[loop.at(0) + i * loop.step(0)]);
            }
        }
    }

    /**
     * The maximum, or minimum, of all elements or of each part; the adjoint is shared evenly among ties.
     *
     * @param amongNaN whether it is shared among what is not a number, where that is the result, or is then not a number itself
     */
    static Tensor shared(String name, Tensor x, boolean[] mask, boolean amongNaN, boolean max) {
        checkNotEmpty(name, x, mask);
        int[] kept = Shape.reduced(x.shape, mask, true);
        Tensor signed = max ? x.detach() : x.detach().neg();
        Tensor found = reduce(signed, mask, false, Double.NEGATIVE_INFINITY);
        Tensor y = max ? found : Autograd.noGrad(() -> found.neg());
        return Operation.record(name, y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) -> {
            Tensor value = saved[1].detach().reshape(kept);
            Tensor same = saved[0].detach().eq(value);
            Tensor equal = amongNaN ? same.maximum(saved[0].isNaN().mul(value.isNaN())) : same;
            Tensor share = equal.div(Reductions.sum("SumBackward1", equal, mask, true));
            return new Tensor[] {bar.reshape(kept).mul(share)};
        });
    }

    private static void checkNotEmpty(String name, Tensor x, boolean[] mask) {
        for (int d = 0; d < mask.length; d++) {
            if (mask[d] && x.shape[d] == 0) {
                throw new IllegalArgumentException(
                        name.replace("Backward", "").replaceAll("[0-9]", "").toLowerCase(Locale.ROOT)
                                + "(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with"
                                + " the 'dim' argument: shape " + Shape.text(x.shape));
            }
        }
    }

    /** The maximum, or minimum, along one dimension with its indices; the adjoint goes to the element at the index. */
    static TensorWithIndices along(String name, Tensor x, int dim, boolean keep, boolean max) {
        int d = Shape.dim(dim, x.dim());
        Tensor index = argument(name, x, d, max);
        Tensor found = Autograd.noGrad(() -> Gathering.gather(name, x, d, index));
        int[] whole = x.shape;
        Tensor values = Operation.record(
                name,
                keep ? found : Shaping.squeeze(found, d).copy(),
                x,
                bar -> Gathering.scatter(bar.reshape(index.shape), whole, d, index));
        return new TensorWithIndices(values, keep ? index : Shaping.squeeze(index, d));
    }

    /** The index of the first maximum, or minimum, along a dimension, which keeps the size 1. */
    static Tensor argument(String name, Tensor x, int d, boolean max) {
        boolean[] mask = new boolean[x.dim()];
        if (mask.length > 0) {
            mask[d] = true;
        }
        checkNotEmpty(name, x, mask);
        double[] dense = Dense.of(x);
        int size = x.dim() == 0 ? 1 : x.shape[d];
        int inner = 1;
        for (int k = d + 1; k < x.dim(); k++) {
            inner *= x.shape[k];
        }
        double[] indices = new double[size == 0 ? 0 : dense.length / size];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = first(dense, i / inner * inner * size + i % inner, inner, size, max);
        }
        return Tensor.dense(DType.FLOAT64, indices, Shape.reduced(x.shape, mask, true));
    }

    private static int first(double[] values, int at, int step, int count, boolean max) {
        int best = 0;
        double sign = max ? 1 : -1;
        for (int i = 1; i < count; i++) {
            double value = sign * values[at + i * step];
            double record = sign * values[at + best * step];
            if (value > record || Double.isNaN(value) && !Double.isNaN(record)) {
                best = i;
            }
        }
        return best;
    }
}
