package dev.fluxion;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Compares derivatives with differences of values.
 *
 * <p>A derivative is approximated by central differences of steps h, h/2 and h/4, extrapolated twice (L. F. Richardson, 1911;
 * C. J. F. Ridders, 1982), whose error is of order h⁶. The step is relative to the size of the argument, as far as that is above 1.
 * The check is of every entry, or of random directions, which takes as many evaluations as directions and not as entries.
 * Second derivatives are compared with differences of gradients in the same way.
 *
 * <pre>
 *   GradientCheck.standard().check(CurvesGrad.fFunction(), x);
 *   GradientCheck.standard().withTolerance(1e-9).checkSecond(CurvesGrad.fFunction(), x);
 * </pre>
 *
 * @param step the greatest step h for an argument of size 1
 * @param tolerance by how much a derivative may differ, relative to its size as far as that is above 1
 * @param directions how many random directions to check; 0 for every entry
 * @param seed of the random directions
 */
public record GradientCheck(double step, double tolerance, int directions, long seed) {

    /** Rejects what cannot be meant. */
    public GradientCheck {
        if (!(step > 0) || !(tolerance >= 0) || directions < 0) {
            throw new IllegalArgumentException(
                    "step " + step + ", tolerance " + tolerance + ", directions " + directions);
        }
    }

    /** Every entry, with steps from 0.01 on and a tolerance of 10⁻⁷. */
    public static GradientCheck standard() {
        return new GradientCheck(1e-2, 1e-7, 0, 1);
    }

    /** The same check with another greatest step. */
    public GradientCheck withStep(double greatest) {
        return new GradientCheck(greatest, tolerance, directions, seed);
    }

    /** The same check with another tolerance. */
    public GradientCheck withTolerance(double relative) {
        return new GradientCheck(step, relative, directions, seed);
    }

    /** The check in so many random directions instead of every entry; of every entry for 0. */
    public GradientCheck withDirections(int count, long randomSeed) {
        return new GradientCheck(step, tolerance, count, randomSeed);
    }

    /**
     * Compares the gradient at {@code x} with differences of values.
     *
     * @throws AssertionError if one differs; the message shows the worst entry, both values, and the likely cause
     */
    public void check(DifferentiableFunction function, double[] x) {
        findError(function, x).ifPresent(GradientCheck::fail);
    }

    /**
     * Compares Hessian-vector products at {@code x} with differences of gradients.
     *
     * @throws AssertionError if one differs; the message shows the worst entry, both values, and the likely cause
     */
    public void checkSecond(DifferentiableFunction function, double[] x) {
        findSecondError(function, x).ifPresent(GradientCheck::fail);
    }

    private static void fail(String message) {
        throw new AssertionError(message);
    }

    /** What {@link #check} would complain of. */
    public Optional<String> findError(DifferentiableFunction function, double[] x) {
        double[] gradient = function.gradient(x.clone());
        if (gradient.length != x.length) {
            return Optional.of("the gradient has " + gradient.length + " entries at a point of " + x.length);
        }
        Worst worst = new Worst("gradient", tolerance);
        for (double[] direction : directions(x.length)) {
            Differences line = new Differences(t -> function.value(moved(x, direction, t)), stepAt(x, direction));
            worst.consider(name(direction), product(gradient, direction), line);
        }
        return worst.message(x);
    }

    /** What {@link #checkSecond} would complain of. */
    public Optional<String> findSecondError(DifferentiableFunction function, double[] x) {
        Worst worst = new Worst("Hessian", tolerance);
        for (double[] direction : directions(x.length)) {
            double[] product = function.hvp(x.clone(), direction.clone());
            if (product.length != x.length) {
                return Optional.of(
                        "the Hessian's product has " + product.length + " entries at a point of " + x.length);
            }
            for (int i = 0; i < product.length; i++) {
                int row = i;
                Differences line =
                        new Differences(t -> function.gradient(moved(x, direction, t))[row], stepAt(x, direction));
                worst.consider("[" + i + "] in " + name(direction), product[i], line);
            }
        }
        return worst.message(x);
    }

    private double[][] directions(int n) {
        double[][] all = new double[directions == 0 ? n : directions][n];
        Random random = new Random(seed);
        for (int i = 0; i < all.length; i++) {
            if (directions == 0) {
                all[i][i] = 1;
            } else {
                Arrays.setAll(all[i], j -> random.nextGaussian() / Math.sqrt(n));
            }
        }
        return all;
    }

    private String name(double[] direction) {
        if (directions > 0) {
            return "direction " + Arrays.toString(direction);
        }
        int entry = 0;
        while (direction[entry] == 0) {
            entry++;
        }
        return "entry [" + entry + "]";
    }

    private double stepAt(double[] x, double[] direction) {
        double size = 1;
        for (int i = 0; i < x.length; i++) {
            size = direction[i] == 0 ? size : Math.max(size, Math.abs(x[i]));
        }
        return step * size;
    }

    private static double[] moved(double[] x, double[] direction, double by) {
        double[] point = x.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += by * direction[i];
        }
        return point;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            // An infinite partial in a direction that does not go there says nothing.
            sum += b[i] == 0 ? 0 : a[i] * b[i];
        }
        return sum;
    }

    /** The entry that differs most. */
    private static final class Worst {

        private final String what;
        private final double tolerance;
        private double excess = 1;
        private String entry;
        private double claimed;
        private Differences line;

        Worst(String what, double tolerance) {
            this.what = what;
            this.tolerance = tolerance;
        }

        void consider(String name, double derivative, Differences differences) {
            double expected = differences.derivative();
            double allowed = tolerance * Math.max(1, Math.abs(expected));
            double error = Math.abs(derivative - expected);
            double ratio =
                    error <= allowed ? 0 : allowed == 0 || Double.isNaN(error) ? Double.MAX_VALUE : error / allowed;
            if (ratio > excess || ratio > 0 && entry == null) {
                excess = ratio;
                entry = name;
                claimed = derivative;
                line = differences;
            }
        }

        Optional<String> message(double[] x) {
            if (entry == null) {
                return Optional.empty();
            }
            return Optional.of("the " + what + " is wrong at " + entry + ": " + claimed + ", but differences give "
                    + line.derivative() + " (off by " + Math.abs(claimed - line.derivative()) + ", tolerance "
                    + tolerance
                    + "); likely cause: " + line.likelyCause(claimed) + "; at x = " + Arrays.toString(x));
        }
    }
}
