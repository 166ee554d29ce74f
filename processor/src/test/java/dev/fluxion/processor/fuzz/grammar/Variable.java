package dev.fluxion.processor.fuzz.grammar;

/**
 * A local variable or parameter.
 *
 * @param isBoxed whether it is declared as the wrapper class
 * @param isActive whether it may depend on an active parameter
 * @param isMutable whether anything may assign it; counters that must come to an end are not
 */
record Variable(String name, Sort sort, boolean isBoxed, boolean isActive, boolean isMutable) {

    static Variable counter(String name, Sort sort) {
        return new Variable(name, sort, false, false, false);
    }

    String type() {
        return isBoxed ? sort.box() : sort.keyword();
    }

    Node read() {
        return Node.of(sort, name);
    }
}
