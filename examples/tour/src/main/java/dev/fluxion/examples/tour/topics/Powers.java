package dev.fluxion.examples.tour.topics;

import dev.fluxion.Differentiable;

/** A power by repeated squaring: a method that calls itself. */
public final class Powers {

    private Powers() {}

    @Differentiable
    public static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }
}
