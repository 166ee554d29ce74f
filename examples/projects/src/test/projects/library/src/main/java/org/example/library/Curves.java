package org.example.library;

import dev.fluxion.Differentiable;

/** A library whose companions are in its jar. */
public final class Curves {

    private Curves() {}

    /**
     * The discounted sum of payments.
     *
     * @param payments what is paid, year by year
     * @param rate the rate of interest
     * @return its present value
     */
    @Differentiable
    public static double present(double[] payments, double rate) {
        double sum = 0;
        for (int i = payments.length - 1; i >= 0; i--) {
            sum = (sum + payments[i]) / (1 + rate);
        }
        return sum;
    }
}
