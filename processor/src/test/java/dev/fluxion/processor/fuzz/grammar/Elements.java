package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOATS;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INTS;
import static dev.fluxion.processor.fuzz.grammar.Sort.MATRIX;
import static dev.fluxion.processor.fuzz.grammar.Sort.VECTOR;

import java.util.List;

/** Arrays and their elements as expressions. */
final class Elements {

    private final Grammar grammar;
    private final Draw draw;
    private final Calls calls;

    Elements(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
        this.calls = new Calls(grammar);
    }

    static void addTo(Grammar grammar) {
        Elements elements = new Elements(grammar);
        elements.arrays();
        elements.elements();
    }

    private void arrays() {
        for (Sort sort : Sort.ARRAYS) {
            grammar.leaf(sort, 9, (s, d) -> read(sort, s));
            grammar.leaf(sort, 0.8, (s, d) -> fresh(sort, s));
            grammar.add(sort, 0.8, (s, d) -> literal(sort, s, d));
            grammar.add(sort, 0.4, (s, d) -> conditional(sort, s, d));
            grammar.add(sort, 0.3, (s, d) -> assignment(sort, s, d));
            grammar.add(sort, 0.8, (s, d) -> calls.call(sort, s, d));
            grammar.add(sort, 0.3, (s, d) -> copy(sort, s, d));
        }
        grammar.leaf(VECTOR, 2, (s, d) -> row(s));
    }

    private void elements() {
        for (Sort sort : List.of(DOUBLE, FLOAT, INT)) {
            grammar.leaf(sort, sort == INT ? 1.5 : 7, (s, d) -> element(sort, s));
            grammar.add(sort, 0.5, (s, d) -> store(sort, s, d));
            grammar.add(sort, 0.15, (s, d) -> ofAny(sort, s, d));
        }
        grammar.leaf(INT, 1, (s, d) -> length(s));
        grammar.leaf(
                DOUBLE,
                0.3,
                (s, d) -> grammar.hasArrays() ? Node.of(DOUBLE, "TABLE[# & 3]", grammar.make(INT, s, 0)) : null);
    }

    private Node read(Sort sort, Scope s) {
        List<Variable> all = s.readable(sort);
        return all.isEmpty() ? null : draw.of(all).read();
    }

    /** Zeros, mostly as long as another array. */
    Node fresh(Sort sort, Scope s) {
        Node length = length(s);
        length = length == null || draw.chance(0.2) ? Node.of(INT, "" + draw.between(1, 4)) : length;
        String type = sort.element().keyword();
        return sort == MATRIX
                ? Node.of(sort, "new double[#][" + length + "]", length)
                : Node.of(sort, "new " + type + "[#]", length);
    }

    private Node length(Scope s) {
        List<Variable> all = s.visible(v -> v.sort().isArray() && v.sort() != MATRIX);
        return all.isEmpty() ? null : Node.of(INT, draw.of(all).name() + ".length");
    }

    private Node literal(Sort sort, Scope s, int depth) {
        Node[] parts = new Node[draw.between(1, 3)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = grammar.make(sort.element(), s, sort == MATRIX ? 0 : depth - 1);
        }
        return Node.of(sort, "new " + sort.keyword() + " {#" + ", #".repeat(parts.length - 1) + "}", parts);
    }

    private Node conditional(Sort sort, Scope s, int depth) {
        return Node.of(
                sort,
                "(# ? # : #)",
                grammar.make(BOOLEAN, s, 1),
                grammar.make(sort, s, depth - 1),
                grammar.make(sort, s, depth - 1));
    }

    private Node assignment(Sort sort, Scope s, int depth) {
        List<Variable> all = s.writable(sort);
        return all.isEmpty()
                ? null
                : Node.of(sort, "(" + draw.of(all).name() + " = #)", grammar.make(sort, s, depth - 1));
    }

