package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOATS;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INTS;
import static dev.fluxion.processor.fuzz.grammar.Sort.MATRIX;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;
import static dev.fluxion.processor.fuzz.grammar.Sort.VECTOR;

import java.util.ArrayList;
import java.util.List;

/** Statements over arrays: stores, aliases, swaps, rows that are shared and replaced, and loops over their elements. */
final class ArrayStatements {

    private static final int NESTED = 3;

    private final Grammar grammar;
    private final Draw draw;
    private final Elements elements;

    private ArrayStatements(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
        this.elements = new Elements(grammar);
    }

    static void addTo(Grammar grammar) {
        ArrayStatements a = new ArrayStatements(grammar);
        a.add(6, a::store);
        grammar.leaf(STATEMENT, 2, (s, d) -> grammar.hasArrays() ? a.declaration(s) : null);
        a.add(0.8, a::assignment);
        a.add(0.8, a::swap);
        a.add(0.6, a::rowSwap);
        a.add(0.8, a::rowStore);
        a.add(0.6, a::elementSwap);
        a.add(0.4, a::platform);
        a.loop(4, a::upwards);
        a.loop(1, a::otherwise);
        a.loop(0.8, a::forEach);
        a.loop(0.8, a::search);
        a.loop(0.8, a::scratch);
    }

    private interface Maker {
        Node make(Scope s);
    }

    /** Where there are arrays. */
    private void add(double weight, Maker maker) {
        grammar.leaf(STATEMENT, weight, (s, d) -> hasArrays(s) ? maker.make(s) : null);
    }

    private void loop(double weight, Maker maker) {
        grammar.add(STATEMENT, weight, (s, d) -> hasArrays(s) && s.loops() < NESTED ? maker.make(s) : null);
    }

    private static boolean hasArrays(Scope s) {
        return !s.visible(v -> v.sort().isArray()).isEmpty();
    }

