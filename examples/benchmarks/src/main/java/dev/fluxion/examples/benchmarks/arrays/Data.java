package dev.fluxion.examples.benchmarks.arrays;

import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arguments from a seed, and arrays for the gradients. */
public final class Data {

    private Data() {}

    static double[] normals(Random random, int n, double scale) {
        return random.doubles(n, -scale, scale).toArray();
    }

    static double[][] rows(Random random, int n, int m, double scale) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = normals(random, m, scale);
        }
        return rows;
    }

    @State(Scope.Thread)
    public static class Rosenbrock {
        final double[] x = normals(new Random(1), 100, 2);
        final double[] xBar = new double[100];
    }

    @State(Scope.Thread)
    public static class Logistic {
        private final Random random = new Random(2);
        final double[] w = normals(random, 20, 1);
        final double[][] features = rows(random, 10_000, 20, 1);
        final double[] labels =
                random.ints(10_000, 0, 2).mapToDouble(b -> 2 * b - 1).toArray();
        final double[] wBar = new double[20];
    }

    @State(Scope.Thread)
    public static class Mixture {
        private final Random random = new Random(3);
        final double[] alphas = normals(random, 25, 1);
        final double[][] means = rows(random, 25, 10, 1);
        final double[][] factors = rows(random, 25, 55, 0.5);
        final double[][] points = rows(random, 1_000, 10, 1);
        final double[] alphasBar = new double[25];
        final double[][] meansBar = new double[25][10];
        final double[][] factorsBar = new double[25][55];
    }

    @State(Scope.Thread)
    public static class Recurrent {
        private final Random random = new Random(4);
        final double[][] first = rows(random, 4 * 16, 1 + 8 + 16, 0.3);
        final double[][] second = rows(random, 4 * 16, 1 + 16 + 16, 0.3);
        final double[][] inputs = rows(random, 1_024, 8, 1);
        final double[] targets = normals(random, 1_024, 0.5);
        final double[][] firstBar = new double[4 * 16][1 + 8 + 16];
        final double[][] secondBar = new double[4 * 16][1 + 16 + 16];
    }

    @State(Scope.Thread)
    public static class Paths {
        private final Random random = new Random(5);
        final double[][] normals = new double[100_000][];

        public Paths() {
            for (int i = 0; i < normals.length; i++) {
                normals[i] = random.doubles(50).map(u -> random.nextGaussian()).toArray();
            }
        }
    }

    @State(Scope.Thread)
    public static class Matrix {
        final double[][] matrix = rows(new Random(6), 100, 100, 1);
        final double[][] matrixBar = new double[100][100];

        public Matrix() {
            for (int i = 0; i < 100; i++) {
                matrix[i][i] += 60;
            }
        }
    }
}
