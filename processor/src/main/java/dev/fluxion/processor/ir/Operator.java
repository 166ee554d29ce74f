package dev.fluxion.processor.ir;

/** Java's unary and binary operators, with their binding strength for the printers. */
public enum Operator {
    NEGATE("-", 13, Kind.UNARY),
    PLUS("+", 13, Kind.UNARY),
    COMPLEMENT("~", 13, Kind.UNARY),
    NOT("!", 13, Kind.UNARY),
    MULTIPLY("*", 12, Kind.ARITHMETIC),
    DIVIDE("/", 12, Kind.ARITHMETIC),
    REMAINDER("%", 12, Kind.ARITHMETIC),
    ADD("+", 11, Kind.ARITHMETIC),
    SUBTRACT("-", 11, Kind.ARITHMETIC),
    SHIFT_LEFT("<<", 10, Kind.SHIFT),
    SHIFT_RIGHT(">>", 10, Kind.SHIFT),
    SHIFT_RIGHT_UNSIGNED(">>>", 10, Kind.SHIFT),
    LESS("<", 9, Kind.COMPARISON),
    LESS_EQUAL("<=", 9, Kind.COMPARISON),
    GREATER(">", 9, Kind.COMPARISON),
    GREATER_EQUAL(">=", 9, Kind.COMPARISON),
    EQUAL("==", 8, Kind.COMPARISON),
    NOT_EQUAL("!=", 8, Kind.COMPARISON),
    AND("&", 7, Kind.BITWISE),
    XOR("^", 6, Kind.BITWISE),
    OR("|", 5, Kind.BITWISE),
    AND_THEN("&&", 4, Kind.LAZY),
    OR_ELSE("||", 3, Kind.LAZY);

    /** What an operator does to types and to evaluation. */
    public enum Kind {
        UNARY,
        ARITHMETIC,
        SHIFT,
        COMPARISON,
        BITWISE,
        /** The right operand is evaluated only if the left one does not decide. */
        LAZY
    }

    private final String symbol;
    private final int precedence;
    private final Kind kind;

    Operator(String symbol, int precedence, Kind kind) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.kind = kind;
    }

    public String symbol() {
        return symbol;
    }

    /** Larger binds tighter; 14 is a primary, 2 the conditional operator, 1 a lambda or assignment. */
    public int precedence() {
        return precedence;
    }

    public Kind kind() {
        return kind;
    }
}
