package dev.fluxion.tensor;

import java.util.Arrays;

/** The intermediate lanes of one formula, used again for every stretch of numbers: small enough for the cache. */
final class Scratch {

    /** The stretch that is evaluated at once: 4 KiB of doubles for each intermediate lane. */
    static final int STRETCH = 512;

    private final int capacity;
    private Lane[] lanes = new Lane[4];
    private int used;
    private int count;

    /** Lanes for the stretches of so many numbers, which are one stretch if they are few. */
    Scratch(int numbers) {
        this.capacity = numbers <= 2 * STRETCH ? numbers : STRETCH;
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

    /** How many numbers a lane has at most. */
    int capacity() {
        return capacity;
    }

    /** A lane that nothing else uses in this stretch. */
    Lane next() {
        if (used == lanes.length) {
            lanes = Arrays.copyOf(lanes, 2 * used);
        }
        if (lanes[used] == null) {
            lanes[used] = new Lane(this);
        }
        return lanes[used++];
    }
}
