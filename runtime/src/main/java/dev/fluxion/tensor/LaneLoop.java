package dev.fluxion.tensor;

import java.util.Arrays;

/**
 * Walks several operands of one shape in row-major order, lane by lane: along a lane each operand moves with a fixed step.
 *
 * <p>Neighbouring dimensions that every operand walks without a gap are merged first, so contiguous operands are one lane.
 *
 * <pre>
 *   LaneLoop loop = new LaneLoop(shape, strides, offsets);
 *   while (loop.hasLane()) {
 *       ... loop.count() elements from loop.at(k) in steps of loop.step(k) ...
 *       loop.advance();
 *   }
 * </pre>
 */
final class LaneLoop {

    private final int[] sizes;
    private final int[][] strides;
    private final int[] at;
    private final int[] index;
    private int rank;
    private boolean hasLane;

    /**
     * Starts at the first lane.
     *
     * @param strides for each operand those of its dimensions, 0 where it repeats
     * @param offsets for each operand the position of its first element
     */
    LaneLoop(int[] shape, int[][] strides, int[] offsets) {
        this.sizes = new int[Math.max(shape.length, 1)];
        this.strides = new int[strides.length][sizes.length];
        this.at = offsets.clone();
        hasLane = Shape.elements(shape) > 0;
        merge(shape, strides);
        this.index = new int[rank];
    }

    private void merge(int[] shape, int[][] given) {
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] != 1) {
                boolean joins = rank > 0 && continues(given, d, shape[d]);
                int to = joins ? rank - 1 : rank++;
                sizes[to] = joins ? sizes[to] * shape[d] : shape[d];
                for (int k = 0; k < given.length; k++) {
                    strides[k][to] = given[k][d];
                }
            }
        }
        if (rank == 0) {
            sizes[rank++] = 1;
        }
    }

    private boolean continues(int[][] given, int d, int size) {
        for (int k = 0; k < given.length; k++) {
            if (strides[k][rank - 1] != given[k][d] * size) {
                return false;
            }
        }
        return true;
    }

    boolean hasLane() {
        return hasLane;
    }

    /** How many elements the lane has. */
    int count() {
        return sizes[rank - 1];
    }

    /** Where operand {@code k} starts in this lane. */
    int at(int k) {
        return at[k];
    }

    /** How far apart the elements of operand {@code k} are in every lane. */
    int step(int k) {
        return strides[k][rank - 1];
    }

    /** Where every operand starts in this lane; valid until the next. */
    int[] positions() {
        return at;
    }

    /** How far apart the elements of every operand are in every lane. */
    int[] steps() {
        int[] steps = new int[strides.length];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = step(k);
        }
        return steps;
    }

    /** Goes to the next lane. */
    void advance() {
        for (int d = rank - 2; d >= 0; d--) {
            if (++index[d] < sizes[d]) {
                move(d, 1);
                return;
            }
            index[d] = 0;
            move(d, 1 - sizes[d]);
        }
        hasLane = false;
    }

    private void move(int d, int by) {
        for (int k = 0; k < at.length; k++) {
            at[k] += by * strides[k][d];
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(sizes, rank));
    }
}
