package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private final Workspace workspace = new Workspace();

    @Test
    void arrays_areTheSameAgainAfterRelease_andZero() {
        double[] first = workspace.doubles(3);
        first[1] = 2;
        workspace.release(0);

        assertThat(workspace.doubles(3)).isSameAs(first).containsExactly(0, 0, 0);
        assertThat(workspace.doubles(3)).isNotSameAs(first);
    }

    @Test
    void arrays_haveTheLengthAskedFor_whateverWasThereBefore() {
        for (int length = 0; length < 100; length++) {
            assertThat(workspace.ints(length)).hasSize(length);
        }
        workspace.release(0);
        for (int length = 99; length >= 0; length--) {
            assertThat(workspace.ints(length)).hasSize(length);
        }
    }

    @Test
    void release_givesBackWhatWasTakenSince_andNoMore() {
        float[] kept = workspace.floats(2);
        int used = workspace.used();
        float[] taken = workspace.floats(2);
        workspace.release(used);

        assertThat(workspace.floats(2)).isSameAs(taken).isNotSameAs(kept);
    }

    @Test
    void lengths_thatAreNegative_areRefusedAsByJava() {
        assertThatThrownBy(() -> workspace.doubles(-1)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.doubles(2, -1)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.copyOf(new double[1], -2)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.copyOfRange(new double[1], 2, 3))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> workspace.copyOfRange(new double[1], 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workspace.used()).isZero();
    }

    @Test
    void copies_areThoseOfArrays() {
        double[] given = {1, 2, 3};
        workspace.doubles(5)[4] = 7;
        workspace.release(0);

        assertThat(workspace.copyOf(given, 5)).containsExactly(1, 2, 3, 0, 0);
        assertThat(workspace.copyOf(given, 2)).containsExactly(1, 2);
        assertThat(workspace.copyOfRange(given, 1, 5)).containsExactly(2, 3, 0, 0);
        assertThat(workspace.copy(given)).containsExactly(given).isNotSameAs(given);
        assertThat(workspace.slice(given, new double[] {0, 4, 5, 6}, 1)).containsExactly(4, 5, 6);
    }

    @Test
    void rows_areCopiedOrShared() {
        double[][] given = {{1}, null, {2, 3}};

        assertThat(workspace.copy(given)).isDeepEqualTo(given);
        assertThat(workspace.copy(given)[2]).isNotSameAs(given[2]);
        assertThat(workspace.rows(given)[2]).isSameAs(given[2]);
        assertThat(workspace.zerosLike(given)).isDeepEqualTo(new double[][] {{0}, null, {0, 0}});
        assertThat(workspace.doubles(2, 3)).isDeepEqualTo(new double[2][3]);
        assertThat(workspace.doubleRows(2)).isDeepEqualTo(new double[2][]);
        assertThat(workspace.slice(given, new double[] {5, 6, 7}, 0)).isDeepEqualTo(new double[][] {{5}, null, {6, 7}});
    }

    @Test
    void stacksAndTapes_areEmpty_whateverAnExceptionLeftInThem() {
        DoubleStack stack = workspace.doubleStack();
        stack.push(1);
        Tape tape = workspace.tape();
        tape.pushReference("left");
        tape.memory().doubles(4);
        workspace.release(0);

        assertThat(workspace.doubleStack()).isSameAs(stack);
        assertThat(stack.isEmpty()).isTrue();
        assertThat(workspace.tape()).isSameAs(tape);
        assertThat(tape.isEmpty()).isTrue();
        assertThat(tape.used()).isZero();
    }

    @Test
    void memoryOfAPlainTape_isMadeAnew() {
        Tape tape = new Tape();
        double[] first = tape.memory().doubles(3);
        tape.release(tape.used());

        assertThat(tape.memory().doubles(3)).isNotSameAs(first);
        assertThat(tape.memory().used()).isZero();
    }

    @Test
    void free_isRefusedWhileTheWorkspaceIsUsed() {
        double[] taken = workspace.doubles(1);
        assertThatThrownBy(workspace::free).isInstanceOf(IllegalStateException.class);
        workspace.release(0);
        workspace.free();

        assertThat(workspace.doubles(1)).isNotSameAs(taken);
    }

    @Test
    void parts_compareCountAndListLikeVarargs() {
        double[] a = {1, 2};
        double[][] b = {{3}, a};

        assertThat(workspace.parts().with(a).with(4.0).with(b).count()).isEqualTo(6);
        assertThat(workspace.parts().with(a).with(4.0).with((Object) null).flat())
                .containsExactly(1, 2, 4);
        assertThatThrownBy(() -> workspace.parts().with(a).with(b).bars("a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a and b[1] must be different arrays");
        workspace.parts().with(new double[2]).with(b).bars("c", "b");
        workspace.parts().with(a).with((Object) null).written("a", "none");
    }
}
