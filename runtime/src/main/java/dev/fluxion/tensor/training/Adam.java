package dev.fluxion.tensor.training;

import dev.fluxion.tensor.Tensor;
import java.util.List;

/**
 * Adam (D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, 2015, algorithm 1), in PyTorch's form:
 * {@code p = p - λ / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + ε)} with running means {@code m} of the gradient and {@code v} of its
 * square.
 */
public final class Adam extends Optimizer {

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double[][] mean = new double[count()][];
    private final double[][] square = new double[count()][];
    private final int[] steps = new int[count()];

    /** With β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. */
    public Adam(List<Tensor> parameters, double learningRate) {
        this(parameters, learningRate, 0.9, 0.999, 1e-8);
    }

    /** With all that can be chosen. */
    public Adam(List<Tensor> parameters, double learningRate, double beta1, double beta2, double epsilon) {
        super(parameters, learningRate);
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("Invalid betas: " + beta1 + ", " + beta2);
        }
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = notNegative("epsilon", epsilon);
    }

    @Override
    void update(int index, double[] values, double[] grad) {
        if (mean[index] == null) {
            mean[index] = new double[values.length];
            square[index] = new double[values.length];
        }
        int t = ++steps[index];
        double rate = learningRate() / (1 - Math.pow(beta1, t));
        double root = Math.sqrt(1 - Math.pow(beta2, t));
        double[] m = mean[index];
        double[] v = square[index];
        for (int i = 0; i < values.length; i++) {
            m[i] += (grad[i] - m[i]) * (1 - beta1);
            v[i] = beta2 * v[i] + (1 - beta2) * grad[i] * grad[i];
            values[i] -= rate * m[i] / (Math.sqrt(v[i]) / root + epsilon);
        }
    }
}
