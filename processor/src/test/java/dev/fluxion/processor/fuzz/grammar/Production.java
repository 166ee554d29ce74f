package dev.fluxion.processor.fuzz.grammar;

/** A way to make a piece of a program. */
@FunctionalInterface
interface Production {

    /**
     * Makes a piece.
     *
     * @param depth how deep expressions in it may be nested
     * @return null where it is not possible
     */
    Node make(Scope scope, int depth);
}
