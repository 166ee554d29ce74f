package dev.fluxion.tensor;

import java.util.function.DoubleBinaryOperator;

/** A function of two numbers with its partial derivatives: one row of the tables of operations. */
class BinaryKernel {

    /** The adjoint of one argument from the adjoint {@code bar} of the value {@code y}. */
    interface Adjoint {
        Quantity of(Quantity bar, Quantity a, Quantity b, Quantity y);
    }

    /** What an adjoint needs of {@code a}, {@code b} and {@code y}; sums mean several. */
    static final int NONE = 0;

    static final int A = 1;
    static final int B = 2;
    static final int Y = 4;

    /** An adjoint, null for zero, with what it needs. */
    record Partial(int needs, Adjoint adjoint) {}

    private final String operation;
    private final String name;
    private final DoubleBinaryOperator value;
    private final Partial first;
    private final Partial second;

    /**
     * A row.
     *
     * @param operation what errors about shapes call it
     * @param name the name of the backward function
     */
    BinaryKernel(String operation, String name, DoubleBinaryOperator value, Partial first, Partial second) {
        this.operation = operation;
        this.name = name;
        this.value = value;
        this.first = first;
        this.second = second;
    }

    /** The partial that is zero everywhere. */
    static Partial zero() {
        return new Partial(NONE, null);
    }

    static Partial partial(int needs, Adjoint adjoint) {
        return new Partial(needs, adjoint);
    }

    final String operation() {
        return operation;
    }

    final String name() {
        return name;
    }

    final Partial first() {
        return first;
    }

    final Partial second() {
        return second;
    }

    /** Whether arguments and results are neighbours at the same places of their arrays ({@link UnaryKernel#dense}). */
    static boolean areAligned(int atA, int stepA, int atB, int stepB, int to) {
        return stepA == 1 && stepB == 1 && atA == to && atB == to;
    }

    /** The function along a lane. Those that cost less than a call of a function object say it themselves. */
    void lane(double[] a, int atA, int stepA, double[] b, int atB, int stepB, double[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] = value.applyAsDouble(a[atA + i * stepA], b[atB + i * stepB]);
        }
    }
}
