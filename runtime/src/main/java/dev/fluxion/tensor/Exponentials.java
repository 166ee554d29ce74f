package dev.fluxion.tensor;

/** Sums of exponentials, and what is normalised by them, without overflow. */
final class Exponentials {

    private Exponentials() {}

    static Tensor softmax(Tensor x, int dim) {
        boolean[] mask = Statistics.only(x, Shape.dim(dim, x.dim()));
        Tensor y = Autograd.noGrad(() -> {
            Tensor exp = x.sub(max(x, mask)).exp();
            return exp.div(Reductions.sum("", exp, mask, true));
        });
        return Operation.record("SoftmaxBackward0", y, new Tensor[] {x}, new Tensor[] {y}, (bar, saved) ->
                new Tensor[] {saved[0].mul(bar.sub(Reductions.sum("SumBackward1", bar.mul(saved[0]), mask, true)))});
    }

    static Tensor logSoftmax(Tensor x, int dim) {
        boolean[] mask = Statistics.only(x, Shape.dim(dim, x.dim()));
        Tensor y = Autograd.noGrad(() -> {
            Tensor shifted = x.sub(max(x, mask));
            return shifted.sub(Reductions.sum("", shifted.exp(), mask, true).log());
        });
        return Operation.record("LogSoftmaxBackward0", y, new Tensor[] {x}, new Tensor[] {y}, (bar, saved) ->
                new Tensor[] {bar.sub(saved[0].exp().mul(Reductions.sum("SumBackward1", bar, mask, true)))});
    }

    static Tensor logSumExp(Tensor x, boolean[] mask, boolean keep) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        Tensor y = Autograd.noGrad(() -> {
            Tensor max = finiteMax(x, mask);
            Tensor sum = Reductions.sum("", x.sub(max).exp(), mask, true).log().add(max);
            return keep ? sum : sum.reshape(Shape.reduced(x.shape, mask, false)).copy();
        });
        return Operation.record(
                "LogsumexpBackward0", y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) -> new Tensor[] {
                    bar.reshape(kept).mul(saved[0].sub(saved[1].reshape(kept)).exp())
                });
    }

    /** The maximum; shares of what is infinite are not numbers. */
    private static Tensor max(Tensor x, boolean[] mask) {
        return Extremes.reduce(x, mask, true, Double.NEGATIVE_INFINITY);
    }

    /** The maximum, or 0 where it is infinite or there is none, which leaves infinities to the exponential. */
    private static Tensor finiteMax(Tensor x, boolean[] mask) {
        Tensor max = max(x, mask);
        double[] values = Dense.copy(max);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isInfinite(values[i]) ? 0 : values[i];
        }
        return Tensor.dense(x.dtype(), values, max.shape);
    }
}
