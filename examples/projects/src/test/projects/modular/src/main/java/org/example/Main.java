package org.example;

import dev.fluxion.Differentiable;
import dev.fluxion.tape.Workspace;

/** Newton's method on a function of the module, whose private member and loop the companion needs. */
public final class Main {

    private static final double RATE = 0.5;

    private Main() {}

    @Differentiable
    static double decay(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum = step(sum) + v * v;
        }
        return sum;
    }

    private static double step(double sum) {
        return RATE * sum;
    }

    /** Prints the gradient. */
    public static void main(String[] arguments) {
        double[] bar = new double[2];
        double value = MainGrad.decayGradient(new double[] {1, 3}, bar, new Workspace());
        System.out.println(value + " " + bar[0] + " " + bar[1] + " " + Main.class.getModule().isNamed());
    }
}
