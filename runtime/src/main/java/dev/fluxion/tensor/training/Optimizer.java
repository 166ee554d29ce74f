package dev.fluxion.tensor.training;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Changes parameters by their gradients. */
public abstract class Optimizer {

    private final List<Tensor> parameters;
    private double learningRate;

    Optimizer(List<Tensor> parameters, double learningRate) {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("optimizer got an empty parameter list");
        }
        for (Tensor parameter : parameters) {
            if (!parameter.isLeaf() || !parameter.requiresGrad()) {
                throw new IllegalArgumentException("can't optimize a tensor that is no leaf or requires no gradient: "
                        + parameter.dtype() + " of shape " + Arrays.toString(parameter.shape()));
            }
        }
        this.parameters = new ArrayList<>(parameters);
        learningRate(learningRate);
    }

    /** The learning rate. */
    public final double learningRate() {
        return learningRate;
    }

    /**
     * Sets the learning rate.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public final void learningRate(double rate) {
        learningRate = notNegative("learning rate", rate);
    }

    static double notNegative(String what, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("Invalid " + what + ": " + value);
        }
        return value;
    }

    /** Forgets the gradients of the parameters. */
    public final void zeroGrad() {
        for (Tensor parameter : parameters) {
            parameter.grad(null);
        }
    }

    /** Changes every parameter that has a gradient. Counts as a modification in place of those parameters. */
    public final void step() {
        for (int i = 0; i < parameters.size(); i++) {
            Tensor parameter = parameters.get(i);
            Tensor grad = parameter.grad();
            if (grad != null) {
                double[] values = parameter.toDoubleArray();
                update(i, values, grad.toDoubleArray());
                write(values, parameter);
            }
        }
    }

    private static void write(double[] values, Tensor parameter) {
        Tensor changed = Tensor.of(values, parameter.shape());
        Autograd.Scope scope = Autograd.noGrad();
        try (scope) {
            parameter.copyInPlace(parameter.dtype() == DType.FLOAT64 ? changed : changed.to(parameter.dtype()));
        }
    }

    /** Changes the values of parameter number {@code index}. */
    abstract void update(int index, double[] values, double[] grad);

    final int count() {
        return parameters.size();
    }
}
