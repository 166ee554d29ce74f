package dev.fluxion.tensor;

/** The end of the graph at a leaf that requires a gradient: adds what arrives to {@link Tensor#grad()}. */
public final class AccumulateGrad extends Node {

    private final Tensor variable;

    AccumulateGrad(Tensor variable) {
        super("AccumulateGrad");
        this.variable = variable;
    }

    /** The leaf. */
    public Tensor variable() {
        return variable;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        return new Tensor[0];
    }
}
