package org.example;

import com.google.auto.service.AutoService;
import dev.fluxion.Differentiable;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;

/** Two annotation processors at once: the other one registers a service. */
@AutoService(DoubleUnaryOperator.class)
public final class Main implements DoubleUnaryOperator {

    @Differentiable
    static double cube(double x) {
        return x * x * x;
    }

    @Override
    public double applyAsDouble(double x) {
        return MainGrad.cubeDerivative(x);
    }

    /** Prints what the service says. */
    public static void main(String[] arguments) {
        ServiceLoader.load(DoubleUnaryOperator.class).forEach(f -> System.out.println(f.applyAsDouble(2)));
    }
}
