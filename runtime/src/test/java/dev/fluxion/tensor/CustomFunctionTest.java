package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.GradientCheck;
import org.junit.jupiter.api.Test;

class CustomFunctionTest {

    /** a³ b. */
    private static final class CubeTimes extends CustomFunction {
        private int asked;

        @Override
        protected Tensor forward(Context context, Tensor... in) {
            context.saveForBackward(in[0], in[1]);
            return in[0].pow(3).mul(in[1]);
        }

        @Override
        protected Tensor[] backward(Context context, Tensor bar) {
            Tensor a = context.saved(0);
            asked = (context.needsInputGrad(0) ? 1 : 0) + (context.needsInputGrad(1) ? 2 : 0);
            Tensor first = bar.mul(a.square().mul(3)).mul(context.saved(1));
            return new Tensor[] {first, context.needsInputGrad(1) ? bar.mul(a.pow(3)) : null};
        }
    }

    /** The sigmoid, which saves its result. */
    private static final class Sigmoid extends CustomFunction {
        @Override
        protected Tensor forward(Context context, Tensor... in) {
            Tensor y = in[0].neg().exp().add(1).reciprocal();
            context.saveForBackward(y);
            return y;
        }

        @Override
        protected Tensor[] backward(Context context, Tensor bar) {
            Tensor y = context.saved(0);
            return new Tensor[] {bar.mul(y.mul(y.rsub(1)))};
        }
    }

    private static final class Wrong extends CustomFunction {
        private final Tensor[] answer;

        Wrong(Tensor... answer) {
            this.answer = answer;
        }

        @Override
        protected Tensor forward(Context context, Tensor... in) {
            return in[0];
        }

        @Override
        protected Tensor[] backward(Context context, Tensor bar) {
            return answer;
        }
    }

    @Test
    void function_hasNameGradientsAndKnowsWhatIsNeeded() {
        CubeTimes function = new CubeTimes();
        Tensor a = Tensor.of(1, 2).requiresGrad(true);
        Tensor y = function.apply(a, Tensor.of(5, 6));
        assertThat(y.gradFn().name()).isEqualTo("CubeTimesBackward");
        y.sum().backward();
        assertThat(a.grad().toDoubleArray()).containsExactly(15, 72);
        assertThat(function.asked).isEqualTo(1);
        assertThatThrownBy(() -> y.sum().backward()).hasMessageContaining("CubeTimesBackward has freed what it saved");
    }

    @Test
    void function_ofTensorOperations_hasSecondDerivatives() {
        GraphFunction f = GraphFunction.of(
                in -> new CubeTimes().apply(in[0], in[1]), Tensor.uniform(1, 0.5, 2, 3), Tensor.uniform(2, 0.5, 2, 3));
        GradientCheck.standard().check(f, f.point());
        GradientCheck.standard().checkSecond(f, f.point());
        GraphFunction g = GraphFunction.of(in -> new Sigmoid().apply(in[0]), Tensor.uniform(1, -2, 2, 3));
        GradientCheck.standard().check(g, g.point());
        GradientCheck.standard().checkSecond(g, g.point());
    }

    @Test
    void savedTensor_modified_isError() {
        Tensor a = Tensor.of(1, 2).requiresGrad(true);
        Tensor b = Tensor.of(5, 6);
        Tensor y = new CubeTimes().apply(a, b).sum();
        b.addInPlace(1);
        assertThatThrownBy(y::backward).hasMessageContaining("saved by CubeTimesBackward is at version 1");
    }

    @Test
    void forward_thatReturnsItsInput_isNotTheInput() {
        Tensor a = Tensor.of(1, 2).requiresGrad(true);
        Tensor y = new Wrong(Tensor.of(7, 8)).apply(a);
        assertThat(y).isNotSameAs(a);
        assertThat(a.isLeaf()).isTrue();
        y.sum().backward();
        assertThat(a.grad().toDoubleArray()).containsExactly(7, 8);
    }

    @Test
    void backward_ofWrongCountOrShape_isErrorAndLeavesGradients() {
        Tensor a = Tensor.of(1, 2).requiresGrad(true);
        assertThatThrownBy(() -> new Wrong(Tensor.of(1, 2), Tensor.of(1, 2))
                        .apply(a)
                        .sum()
                        .backward())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("function WrongBackward returned an incorrect number of gradients (expected 1, got 2)");
        assertThatThrownBy(() -> new Wrong(Tensor.of(1, 2, 3)).apply(a).sum().backward())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Function WrongBackward returned an invalid gradient at index 0 - got [3] but expected shape"
                                + " compatible with [2]");
        assertThat(a.grad()).isNull();
    }

    @Test
    void wrongBackward_isFoundByGradientCheck() {
        GraphFunction f = GraphFunction.of(in -> new Wrong(Tensor.of(2)).apply(in[0]), Tensor.of(3));
        assertThat(GradientCheck.standard().findError(f, f.point()))
                .hasValueSatisfying(text -> assertThat(text).contains("the gradient is wrong at entry [0]"));
    }
}
