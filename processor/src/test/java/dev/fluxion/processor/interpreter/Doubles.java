package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.List;
import java.util.Optional;

/** Plain numbers. */
public final class Doubles implements Arithmetic<Double> {

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public double value(Double a) {
        return a;
    }

    @Override
    public Double negate(Double a) {
        return -a;
    }

    @Override
    public Double apply(Operator operator, Double a, Double b) {
        return compute(operator, a, b);
    }

    static double compute(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            default -> throw new AssertionError(operator);
        };
    }

    @Override
    public Double round(Double a) {
        return (double) (float) (double) a;
    }

    @Override
    public Double withValue(Double a, double value) {
        return value;
    }

    @Override
    public Optional<Double> call(Callee.Method method, List<Object> arguments) {
        return Optional.empty();
    }
}
