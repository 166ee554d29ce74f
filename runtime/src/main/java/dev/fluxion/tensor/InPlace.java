package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Operations that overwrite a tensor. */
final class InPlace {

    private InPlace() {}

    /**
     * Overwrites {@code x} with {@code operation} of it. If that is recorded, the operation works on a copy of the old
     * elements, which stay valid for its backward function, and {@code x} becomes its result.
     */
    static Tensor update(Tensor x, UnaryOperator<Tensor> operation) {
        return update(x, x, (before, same) -> operation.apply(before));
    }

    /** As {@link #update(Tensor, UnaryOperator)}, of two tensors, which may be the same. */
    static Tensor update(Tensor x, Tensor other, BinaryOperator<Tensor> operation) {
        boolean records = GradMode.isRecording() && (x.requiresGrad() || other.requiresGrad());
        x.checkNotStale();
        check(x, records);
        Tensor before = records ? x.beforeUpdate() : x.detach();
        Tensor result = operation.apply(before, other == x ? before : other);
        if (!Arrays.equals(result.shape, x.shape)) {
            throw new IllegalArgumentException("output with shape " + Shape.text(x.shape)
                    + " doesn't match the broadcast shape " + Shape.text(result.shape));
        }
        Copying.copy(result.detach(), x);
        x.version.value++;
        if (records) {
            x.reattach(result.to(x.dtype()).gradFn());
        }
        return x;
    }

    private static void check(Tensor x, boolean records) {
        if (records && x.isLeaf() && x.requiresGrad()) {
            throw new IllegalStateException(
                    "a leaf Variable that requires grad is being used in an in-place operation.");
        }
        if (records && x.isView()) {
            throw new UnsupportedOperationException("a view of shape " + Shape.text(x.shape)
                    + " is being modified inplace by a recorded operation, which its base would not know of; modify the"
                    + " base, or a copy()");
        }
        for (int d = 0; d < x.shape.length; d++) {
            if (x.strides[d] == 0 && x.shape[d] > 1) {
                throw new IllegalArgumentException(
                        "unsupported operation: more than one element of the written-to tensor"
                                + " refers to a single memory location. Please copy() the tensor before performing the operation.");
            }
        }
    }
}
