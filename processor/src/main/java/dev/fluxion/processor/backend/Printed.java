package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;

/**
 * An expression as it is printed.
 *
 * @param precedence how tightly its outermost construct binds, as {@code Operator.precedence()} counts
 * @param type the type that Java gives to the text; narrower than the IR's where a widening is left to Java
 */
record Printed(Text text, int precedence, Type type) {

    static final int PRIMARY = 14;
    static final int UNARY = 13;
    static final int ADDITIVE = 11;
    static final int RELATIONAL = 9;
    static final int CONDITIONAL = 2;
    static final int LAMBDA = 1;

    static Printed primary(Text text, Type type) {
        return new Printed(text, PRIMARY, type);
    }

    /** The text, in parentheses unless it binds at least this tightly. */
    Text atLeast(int required) {
        return precedence >= required ? text : Text.of("(", text, ")");
    }
}
