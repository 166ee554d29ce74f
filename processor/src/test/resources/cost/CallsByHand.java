package cost;

import dev.fluxion.Derivatives;
import dev.fluxion.StrongZero;
import dev.fluxion.tape.Tape;

/** The gradients of {@link Calls}, written by hand. */
final class CallsByHand {

    private CallsByHand() {}

    static Gradients.Two product(double x, double y) {
        double xx = x * x;
        double yy = y * y;
        double sum = x + y;
        double value = xx * yy + sum * sum;
        double sumBar = 2 * sum;
        double xBar = sumBar + 2 * yy * x;
        double yBar = sumBar + 2 * xx * y;
        return new Gradients.Two(value, xBar, yBar);
    }

    static Gradients.Three blackScholes(double spot, double strike, double volatility) {
        double moneyness = spot / strike;
        double log = Math.log(moneyness);
        double scaled = log / volatility;
        double d1 = scaled + 0.5 * volatility;
        double d2 = d1 - volatility;

        double z1 = Math.abs(d1);
        double sum1 = 1 + 0.2316419 * z1;
        double k1 = 1 / sum1;
        double inner1 = -0.356563782 + k1 * 1.781477937;
        double outer1 = 0.319381530 + k1 * inner1;
        double poly1 = k1 * outer1;
        double e1 = 0.3989422804014327 * Math.exp(-0.5 * z1 * z1);
        double tail1 = e1 * poly1;
        double n1 = d1 >= 0 ? 1 - tail1 : tail1;

        double z2 = Math.abs(d2);
        double sum2 = 1 + 0.2316419 * z2;
        double k2 = 1 / sum2;
        double inner2 = -0.356563782 + k2 * 1.781477937;
        double outer2 = 0.319381530 + k2 * inner2;
        double poly2 = k2 * outer2;
        double e2 = 0.3989422804014327 * Math.exp(-0.5 * z2 * z2);
        double tail2 = e2 * poly2;
        double n2 = d2 >= 0 ? 1 - tail2 : tail2;

        double tail2Bar = d2 >= 0 ? strike : -strike;
        double poly2Bar = tail2Bar * e2;
        double k2Bar = poly2Bar * (outer2 + k2 * (inner2 + k2 * 1.781477937));
        double z2Bar = -(tail2Bar * tail2 * z2) - StrongZero.times(k2Bar, k2 / sum2) * 0.2316419;
        double d2Bar = z2Bar * Math.signum(d2);

        double tail1Bar = d1 >= 0 ? -spot : spot;
        double poly1Bar = tail1Bar * e1;
        double k1Bar = poly1Bar * (outer1 + k1 * (inner1 + k1 * 1.781477937));
        double z1Bar = -(tail1Bar * tail1 * z1) - StrongZero.times(k1Bar, k1 / sum1) * 0.2316419;
        double d1Bar = d2Bar + z1Bar * Math.signum(d1);

        double logBar = StrongZero.divide(d1Bar, volatility);
        double volatilityBar = 0.5 * d1Bar - StrongZero.times(d1Bar, scaled / volatility) - d2Bar;
        double moneynessBar = StrongZero.times(logBar, Derivatives.logPartial(moneyness));
        double spotBar = StrongZero.divide(moneynessBar, strike);
        double strikeBar = -StrongZero.times(moneynessBar, moneyness / strike) - n2;
        double value = spot * n1 - strike * n2;
        spotBar += n1;
        return new Gradients.Three(value, spotBar, strikeBar, volatilityBar);
    }

    static Gradients.One power(double x, int n) {
        Tape tape = new Tape();
        double value = powerForward(x, n, tape);
        double xBar = powerReverse(x, n, 1, tape);
        return new Gradients.One(value, xBar);
    }

    private static double powerForward(double x, int n, Tape tape) {
        if (n == 0) {
            return 1;
        }
        double rest = powerForward(x, n - 1, tape);
        tape.pushDouble(rest);
        return x * rest;
    }

    private static double powerReverse(double x, int n, double bar, Tape tape) {
        if (n == 0) {
            return 0;
        }
        double rest = tape.popDouble();
        return bar * rest + powerReverse(x, n - 1, bar * x, tape);
    }

    static Gradients.One squaring(double x, int n) {
        Tape tape = new Tape();
        double value = squaringForward(x, n, tape);
        double xBar = squaringReverse(x, n, 1, tape);
        return new Gradients.One(value, xBar);
    }

    private static double squaringForward(double x, int n, Tape tape) {
        if (n == 0) {
            return 1;
        }
        double half = squaringForward(x, n / 2, tape);
        tape.pushDouble(half);
        return n % 2 == 0 ? half * half : x * half * half;
    }

    private static double squaringReverse(double x, int n, double bar, Tape tape) {
        if (n == 0) {
            return 0;
        }
        double half = tape.popDouble();
        double scaled = 2 * bar * half;
        return n % 2 == 0
                ? squaringReverse(x, n / 2, scaled, tape)
                : bar * half * half + squaringReverse(x, n / 2, scaled * x, tape);
    }

    static Gradients.Two integral(double a, double b, int n) {
        double h = (b - a) / n;
        double sum = 0;
        double aBar = 0;
        double hBar = 0;
        for (int i = 0; i < n; i++) {
            double offset = i + 0.5;
            double x = a + offset * h;
            double below = 1 + x * x;
            double value = Math.sin(x) / below;
            sum += value;
            double topBar = StrongZero.divide(h, below);
            double xBar = topBar * Math.cos(x) - 2 * StrongZero.times(h, value / below) * x;
            aBar += xBar;
            hBar += xBar * offset;
        }
        double widthBar = (hBar + sum) / n;
        double integral = sum * h;
        aBar -= widthBar;
        return new Gradients.Two(integral, aBar, widthBar);
    }
}
