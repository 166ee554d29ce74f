package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctTest {

    private static final double[] X = {1};
    private static final double[] Y = {1};

    @Test
    void bars_areOneArray_saysWhich() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distinct.bars("xBar, yBar", "x, y", X, X, Y, new double[1]))
                .withMessage("xBar and yBar must be different arrays, as adjoints are added to one of them");
    }

    @Test
    void bar_isAnArrayOfThePrimal_saysWhich() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distinct.bars("xBar, yBar", "x, y", X, Y, new double[1], X))
                .withMessage("xBar and y must be different arrays, as adjoints are added to one of them");
    }

    @Test
    void written_isAnotherArray_saysWhich() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distinct.written("out", "x, y", X, Y, X))
                .withMessage("out and y must be different arrays, as the method writes to one of them");
    }

    @Test
    void written_hasOneRowTwice_saysWhich() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distinct.written("m", "", (Object) new double[][][] {{X}, {Y, X}}))
                .withMessage("m[0][0] and m[1][1] must be different arrays, as the method writes to one of them");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 100, 1000})
    void row_isARowOfAnother_saysWhich(int rows) {
        float[][] bar = IntStream.range(0, rows).mapToObj(i -> new float[2]).toArray(float[][]::new);
        float[][] primal = IntStream.range(0, rows).mapToObj(i -> new float[2]).toArray(float[][]::new);
        assertThatCode(() -> Distinct.bars("mBar", "m", bar, primal)).doesNotThrowAnyException();

        primal[rows - 1] = bar[rows / 2];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distinct.bars("mBar", "m", bar, primal))
                .withMessage("mBar[" + rows / 2 + "] and m[" + (rows - 1)
                        + "] must be different arrays, as adjoints are added to one of them");
    }

    @Test
    void primalArrays_thatAreOneArray_areLeftAlone() {
        assertThatCode(() -> {
                    Distinct.bars("xBar", "x, y", X, Y, Y);
                    Distinct.written("out", "m, n", X, new double[][] {Y, Y}, new double[][] {Y});
                })
                .doesNotThrowAnyException();
    }

    @Test
    void nullAndEmptyArrays_mayStandInSeveralPlaces() {
        double[] empty = {};
        assertThatCode(() -> {
                    Distinct.bars("xBar, yBar, zBar", "x", empty, empty, null, empty);
                    Distinct.bars(
                            "mBar", "m", new double[][] {empty, null, empty}, new double[][] {empty, null, empty});
                })
                .doesNotThrowAnyException();
    }
}
