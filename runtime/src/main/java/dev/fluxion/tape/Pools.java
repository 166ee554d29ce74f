package dev.fluxion.tape;

import java.util.function.IntFunction;

/** The pools of arrays of one type, by their length: open addressing, since a call asks for few lengths and for each of them often. */
final class Pools {

    private static final int SMALLEST = 8;

    /** The golden ratio in 32 bits, which spreads lengths that follow each other (Knuth, TAOCP 3, section 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    private final IntFunction<Object> maker;
    private Pool[] table = new Pool[SMALLEST];
    private int size;

    Pools(IntFunction<Object> maker) {
        this.maker = maker;
    }

    /** The pool of a length. */
    Pool of(int length) {
        int at = place(length, table);
        return table[at] == null ? added(length) : table[at];
    }

    private Pool added(int length) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        Pool pool = new Pool(length, maker);
        table[place(length, table)] = pool;
        size++;
        return pool;
    }

    private void grow() {
        Pool[] larger = new Pool[2 * table.length];
        for (Pool p : table) {
            if (p != null) {
                larger[place(p.length(), larger)] = p;
            }
        }
        table = larger;
    }

    private static int place(int length, Pool[] in) {
        int at = length * SPREAD >>> Integer.numberOfLeadingZeros(in.length) + 1;
        while (in[at] != null && in[at].length() != length) {
            at = at + 1 & in.length - 1;
        }
        return at;
    }
}
