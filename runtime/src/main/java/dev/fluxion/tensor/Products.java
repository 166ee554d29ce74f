package dev.fluxion.tensor;

import java.util.Arrays;

/** Products of vectors and matrices, and of batches of them. */
final class Products {

    private Products() {}

    /** The product by the ranks of the factors, as PyTorch's matmul. */
    static Tensor matmul(Tensor a, Tensor b) {
        if (a.dim() == 0 || b.dim() == 0) {
            throw new IllegalArgumentException("both arguments to matmul need to be at least 1D, but they are "
                    + a.dim() + "D and " + b.dim() + "D; the shapes are " + Shape.text(a.shape) + " and "
                    + Shape.text(b.shape));
        }
        checkInner(a, b);
        if (a.dim() == 1) {
            return b.dim() == 1 ? dot(a, b) : Shaping.squeeze(product(Shaping.unsqueeze(a, 0), b), -2);
        }
        if (b.dim() == 1) {
            return a.dim() == 2 ? mv(a, b) : Shaping.squeeze(product(a, Shaping.unsqueeze(b, 1)), -1);
        }
        return product(a, b);
    }

    private static void checkInner(Tensor a, Tensor b) {
        int columns = a.shape[a.dim() - 1];
        int rows = b.shape[Math.max(0, b.dim() - 2)];
        if (columns != rows) {
            throw new IllegalArgumentException("mat1 and mat2 shapes cannot be multiplied: " + Shape.text(a.shape)
                    + " and " + Shape.text(b.shape));
        }
        if (a.dtype() != b.dtype()) {
            throw new IllegalArgumentException(
                    "expected m1 and m2 to have the same dtype, but got: " + a.dtype() + " != " + b.dtype());
        }
    }

    private static Tensor dot(Tensor a, Tensor b) {
        double[] value = new double[1];
        MatrixKernel.multiply(Dense.of(a), 0, Dense.of(b), 0, value, 0, 1, a.shape[0], 1);
        return Operation.record(
                "DotBackward0",
                Tensor.dense(a.dtype(), value, Shape.checked()),
                new Tensor[] {a, b},
                saved(a, b),
                (bar, s) -> new Tensor[] {s[1] == null ? null : bar.mul(s[1]), s[0] == null ? null : bar.mul(s[0])});
    }

    private static Tensor mv(Tensor a, Tensor b) {
        double[] values = new double[a.shape[0]];
        MatrixKernel.multiply(Dense.of(a), 0, Dense.of(b), 0, values, 0, a.shape[0], a.shape[1], 1);
        return Operation.record(
                "MvBackward0",
                Tensor.dense(a.dtype(), values, new int[] {a.shape[0]}),
                new Tensor[] {a, b},
                saved(a, b),
                (bar, s) -> new Tensor[] {
                    s[1] == null ? null : bar.unsqueeze(1).mul(s[1]), s[0] == null ? null : mv(s[0].t(), bar)
                });
    }

    /** What each adjoint needs is the other factor. */
    private static Tensor[] saved(Tensor a, Tensor b) {
        return new Tensor[] {b.requiresGrad() ? a : null, a.requiresGrad() ? b : null};
    }

    /** Of matrices, or of batches of them that broadcast. */
    private static Tensor product(Tensor a, Tensor b) {
        int[] batch = Broadcast.shape("matmul", batch(a), batch(b));
        int m = a.shape[a.dim() - 2];
        int k = a.shape[a.dim() - 1];
        int n = b.shape[b.dim() - 1];
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = m;
        shape[batch.length + 1] = n;
        double[] values = new double[Shape.elements(shape)];
        multiply(a, b, batch, values, m, k, n);
        int[] shapeA = a.shape;
        int[] shapeB = b.shape;
        return Operation.record(
                batch.length == 0 ? "MmBackward0" : "BmmBackward0",
                Tensor.dense(a.dtype(), values, shape),
                new Tensor[] {a, b},
                saved(a, b),
                (bar, s) -> new Tensor[] {
                    s[1] == null ? null : Reductions.sumTo(product(bar, s[1].transpose(-2, -1)), shapeA),
                    s[0] == null ? null : Reductions.sumTo(product(s[0].transpose(-2, -1), bar), shapeB)
                });
    }

    private static int[] batch(Tensor x) {
        return Arrays.copyOf(x.shape, x.dim() - 2);
    }

    private static void multiply(Tensor a, Tensor b, int[] batch, double[] values, int m, int k, int n) {
        double[] first = Dense.of(a);
        double[] second = Dense.of(b);
        LaneLoop loop = new LaneLoop(
                batch, new int[][] {batchStrides(a, batch, m * k), batchStrides(b, batch, k * n)}, new int[2]);
        int to = 0;
        for (; loop.hasLane(); loop.advance()) {
            for (int i = 0; i < loop.count(); i++, to += m * n) {
                int atA = loop.at(0) + i * loop.step(0);
                int atB = loop.at(1) + i * loop.step(1);
                MatrixKernel.multiply(first, atA, second, atB, values, to, m, k, n);
            }
        }
    }

    private static int[] batchStrides(Tensor x, int[] batch, int matrix) {
        int[] own = batch(x);
        int[] strides = Shape.strides(own);
        for (int d = 0; d < strides.length; d++) {
            strides[d] *= matrix;
        }
        return Broadcast.strides(own, strides, batch);
    }
}
