package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import java.util.Arrays;

/** The platform's methods over whole arrays. */
final class Operations {

    private Operations() {}

    private static double weighted(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double cloned(double[] x, double k) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= k * x[i];
        }
        y = y.clone();
        return weighted(y) + weighted(x.clone());
    }

    @Differentiable
    static double[] cloneReturned(double[] x) {
        return x.clone();
    }

    @Differentiable
    static double cloneOfWhatIsOverwritten(double[] x, double k) {
        double[] before = x.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = k * x[i] * x[i];
            s += x[i] * before[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double clonedInALoop(double[] x, double k) {
        double[] y = x;
        double s = 0;
        for (int n = 0; n < 3; n++) {
            double[] next = y.clone();
            for (int i = 0; i < x.length; i++) {
                next[i] = next[i] * y[i] * k;
            }
            y = next;
            s += weighted(y);
        }
        return s;
    }

    @Differentiable
    static double clonedRows(double[][] m, double k) {
        if (m.length < 2) {
            return k;
        }
        double[][] shallow = m.clone();
        shallow[0] = shallow[1].clone();
        shallow[0][0] *= k;
        shallow[1][0] *= shallow[0][1];
        return m[1][0] * shallow[0][0] + m[0][0];
    }

    @Differentiable(order = 2)
    static double clonedTwoLevels(double[] x, double k) {
        double[][] m = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            m[0][i] = x[i];
            m[1][i] = x[i] * k;
        }
        double[][] deep = new double[2][];
        for (int i = 0; i < 2; i++) {
            deep[i] = m[i].clone();
        }
        double[][] shallow = m.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            m[0][i] *= m[1][i];
            s += deep[0][i] * shallow[0][i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double copyOf(double[] x, double k, int n) {
        double[] longer = Arrays.copyOf(x, x.length + 2);
        double[] shorter = Arrays.copyOf(x, x.length / 2);
        for (int i = 0; i < longer.length; i++) {
            longer[i] = (longer[i] + k) * k;
        }
        longer = Arrays.copyOf(longer, longer.length - 1);
        return weighted(longer) * weighted(shorter);
    }

    @Differentiable(order = 2)
    static double copyOfRange(double[] x, double k) {
        double[] part = Arrays.copyOfRange(x, x.length / 3, x.length + 1);
        part[part.length - 1] = k * part[0];
        return weighted(part) + weighted(Arrays.copyOfRange(x, 1, 3)) * k;
    }

    @Differentiable
    static double copyOfNegativeLength(double[] x, double k, int n) {
        return weighted(Arrays.copyOf(x, n - 1)) * k;
    }

    @Differentiable(order = 2)
    static double copyOfRows(double[] x, double k) {
        double[][] m = {x.clone(), x.clone()};
        double[][] more = Arrays.copyOf(m, 3);
        more[2] = Arrays.copyOfRange(m, 1, 2)[0];
        for (int i = 0; i < x.length; i++) {
            more[2][i] *= k * m[0][i];
        }
        return weighted(m[1]) + weighted(more[0]);
    }

    @Differentiable(order = 2)
    static double filled(double[] x, double k) {
        double[] y = x.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += y[i] * k;
            Arrays.fill(y, i, x.length, s * k);
        }
        Arrays.fill(y, y.length / 2, y.length, 2);
        s += weighted(y);
        Arrays.fill(y, s * s);
        return weighted(y);
    }

    @Differentiable
    static void fillsParameter(double[] x, double k) {
        double s = weighted(x);
        Arrays.fill(x, s * k);
    }

    @Differentiable
    static double filledOutOfBounds(double[] x, double k) {
        Arrays.fill(x, 0, 4, k);
        return weighted(x);
    }

    @Differentiable(order = 2)
    static double filledRows(double[] x, double k) {
        double[][] m = new double[3][x.length];
        double[] row = x.clone();
        Arrays.fill(m, 1, 3, row);
        for (int i = 0; i < x.length; i++) {
            m[1][i] *= k;
            m[0][i] = m[2][i] * x[i];
        }
        return weighted(m[0]) * k + weighted(m[2]);
    }

    @Differentiable(order = 2)
    static double moved(double[] x, double k) {
        double[] y = new double[x.length + 2];
        System.arraycopy(x, 0, y, 1, x.length);
        y[0] = k;
        for (int i = 1; i < y.length; i++) {
            y[i] *= y[i - 1];
        }
        System.arraycopy(x, 0, y, 0, x.length / 2);
        return weighted(y);
    }

    @Differentiable(order = 2)
    static double movedWithOverlap(double[] x, double k) {
        double[] y = x.clone();
        double s = 0;
        for (int n = 0; n < 3 && n < x.length; n++) {
            System.arraycopy(y, 0, y, 1, y.length - 1);
            y[0] *= k;
            s += weighted(y);
            System.arraycopy(y, n, y, 0, y.length - n);
        }
        return s + weighted(y);
    }

    @Differentiable
    static void shiftsParameter(double[] x, double k) {
        System.arraycopy(x, 1, x, 0, x.length - 1);
        x[x.length - 1] *= k * x[0];
    }

    @Differentiable
    static double movedOutOfBounds(double[] x, double[] y, int n) {
        double s = weighted(x);
        x[0] = s;
        System.arraycopy(y, n, x, 1, 3);
        return weighted(x);
    }

    @Differentiable
    static double movedFromConstants(double[] x, @NoDiff double[] constants) {
        double s = weighted(x);
        System.arraycopy(constants, 0, x, 0, x.length / 2);
        return s * weighted(x);
    }

    @Differentiable
    static double movedRows(double[][] m, double k) {
        double[][] w = new double[m.length + 1][];
        System.arraycopy(m, 0, w, 1, m.length);
        w[0] = new double[m.length];
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            w[i + 1][0] *= k;
            w[0][i] = m[i][0] * w[i + 1][m.length - 1];
            s += w[0][i] * m[0][i];
        }
        return s;
    }

    @Differentiable
    static void rowsOfParameterMoved(double[][] m, double k) {
        if (m.length > 2) {
            double[] last = m[m.length - 1];
            System.arraycopy(m, 0, m, 1, m.length - 1);
            m[0] = last;
            m[1][0] *= k * m[0][1];
        }
    }

    @Differentiable(order = 2)
    static double sorted(double[] x, double k) {
        double[] y = x.clone();
        Arrays.sort(y);
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += y[i] * y[i] * (i + 1) * k * x[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double median(double[] x) {
        double[] y = Arrays.copyOf(x, x.length);
        Arrays.sort(y, 0, y.length);
        int n = y.length;
        return n % 2 == 1 ? y[n / 2] * y[n / 2] : 0.5 * (y[n / 2 - 1] * y[0] + y[n / 2]);
    }

    @Differentiable
    static void sortsPartOfParameter(double[] x, double k) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= k;
        }
        Arrays.sort(x, 1, x.length - 1);
        for (int i = 0; i < x.length; i++) {
            x[i] *= x[i];
        }
    }

    @Differentiable(order = 2)
    static double sortedInALoop(double[] x, double k) {
        double[] y = x.clone();
        double s = 0;
        for (int n = 0; n < 3; n++) {
            Arrays.sort(y);
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.sin(3 * y[i] * k + i);
            }
            s += weighted(y);
        }
        return s;
    }

    @Differentiable
    static double sortedOutOfBounds(double[] x, int from) {
        Arrays.sort(x, from + 1, 2);
        return weighted(x);
    }

    @Differentiable
    static double sortedWithSpecialValues(double[] x, double k) {
        double[] y = new double[x.length + 5];
        System.arraycopy(x, 0, y, 2, x.length);
        y[0] = Double.NaN;
        y[1] = 0.0;
        y[x.length + 2] = -0.0;
        y[x.length + 3] = Double.NEGATIVE_INFINITY;
        y[x.length + 4] = k * 100;
        Arrays.sort(y);
        double s = 0;
        for (int i = 1; i < y.length - 1; i++) {
            s += y[i] * y[i] * i;
        }
        return s;
    }

    @Differentiable
    static float floatOperations(float[] x, float k) {
        float[] y = x.clone();
        Arrays.sort(y);
        float[] z = Arrays.copyOf(y, y.length + 2);
        Arrays.fill(z, y.length, z.length, k);
        System.arraycopy(z, 0, z, 1, z.length - 1);
        float s = 0;
        for (int i = 0; i < z.length; i++) {
            s += z[i] * z[i] * i;
        }
        return s;
    }

    @Differentiable
    static double comparedAndPrinted(double[] x, double k) {
        double[] y = x.clone();
        y[0] *= k;
        String text = Arrays.toString(y);
        boolean same = Arrays.equals(x, y) || text.isEmpty();
        Arrays.sort(y);
        int at = Arrays.binarySearch(y, y[y.length / 2]);
        return same ? k : k * y[at];
    }

    private static double[] sortedCopy(double[] a, double k) {
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] = b[i] * b[i] * k;
        }
        Arrays.sort(b);
        return b;
    }

    @Differentiable(order = 2)
    static double operationsOfACallee(double[] x, double k) {
        double[] y = sortedCopy(sortedCopy(x, k), 1 + k * k);
        return weighted(y);
    }
}
