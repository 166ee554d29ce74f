package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Arrays as results, with more outputs than inputs and fewer, and functions of one vector. */
final class Jacobians {

    private Jacobians() {}

    @Differentiable
    static double[] polar(double r, double angle) {
        return new double[] {r * Math.cos(angle), r * Math.sin(angle), r * r};
    }

    @Differentiable
    static double[] momentsOfMatrix(double[][] m, float k, @NoDiff double[] weights) {
        double[] moments = new double[2];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                moments[0] += m[i][j] * weights[i];
                moments[1] += m[i][j] * m[i][j] * k;
            }
        }
        return moments;
    }

    @Differentiable
    static double[][] outerProduct(double[] u, double[] v, @NoDiff double direction) {
        double[][] product = new double[u.length][v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i][j] = u[i] * v[j] * direction;
            }
        }
        return product;
    }

    @Differentiable
    static double[] throwsDeclared(double[] value, double seed) throws java.io.IOException {
        if (value.length == 6) {
            throw new java.io.IOException("six");
        }
        double[] jacobian = value.clone();
        jacobian[0] *= seed;
        return jacobian;
    }

    @Differentiable
    private static double ofVector(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            s *= Math.sin(x[i]) + 2;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double ofDirection(double[] direction) {
        double s = 0;
        for (int i = 1; i < direction.length; i++) {
            s += direction[i] * direction[i - 1] * direction[0];
        }
        return s;
    }
}
