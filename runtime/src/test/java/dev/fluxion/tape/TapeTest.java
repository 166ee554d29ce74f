package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TapeTest {

    private final Tape tape = new Tape();

    @Test
    void pop_returnsInOppositeOrder_eachTypeByItself() {
        tape.pushDouble(1.5);
        tape.pushInt(1);
        tape.pushDouble(2.5);
        tape.pushFloat(0.5f);
        tape.pushLong(1L << 40);
        tape.pushBoolean(true);
        tape.pushReference("first");
        tape.pushReference(null);
        tape.pushBoolean(false);

        assertThat(tape.popDouble()).isEqualTo(2.5);
        assertThat(tape.popDouble()).isEqualTo(1.5);
        assertThat(tape.popInt()).isEqualTo(1);
        assertThat(tape.popFloat()).isEqualTo(0.5f);
        assertThat(tape.popLong()).isEqualTo(1L << 40);
        assertThat(tape.popBoolean()).isFalse();
        assertThat(tape.popBoolean()).isTrue();
        assertThat(tape.<Object>popReference()).isNull();
        assertThat(tape.<String>popReference()).isEqualTo("first");
        assertThat(tape.isEmpty()).isTrue();
    }

    @Test
    void cut_takesOffWhatCameAfterTheMark() {
        tape.pushDouble(1.5);
        tape.pushReference("kept");
        int[] mark = tape.mark();
        tape.pushDouble(2.5);
        tape.pushFloat(0.5f);
        tape.pushInt(1);
        tape.pushLong(2);
        tape.pushBoolean(true);
        tape.pushReference("cut");

        tape.cut(mark);

        assertThat(tape.mark()).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(tape.popDouble()).isEqualTo(1.5);
        assertThat(tape.<String>popReference()).isEqualTo("kept");
        assertThat(tape.isEmpty()).isTrue();
    }

    @Test
    void isEmpty_seesEveryType() {
        tape.pushBoolean(false);
        assertThat(tape.isEmpty()).isFalse();
        tape.clear();
        assertThat(tape.isEmpty()).isTrue();
        tape.pushReference("kept");
        assertThat(tape.isEmpty()).isFalse();
    }

    @Test
    void pop_onEmpty_throwsAndStaysUsable() {
        assertThatThrownBy(tape::popDouble).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        tape.pushDouble(3.0);
        assertThat(tape.popDouble()).isEqualTo(3.0);
    }

    @Test
    void doubleStack_keepsBitsWhileItGrows() {
        DoubleStack stack = new DoubleStack();
        double oddNaN = Double.longBitsToDouble(0x7ff8000000001234L);
        for (int i = 0; i < 10_000; i++) {
            stack.push(i % 2 == 0 ? i : oddNaN);
        }
        assertThat(stack.size()).isEqualTo(10_000);
        assertThat(Double.doubleToRawLongBits(stack.peek())).isEqualTo(Double.doubleToRawLongBits(oddNaN));
        for (int i = 9_999; i >= 0; i--) {
            long expected = Double.doubleToRawLongBits(i % 2 == 0 ? i : oddNaN);
            assertThat(Double.doubleToRawLongBits(stack.pop())).isEqualTo(expected);
        }
        assertThat(stack.isEmpty()).isTrue();
    }

    @Test
    void intLongAndFloatStacks_behaveAlike() {
        IntStack ints = new IntStack();
        LongStack longs = new LongStack();
        FloatStack floats = new FloatStack();
        for (int i = 0; i < 100; i++) {
            ints.push(i);
            longs.push(-i);
            floats.push(i / 2f);
        }
        for (int i = 99; i >= 0; i--) {
            assertThat(ints.peek()).isEqualTo(i);
            assertThat(ints.pop()).isEqualTo(i);
            assertThat(longs.peek()).isEqualTo(-i);
            assertThat(longs.pop()).isEqualTo(-i);
            assertThat(floats.peek()).isEqualTo(i / 2f);
            assertThat(floats.pop()).isEqualTo(i / 2f);
        }
        assertThat(ints.isEmpty() && longs.isEmpty() && floats.isEmpty()).isTrue();
    }

    @Test
    void booleanStack_agreesWithADequeOnRandomPushesAndPops() {
        BooleanStack stack = new BooleanStack();
        Deque<Boolean> expected = new ArrayDeque<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            if (!expected.isEmpty() && random.nextInt(5) < 2) {
                assertThat(stack.peek()).isEqualTo(expected.peek());
                assertThat(stack.pop()).isEqualTo(expected.pop());
            } else {
                boolean value = random.nextBoolean();
                stack.push(value);
                expected.push(value);
            }
            assertThat(stack.size()).isEqualTo(expected.size());
        }
        stack.clear();
        assertThat(stack.isEmpty()).isTrue();
        assertThatThrownBy(stack::pop).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void referenceStack_clearForgetsAndStaysUsable() {
        ReferenceStack<String> stack = new ReferenceStack<>();
        for (int i = 0; i < 50; i++) {
            stack.push("value " + i);
        }
        stack.clear();
        assertThat(stack.isEmpty()).isTrue();
        stack.push("again");
        assertThat(stack.peek()).isEqualTo("again");
        assertThat(stack.pop()).isEqualTo("again");
        assertThat(stack.size()).isZero();
    }

    @Test
    void growth_doublesAndRefusesPastTheLongestArray() {
        assertThat(Growth.beyond(0)).isEqualTo(16);
        assertThat(Growth.beyond(16)).isEqualTo(32);
        assertThat(Growth.beyond(Integer.MAX_VALUE / 2 + 10)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> Growth.beyond(Integer.MAX_VALUE - 8)).isInstanceOf(OutOfMemoryError.class);
    }
}
