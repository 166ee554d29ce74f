package dev.fluxion.processor.fuzz.grammar;

import java.util.List;

/** What a piece of a program is; an expression's sort is its static type. */
public enum Sort {
    DOUBLE("double", "Double", "0.5", "1.0", "2.0"),
    FLOAT("float", "Float", "0.5f", "1f", "2f"),
    INT("int", "Integer", "0", "1", "2"),
    LONG("long", "Long", "0L", "1L", "2L"),
    BOOLEAN("boolean", "Boolean", "true", "false"),
    TEXT("String", "String", "\"\""),
    VECTOR("double[]", "double[]", "new double[2]"),
    FLOATS("float[]", "float[]", "new float[2]"),
    MATRIX("double[][]", "double[][]", "new double[2][2]"),
    INTS("int[]", "int[]", "new int[2]"),
    /** A record of two numbers. */
    POINT("Point", "Point", "new Point(0.5, 1.0)"),
    /** An object with numbers that change. */
    METER("Meter", "Meter", "new Meter(0.5)"),
    /** A function from number to number. */
    FUNCTION("DoubleUnaryOperator", "DoubleUnaryOperator", "Math::sin"),
    /** What a method returns that returns nothing. */
    VOID("void", ""),
    STATEMENT("", ""),
    /** Statements in a row, each of which may be left out. */
    BLOCK("", ""),
    /** A method of the program's class. */
    MEMBER("", ""),
    /** Anything that has to stay as it is. */
    FIXED("", "");

    /** The types of values. */
    static final List<Sort> TYPES = List.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN);

    /** Arrays. */
    static final List<Sort> ARRAYS = List.of(VECTOR, FLOATS, MATRIX, INTS);

    private final String keyword;
    private final String box;
    private final List<String> simplest;

    Sort(String keyword, String box, String... simplest) {
        this.keyword = keyword;
        this.box = box;
        this.simplest = List.of(simplest);
    }

    String keyword() {
        return keyword;
    }

    String box() {
        return box;
    }

    /** The simplest expressions of this type, which can take the place of any. */
    public List<String> simplest() {
        return simplest;
    }

    public boolean isExpression() {
        return !simplest.isEmpty();
    }

    boolean isArray() {
        return ARRAYS.contains(this);
    }

    /** The type of an array's elements. */
    Sort element() {
        return switch (this) {
            case VECTOR -> DOUBLE;
            case FLOATS -> FLOAT;
            case MATRIX -> VECTOR;
            case INTS -> INT;
            default -> throw new IllegalArgumentException(this + " has no elements");
        };
    }

    /** Whether values may carry derivatives. */
    boolean isReal() {
        return isFloating() || isArray() && this != INTS || this == POINT || this == METER;
    }

    boolean isFloating() {
        return this == DOUBLE || this == FLOAT;
    }
}
