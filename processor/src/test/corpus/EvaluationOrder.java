package corpus;

import dev.fluxion.Differentiable;

/** Effects inside expressions. */
final class EvaluationOrder {

    private EvaluationOrder() {}

    @Differentiable(order = 2)
    static double parameterOverwrittenAfterItsUse(double x) {
        double y = x * x;
        x = Math.sin(y);
        return x * y;
    }

    @Differentiable
    static double incrementInside(double y) {
        return y + (y++) + y;
    }

    static double incrementInsideExact(double y) {
        return 3;
    }

    @Differentiable
    static double chainedAssignment(double x) {
        double a;
        double b;
        double c = (a = x * x) * (b = a + x) * a;
        return a + b * c;
    }
}
