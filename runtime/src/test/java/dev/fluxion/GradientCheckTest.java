package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private record Given(ToDoubleFunction<double[]> f, UnaryOperator<double[]> g) implements DifferentiableFunction {
        @Override
        public double value(double[] x) {
            return f.applyAsDouble(x);
        }

        @Override
        public double[] gradient(double[] x) {
            return g.apply(x);
        }
    }

    private static final DifferentiableFunction ROSENBROCK = new DifferentiableFunction() {
        @Override
        public double value(double[] x) {
            double a = x[1] - x[0] * x[0];
            return 100 * a * a + (1 - x[0]) * (1 - x[0]);
        }

        @Override
        public double[] gradient(double[] x) {
            double a = x[1] - x[0] * x[0];
            return new double[] {-400 * x[0] * a - 2 * (1 - x[0]), 200 * a};
        }

        @Override
        public double[] hvp(double[] x, double[] d) {
            double first = (1200 * x[0] * x[0] - 400 * x[1] + 2) * d[0] - 400 * x[0] * d[1];
            return new double[] {first, -400 * x[0] * d[0] + 200 * d[1]};
        }
    };

    private static String error(ToDoubleFunction<double[]> f, UnaryOperator<double[]> g, double... x) {
        return GradientCheck.standard().findError(new Given(f, g), x).orElse("none");
    }

    @Test
    void check_ofRightDerivatives_passesInBothOrdersAndAllWays() {
        double[] x = {-1.2, 1};
        assertThatCode(() -> GradientCheck.standard().check(ROSENBROCK, x)).doesNotThrowAnyException();
        assertThatCode(() -> GradientCheck.standard().checkSecond(ROSENBROCK, x))
                .doesNotThrowAnyException();
        GradientCheck directions = GradientCheck.standard().withDirections(3, 5);
        assertThatCode(() -> directions.check(ROSENBROCK, x)).doesNotThrowAnyException();
        assertThatCode(() -> directions.checkSecond(ROSENBROCK, x)).doesNotThrowAnyException();
    }

    @Test
    void check_ofWrongEntry_showsTheWorstWithBothValues() {
        DifferentiableFunction wrong =
                new Given(x -> x[0] * x[0] + Math.exp(x[1]), x -> new double[] {2 * x[0], 2.5 * Math.exp(x[1])});
        assertThatThrownBy(() -> GradientCheck.standard().check(wrong, new double[] {3, 0}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the gradient is wrong at entry [1]: 2.5, but differences give 1.00000")
                .hasMessageContaining("likely cause: the formula of the derivative")
                .hasMessageContaining("at x = [3.0, 0.0]");
    }

    @Test
    void check_atKink_saysSo() {
        assertThat(error(x -> Math.abs(x[0]), x -> new double[] {1}, 0))
                .contains("a kink: the slope is -1.0 below the point and 1.0 above it");
        assertThat(error(x -> Math.abs(x[0]), x -> new double[] {1}, 1e-3)).contains("a kink near the point");
    }

    @Test
    void check_atJumpOrEdge_saysSo() {
        assertThat(error(x -> x[0] >= 0 ? 1 : 0, x -> new double[] {0}, 0)).contains("jumps at the point");
        assertThat(error(x -> Math.sqrt(x[0]), x -> new double[] {0}, 0)).contains("edge of its domain");
    }

    @Test
    void check_ofWrongFactor_saysWhich() {
        assertThat(error(x -> x[0], x -> new double[] {-1}, 2)).contains("the sign is reversed");
        assertThat(error(x -> x[0], x -> new double[] {3}, 2)).contains("a contribution is counted 3 times");
        assertThat(error(x -> x[0], x -> new double[] {0}, 2)).contains("the dependence is lost");
        assertThat(error(x -> x[0], x -> new double[] {Double.NaN}, 2)).contains("not a number");
    }

    @Test
    void check_ofWrongLength_saysSo() {
        assertThat(error(x -> x[0], x -> new double[2], 2)).isEqualTo("the gradient has 2 entries at a point of 1");
    }

    @Test
    void checkSecond_ofWrongHessian_fails() {
        DifferentiableFunction wrong = new DifferentiableFunction() {
            @Override
            public double value(double[] x) {
                return x[0] * x[1];
            }

            @Override
            public double[] gradient(double[] x) {
                return new double[] {x[1], x[0]};
            }

            @Override
            public double[] hvp(double[] x, double[] d) {
                return new double[] {d[1], 0};
            }
        };
        assertThatThrownBy(() -> GradientCheck.standard().checkSecond(wrong, new double[] {1, 2}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the Hessian is wrong at [1] in entry [0]: 0.0");
    }

    @Test
    void hvp_ofFunctionWithoutSecondDerivative_saysWhatToDo() {
        assertThatThrownBy(() -> new Given(x -> 0, x -> x).hvp(new double[1], new double[1]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("order = 2");
    }

    @Test
    void functionalTypes_ofKnownDerivatives_agreeInBothModes() {
        DifferentiableUnaryOperator sin = DifferentiableUnaryOperator.of(Math::sin, Math::cos);
        assertThat(sin.jvp(1, 2)).isEqualTo(new Dual(Math.sin(1), 2 * Math.cos(1)));
        assertThat(sin.vjp(1, 3)).isEqualTo(3 * Math.cos(1));
        DifferentiableBinaryOperator product =
                DifferentiableBinaryOperator.of((a, b) -> a * b, (a, b) -> b, (a, b) -> a);
        assertThat(product.jvp(2, 3, 10, 100)).isEqualTo(new Dual(6, 230));
        assertThat(product.vjp(2, 3, 10)).isEqualTo(new DifferentiableBinaryOperator.Adjoints(30, 20));
        DifferentiableArrayFunction rosenbrock = DifferentiableArrayFunction.of(ROSENBROCK);
        double[] bar = {1, 1};
        rosenbrock.vjp(new double[] {1, 2}, 2, bar);
        assertThat(bar).containsExactly(-799, 401);
        assertThat(rosenbrock.jvp(new double[] {1, 2}, new double[] {1, 1}).tangent())
                .isEqualTo(-200);
    }
}