    private Node store(Scope s) {
        Sort sort = draw.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE, FLOAT, INT);
        Node target = sort != INT && s.isInactive() ? null : elements.element(sort, s);
        if (target == null) {
            return null;
        }
        Node place = Elements.assignable(target);
        if (sort == INT) {
            return Node.of(STATEMENT, "# " + draw.of("=", "=", "+=") + " # & 3;", place, grammar.make(INT, s, 1));
        } else if (draw.chance(0.06)) {
            return Node.of(STATEMENT, draw.of("#++;", "#--;", "++#;"), place);
        }
        Node value = grammar.make(sort, s, 3);
        String operator = draw.of(" = ", " = ", " = ", " += ", " += ", " -= ", " *= ", " /= ");
        if (operator.equals(" /= ")) {
            return Node.of(STATEMENT, "# /= 1.5f + Math.abs(#);", place, value);
        }
        boolean isBounded = sort == DOUBLE && (operator.equals(" *= ") || s.loops() > 0 && draw.chance(0.8));
        String template = isBounded ? draw.of("Math.sin(#)", "Math.tanh(#)", "Math.cos(#)") : "#";
        return Node.of(STATEMENT, "#" + operator + template + ";", place, value);
    }

    private Node declaration(Scope s) {
        Sort sort = draw.of(VECTOR, VECTOR, VECTOR, VECTOR, MATRIX, FLOATS, INTS);
        if (s.isInactive() && sort != INTS) {
            return null;
        }
        boolean isFinal = draw.chance(0.08);
        Variable v = new Variable(s.unit().name(stem(sort)), sort, false, sort != INTS, !isFinal);
        Node value = draw.chance(0.4) ? elements.fresh(sort, s) : grammar.make(sort, s, 2);
        s.declare(v);
        String type = draw.chance(0.1) ? "var" : sort.keyword();
        return Node.of(STATEMENT, (isFinal ? "final " : "") + type + " " + v.name() + " = #;", value);
    }

    static String stem(Sort sort) {
        return switch (sort) {
            case VECTOR -> "a";
            case FLOATS -> "g";
            case MATRIX -> "q";
            default -> "p";
        };
    }

    private Sort arrays(Scope s) {
        return s.isInactive() ? INTS : draw.of(VECTOR, VECTOR, VECTOR, MATRIX, FLOATS, INTS);
    }

    private Node assignment(Scope s) {
        Sort sort = arrays(s);
        List<Variable> all = s.writable(sort);
        return all.isEmpty() ? null : Node.of(STATEMENT, draw.of(all).name() + " = #;", grammar.make(sort, s, 2));
    }

    /** {@code t = a; a = b; b = t}. */
    private Node swap(Scope s) {
        Sort sort = arrays(s);
        List<Variable> all = s.writable(sort);
        if (all.size() < 2) {
            return null;
        }
        String a = draw.of(all).name();
        String b = draw.of(all).name();
        return swapped(sort, s, Node.of(sort, a), Node.of(sort, b));
    }

    private Node swapped(Sort sort, Scope s, Node a, Node b) {
        String t = s.unit().name("t");
        return Node.of(
                STATEMENT,
                sort.keyword() + " " + t + " = #;\n# = #;\n# = " + t + ";",
                fixed(a),
                fixed(a),
                fixed(b),
                fixed(b));
    }

    private static Node fixed(Node n) {
        return Elements.assignable(n);
    }

    private Node rowSwap(Scope s) {
        List<Variable> all = s.readable(MATRIX);
        if (all.isEmpty()) {
            return null;
        }
        String m = draw.of(all).name();
        return swapped(
                VECTOR,
                s,
                Node.of(VECTOR, m + "[#]", elements.index(m, s)),
                Node.of(VECTOR, m + "[#]", elements.index(m, s)));
    }

    private Node rowStore(Scope s) {
        List<Variable> all = s.readable(MATRIX);
        if (all.isEmpty()) {
            return null;
        }
        String m = draw.of(all).name();
        Node row = draw.chance(0.4) ? elements.fresh(VECTOR, s) : grammar.make(VECTOR, s, 2);
        return Node.of(STATEMENT, m + "[#] = #;", elements.index(m, s), row);
    }

    /** What the platform does with whole arrays. */
    private Node platform(Scope s) {
        Sort sort = s.isInactive() || s.isGuarded() ? INTS : draw.of(VECTOR, VECTOR, FLOATS, INTS);
        List<Variable> all = s.readable(sort);
        if (all.isEmpty()) {
            return null;
        }
        String a = draw.of(all).name();
        String b = draw.of(all).name();
        return switch (draw.below(3)) {
            case 0 -> Node.of(STATEMENT, "java.util.Arrays.fill(" + a + ", #);", grammar.make(sort.element(), s, 2));
            case 1 -> Node.of(STATEMENT, "java.util.Arrays.sort(" + a + ");");
            default ->
                Node.of(
                        STATEMENT,
                        "System.arraycopy(B, F, A, 0, Math.max(0, Math.min(A.length, B.length) - F));"
                                .replace("A", a)
                                .replace("B", b)
                                .replace("F", draw.of("0", "1")));
        };
    }

    private Node elementSwap(Scope s) {
        Sort sort = s.isInactive() ? INT : draw.of(DOUBLE, DOUBLE, DOUBLE, FLOAT, INT);
        Node a = elements.element(sort, s);
        Node b = elements.element(sort, s);
        return a == null || b == null ? null : swapped(sort, s, a, b);
    }

    private String array(Scope s) {
        List<Variable> all = new ArrayList<>();
        s.visible(v -> v.sort().isArray()).stream()
                .filter(v -> !s.isInactive() || !v.isActive())
                .forEach(all::add);
        return all.isEmpty() ? null : draw.of(all).name();
    }

    private Node body(Scope s, String label, String counter) {
        Scope inner = s.loop(label);
        inner.declare(Variable.counter(counter, INT));
        return Statements.block(grammar, inner);
    }

    private Node upwards(Scope s) {
        return loop(s, "int @ = 0; @ < L; @++");
    }

    private Node otherwise(Scope s) {
        return loop(
                s,
                draw.of(
                        "int @ = L - 1; @ >= 0; @--",
                        "int @ = 1; @ < L; @++",
                        "int @ = 0; @ < L; @ += 2",
                        "int @ = 0; @ + 1 < L; ++@",
                        "int @ = L; @-- > 0; "));
    }

    private Node loop(Scope s, String head) {
        String array = array(s);
        if (array == null) {
            return null;
        }
        String label = s.unit().name("loop");
        String i = s.unit().name("i");
        String filled = head.replace("@", i).replace("L", array + ".length");
        return Node.of(STATEMENT, label + ":\nfor (" + filled + ") {\n#}", body(s, label, i));
    }

    private Node forEach(Scope s) {
        Sort sort = s.isInactive() ? INTS : draw.of(VECTOR, VECTOR, FLOATS, INTS, MATRIX);
        if (s.readable(sort).isEmpty()) {
            return null;
        }
        String label = s.unit().name("loop");
        String e = s.unit().name(sort == MATRIX ? "row" : "each");
        Node over = grammar.make(sort, s, 1);
        Scope inner = s.loop(label);
        inner.declare(new Variable(e, sort.element(), false, sort != INTS, draw.chance(0.5)));
        Node body = Statements.block(grammar, inner);
        return Node.of(STATEMENT, label + ":\nfor (" + sort.element().keyword() + " " + e + " : #) {\n#}", over, body);
    }

    /** A loop that an element's value ends. */
    private Node search(Scope s) {
        String array = array(s);
        if (array == null) {
            return null;
        }
        String label = s.unit().name("loop");
        String i = s.unit().name("i");
        Node condition = grammar.make(BOOLEAN, s, 2);
        String template = draw.of(
                "int @ = 0;\nL:\nwhile (@ < A.length && #) {\n#@++;\n}",
                "int @ = -1;\nL:\nwhile (++@ < A.length) {\nif (#) {\nbreak;\n}\n#}",
                "int @ = 0;\nL:\ndo {\nif (@ >= A.length || #) {\nbreak;\n}\n#} while (@++ < 4);");
        // No continue: it would pass over what counts.
        Scope inner = s.left(label).nested();
        inner.declare(Variable.counter(i, INT));
        Node body = Statements.block(grammar, inner);
        return Node.of(
                STATEMENT,
                template.replace("@", i).replace("L:", label + ":").replace("A.", array + "."),
                condition,
                body);
    }

    /** A buffer that is filled anew in every round and then read. */
    private Node scratch(Scope s) {
        if (s.isInactive() || s.loops() > 1) {
            return null;
        }
        String a = s.unit().name("a");
        String label = s.unit().name("loop");
        String round = s.unit().name("n");
        String i = s.unit().name("i");
        Node fresh = elements.fresh(VECTOR, s);
        s.declare(new Variable(a, VECTOR, false, true, false));
        Scope filling = s.loop(label).nested();
        filling.declare(Variable.counter(i, INT));
        filling.declare(Variable.counter(round, INT));
        Node value = grammar.make(DOUBLE, filling, 2);
        Node body = body(s, label, round);
        return Node.of(
                STATEMENT,
                "double[] A = #;\nL:\nfor (int N = 0; N < "
                                .replace("A", a)
                                .replace("L:", label + ":")
                                .replace("N", round)
                        + draw.between(1, 3) + "; " + round + "++) {\n"
                        + "for (int @ = 0; @ < A.length; @++) {\nA[@] = #;\n}\n#}"
                                .replace("@", i)
                                .replace("A", a),
                fresh,
                value,
                body);
    }
}
