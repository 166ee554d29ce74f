package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovesTest {

    @Test
    void addCopy_addsAsFarAsBothGo() {
        double[] into = {1, 2, 3};
        Moves.addCopy(new double[] {10, 20, 30, 40}, into);
        assertThat(into).containsExactly(11, 22, 33);
        Moves.addCopy(new double[] {100, 200, 300}, into, 2);
        assertThat(into).containsExactly(11, 22, 133);
        float[] floats = {1, 2};
        Moves.addCopy(new float[] {3}, floats);
        Moves.addCopy(new float[] {3, 4}, floats, 1);
        assertThat(floats).containsExactly(4, 5);
    }

    /** The transpose of moving is what is left after each unit vector has been moved. */
    @Test
    void moveBack_isTheTransposeOfMoving_alsoWithinOneArray() {
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                for (int count = 0; count < 4; count++) {
                    transposed(from, to, count);
                }
            }
        }
    }

    private static void transposed(int from, int to, int count) {
        double[] bar = {1, 10, 100, 1000, 10000, 100000};
        double[] expected = new double[6];
        for (int k = 0; k < 6; k++) {
            double[] unit = new double[6];
            unit[k] = 1;
            System.arraycopy(unit, from, unit, to, count);
            for (int i = 0; i < 6; i++) {
                expected[k] += unit[i] * bar[i];
            }
        }
        Moves.moveBack(bar, to, bar, from, count);
        assertThat(bar).containsExactly(expected);
    }

    @Test
    void sum_takesAPartOrAll() {
        assertThat(Moves.sum(new double[] {1, 2, 4, 8})).isEqualTo(15);
        assertThat(Moves.sum(new float[] {1, 2, 4, 8}, 1, 3)).isEqualTo(6);
    }

    @Test
    void clear_leavesZeros() {
        float[] array = {1, 2, 3, 4};
        Moves.clear(array, 1, 2);
        assertThat(array).containsExactly(1, 0, 0, 4);
    }
}
