package dev.fluxion.tensor;

/** Variances, norms, products and running sums. */
final class Statistics {

    private Statistics() {}

    /** The sum of squares of what is above the mean, over the count less the correction. */
    static Tensor variance(Tensor x, boolean[] mask, double correction, boolean keep) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        double freedom = freedom("var", x, mask, correction);
        Tensor y = Autograd.noGrad(() -> spread(x, mask, keep).div(freedom));
        return Operation.record("VarBackward0", y, new Tensor[] {x}, new Tensor[] {x}, (bar, saved) ->
                new Tensor[] {varianceAdjoint(bar.reshape(kept), saved[0], mask, freedom)});
    }

    static Tensor deviation(Tensor x, boolean[] mask, double correction, boolean keep) {
        int[] kept = Shape.reduced(x.shape, mask, true);
        double freedom = freedom("std", x, mask, correction);
        Tensor y = Autograd.noGrad(() -> spread(x, mask, keep).div(freedom).sqrt());
        return Operation.record("StdBackward0", y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) -> {
            Tensor ofVariance =
                    bar.div(saved[1].mul(2)).maskedFill(saved[1].detach().eq(0), 0);
            return new Tensor[] {varianceAdjoint(ofVariance.reshape(kept), saved[0], mask, freedom)};
        });
    }

    /** The sum of squares of what is above the mean. */
    private static Tensor spread(Tensor x, boolean[] mask, boolean keep) {
        Tensor squares = x.sub(Reductions.mean("", x, mask, true)).square();
        return Reductions.sum("", squares, mask, keep);
    }

    private static Tensor varianceAdjoint(Tensor bar, Tensor x, boolean[] mask, double freedom) {
        if (freedom == 0 && mask.length == 0) {
            // Infinity times 0 is not a number, but infinity in PyTorch where there is no dimension.
            return bar.mul(Double.isFinite(x.item()) ? Double.POSITIVE_INFINITY : Double.NaN);
        }
        return bar.mul(2 / freedom).mul(x.sub(Reductions.mean("MeanBackward1", x, mask, true)));
    }

    /** By what the sum of squares is divided; that is 0 for too few elements, of which PyTorch warns. */
    private static double freedom(String name, Tensor x, boolean[] mask, double correction) {
        double count = count(x, mask);
        if (count <= correction && x.numel() > 0) {
            Warnings.warn(name + "(): degrees of freedom is <= 0. Correction should be strictly less than the reduction"
                    + " factor (input numel divided by output numel), but they are " + correction + " and " + count
                    + ".");
        }
        return Math.max(0, count - correction);
    }

    private static double count(Tensor x, boolean[] mask) {
        double count = 1;
        for (int d = 0; d < mask.length; d++) {
            count *= mask[d] ? x.shape[d] : 1;
        }
        return count;
    }

    /** The p-norm of the elements. */
    static Tensor norm(Tensor x, double p, boolean[] mask, boolean keep) {
        if (p < 0 || p == Double.POSITIVE_INFINITY) {
            checkNotEmpty(x, p, mask);
        }
        int[] kept = Shape.reduced(x.shape, mask, true);
        Tensor y = Autograd.noGrad(() -> {
            Tensor norm = normValue(x.abs(), p, mask);
            return keep
                    ? norm
                    : norm.reshape(Shape.reduced(x.shape, mask, false)).copy();
        });
        return Operation.record("LinalgVectorNormBackward0", y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) ->
                new Tensor[] {normAdjoint(bar.reshape(kept), saved[0], saved[1].reshape(kept), p, mask)});
    }

    private static void checkNotEmpty(Tensor x, double p, boolean[] mask) {
        for (int d = 0; d < mask.length; d++) {
            if (mask[d] && x.shape[d] == 0) {
                throw new IllegalArgumentException("norm cannot compute the " + p + " norm on the dimension " + d
                        + " of shape " + Shape.text(x.shape)
                        + " because this dimension is empty and the operation does not"
                        + " have an identity");
            }
        }
    }

    private static Tensor normValue(Tensor magnitudes, double p, boolean[] mask) {
        if (Double.isInfinite(p)) {
            return p > 0
                    ? Extremes.reduce(magnitudes, mask, true, 0)
                    : Extremes.reduce(magnitudes.neg(), mask, true, Double.NEGATIVE_INFINITY)
                            .neg();
        }
        if (p == 0) {
            return Reductions.sum("", magnitudes.ne(0), mask, true);
        }
        Tensor sum = Reductions.sum("", magnitudes.pow(p), mask, true);
        return p == 2 ? sum.sqrt() : sum.pow(1 / p);
    }

    /** The direction of the gradient at a norm of 0 is none; null for zero. */
    private static Tensor normAdjoint(Tensor bar, Tensor x, Tensor norm, double p, boolean[] mask) {
        if (p == 0) {
            return null;
        }
        if (Double.isInfinite(p)) {
            Tensor equal = x.detach().abs().eq(norm.detach()).maximum(x.isNaN());
            return x.sign()
                    .mul(equal.div(Reductions.sum("SumBackward1", equal, mask, true))
                            .mul(bar));
        }
        Tensor zero = norm.detach().eq(0);
        if (p == 2) {
            return x.mul(bar.div(norm).maskedFill(zero, 0));
        }
        if (p == 1) {
            return x.sign().mul(bar);
        }
        Tensor shares = x.sign()
                .mul(
                        p < 2
                                ? x.abs().pow(p - 1).maskedFill(x.detach().eq(0), 0)
                                : x.abs().pow(p - 1));
        return shares.mul(bar.div(norm.pow(p - 1)).maskedFill(zero, 0));
    }

    /** The product of all elements. */
    static Tensor product(Tensor x) {
        Tensor flat = x.detach().flatten();
        Tensor y = productValue(flat, 0).reshape().copy();
        return Operation.record(
                "ProdBackward0", y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) -> new Tensor[] {
                    productAdjoint(bar.reshape(1), saved[0].flatten(), saved[1].reshape(1), 0)
                            .reshape(saved[0].shape)
                });
    }

    /** The product along a dimension, which keeps the size 1. */
    static Tensor product(Tensor x, int d, boolean keep) {
        Tensor kept = productValue(x.detach(), d);
        int[] shape = kept.shape;
        Tensor y = keep ? kept : Shaping.squeeze(kept, d).copy();
        return Operation.record("ProdBackward0", y, new Tensor[] {x}, new Tensor[] {x, y}, (bar, saved) ->
                new Tensor[] {productAdjoint(bar.reshape(shape), saved[0], saved[1].reshape(shape), d)});
    }

    private static Tensor productValue(Tensor x, int d) {
        Tensor product = Factories.full(x.dtype(), 1, Shape.reduced(x.shape, only(x, d), true));
        for (int i = 0; i < x.shape[d]; i++) {
            product = product.mul(Slicing.slice(x, d, i, i + 1, 1));
        }
        return product;
    }

    private static Tensor productAdjoint(Tensor bar, Tensor x, Tensor y, int d) {
        return hasZero(x) ? bar.mul(productOfOthers(x, d)) : bar.mul(y).div(x);
    }

    private static boolean hasZero(Tensor x) {
        for (double value : Dense.of(x)) {
            if (value == 0) {
                return true;
            }
        }
        return false;
    }

    /** Without a division: for each index along a dimension the product over all others. */
    private static Tensor productOfOthers(Tensor x, int d) {
        Tensor[] products = new Tensor[x.shape[d]];
        for (int i = 0; i < products.length; i++) {
            Tensor before = Slicing.slice(x, d, 0, i, 1);
            Tensor after = Slicing.slice(x, d, i + 1, x.shape[d], 1);
            products[i] = product(Joining.cat(d, before, after), d, true);
        }
        return Joining.cat(d, products);
    }

    static boolean[] only(Tensor x, int d) {
        boolean[] mask = new boolean[x.dim()];
        if (mask.length > 0) {
            mask[d] = true;
        }
        return mask;
    }

    /** Running sums along a dimension; the adjoint is the running sum from the other end. */
    static Tensor cumulativeSum(Tensor x, int dim) {
        int d = Shape.dim(dim, x.dim());
        double[] values = Dense.copy(x);
        int inner = 1;
        for (int k = d + 1; k < x.dim(); k++) {
            inner *= x.shape[k];
        }
        int size = x.dim() == 0 ? 1 : x.shape[d];
        for (int i = inner; i < values.length; i++) {
            if (i / inner % size != 0) {
                values[i] += values[i - inner];
            }
        }
        return Operation.record(
                "CumsumBackward0",
                Tensor.dense(x.dtype(), values, x.shape),
                x,
                bar -> Joining.flip(cumulativeSum(Joining.flip(bar, d), d), d));
    }
}
