package cost;

import dev.fluxion.Differentiable;

/** Straight-line functions. */
final class Formulas {

    private Formulas() {}

    @Differentiable
    static double example1(double u, double v) {
        return u * v + u * u;
    }

    @Differentiable
    static double density(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Math.exp(-0.5 * z * z) / (2.5066282746310002 * deviation);
    }

    @Differentiable
    static double lennardJones(double r, double epsilon, double sigma) {
        double ratio = sigma / r;
        double squared = ratio * ratio;
        double sixth = squared * squared * squared;
        return 4 * epsilon * (sixth * sixth - sixth);
    }

    @Differentiable
    static double haversine(double lat1, double lon1, double lat2, double lon2) {
        double s = Math.sin((lat2 - lat1) / 2);
        double t = Math.sin((lon2 - lon1) / 2);
        double h = s * s + Math.cos(lat1) * Math.cos(lat2) * t * t;
        return 2 * 6371.0 * Math.asin(Math.sqrt(h));
    }

    @Differentiable
    static double largerRoot(double a, double b, double c) {
        double discriminant = b * b - 4 * a * c;
        return (-b + Math.sqrt(discriminant)) / (2 * a);
    }

    @Differentiable
    static double logSumExp(double x, double y) {
        double m = Math.max(x, y);
        return m + Math.log(Math.exp(x - m) + Math.exp(y - m));
    }

    @Differentiable
    static double logisticLoss(double w, double x, double b) {
        double z = w * x + b;
        return Math.log1p(Math.exp(-z));
    }

    @Differentiable
    static double rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }

    @Differentiable
    static double cubic(double x, double c0, double c1, double c2, double c3) {
        return c0 + x * (c1 + x * (c2 + x * c3));
    }

    @Differentiable
    static double rotated(double x, double y, double phi) {
        double r = Math.hypot(x, y);
        double angle = Math.atan2(y, x);
        return r * Math.cos(angle + phi);
    }

    @Differentiable
    static double powerLaw(double a, double x, double b, double c) {
        return a * Math.pow(x, b) + c;
    }

    @Differentiable
    static double neuron(double w, double x, double b, double v) {
        double h = Math.tanh(w * x + b);
        return v * h + h;
    }

    @Differentiable
    static double enzymeRate(double substrate, double inhibitor, double vMax, double km, double ki) {
        double effective = km * (1 + inhibitor / ki);
        return vMax * substrate / (effective + substrate);
    }

    @Differentiable
    static double callPrice(double spot, double strike, double rate, double volatility, double time) {
        double root = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / root;
        double d2 = d1 - root;
        double n1 = 1 / (1 + Math.exp(-1.5976 * d1 - 0.07056 * d1 * d1 * d1));
        double n2 = 1 / (1 + Math.exp(-1.5976 * d2 - 0.07056 * d2 * d2 * d2));
        return spot * n1 - strike * Math.exp(-rate * time) * n2;
    }
}
