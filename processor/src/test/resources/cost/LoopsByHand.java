package cost;

import dev.fluxion.Derivatives;
import dev.fluxion.StrongZero;
import dev.fluxion.tape.DoubleStack;

/** The gradients of {@link Loops}, written by hand. */
final class LoopsByHand {

    private LoopsByHand() {}

    static Gradients.One example4(double a) {
        double x = a > 1 ? a : 1;
        DoubleStack xTape = new DoubleStack();
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            x = 0.5 * (x + a / x);
        }
        double value = x;
        double xBar = 1;
        double aBar = 0;
        while (!xTape.isEmpty()) {
            x = xTape.pop();
            double halfBar = 0.5 * xBar;
            aBar += StrongZero.divide(halfBar, x);
            xBar = halfBar - StrongZero.times(halfBar, a / x / x);
        }
        if (a > 1) {
            aBar += xBar;
        }
        return new Gradients.One(value, aBar);
    }

    static Gradients.Two logisticMap(double x, double r, int n) {
        double[] xTape = new double[Math.max(n, 0)];
        for (int i = 0; i < n; i++) {
            xTape[i] = x;
            x = r * x * (1 - x);
        }
        double value = x;
        double xBar = 1;
        double rBar = 0;
        for (int i = n - 1; i >= 0; i--) {
            x = xTape[i];
            double other = 1 - x;
            rBar += xBar * other * x;
            xBar = xBar * r * (other - x);
        }
        return new Gradients.Two(value, xBar, rBar);
    }

    static Gradients.One exponential(double x, int terms) {
        double[] termTape = new double[Math.max(terms, 0)];
        double sum = 1;
        double term = 1;
        for (int k = 1; k <= terms; k++) {
            termTape[k - 1] = term;
            term *= x / k;
            sum += term;
        }
        double termBar = 0;
        double xBar = 0;
        for (int k = terms; k >= 1; k--) {
            termBar += 1;
            xBar += termBar * termTape[k - 1] / k;
            termBar *= x / k;
        }
        return new Gradients.One(sum, xBar);
    }

    static Gradients.One cubeRoot(double a) {
        DoubleStack xTape = new DoubleStack();
        double x = a;
        double change;
        do {
            xTape.push(x);
            double next = (2 * x + a / (x * x)) / 3;
            change = next - x;
            x = next;
        } while (Math.abs(change) > 1e-14);
        double value = x;
        double xBar = 1;
        double aBar = 0;
        while (!xTape.isEmpty()) {
            x = xTape.pop();
            double thirdBar = xBar / 3;
            double squared = x * x;
            aBar += StrongZero.divide(thirdBar, squared);
            xBar = 2 * (thirdBar - StrongZero.times(thirdBar, a / squared / squared) * x);
        }
        aBar += xBar;
        return new Gradients.One(value, aBar);
    }

    static Gradients.Two simpson(double a, double b, int n) {
        double h = (b - a) / (2 * n);
        double first = Math.exp(-a * a);
        double last = Math.exp(-b * b);
        double sum = first + last;
        double sumBar = h / 3;
        double aBar = -2 * (sumBar * first) * a;
        double bBar = -2 * (sumBar * last) * b;
        double hBar = 0;
        for (int i = 1; i < 2 * n; i++) {
            double x = a + i * h;
            double weight = i % 2 == 0 ? 2 : 4;
            double term = weight * Math.exp(-x * x);
            sum += term;
            double xBar = -2 * (sumBar * term) * x;
            aBar += xBar;
            hBar += xBar * i;
        }
        double value = sum * h / 3;
        double widthBar = (hBar + sum / 3) / (2 * n);
        aBar -= widthBar;
        bBar += widthBar;
        return new Gradients.Two(value, aBar, bBar);
    }

    static Gradients.Two euler(double y0, double k, double dt, int steps) {
        double[] yTape = new double[Math.max(steps, 0)];
        double y = y0;
        double t = 0;
        for (int i = 0; i < steps; i++) {
            yTape[i] = y;
            y += dt * (Math.sin(t) - k * y);
            t += dt;
        }
        double yBar = 1;
        double kBar = 0;
        for (int i = steps - 1; i >= 0; i--) {
            double bar = yBar * dt;
            kBar -= bar * yTape[i];
            yBar -= bar * k;
        }
        return new Gradients.Two(y, yBar, kBar);
    }

    static Gradients.Two rungeKutta(double y, double r, double h, int steps) {
        double[] yTape = new double[Math.max(steps, 0)];
        for (int i = 0; i < steps; i++) {
            yTape[i] = y;
            double k1 = r * y * (1 - y);
            double y2 = y + 0.5 * h * k1;
            double k2 = r * y2 * (1 - y2);
            double y3 = y + 0.5 * h * k2;
            double k3 = r * y3 * (1 - y3);
            double y4 = y + h * k3;
            double k4 = r * y4 * (1 - y4);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        double value = y;
        double yBar = 1;
        double rBar = 0;
        double half = 0.5 * h;
        double sixth = h / 6;
        for (int i = steps - 1; i >= 0; i--) {
            y = yTape[i];
            double rest = 1 - y;
            double y2 = y + half * (r * y * rest);
            double rest2 = 1 - y2;
            double y3 = y + half * (r * y2 * rest2);
            double rest3 = 1 - y3;
            double y4 = y + h * (r * y3 * rest3);
            double rest4 = 1 - y4;
            double bar = yBar * sixth;
            double y4Bar = bar * r * (rest4 - y4);
            double k3Bar = 2 * bar + y4Bar * h;
            double y3Bar = k3Bar * r * (rest3 - y3);
            double k2Bar = 2 * bar + y3Bar * half;
            double y2Bar = k2Bar * r * (rest2 - y2);
            double k1Bar = bar + y2Bar * half;
            rBar += bar * y4 * rest4 + k3Bar * y3 * rest3 + k2Bar * y2 * rest2 + k1Bar * y * rest;
            yBar += y4Bar + y3Bar + y2Bar + k1Bar * r * (rest - y);
        }
        return new Gradients.Two(value, yBar, rBar);
    }

    static Gradients.Two arithmeticGeometricMean(double a, double b) {
        DoubleStack tape = new DoubleStack();
        while (Math.abs(a - b) > 1e-13 * a) {
            tape.push(a);
            tape.push(b);
            double next = 0.5 * (a + b);
            b = Math.sqrt(a * b);
            a = next;
        }
        double value = a;
        double aBar = 1;
        double bBar = 0;
        while (!tape.isEmpty()) {
            double rootBar = StrongZero.divide(bBar, 2 * b);
            b = tape.pop();
            a = tape.pop();
            double halfBar = 0.5 * aBar;
            aBar = halfBar + rootBar * b;
            bBar = halfBar + rootBar * a;
        }
        return new Gradients.Two(value, aBar, bBar);
    }

    static Gradients.One continuedFraction(double x, int depth) {
        double[] fTape = new double[Math.max(depth, 0)];
        double f = 1;
        for (int k = depth; k > 0; k--) {
            fTape[k - 1] = f;
            f = k + x / f;
        }
        double value = f;
        double fBar = 1;
        double xBar = 0;
        for (int k = 1; k <= depth; k++) {
            f = fTape[k - 1];
            xBar += StrongZero.divide(fBar, f);
            fBar = -StrongZero.times(fBar, x / f / f);
        }
        return new Gradients.One(value, xBar);
    }

    static Gradients.One chebyshev(double x, int n) {
        double[] tape = new double[Math.max(n - 1, 0)];
        double previous = 1;
        double current = x;
        for (int k = 1; k < n; k++) {
            tape[k - 1] = current;
            double next = 2 * x * current - previous;
            previous = current;
            current = next;
        }
        double twice = 2 * x;
        double currentBar = 1;
        double previousBar = 0;
        double xBar = 0;
        for (int k = n - 1; k >= 1; k--) {
            double nextBar = currentBar;
            xBar += 2 * nextBar * tape[k - 1];
            currentBar = previousBar + nextBar * twice;
            previousBar = -nextBar;
        }
        xBar += currentBar;
        return new Gradients.One(current, xBar);
    }

    static Gradients.Two nestedMap(double x, double r, int rounds, int n) {
        int inner = Math.max(n, 0);
        double[] xTape = new double[Math.max(rounds, 0) * inner];
        double[] tanhTape = new double[Math.max(rounds, 0)];
        int next = 0;
        for (int j = 0; j < rounds; j++) {
            for (int i = 0; i < n; i++) {
                xTape[next++] = x;
                x = r * x * (1 - x);
            }
            x = Math.tanh(x);
            tanhTape[j] = x;
        }
        double value = x;
        double xBar = 1;
        double rBar = 0;
        for (int j = rounds - 1; j >= 0; j--) {
            double tanh = tanhTape[j];
            xBar *= 1 - tanh * tanh;
            for (int i = n - 1; i >= 0; i--) {
                x = xTape[--next];
                double other = 1 - x;
                rBar += xBar * other * x;
                xBar = xBar * r * (other - x);
            }
        }
        return new Gradients.Two(value, xBar, rBar);
    }

    static Gradients.Two kepler(double mean, double eccentricity) {
        DoubleStack tape = new DoubleStack();
        double e = mean;
        for (int i = 0; i < 50; i++) {
            double sin = Math.sin(e);
            double cos = Math.cos(e);
            double slope = 1 - eccentricity * cos;
            double change = (e - eccentricity * sin - mean) / slope;
            tape.push(sin);
            tape.push(cos);
            tape.push(change);
            e -= change;
            if (Math.abs(change) < 1e-13) {
                break;
            }
        }
        double eBar = 1;
        double meanBar = 0;
        double eccentricityBar = 0;
        while (!tape.isEmpty()) {
            double change = tape.pop();
            double cos = tape.pop();
            double sin = tape.pop();
            double slope = 1 - eccentricity * cos;
            double topBar = -StrongZero.divide(eBar, slope);
            double slopeBar = StrongZero.times(eBar, change / slope);
            meanBar -= topBar;
            eccentricityBar -= topBar * sin + slopeBar * cos;
            eBar += topBar - (topBar * cos - slopeBar * sin) * eccentricity;
        }
        meanBar += eBar;
        return new Gradients.Two(e, meanBar, eccentricityBar);
    }

    static Gradients.Two skipping(double x, double y, int n) {
        double[] sTape = new double[Math.max(n, 0)];
        double s = x;
        for (int i = 0; i < n; i++) {
            if (i % 3 == 0) {
                continue;
            }
            sTape[i] = s;
            s = Math.sin(s) * y + x;
        }
        double value = s;
        double sBar = 1;
        double xBar = 0;
        double yBar = 0;
        for (int i = n - 1; i >= 0; i--) {
            if (i % 3 == 0) {
                continue;
            }
            xBar += sBar;
            s = sTape[i];
            yBar += sBar * Math.sin(s);
            sBar = sBar * y * Math.cos(s);
        }
        xBar += sBar;
        return new Gradients.Two(value, xBar, yBar);
    }

    static Gradients.One geometric(double x, int n) {
        double[] pTape = new double[Math.max(n + 1, 0)];
        double p = 0;
        for (int i = n; i >= 0; i--) {
            pTape[i] = p;
            p = p * x + i;
        }
        double pBar = 1;
        double xBar = 0;
        for (int i = 0; i <= n; i++) {
            xBar += pBar * pTape[i];
            pBar *= x;
        }
        return new Gradients.One(p, xBar);
    }

    static Gradients.Three oscillator(double q, double p, double k, double h, int n) {
        double[] qTape = new double[Math.max(n, 0)];
        for (int i = 0; i < n; i++) {
            qTape[i] = q;
            p -= h * k * q;
            q += h * p;
        }
        double halfP = 0.5 * p;
        double halfK = 0.5 * k;
        double kq = halfK * q;
        double value = halfP * p + kq * q;
        double pBar = 2 * halfP;
        double kBar = 0.5 * q * q;
        double qBar = 2 * kq;
        double hk = h * k;
        double hkBar = 0;
        for (int i = n - 1; i >= 0; i--) {
            pBar += qBar * h;
            hkBar -= pBar * qTape[i];
            qBar -= pBar * hk;
        }
        kBar += hkBar * h;
        return new Gradients.Three(value, qBar, pBar, kBar);
    }

    static Gradients.Two escape(double x, double c, int limit) {
        DoubleStack xTape = new DoubleStack();
        double xBar = 1;
        double value = 0;
        boolean escaped = false;
        for (int i = 0; i < limit; i++) {
            xTape.push(x);
            x = x * x + c;
            if (x > 4) {
                escaped = true;
                value = Math.log(x);
                xBar = Derivatives.logPartial(x);
                break;
            }
        }
        if (!escaped) {
            value = x;
        }
        double cBar = 0;
        while (!xTape.isEmpty()) {
            cBar += xBar;
            xBar = 2 * xBar * xTape.pop();
        }
        return new Gradients.Two(value, xBar, cBar);
    }

    static Gradients.Two wave(double x, double a, int n) {
        double sum = 0;
        double xBar = 0;
        double aBar = 0;
        for (int k = 1; k <= n; k++) {
            double angle = k * x;
            double sin = Math.sin(angle);
            sum += a * sin / k;
            double bar = 1.0 / k;
            aBar += bar * sin;
            xBar += bar * a * Math.cos(angle) * k;
        }
        return new Gradients.Two(sum, xBar, aBar);
    }

    static Gradients.Two lattice(double x, double y, int n) {
        double sum = 0;
        double xBar = 0;
        double yBar = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = i * x - j * y;
                double squared = d * d;
                sum += squared * d;
                double dBar = 3 * squared;
                xBar += dBar * i;
                yBar -= dBar * j;
            }
        }
        return new Gradients.Two(sum, xBar, yBar);
    }
}
