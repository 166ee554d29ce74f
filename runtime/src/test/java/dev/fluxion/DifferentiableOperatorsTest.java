package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferentiableOperatorsTest {

    @Test
    void unary_multipliesByItsDerivative() {
        DifferentiableUnaryOperator cube = DifferentiableUnaryOperator.of(x -> x * x * x, x -> 3 * x * x);
        assertThat(cube.applyAsDouble(2)).isEqualTo(8);
        assertThat(cube.jvp(2, 0.5)).isEqualTo(new Dual(8, 6));
        assertThat(cube.vjp(2, -1)).isEqualTo(-12);
    }

    @Test
    void binary_isTheSameByPartialsAndByForwardMode() {
        DifferentiableBinaryOperator byPartials =
                DifferentiableBinaryOperator.of((x, y) -> x * x * y, (x, y) -> 2 * x * y, (x, y) -> x * x);
        DifferentiableBinaryOperator byForward = DifferentiableBinaryOperator.of(
                (x, y) -> x * x * y, (x, y, xDot, yDot) -> new Dual(x * x * y, 2 * x * y * xDot + x * x * yDot));
        for (DifferentiableBinaryOperator f : new DifferentiableBinaryOperator[] {byPartials, byForward}) {
            assertThat(f.applyAsDouble(3, 5)).isEqualTo(45);
            assertThat(f.jvp(3, 5, 1, -2)).isEqualTo(new Dual(45, 12));
            assertThat(f.vjp(3, 5, 2)).isEqualTo(new DifferentiableBinaryOperator.Adjoints(60, 18));
        }
    }

    @Test
    void arrayFunction_addsItsGradient() {
        DifferentiableArrayFunction f = DifferentiableArrayFunction.of(new DifferentiableFunction() {
            @Override
            public double value(double[] x) {
                return x[0] * x[1];
            }

            @Override
            public double[] gradient(double[] x) {
                return new double[] {x[1], x[0]};
            }
        });
        double[] xBar = {1, 1};
        f.vjp(new double[] {2, 3}, 10, xBar);
        assertThat(f.applyAsDouble(new double[] {2, 3})).isEqualTo(6);
        assertThat(f.jvp(new double[] {2, 3}, new double[] {1, 2})).isEqualTo(new Dual(6, 7));
        assertThat(xBar).containsExactly(31, 21);
    }
}
