package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers and attributes of the lesson that teaches backward(). */
class LessonTest {

    @Test
    void square_at2_has4AndGradient4() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.pow(2);
        y.backward();
        assertThat(y.item()).isEqualTo(4);
        assertThat(x.grad().item()).isEqualTo(4);
    }

    @Test
    void polynomial_at2_has9AndGradient6() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor z = x.pow(2).add(x.mul(2)).add(1);
        z.backward();
        assertThat(z.item()).isEqualTo(9);
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void productPlusSquare_at1And2_hasPartials4And1() {
        Tensor u = Tensor.scalar(1).requiresGrad(true);
        Tensor v = Tensor.scalar(2).requiresGrad(true);
        Tensor f = u.mul(v).add(u.pow(2));
        f.backward();
        assertThat(f.item()).isEqualTo(3);
        assertThat(u.grad().item()).isEqualTo(4);
        assertThat(v.grad().item()).isEqualTo(1);
    }

    @Test
    void attributes_ofLeafAndOfResult_areThoseOfTheTable() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        assertThat(x.data().item()).isEqualTo(2);
        assertThat(x.grad()).isNull();
        assertThat(x.gradFn()).isNull();
        assertThat(x.isLeaf()).isTrue();
        assertThat(x.requiresGrad()).isTrue();
        Tensor y = x.pow(2);
        assertThat(y.gradFn().name()).isEqualTo("PowBackward0");
        assertThat(y.isLeaf()).isFalse();
        assertThat(y.requiresGrad()).isTrue();
        assertThat(y.data().requiresGrad()).isFalse();
    }

    @Test
    void sumOfSquares_overLinspace_hasGradientTwiceTheArgument() {
        Tensor x = Tensor.linspace(-10, 10, 10).requiresGrad(true);
        x.pow(2).sum().backward();
        assertThat(x.grad().toDoubleArray()).isEqualTo(x.mul(2).toDoubleArray());
    }

    @Test
    void sumOfRelu_overLinspace_hasGradientOneAboveZero() {
        Tensor x = Tensor.linspace(-10, 10, 11).requiresGrad(true);
        x.relu().sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    }

    @Test
    void customFunction_withItsOwnBackward_isPartOfTheLesson() {
        CustomFunction square = new CustomFunction() {
            @Override
            protected Tensor forward(Context context, Tensor... in) {
                context.saveForBackward(in[0]);
                return in[0].pow(2);
            }

            @Override
            protected Tensor[] backward(Context context, Tensor bar) {
                return new Tensor[] {bar.mul(2).mul(context.saved(0))};
            }
        };
        Tensor x = Tensor.linspace(-10, 10, 10).requiresGrad(true);
        square.apply(x).sum().backward();
        assertThat(x.grad().toDoubleArray()).isEqualTo(x.mul(2).toDoubleArray());
    }

    @Test
    void gradient_isKeptAtLeaves_andOnlyThere() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.pow(2);
        Tensor z = y.mul(3);
        z.backward();
        assertThat(x.grad().item()).isEqualTo(12);
        Warnings.redirect(text -> {}, () -> assertThat(y.grad()).isNull());
    }
}
