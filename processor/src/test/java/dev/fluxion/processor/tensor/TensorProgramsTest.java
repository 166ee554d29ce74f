package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.tensor.Tensor;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random methods over tensors: reverse and forward mode beside differences, and beside the graph that the same operations record. */
class TensorProgramsTest {

    /** A property of the virtual machine for longer runs. */
    private static final long COUNT = Long.getLong("fluxion.tensor.programs", 6);

    /** A method that is split between the declaration of a variable and the call that gives it a value. */
    private static final long SPLIT = 9;

    private final Tensor w = Tensor.uniform(1, -1, 1, 3, 3);
    private final Tensor x = Tensor.uniform(2, -1, 1, 3);

    static LongStream seeds() {
        long first = Long.getLong("fluxion.tensor.seed", 0);
        return LongStream.concat(LongStream.of(SPLIT), LongStream.range(first, first + COUNT));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programOfTensors_hasTheGradientOfItsGraph(long seed) {
        String text = TensorProgram.of(seed, false);
        try {
            TensorMethod method = TensorMethod.of(text);
            method.check(w, x);
            Tensor ofW = w.detach().requiresGrad(true);
            Tensor ofX = x.detach().requiresGrad(true);
            Tensor y = (Tensor) method.call("f", ofW, ofX);
            if (y.requiresGrad()) {
                y.backward();
            }
            Object gradient = method.call("fGradient", w, x);
            compare(gradient, "dW", ofW);
            compare(gradient, "dX", ofX);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }

    private static void compare(Object gradient, String name, Tensor leaf) {
        double[] actual = ((Tensor) TensorMethod.part(gradient, name)).toDoubleArray();
        double[] expected =
                leaf.grad() == null ? new double[leaf.numel()] : leaf.grad().toDoubleArray();
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as(name).isCloseTo(expected[i], within(1e-12 * (1 + Math.abs(expected[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programOfTensorsAndNumbers_hasItsDerivatives(long seed) {
        String text = TensorProgram.of(seed, true);
        try {
            TensorMethod.of(text).check(w, x, 0.4);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }
}
