package dev.fluxion.tensor;

import java.util.Arrays;

/**
 * An operation with a backward function of one's own, as PyTorch's {@code autograd.Function}.
 *
 * <pre>
 *   final class Cube extends CustomFunction {
 *       protected Tensor forward(Context context, Tensor... inputs) {
 *           context.saveForBackward(inputs[0]);
 *           return inputs[0].pow(3);
 *       }
 *
 *       protected Tensor[] backward(Context context, Tensor bar) {
 *           return new Tensor[] {bar.mul(context.saved(0).square().mul(3))};
 *       }
 *   }
 *
 *   Tensor y = new Cube().apply(x); // gradFn named CubeBackward
 * </pre>
 *
 * <p>If {@link #backward} consists of operations on tensors, the gradient can be differentiated again. Check it with
 * {@link GraphFunction} and {@link dev.fluxion.GradientCheck}. A function may be applied many times; what one application
 * keeps stands in its {@link Context}.
 */
public abstract class CustomFunction {

    /** For subclasses. */
    protected CustomFunction() {}

    /** The result, from operations that record nothing. */
    protected abstract Tensor forward(Context context, Tensor... inputs);

    /**
     * The adjoints of the inputs, null for zero or where {@link Context#needsInputGrad} is false.
     *
     * @param bar the adjoint of the result, with its shape
     */
    protected abstract Tensor[] backward(Context context, Tensor bar);

    /**
     * Runs {@link #forward}, and records this function if an input requires a gradient.
     *
     * <p>In a backward pass an {@link IllegalArgumentException} names this function if {@link #backward} answers with another
     * number of adjoints than there are inputs, or with one of another shape.
     */
    public final Tensor apply(Tensor... inputs) {
        Tensor[] given = inputs.clone();
        Context context = new Context(given);
        Tensor computed = Autograd.noGrad(() -> forward(context, given));
        // A tensor that already plays a part, as an input or otherwise, must not become this function's result.
        boolean known = computed.requiresGrad() || Arrays.asList(given).contains(computed);
        Tensor result = known ? computed.view(computed.offset, computed.shape, computed.strides) : computed;
        if (GradMode.records(given)) {
            result.attach(new CustomNode(this, context, name(), given, computed));
        }
        return result;
    }

    private String name() {
        String simple = getClass().getSimpleName();
        return (simple.isEmpty() ? "Custom" : simple) + "Backward";
    }
}
