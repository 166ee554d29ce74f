package corpus;

import dev.fluxion.Differentiable;
import java.util.Objects;

/** Arrays that are read and written in try statements, which exceptions leave wherever they may. */
final class Tries {

    private Tries() {}

    @Differentiable(order = 2)
    static double runsOverTheEnd(double[] x, int n) {
        double[] w = new double[3];
        double s = 0;
        try {
            for (int i = 0; i < x.length; i++) {
                w[i] = x[i] * x[i];
                s += w[i] * x[n];
                n++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            s += w[0] * w[1] + x[0];
        }
        return s;
    }

    @Differentiable
    static void overwritesUntilTheEnd(double[] x, int n) {
        int i = 0;
        try {
            while (true) {
                x[i + n] = x[i + n] * x[i] + x[i + 1];
                i++;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            x[0] *= x[x.length - 1];
        } finally {
            x[x.length - 1] *= 2;
        }
    }

    @Differentiable
    static double[] partlyFilled(double[] x, int n) {
        double[] y = new double[4];
        for (int k = 0; k < 2; k++) {
            try {
                double[] t = {x[k], x[n], x[n + k] * x[k]};
                for (int i = 0; i < 3; i++) {
                    y[i + k] += t[i] * y[k] + x[i];
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y[3] += y[0] + x[0] * k;
            }
        }
        return y;
    }

    private static double sumOfRoots(double[] x, int from) {
        double s = 0;
        for (int i = from; i < x.length; i++) {
            if (x[i] < 0) {
                throw new IllegalArgumentException("element " + i);
            }
            s += Math.sqrt(x[i]) * s + x[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double helperThrowsHalfway(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            try {
                s += sumOfRoots(x, i) * x[i];
            } catch (IllegalArgumentException e) {
                s *= x[i];
            }
        }
        return s;
    }

    @Differentiable
    static double allocationThrows(double[] x, int n) {
        double s = x[0];
        double[] y = x;
        try {
            y = new double[1 - n];
            y[0] = s * s;
            s += y[0] * x[0];
            y[1] = s;
        } catch (NegativeArraySizeException e) {
            s = y[0] * y[0];
        } catch (ArrayIndexOutOfBoundsException e) {
            s *= y[0];
        }
        return s + y.length;
    }

    @Differentiable
    static double[] copiedAndMoved(double[] x, int n) {
        double[] y = x.clone();
        try {
            System.arraycopy(x, 0, y, n, 2);
            y[0] *= y[1];
            java.util.Arrays.fill(y, 0, 3 - n, x[0] * x[1]);
            y = java.util.Arrays.copyOf(y, 2 - n);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            y[1] = y[0] * x[1];
        }
        return y;
    }

    private static void scale(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= x[i] + x[0];
        }
    }

    @Differentiable(order = 2)
    static double helperWritesToNewArray(double[] x, int n) {
        double s = 0;
        for (int k = 0; k <= n; k++) {
            try {
                double[] y = x.clone();
                scale(y, k + 3);
                s += y[k] * y[1] + s;
            } catch (ArrayIndexOutOfBoundsException e) {
                s += x[0] * s;
            }
        }
        return s;
    }

    @Differentiable
    static void helperWritesAndThrowsOn(double[] x, int n) {
        try {
            scale(x, n);
            x[0] += x[n];
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("too few", e);
        } finally {
            x[0] *= 2;
        }
    }

    @Differentiable
    static void locksWhatItWrites(double[] x, int n) {
        try {
            synchronized (x) {
                x[0] = x[0] * x[n];
                x[n + 1] *= x[0];
            }
        } catch (IndexOutOfBoundsException e) {
            x[0] *= 2;
        }
    }

    @Differentiable
    static void locksInALoop(double[] x, double[] y, int n) {
        for (int i = 0; i < x.length; i++) {
            try {
                synchronized (y) {
                    x[i] = x[i] * y[i];
                    y[i + n] = x[i] * x[i + n];
                }
            } catch (IndexOutOfBoundsException e) {
                x[i] += y[0];
            } finally {
                y[i] *= 2;
            }
        }
    }

    @Differentiable
    static double locksPerhapsNull(double[] x, double s, int n) {
        try {
            synchronized (n > 0 ? x : null) {
                s = s * x[n];
            }
        } catch (NullPointerException | IndexOutOfBoundsException e) {
            s = s * s;
        }
        return s;
    }

    @Differentiable
    static double rowsThatAreNull(double[][] m, int n) {
        double[][] r = m.clone();
        double s = 0;
        if (r.length > n) {
            r[n] = null;
        }
        for (int i = 0; i < r.length; i++) {
            try {
                for (int j = 0; j < r.length; j++) {
                    s += r[i][j] * r[j][i];
                    s = Math.sin(s) * (1 + 0.1 * r[i][0]);
                }
            } catch (NullPointerException e) {
                s = s * s + m[i][0];
                r[i] = m[i];
            }
        }
        return s;
    }

    @Differentiable
    static double rowSetToNullAndBack(double[][] m, int n) {
        double[][] r = m.clone();
        if (r.length > n) {
            r[n] = null;
        }
        double s = 0;
        for (int i = 0; i < r.length; i++) {
            if (r[i] == null) {
                r[i] = m[i];
            }
            s += r[i][0] * r[i][0];
        }
        return s;
    }

    @Differentiable
    static double asksForNull(double[] x, double s) {
        Objects.requireNonNull(x);
        double[] y = Objects.requireNonNull(x, "x").clone();
        if (y.length > 1) {
            y[1] *= Objects.requireNonNull(y)[0] * s;
        }
        return Objects.isNull(y) || y.length < 2 ? s : y[1] * s;
    }
}
