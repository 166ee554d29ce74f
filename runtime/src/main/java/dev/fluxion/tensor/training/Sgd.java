package dev.fluxion.tensor.training;

import dev.fluxion.tensor.Tensor;
import java.util.List;

/**
 * Stochastic gradient descent with momentum (B. T. Polyak, 1964), in PyTorch's form: {@code v = μ v + g} with {@code v = g}
 * in the first step, and {@code p = p - λ v}, where {@code g} is the gradient plus the weight decay times {@code p}.
 */
public final class Sgd extends Optimizer {

    private final double momentum;
    private final double weightDecay;
    private final double[][] velocity = new double[count()][];

    /** Plain descent. */
    public Sgd(List<Tensor> parameters, double learningRate) {
        this(parameters, learningRate, 0, 0);
    }

    /** With momentum μ and weight decay. */
    public Sgd(List<Tensor> parameters, double learningRate, double momentum, double weightDecay) {
        super(parameters, learningRate);
        this.momentum = notNegative("momentum", momentum);
        this.weightDecay = notNegative("weight decay", weightDecay);
    }

    @Override
    void update(int index, double[] values, double[] grad) {
        boolean first = velocity[index] == null;
        double[] v = first ? velocity[index] = new double[values.length] : velocity[index];
        for (int i = 0; i < values.length; i++) {
            double g = grad[i] + weightDecay * values[i];
            v[i] = first ? g : momentum * v[i] + g;
            values[i] -= learningRate() * v[i];
        }
    }
}
