package dev.fluxion.tensor;

import dev.fluxion.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of operations in place, against differences. */
class InPlaceGradientTest {

    private static final GradientCheck CHECK = GradientCheck.standard().withStep(4e-3);

    private final List<DynamicTest> tests = new ArrayList<>();

    /** Of a tensor that is made of the first input and overwritten, by the second one too. */
    private void check(String name, Function<Tensor[], Tensor> update) {
        for (int[] shape : new int[][] {{}, {1}, {3, 2}, {0, 2}}) {
            Tensor a = Tensor.uniform(3, 0.5, 2, shape);
            Tensor b = Tensor.uniform(4, 0.5, 2, shape.length == 2 ? new int[] {2} : shape);
            GraphFunction function = GraphFunction.of(
                    in -> {
                        Tensor y = in[0].square();
                        update.apply(new Tensor[] {y, in[1]});
                        return y.square();
                    },
                    a,
                    b);
            tests.add(DynamicTest.dynamicTest(name + " " + Shape.text(shape), () -> {
                CHECK.check(function, function.point());
                CHECK.checkSecond(function, function.point());
            }));
        }
    }

    @TestFactory
    Stream<DynamicTest> updates_haveDerivativesOfBothOrders() {
        check("addInPlace", in -> in[0].addInPlace(in[1]));
        check("addInPlace scaled", in -> in[0].addInPlace(in[1], 3));
        check("addInPlace(c)", in -> in[0].addInPlace(3).mulInPlace(in[1]));
        check("subInPlace", in -> in[0].subInPlace(in[1]));
        check("subInPlace(c)", in -> in[0].subInPlace(3).mulInPlace(in[1]));
        check("mulInPlace", in -> in[0].mulInPlace(in[1]));
        check("mulInPlace(c)", in -> in[0].mulInPlace(3).mulInPlace(in[1]));
        check("divInPlace", in -> in[0].divInPlace(in[1]));
        check("divInPlace(c)", in -> in[0].divInPlace(3).mulInPlace(in[1]));
        check("copyInPlace", in -> in[0].copyInPlace(in[1]));
        check("fillInPlace", in -> in[0].fillInPlace(3).mulInPlace(in[1]));
        check("zeroInPlace", in -> in[0].zeroInPlace().addInPlace(in[1]));
        check("reluInPlace", in -> in[0].subInPlace(1.1).reluInPlace().addInPlace(in[1]));
        return tests.stream();
    }
}
