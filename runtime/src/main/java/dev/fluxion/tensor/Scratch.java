package dev.fluxion.tensor;

import java.util.Arrays;

/** Memory for the intermediate lanes of one formula, used again for every stretch of numbers: small enough for the cache. */
final class Scratch {

    /** The longest stretch that is evaluated at once: 4 KiB of doubles for each intermediate lane. */
    static final int STRETCH = 512;

    private final int capacity;
    private Lane[] lanes = new Lane[4];
    private double[][] arrays = new double[4][];
    private int used;
    private int count;

    /** Memory for stretches of at most so many numbers. */
    Scratch(int capacity) {
        this.capacity = Math.min(capacity, STRETCH);
    }

    /** Begins a stretch of so many numbers; the lanes given out before are free again. */
    void begin(int numbers) {
        count = numbers;
        used = 0;
    }

    /** How many numbers every lane has. */
    int count() {
        return count;
    }

    /** A lane with an array of its own. */
    Lane next() {
        if (used == lanes.length) {
            lanes = Arrays.copyOf(lanes, 2 * used);
            arrays = Arrays.copyOf(arrays, 2 * used);
        }
        if (lanes[used] == null) {
            lanes[used] = new Lane(this);
            arrays[used] = new double[capacity];
        }
        return lanes[used].move(arrays[used++], 0, 1);
    }
}
