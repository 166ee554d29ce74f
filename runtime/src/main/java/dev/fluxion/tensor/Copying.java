package dev.fluxion.tensor;

/** Copies elements between tensors. */
final class Copying {

    private Copying() {}

    /** Overwrites the elements of {@code to} with those of {@code from}, which repeats if it is smaller. */
    static void copy(Tensor from, Tensor to) {
        Operand source = Operand.of(from, to.shape);
        LaneLoop loop = new LaneLoop(
                to.shape, new int[][] {source.strides(), to.strides}, new int[] {source.offset(), to.offset});
        for (; loop.hasLane(); loop.advance()) {
            copyLane(loop, source.array(), to.storage);
        }
    }

    private static void copyLane(LaneLoop loop, double[] from, Storage to) {
        if (to.doubles() != null && loop.step(0) == 1 && loop.step(1) == 1) {
            System.arraycopy(from, loop.at(0), to.doubles(), loop.at(1), loop.count());
            return;
        }
        for (int i = 0; i < loop.count(); i++) {
            to.set(loop.at(1) + i * loop.step(1), from[loop.at(0) + i * loop.step(0)]);
        }
    }
}
