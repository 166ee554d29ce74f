package dev.fluxion.tensor.training;

import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A function of a tensor with parameters that can be trained. */
public interface Module extends UnaryOperator<Tensor> {

    /** The parameters: leaves that require a gradient. */
    List<Tensor> parameters();

    /** This module and then another, or a function without parameters such as {@code Tensor::relu}. */
    default Module then(UnaryOperator<Tensor> next) {
        List<Tensor> all = new ArrayList<>(parameters());
        if (next instanceof Module module) {
            all.addAll(module.parameters());
        }
        Module first = this;
        return new Module() {
            @Override
            public Tensor apply(Tensor x) {
                return next.apply(first.apply(x));
            }

            @Override
            public List<Tensor> parameters() {
                return List.copyOf(all);
            }
        };
    }
}
