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
    STATEMENT("", ""),
    /** Statements in a row, each of which may be left out. */
    BLOCK("", ""),
    /** A method of the program's class. */
    MEMBER("", ""),
    /** Anything that has to stay as it is. */
    FIXED("", "");

    /** The types of values. */
    static final List<Sort> TYPES = List.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN);

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

    boolean isFloating() {
        return this == DOUBLE || this == FLOAT;
    }
}
