package dev.fluxion.tensor.training;

import dev.fluxion.tensor.Tensor;
import java.util.List;

/**
 * {@code y = x Wᵀ + b}, of inputs in the last dimension. Weight and bias start uniform in {@code ±1/√inputs}, as PyTorch's do,
 * but from a seed.
 */
public final class Linear implements Module {

    private final Tensor weight;
    private final Tensor bias;

    /** A layer of so many inputs and outputs, the same for the same seed. */
    public Linear(int inputs, int outputs, long seed) {
        double bound = 1 / Math.sqrt(inputs);
        weight = Tensor.uniform(seed, -bound, bound, outputs, inputs).requiresGrad(true);
        bias = Tensor.uniform(seed + 1, -bound, bound, outputs).requiresGrad(true);
    }

    /** Outputs × inputs. */
    public Tensor weight() {
        return weight;
    }

    /** One for each output. */
    public Tensor bias() {
        return bias;
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.matmul(weight.t()).add(bias);
    }

    @Override
    public List<Tensor> parameters() {
        return List.of(weight, bias);
    }
}
