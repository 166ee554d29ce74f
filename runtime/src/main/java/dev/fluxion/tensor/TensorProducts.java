package dev.fluxion.tensor;

/** Products of vectors and matrices, and convolution. */
public sealed interface TensorProducts permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * The product of vectors, matrices, or batches of matrices that broadcast, by the ranks as in PyTorch; the adjoints are
     * {@code bar bᵀ} and {@code aᵀ bar}, summed over the batches that repeat.
     *
     * @throws IllegalArgumentException with both shapes, if the inner sizes differ or the batches do not broadcast; if the
     *     types differ
     */
    default Tensor matmul(Tensor b) {
        return Products.matmul(self(), b);
    }

    /**
     * The correlation of this tensor, batch × channels × length, with {@code weight}, outputs × channels × width.
     *
     * @param bias of one number for each output, or null
     */
    default Tensor conv1d(Tensor weight, Tensor bias) {
        return conv1d(weight, bias, 1, 0, 1);
    }

    /** As {@link #conv1d(Tensor, Tensor)}, with zeros on both sides and steps between windows and within them. */
    default Tensor conv1d(Tensor weight, Tensor bias, int stride, int padding, int dilation) {
        return Convolution.conv1d(self(), weight, bias, new Convolution.Step(stride, padding, dilation));
    }
}
