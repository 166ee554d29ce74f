package cost;

import dev.fluxion.StrongZero;

/** The gradients of {@link Branches}, written by hand. */
final class BranchesByHand {

    private BranchesByHand() {}

    static Gradients.Two huber(double x, double delta) {
        double size = Math.abs(x);
        if (size <= delta) {
            double value = 0.5 * x * x;
            return new Gradients.Two(value, x, 0);
        }
        double half = size - 0.5 * delta;
        double value = delta * half;
        double xBar = delta * Math.signum(x);
        double deltaBar = half - 0.5 * delta;
        return new Gradients.Two(value, xBar, deltaBar);
    }

    static Gradients.Two tax(double income, double base) {
        double tax = 0;
        if (income > 50000) {
            tax += (income - 50000) * 0.4 + base * 3;
        } else if (income > 20000) {
            tax += (income - 20000) * 0.3 + base * 2;
        } else {
            tax += income * 0.1 + base;
        }
        double taxBar = 2 * tax;
        double incomeBar;
        double baseBar;
        if (income > 50000) {
            incomeBar = taxBar * 0.4;
            baseBar = taxBar * 3;
        } else if (income > 20000) {
            incomeBar = taxBar * 0.3;
            baseBar = taxBar * 2;
        } else {
            incomeBar = taxBar * 0.1;
            baseBar = taxBar;
        }
        double value = tax * tax;
        return new Gradients.Two(value, incomeBar, baseBar);
    }

    static Gradients.Two distance(int kind, double x, double y) {
        double d;
        switch (kind) {
            case 0:
                d = Math.sqrt(x * x + y * y);
                break;
            case 1:
                d = Math.abs(x) + Math.abs(y);
                break;
            default:
                d = x * y;
                break;
        }
        double dBar = 2 * d + 1;
        double xBar;
        double yBar;
        switch (kind) {
            case 0:
                double bar = 2 * StrongZero.divide(dBar, 2 * d);
                xBar = bar * x;
                yBar = bar * y;
                break;
            case 1:
                xBar = dBar * Math.signum(x);
                yBar = dBar * Math.signum(y);
                break;
            default:
                xBar = dBar * y;
                yBar = dBar * x;
                break;
        }
        double value = d * d + d;
        return new Gradients.Two(value, xBar, yBar);
    }

    static Gradients.Three softThreshold(double x, double limit, double gain) {
        double y;
        if (x > limit) {
            y = x - limit;
        } else if (x < -limit) {
            y = x + limit;
        } else {
            y = 0;
        }
        double scaled = gain * y;
        double yBar = 2 * scaled;
        double xBar = 0;
        double limitBar = 0;
        if (x > limit) {
            xBar = yBar;
            limitBar = -yBar;
        } else if (x < -limit) {
            xBar = yBar;
            limitBar = yBar;
        }
        double value = scaled * y;
        double gainBar = y * y;
        return new Gradients.Three(value, xBar, limitBar, gainBar);
    }

    static Gradients.Two chosen(int kind, double x, double p) {
        switch (kind) {
            case 0: {
                double e = Math.exp(p * x);
                double xBar = e * p;
                double pBar = e * x;
                return new Gradients.Two(e, xBar, pBar);
            }
            case 1: {
                double sin = Math.sin(x);
                double cos = Math.cos(p);
                double value = sin * cos;
                double xBar = cos * Math.cos(x);
                double pBar = -sin * Math.sin(p);
                return new Gradients.Two(value, xBar, pBar);
            }
            default: {
                double t = x - p;
                double squared = t * t;
                double tBar = 3 * squared;
                double value = squared * t;
                double pBar = -tBar;
                return new Gradients.Two(value, tBar, pBar);
            }
        }
    }

    static Gradients.Two stableSigmoid(double x, double scale) {
        double z = scale * x;
        if (z >= 0) {
            double e = Math.exp(-z);
            double sum = 1 + e;
            double value = 1 / sum;
            double zBar = value / sum * e;
            double xBar = zBar * scale;
            double scaleBar = zBar * x;
            return new Gradients.Two(value, xBar, scaleBar);
        }
        double e = Math.exp(z);
        double sum = 1 + e;
        double value = e / sum;
                double zBar = (1 / sum - value / sum) * e;
        double xBar = zBar * scale;
        double scaleBar = zBar * x;
        return new Gradients.Two(value, xBar, scaleBar);
    }
}
