package dev.fluxion.examples.benchmarks;

import dev.fluxion.tape.DoubleStack;

/**
 * Gradients of {@link Primals} as a careful person writes them: nothing computed twice, nothing stored that is still
 * there, the exponential of the distribution function used again for its density.
 */
final class HandWritten {

    private HandWritten() {}

    /** A value and its derivatives by two variables. */
    record Two(double value, double first, double second) {}

    /** A value and its derivatives by five variables. */
    record Five(double value, double spot, double strike, double rate, double volatility, double time) {}

    static Five call(double spot, double strike, double rate, double volatility, double time) {
        double root = Math.sqrt(time);
        double deviation = volatility * root;
        double quotient = spot / strike;
        double drift = rate + 0.5 * volatility * volatility;
        double d1 = (Math.log(quotient) + drift * time) / deviation;
        double d2 = d1 - deviation;
        double exp1 = Math.exp(-0.5 * d1 * d1);
        double exp2 = Math.exp(-0.5 * d2 * d2);
        double cdf1 = cdf(d1, exp1);
        double cdf2 = cdf(d2, exp2);
        double discount = Math.exp(-rate * time);
        double discounted = strike * discount;
        double value = spot * cdf1 - discounted * cdf2;

        double d2Bar = -discounted * exp2 / Primals.ROOT_OF_TWO_PI;
        double d1Bar = spot * exp1 / Primals.ROOT_OF_TWO_PI + d2Bar;
        double sumBar = d1Bar / deviation;
        double deviationBar = -d2Bar - sumBar * d1;
        double driftBar = sumBar * time;
        double spotBar = cdf1 + sumBar / spot;
        double strikeBar = -discount * cdf2 - sumBar / strike;
        double exponentBar = -discounted * cdf2;
        double rateBar = driftBar - exponentBar * time;
        double volatilityBar = driftBar * volatility + deviationBar * root;
        double timeBar = sumBar * drift - exponentBar * rate + deviationBar * volatility / (2 * root);
        return new Five(value, spotBar, strikeBar, rateBar, volatilityBar, timeBar);
    }

    /** The distribution function where {@code exp = Math.exp(-0.5 * x * x)} is known. */
    private static double cdf(double x, double exp) {
        double a = Math.abs(x);
        double tail = a > 37 ? 0 : exp * Primals.ratio(a);
        return x > 0 ? 1 - tail : tail;
    }

    static double root(double a) {
        double x = a > 1 ? a : 1;
        DoubleStack xTape = new DoubleStack();
        while (Math.abs(x * x - a) > 1e-12 * a) {
            xTape.push(x);
            x = 0.5 * (x + a / x);
        }
        double xBar = 1;
        double aBar = 0;
        while (!xTape.isEmpty()) {
            x = xTape.pop();
            double halfBar = 0.5 * xBar;
            double part = halfBar / x;
            aBar += part;
            xBar = halfBar - part * (a / x);
        }
        return a > 1 ? aBar + xBar : aBar;
    }

    static Two recurrent(double w, double u, int steps) {
        double[] hTape = new double[steps];
        double h = 0;
        for (int t = 0; t < steps; t++) {
            hTape[t] = h;
            h = Math.tanh(w * h + u * (t % 7 - 3));
        }
        double value = h * h;
        double hBar = 2 * h;
        double wBar = 0;
        double uBar = 0;
        for (int t = steps - 1; t >= 0; t--) {
            double aBar = hBar * (1 - h * h);
            h = hTape[t];
            wBar += aBar * h;
            uBar += aBar * (t % 7 - 3);
            hBar = aBar * w;
        }
        return new Two(value, wBar, uBar);
    }

    /** The weight of each node is known before the sum is, so one loop does both sweeps. */
    static Two integral(double a, double b, int panels) {
        double h = (b - a) / panels;
        double expA = Math.exp(-a * a);
        double expB = Math.exp(-b * b);
        double third = h / 3;
        double aBar = -2 * a * expA * third;
        double bBar = -2 * b * expB * third;
        double hBar = 0;
        double sum = expA + expB;
        for (int i = 1; i < panels; i++) {
            int weight = i % 2 == 0 ? 2 : 4;
            double x = a + i * h;
            double term = weight * Math.exp(-x * x);
            sum += term;
            double xBar = -2 * x * term * third;
            aBar += xBar;
            hBar += xBar * i;
        }
        double differenceBar = (hBar + sum / 3) / panels;
        return new Two(sum * h / 3, aBar - differenceBar, bBar + differenceBar);
    }
}
