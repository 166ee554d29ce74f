package dev.fluxion.tape;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Objects of one kind that are taken and given back last in, first out; arrays of one length, for instance. */
final class Pool {

    private static final Object[] NONE = {};

    private final IntFunction<Object> maker;
    private final int length;
    private Object[] items = NONE;
    private int made;
    private int used;

    /**
     * @param maker makes one more item, of the length given
     */
    Pool(int length, IntFunction<Object> maker) {
        this.length = length;
        this.maker = maker;
    }

    int length() {
        return length;
    }

    /** The next item, with whatever it held before. */
    Object take() {
        if (used == made) {
            add();
        }
        return items[used++];
    }

    private void add() {
        Object item = maker.apply(length);
        if (made == items.length) {
            items = Arrays.copyOf(items, Growth.beyond(made));
        }
        items[made++] = item;
    }

    /** Gives back the item taken last. */
    void giveBack() {
        used--;
    }
}
