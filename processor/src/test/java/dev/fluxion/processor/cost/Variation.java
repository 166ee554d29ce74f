package dev.fluxion.processor.cost;

/** What is done mechanically to the text of every function; and what it costs a hand-written gradient. */
enum Variation {
    /** As it was written. */
    PLAIN(0),
    /** Parameters and locals have other names, in another alphabetical order. */
    RENAMED(0),
    /** Neighbouring declarations that do not read each other, and the operands of products and sums, have changed places. */
    REORDERED(0),
    /**
     * The square of the first active parameter is kept from the beginning and added to whatever is returned. By hand: its square, its double, two
     * additions and a variable.
     */
    EXTENDED(5),
    /** The body stands in a branch that is taken, as far from infinity as the arguments are. By hand: a comparison. */
    NESTED(1);

    private final int byHand;

    Variation(int byHand) {
        this.byHand = byHand;
    }

    /** The operations that it adds to the hand-written gradient. */
    int byHand() {
        return byHand;
    }
}
