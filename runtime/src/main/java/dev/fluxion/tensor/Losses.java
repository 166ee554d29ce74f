package dev.fluxion.tensor;

import java.util.Arrays;

/** What training minimises. */
final class Losses {

    private Losses() {}

    static Tensor meanSquare(Tensor x, Tensor target) {
        double factor = 2.0 / Shape.elements(Broadcast.shape("mseLoss", x.shape, target.shape));
        if (!Arrays.equals(x.shape, target.shape)) {
            Warnings.warn("Using a target size (" + Shape.text(target.shape) + ") that is different to the input size ("
                    + Shape.text(x.shape) + "). This will likely lead to incorrect results due to broadcasting. Please"
                    + " ensure they have the same size.");
        }
        Tensor y = Autograd.noGrad(() -> x.sub(target).square().mean());
        boolean ofX = x.requiresGrad();
        boolean ofTarget = target.requiresGrad();
        return Operation.record(
                "MseLossBackward0", y, new Tensor[] {x, target}, new Tensor[] {x, target}, (bar, saved) -> {
                    Tensor adjoint = saved[0].sub(saved[1]).mul(bar.mul(factor));
                    return new Tensor[] {
                        ofX ? Reductions.sumTo(adjoint, saved[0].shape) : null,
                        ofTarget ? Reductions.sumTo(adjoint.neg(), saved[1].shape) : null
                    };
                });
    }

    private static void checkSame(String name, Tensor x, Tensor target) {
        if (!Arrays.equals(x.shape, target.shape)) {
            throw new IllegalArgumentException(name + ": target size (" + Shape.text(target.shape)
                    + ") must be the same as input size (" + Shape.text(x.shape) + ")");
        }
    }

    static int[] classes(Tensor classes) {
        double[] numbers = Dense.of(classes);
        int[] indices = new int[numbers.length];
        for (int i = 0; i < indices.length; i++) {
            if (numbers[i] != Math.rint(numbers[i])) {
                throw new IllegalArgumentException("a class must be a whole number, but got " + numbers[i]);
            }
            indices[i] = (int) numbers[i];
        }
        return indices;
    }

    /** Minus the mean of the entries of the classes. */
    static Tensor negativeLikelihood(Tensor x, int[] classes) {
        if (x.dim() < 1 || x.dim() > 2) {
            throw new IllegalArgumentException("input tensor should be 1D or 2D, but got shape " + Shape.text(x.shape));
        }
        Tensor rows = x.dim() == 1 ? x.unsqueeze(0) : x;
        if (rows.shape[0] != classes.length) {
            throw new IllegalArgumentException("Expected input batch_size (" + rows.shape[0]
                    + ") to match target batch_size (" + classes.length + "); the shapes are " + Shape.text(x.shape)
                    + " and [" + classes.length + "].");
        }
        double[] column = new double[classes.length];
        for (int i = 0; i < column.length; i++) {
            if (classes[i] < 0 || classes[i] >= rows.shape[1]) {
                throw new IndexOutOfBoundsException(
                        "Target " + classes[i] + " is out of bounds for " + rows.shape[1] + " classes.");
            }
            column[i] = classes[i];
        }
        Tensor index = Tensor.dense(DType.FLOAT64, column, new int[] {column.length, 1});
        Tensor fixed = rows.detach();
        Tensor y = Gathering.gather("NllLossBackward0", fixed, 1, index).mean().neg();
        int[] whole = rows.shape;
        int[] shape = x.shape;
        return Operation.record("NllLossBackward0", y, x, bar -> {
            Tensor shares = bar.div(-index.numel()).expand(index.shape);
            return Gathering.scatter(shares, whole, 1, index).reshape(shape);
        });
    }

    static Tensor binaryCrossEntropy(Tensor x, Tensor target) {
        checkSame("binaryCrossEntropyWithLogits", x, target);
        Tensor y =
                Autograd.noGrad(() -> target.rsub(1).mul(x).sub(x.logSigmoid()).mean());
        boolean ofX = x.requiresGrad();
        boolean ofTarget = target.requiresGrad();
        double count = x.numel();
        return Operation.record(
                "BinaryCrossEntropyWithLogitsBackward0",
                y,
                new Tensor[] {x, target},
                new Tensor[] {x, target},
                (bar, saved) -> new Tensor[] {
                    ofX ? saved[0].sigmoid().sub(saved[1]).mul(bar).div(count) : null,
                    ofTarget ? saved[0].neg().mul(bar).div(count) : null
                });
    }
}
