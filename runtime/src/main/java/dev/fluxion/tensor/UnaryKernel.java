package dev.fluxion.tensor;

import java.util.function.DoubleUnaryOperator;

/** A function of one number with its derivative: one row of the tables of operations. */
class UnaryKernel {

    /** The adjoint of the argument {@code x} from the adjoint {@code bar} of the value {@code y}. */
    interface Adjoint {
        Quantity of(Quantity bar, Quantity x, Quantity y);
    }

    /** What the adjoint needs, and with it the graph keeps. */
    enum Keeps {
        NOTHING,
        ARGUMENT,
        VALUE,
        BOTH
    }

    private final String name;
    private final Keeps keeps;
    private final DoubleUnaryOperator value;
    private final Adjoint adjoint;

    UnaryKernel(String name, Keeps keeps, DoubleUnaryOperator value, Adjoint adjoint) {
        this.name = name;
        this.keeps = keeps;
        this.value = value;
        this.adjoint = adjoint;
    }

    /** The name of the backward function. */
    final String name() {
        return name;
    }

    final boolean keepsArgument() {
        return keeps == Keeps.ARGUMENT || keeps == Keeps.BOTH;
    }

    final boolean keepsValue() {
        return keeps == Keeps.VALUE || keeps == Keeps.BOTH;
    }

    final Adjoint adjoint() {
        return adjoint;
    }

    /** The function along a lane. */
    final void lane(double[] x, int at, int step, double[] y, int to, int count) {
        if (step == 1) {
            dense(x, at, y, to, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y[to + i] = value.applyAsDouble(x[at + i * step]);
        }
    }

    /**
     * The function of neighbours. Kernels that cost less than a call of a function object write the loop out, and once more for numbers at the
     * same places of both arrays: only there the JIT compiler of Java 17 sees that no result is an argument of another, and makes vector
     * instructions.
     */
    void dense(double[] x, int at, double[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] = value.applyAsDouble(x[at + i]);
        }
    }
}
