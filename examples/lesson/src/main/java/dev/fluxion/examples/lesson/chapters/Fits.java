package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.tensor.Tensor;

/** Methods that take tensors themselves. */
public final class Fits {

    private Fits() {}

    /** How far {@code a x} is from {@code b}, in the mean of squares, and {@code x} from zero, {@code decay} times. */
    @Differentiable
    public static double ridge(@NoDiff Tensor a, Tensor x, @NoDiff Tensor b, double decay) {
        return a.matmul(x).sub(b).square().mean().item()
                + decay * x.square().sum().item();
    }
}
