package dev.fluxion.processor.rules;

import static dev.fluxion.processor.rules.Terms.helper;

import dev.fluxion.processor.ir.Type;

/** Rows of {@code max} and {@code min}, wherever they stand: a tie is shared evenly. */
final class BoundRules {

    private BoundRules() {}

    static void add(Rows rows, Type.Declared owner, String name, Type type) {
        rows.method(
                owner,
                name,
                type,
                s -> s.times(helper(name + "First", s.x(), s.y())),
                s -> s.times(helper(name + "Second", s.x(), s.y())));
    }
}
