package dev.fluxion.tensor;

import dev.fluxion.tensor.CompiledFunction.Kernel;
import dev.fluxion.tensor.CompiledFunction.Signature;
import java.util.Arrays;

/** A compiled method of scalars, element by element. */
final class CompiledKernels {

    private static final int[] NONE = {};

    private final Signature signature;
    private final Kernel value;
    private final Kernel adjoints;
    private final Kernel second;

    CompiledKernels(Signature signature, Kernel value, Kernel adjoints, Kernel second) {
        this.signature = signature;
        this.value = value;
        this.adjoints = adjoints;
        this.second = second;
    }

    Tensor apply(Tensor[] inputs) {
        int[] shape = NONE;
        for (Tensor input : inputs) {
            shape = Broadcast.shape(signature.name(), shape, input.shape);
        }
        int[] common = shape;
        double[] values = new KernelRun(value, common, inputs).run(1)[0];
        return CompiledNode.record(
                "Backward",
                signature,
                Tensor.dense(signature.result(), values, common),
                inputs,
                (bar, saved) -> GradMode.isRecording() ? differentiably(bar, saved) : backward(bar, saved),
                true);
    }

    private Tensor[] backward(Tensor bar, Tensor[] inputs) {
        Tensor[] arguments = Arrays.copyOf(inputs, inputs.length + 1);
        arguments[inputs.length] = bar;
        double[][] bars = new KernelRun(adjoints, bar.shape, arguments).run(inputs.length);
        Tensor[] answer = new Tensor[inputs.length];
        for (int i = 0; i < answer.length; i++) {
            if (inputs[i].requiresGrad()) {
                answer[i] = Reductions.sumTo(Tensor.dense(inputs[i].dtype(), bars[i], bar.shape), inputs[i].shape);
            }
        }
        return answer;
    }

    /** The adjoint times the partials, which stand in one tensor, so that one run yields all second partials. */
    private Tensor[] differentiably(Tensor bar, Tensor[] inputs) {
        int[] shape = bar.shape;
        Tensor[] arguments = Arrays.copyOf(inputs, inputs.length + 1);
        arguments[inputs.length] = Factories.full(signature.result(), 1, NONE);
        double[][] partials = new KernelRun(adjoints, shape, arguments).run(inputs.length);
        Tensor together = CompiledNode.record(
                "BackwardBackward", signature, together(partials, shape), inputs, this::secondBackward, true);
        Tensor[] answer = new Tensor[inputs.length];
        for (int i = 0; i < answer.length; i++) {
            if (inputs[i].requiresGrad()) {
                Tensor product = Elementwise.apply(ArithmeticKernels.STRONG_MUL, bar, Slicing.select(together, 0, i));
                answer[i] = Reductions.sumTo(product.to(inputs[i].dtype()), inputs[i].shape);
            }
        }
        return answer;
    }

    private Tensor together(double[][] parts, int[] shape) {
        int size = Shape.elements(shape);
        double[] values = new double[parts.length * size];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, values, i * size, size);
        }
        return Tensor.dense(signature.widest(), values, Shape.with(shape, 0, parts.length));
    }

    private Tensor[] secondBackward(Tensor weights, Tensor[] inputs) {
        if (second == null) {
            throw CompiledSweeps.noSecondSweep(signature);
        }
        Tensor[] arguments = Arrays.copyOf(inputs, inputs.length + 1);
        arguments[inputs.length] = weights;
        return CompiledSweeps.last(signature, Autograd.noGrad(() -> secondAdjoints(weights, inputs)), arguments);
    }

    private Tensor[] secondAdjoints(Tensor weights, Tensor[] inputs) {
        int k = inputs.length;
        int[] shape = Shape.without(weights.shape, 0);
        double[][] partials = new KernelRun(second, shape, inputs).run(k * k);
        Tensor[] answer = new Tensor[k];
        for (int j = 0; j < k; j++) {
            if (inputs[j].requiresGrad()) {
                Tensor column = column(partials, j, weights, shape).to(inputs[j].dtype());
                answer[j] = Reductions.sumTo(column, inputs[j].shape);
            }
        }
        return answer;
    }

    private Tensor column(double[][] partials, int j, Tensor weights, int[] shape) {
        int k = signature.parameters().size();
        Tensor sum = Factories.full(signature.widest(), 0, shape);
        for (int i = 0; i < k; i++) {
            Tensor partial = Tensor.dense(signature.widest(), partials[i * k + j], shape);
            Tensor weight = Slicing.select(weights, 0, i);
            sum = sum.add(Elementwise.apply(ArithmeticKernels.STRONG_MUL, weight, partial));
        }
        return sum;
    }
}
