package dev.fluxion.tape;

/** How a full stack grows, the same for all of them. */
final class Growth {

    /** Virtual machines refuse arrays of the last few lengths below {@link Integer#MAX_VALUE}. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private static final int SHORTEST = 16;

    private Growth() {}

    /** The length of the array that replaces a full one of the given length: doubled, so that a push is O(1) amortised. */
    static int beyond(int length) {
        if (length >= LONGEST) {
            throw new OutOfMemoryError("a tape cannot hold more than " + LONGEST + " values of one type");
        }
        if (length > LONGEST / 2) {
            return LONGEST;
        }
        return Math.max(SHORTEST, 2 * length);
    }
}
