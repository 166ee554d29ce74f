package dev.fluxion.examples.tour;

/** Prints derivatives that the compiler has generated, and fails when one of them is wrong. */
public final class Tour {

    private Tour() {}

    public static void main(String[] args) {
        print("square at 2", Polynomials.square(2), 4);
        print("its derivative", PolynomialsGrad.squareDerivative(2), 4);
        PolynomialsGrad.FGradient gradient = PolynomialsGrad.fGradient(1, 2);
        print("f at (1, 2)", gradient.value(), 3);
        print("df/du", gradient.dU(), 4);
        print("df/dv", gradient.dV(), 1);
    }

    private static void print(String what, double actual, double expected) {
        System.out.println(what + ": " + actual);
        if (Math.abs(actual - expected) > 1e-12) {
            throw new AssertionError(what + " is " + actual + ", not " + expected);
        }
    }
}
