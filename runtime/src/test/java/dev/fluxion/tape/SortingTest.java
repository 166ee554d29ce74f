package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortingTest {

    private static final double[] SPECIAL = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1, 1, -2};

    @Test
    void sort_doesWhatArraysDoes_andTellsWhereElementsStood() {
        Random random = new Random(7);
        for (int length = 0; length < 70; length++) {
            double[] array = random.ints(length, 0, SPECIAL.length)
                    .mapToDouble(i -> SPECIAL[i])
                    .toArray();
            double[] expected = array.clone();
            Arrays.sort(expected);
            double[] moved = array.clone();
            Sorting.permute(moved, Sorting.sort(array));
            assertThat(Arrays.toString(array)).isEqualTo(Arrays.toString(expected));
            assertThat(Arrays.toString(moved)).isEqualTo(Arrays.toString(expected));
        }
    }

    @Test
    void sort_ofEqualElements_keepsTheirOrder() {
        assertThat(Sorting.sort(new double[] {3, 1, 3, 1, 3})).containsExactly(1, 3, 0, 2, 4);
        assertThat(Sorting.sort(new float[] {0f, -0f, Float.NaN, 0f})).containsExactly(1, 0, 3, 2);
    }

    @Test
    void sort_ofARange_leavesTheRest() {
        double[] array = {9, 3, 1, 2, 0};
        assertThat(Sorting.sort(array, 1, 4)).containsExactly(1, 2, 0);
        assertThat(array).containsExactly(9, 1, 2, 3, 0);
    }

    @Test
    void sort_ofWhatCannotBeSorted_throwsAsArraysDoes() {
        assertThatThrownBy(() -> Sorting.sort(new double[3], 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fromIndex(2) > toIndex(1)");
        assertThatThrownBy(() -> Sorting.sort(new float[3], 0, 4)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Sorting.sort((double[]) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void restore_undoesPermute() {
        double[] array = {1, 2, 3, 4};
        int[] order = {2, 0, 1};
        Sorting.permute(array, order, 1);
        assertThat(array).containsExactly(1, 4, 2, 3);
        Sorting.restore(array, order, 1);
        assertThat(array).containsExactly(1, 2, 3, 4);
        float[] floats = {1, 2, 3};
        Sorting.restore(floats, order);
        assertThat(floats).containsExactly(2, 3, 1);
        Sorting.permute(floats, order);
        assertThat(floats).containsExactly(1, 2, 3);
    }
}
