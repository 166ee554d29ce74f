package cost;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Functions that choose: if, ternary, switch, early return. */
final class Branches {

    private Branches() {}

    @Differentiable
    static double huber(double x, double delta) {
        double size = Math.abs(x);
        if (size <= delta) {
            return 0.5 * x * x;
        }
        return delta * (size - 0.5 * delta);
    }

    @Differentiable
    static double tax(double income, double base) {
        double tax = 0;
        if (income > 50000) {
            tax += (income - 50000) * 0.4 + base * 3;
        } else if (income > 20000) {
            tax += (income - 20000) * 0.3 + base * 2;
        } else {
            tax += income * 0.1 + base;
        }
        return tax * tax;
    }

    @Differentiable
    static double distance(@NoDiff int kind, double x, double y) {
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
        return d * d + d;
    }

    @Differentiable
    static double softThreshold(double x, double limit, double gain) {
        double y = x > limit ? x - limit : x < -limit ? x + limit : 0;
        return gain * y * y;
    }

    @Differentiable
    static double chosen(@NoDiff int kind, double x, double p) {
        return switch (kind) {
            case 0 -> Math.exp(p * x);
            case 1 -> Math.sin(x) * Math.cos(p);
            default -> {
                double t = x - p;
                yield t * t * t;
            }
        };
    }

    @Differentiable
    static double stableSigmoid(double x, double scale) {
        double z = scale * x;
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        double e = Math.exp(z);
        return e / (1 + e);
    }
}
