package dev.fluxion.tensor.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The indices of a data set in batches, in another order in every epoch, and the same for the same seed. A batch of tensors is
 * {@code data.indexSelect(0, batch)}.
 */
public final class Minibatches {

    private final int[] order;
    private final int size;
    private final Random random;

    /** Of so many items, in batches of {@code size}, of which the last may be smaller. */
    public Minibatches(int items, int size, long seed) {
        if (items < 0 || size <= 0) {
            throw new IllegalArgumentException("items " + items + ", batch size " + size);
        }
        this.order = new int[items];
        Arrays.setAll(order, i -> i);
        this.size = size;
        this.random = new Random(seed);
    }

    /** The batches of the next epoch: every index once. */
    public List<int[]> nextEpoch() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < order.length; from += size) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(order.length, from + size)));
        }
        return batches;
    }
}
