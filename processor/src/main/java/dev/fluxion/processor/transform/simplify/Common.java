package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;

/** An expression and the places in a sequence of statements that compute it, as long as its variables keep their values. */
final class Common {

    private final Expr expression;
    private final int number;
    private final int operators;
    private final int first;
    private int last;
    private int places;
    private boolean ours;
    private boolean named;

    /**
     * An expression that no statement computes before.
     *
     * @param number the number of its value
     * @param first the place of the statement that does
     */
    Common(Expr expression, int number, int operators, int first) {
        this.expression = expression;
        this.number = number;
        this.operators = operators;
        this.first = first;
    }

    Expr expression() {
        return expression;
    }

    /** The number of the expression's value. */
    int number() {
        return number;
    }

    int operators() {
        return operators;
    }

    int first() {
        return first;
    }

    /** Whether a statement lies between the first and the last that compute it. */
    boolean spans(int at) {
        return first <= at && at <= last;
    }

    /** Another place; what a temporary or a derivative needs is ours. */
    void add(int at, boolean isOurs) {
        places++;
        ours |= isOurs;
        last = at;
    }

    /** A temporary for just this is there, but later than first needed. */
    void name() {
        named = true;
    }

    boolean isWorthIt() {
        int saved = (places - 1) * operators;
        return ours && saved > (named ? 0 : 1);
    }
}
