package dev.fluxion.tensor;

import dev.fluxion.DifferentiableFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A computation on tensors as a function of numbers, with the derivatives that the graph gives: for optimisers, and for
 * {@link dev.fluxion.GradientCheck}, which so checks operations, custom ones too.
 *
 * <pre>
 *   GraphFunction f = GraphFunction.of(in -&gt; in[0].matmul(in[1]), a, b);
 *   GradientCheck.standard().check(f, f.point());
 *   GradientCheck.standard().checkSecond(f, f.point());
 * </pre>
 *
 * <p>The numbers are the elements of the inputs, one input after the other. Where the result has several elements, the
 * value is the sum of them times fixed random weights, so that no error can cancel.
 */
public final class GraphFunction implements DifferentiableFunction {

    private final Function<Tensor[], Tensor> computation;
    private final Tensor[] inputs;
    private final int size;

    private GraphFunction(Function<Tensor[], Tensor> computation, Tensor[] inputs) {
        this.computation = computation;
        this.inputs = inputs;
        int elements = 0;
        for (Tensor input : inputs) {
            elements += input.numel();
        }
        this.size = elements;
    }

    /** The computation as a function of tensors of the shapes of {@code inputs}, whose elements are its {@link #point()}. */
    public static GraphFunction of(Function<Tensor[], Tensor> computation, Tensor... inputs) {
        return new GraphFunction(computation, inputs.clone());
    }

    /** The elements of the inputs. */
    public double[] point() {
        double[] point = new double[size];
        int at = 0;
        for (Tensor input : inputs) {
            System.arraycopy(input.toDoubleArray(), 0, point, at, input.numel());
            at += input.numel();
        }
        return point;
    }

    @Override
    public double value(double[] x) {
        return Autograd.noGrad(() -> weighted(computation.apply(tensors(x)))).item();
    }

    @Override
    public double[] gradient(double[] x) {
        Tensor[] tensors = tensors(x);
        return joined(gradients(weighted(computation.apply(tensors)), tensors, false));
    }

    @Override
    public double[] hvp(double[] x, double[] direction) {
        Tensor[] tensors = tensors(x);
        Tensor[] directions = tensors(direction);
        List<Tensor> gradients = gradients(weighted(computation.apply(tensors)), tensors, true);
        Tensor product = Tensor.scalar(0);
        for (int i = 0; i < tensors.length; i++) {
            if (gradients.get(i) != null) {
                product =
                        product.add(gradients.get(i).mul(directions[i].detach()).sum());
            }
        }
        return joined(gradients(product, tensors, false));
    }

    private static List<Tensor> gradients(Tensor output, Tensor[] tensors, boolean createGraph) {
        if (!output.requiresGrad()) {
            return Collections.nCopies(tensors.length, null);
        }
        return Autograd.grad(List.of(output), List.of(tensors), null, createGraph, createGraph, true);
    }

    private Tensor[] tensors(double[] x) {
        if (x.length != size) {
            throw new IllegalArgumentException("expected " + size + " numbers but got " + x.length);
        }
        List<Tensor> tensors = new ArrayList<>();
        int at = 0;
        for (Tensor input : inputs) {
            double[] part = Arrays.copyOfRange(x, at, at + input.numel());
            tensors.add(Tensor.dense(input.dtype(), part, input.shape).requiresGrad(true));
            at += part.length;
        }
        return tensors.toArray(new Tensor[0]);
    }

    private double[] joined(List<Tensor> gradients) {
        double[] joined = new double[size];
        int at = 0;
        for (int i = 0; i < inputs.length; i++) {
            if (gradients.get(i) != null) {
                System.arraycopy(gradients.get(i).toDoubleArray(), 0, joined, at, inputs[i].numel());
            }
            at += inputs[i].numel();
        }
        return joined;
    }

    private static Tensor weighted(Tensor result) {
        if (result.dim() == 0) {
            return result;
        }
        double[] weights = new double[result.numel()];
        Random random = new Random(weights.length);
        Arrays.setAll(weights, i -> 0.5 + random.nextDouble());
        return result.mul(Tensor.dense(result.dtype(), weights, result.shape)).sum();
    }
}