    /** A copy by the platform: the rows of a matrix stay shared. */
    private Node copy(Sort sort, Scope s, int depth) {
        if (s.isInactive() && sort != INTS) {
            return null;
        }
        Node of = grammar.make(sort, s, depth - 1);
        String template =
                draw.of("(#).clone()", "java.util.Arrays.copyOf(#, 3)", "java.util.Arrays.copyOfRange(#, 0, 2)");
        // A longer copy of a matrix has rows that are null.
        return Node.of(sort, sort == MATRIX ? "(#).clone()" : template, of);
    }

    private Node row(Scope s) {
        List<Variable> all = s.readable(MATRIX);
        return all.isEmpty() ? null : at(VECTOR, draw.of(all).name(), s);
    }

    /** What may be written to or read: an element of a variable, mostly, or of a row of one; null where there are no arrays. */
    Node element(Sort sort, Scope s) {
        Sort array = array(sort);
        List<Variable> rows = s.readable(array);
        List<Variable> matrices = sort == DOUBLE ? s.readable(MATRIX) : List.of();
        if (rows.isEmpty() && matrices.isEmpty()) {
            return null;
        } else if (rows.isEmpty() || !matrices.isEmpty() && draw.chance(0.3)) {
            String matrix = draw.of(matrices).name();
            Node row = index(matrix, s);
            return Node.of(sort, matrix + "[#][#]", row, index(matrix + "[0]", s));
        }
        return at(sort, draw.of(rows).name(), s);
    }

    static Sort array(Sort element) {
        return element == DOUBLE ? VECTOR : element == FLOAT ? FLOATS : INTS;
    }

    private Node at(Sort sort, String array, Scope s) {
        return Node.of(sort, array + "[#]", index(array, s));
    }

    /** An index of an array that is mostly within its bounds. */
    Node index(String array, Scope s) {
        List<Variable> counters = s.visible(v -> v.sort() == INT && v.name().matches("i\\d+"));
        String length = array + ".length";
        int choice = draw.below(counters.isEmpty() ? 6 : 16);
        if (choice >= 6) {
            String i = draw.of(counters).name();
            String template = draw.of("@", "@", "@", "@", "(@ + 1) % L", "L - 1 - @", "@ / 2", "Math.max(@ - 1, 0)");
            return Node.of(INT, template.replace("@", i).replace("L", length));
        }
        return switch (choice) {
            case 0, 1 -> Node.of(INT, draw.of("0", "0", "L - 1", "L / 2").replace("L", length));
            case 2, 3 -> Node.of(INT, "Math.floorMod(#, " + length + ")", grammar.make(INT, s, 1));
            case 4 -> draw.chance(0.2) ? grammar.make(INT, s, 1) : Node.of(INT, "" + draw.between(0, 1));
            default -> Node.of(INT, "(int) Math.abs(# * 3) % " + length, grammar.primitive(DOUBLE, s, 0));
        };
    }

    /** A store inside an expression. */
    private Node store(Sort sort, Scope s, int depth) {
        Node target = element(sort, s);
        if (target == null) {
            return null;
        } else if (draw.chance(0.25)) {
            return Node.of(sort, draw.of("(#++)", "(#--)", "(++#)", "(--#)"), assignable(target));
        }
        return Node.of(
                sort, "(# " + draw.of("=", "+=", "-=") + " #)", assignable(target), grammar.make(sort, s, depth - 1));
    }

    /** A place that has to stay one when programs are made smaller; its index need not. */
    static Node assignable(Node element) {
        return new Node(Sort.FIXED, element.text(), element.parts());
    }

    /** An element of an array that is no variable. */
    private Node ofAny(Sort sort, Scope s, int depth) {
        if (s.isInactive() || !grammar.hasArrays()) {
            return null;
        }
        return Node.of(sort, "(#)[" + draw.of("0", "0", "1") + "]", grammar.make(array(sort), s, depth - 1));
    }
}
