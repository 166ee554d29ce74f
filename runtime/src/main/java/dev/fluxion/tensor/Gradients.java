package dev.fluxion.tensor;

import java.util.Arrays;

/** What may become the gradient of a tensor, and how gradients add up. */
final class Gradients {

    private Gradients() {}

    static void check(Tensor of, Tensor gradient) {
        if (gradient == of) {
            throw new IllegalArgumentException("can't assign Variable as its own grad");
        }
        if (gradient.dtype() != of.dtype()) {
            throw new IllegalArgumentException("assigned grad has data of a different type: " + gradient.dtype()
                    + " for a tensor of " + of.dtype());
        }
        if (!Arrays.equals(gradient.shape, of.shape)) {
            throw new IllegalArgumentException("assigned grad has data of a different size: "
                    + Shape.text(gradient.shape) + " for a tensor of shape " + Shape.text(of.shape));
        }
    }

    /**
     * The sum of the gradient so far, which may be null, and of one that arrived. Without a graph it is in place, and its
     * storage is never that of a tensor which someone else may hold.
     */
    static Tensor sum(Tensor sofar, Tensor bar, boolean fresh, boolean createGraph) {
        if (createGraph) {
            return sofar == null ? bar.mul(1) : sofar.add(bar);
        }
        if (sofar == null) {
            return fresh && bar.isContiguous() ? bar : Tensor.dense(bar.dtype(), Dense.copy(bar), bar.shape);
        }
        if (sofar.requiresGrad() || !sofar.isContiguous()) {
            return Elementwise.constant(ArithmeticKernels.ADD, sofar, bar);
        }
        Elementwise.addTo(sofar, bar);
        sofar.version.value++;
        return sofar;
    }
}
