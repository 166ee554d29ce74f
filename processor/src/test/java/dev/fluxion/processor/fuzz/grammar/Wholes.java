package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.LONG;
import static dev.fluxion.processor.fuzz.grammar.Sort.TEXT;

import java.util.List;

/** Integers, truths and texts: what control depends on. */
final class Wholes {

    private final Grammar grammar;
    private final Draw draw;

    private Wholes(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Wholes wholes = new Wholes(grammar);
        wholes.operators();
        wholes.conversions();
        wholes.comparisons();
        wholes.texts();
    }

    private void operators() {
        for (Sort sort : List.of(INT, LONG)) {
            grammar.add(sort, 3, (s, d) -> binary(sort, draw.of("+", "-", "*"), s, d));
            grammar.add(sort, 0.8, (s, d) -> binary(sort, draw.of("&", "|", "^"), s, d));
            grammar.add(sort, 0.5, (s, d) -> shift(sort, s, d));
            grammar.add(sort, 0.8, (s, d) -> division(sort, s, d));
            grammar.add(sort, 0.4, (s, d) -> Node.of(sort, draw.of("(-#)", "(~#)"), grammar.make(sort, s, d)));
            grammar.add(sort, 0.4, (s, d) -> binaryCall(sort, s, d));
        }
    }

    private Node binary(Sort sort, String operator, Scope s, int depth) {
        Sort other = sort == LONG && draw.chance(0.3) ? INT : sort;
        return Node.of(sort, "(# " + operator + " #)", grammar.make(sort, s, depth), grammar.make(other, s, depth));
    }

    private Node shift(Sort sort, Scope s, int depth) {
        String operator = draw.of("<<", ">>", ">>>");
        return Node.of(sort, "(# " + operator + " #)", grammar.make(sort, s, depth), grammar.make(INT, s, depth));
    }

    /** Sometimes by zero. */
    private Node division(Sort sort, Scope s, int depth) {
        Node dividend = grammar.make(sort, s, depth);
        String operator = draw.of(" / ", " % ");
        if (draw.chance(0.1)) {
            return Node.of(sort, "(#" + operator + "#)", dividend, grammar.make(sort, s, depth));
        }
        return Node.of(sort, "(#" + operator + "(# | 1))", dividend, grammar.make(sort, s, depth));
    }

    private Node binaryCall(Sort sort, Scope s, int depth) {
        String name = draw.of("Math.max", "Math.min", "Math.floorMod");
        String template = name.endsWith("Mod") ? name + "(#, (# | 1))" : name + "(#, #)";
        return Node.of(sort, template, grammar.make(sort, s, depth), grammar.make(sort, s, depth));
    }

    private void conversions() {
        grammar.add(
                INT, 0.6, (s, d) -> Node.of(INT, "(int) (#)", grammar.primitive(draw.of(DOUBLE, DOUBLE, LONG), s, d)));
        grammar.add(INT, 0.2, (s, d) -> {
            String narrow = draw.of("(byte)", "(short)", "(char)");
            return Node.of(INT, "(int) " + narrow + " (#)", grammar.primitive(INT, s, d));
        });
        grammar.add(INT, 0.3, (s, d) -> Node.of(INT, "Math.round(#)", grammar.make(FLOAT, s, d)));
        grammar.add(INT, 0.4, (s, d) -> Node.of(INT, "#.length()", grammar.make(TEXT, s, d)));
        grammar.add(LONG, 0.5, (s, d) -> Node.of(LONG, "(long) (#)", grammar.primitive(draw.of(DOUBLE, FLOAT), s, d)));
        grammar.add(LONG, 1, (s, d) -> Node.of(LONG, "(long) (#)", grammar.primitive(INT, s, d)));
        grammar.add(LONG, 0.3, (s, d) -> Node.of(LONG, "Math.round(#)", grammar.make(DOUBLE, s, d)));
    }

    private void comparisons() {
        grammar.add(BOOLEAN, 6, this::comparison);
        grammar.add(
                BOOLEAN,
                1.5,
                (s, d) -> Node.of(
                        BOOLEAN,
                        "(# " + draw.of("&&", "||", "&&", "||", "^", "&", "|") + " #)",
                        grammar.make(BOOLEAN, s, d),
                        grammar.make(BOOLEAN, s, d)));
        grammar.add(BOOLEAN, 0.6, (s, d) -> Node.of(BOOLEAN, "(!#)", grammar.make(BOOLEAN, s, d)));
        grammar.add(
                BOOLEAN,
                0.3,
                (s, d) -> Node.of(
                        BOOLEAN, draw.of("Double.isNaN(#)", "Double.isInfinite(#)"), grammar.make(DOUBLE, s, d)));
        grammar.add(
                BOOLEAN,
                0.3,
                (s, d) -> Node.of(BOOLEAN, "#.equals(#)", grammar.make(TEXT, s, d), grammar.make(TEXT, s, d)));
        grammar.add(
                BOOLEAN,
                0.2,
                (s, d) -> Node.of(
                        BOOLEAN,
                        "((Object) Integer.valueOf(#) instanceof " + draw.of("Integer", "Long") + ")",
                        grammar.make(INT, s, d)));
        grammar.add(
                BOOLEAN,
                0.2,
                (s, d) -> Node.of(
                        BOOLEAN,
                        "((Object) Integer.valueOf(#) instanceof Integer whole && whole > #)"
                                .replace("whole", s.unit().name("whole")),
                        grammar.make(INT, s, d),
                        grammar.make(INT, s, d)));
    }

    private Node comparison(Scope s, int depth) {
        Sort sort = draw.of(DOUBLE, DOUBLE, DOUBLE, FLOAT, INT, INT, LONG);
        String operator = draw.of("<", "<=", ">", ">=", draw.of("<", ">", "==", "!="));
        return Node.of(BOOLEAN, "(# " + operator + " #)", grammar.make(sort, s, depth), grammar.make(sort, s, depth));
    }

    private void texts() {
        grammar.add(
                TEXT,
                1,
                (s, d) -> Node.of(
                        TEXT,
                        "(# + #)",
                        grammar.make(TEXT, s, d),
                        grammar.make(draw.of(INT, LONG, BOOLEAN, TEXT), s, d)));
        grammar.add(TEXT, 0.3, (s, d) -> Node.of(TEXT, "String.valueOf(#)", grammar.make(INT, s, d)));
        grammar.add(
                TEXT,
                0.3,
                (s, d) -> Node.of(
                        TEXT,
                        "(# ? # : #)",
                        grammar.make(BOOLEAN, s, d),
                        grammar.make(TEXT, s, d),
                        grammar.make(TEXT, s, d)));
    }
}
