package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.LONG;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;
import static dev.fluxion.processor.fuzz.grammar.Sort.TEXT;

import java.util.ArrayList;
import java.util.List;

/** Declarations, assignments and statements with an effect. */
final class Statements {

    private static final int DEPTH = 3;
    private static final List<Sort> CALLED =
            List.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN, Sort.VECTOR, Sort.MATRIX, Sort.FLOATS);

    private final Grammar grammar;
    private final Draw draw;
    private final Calls calls;

    private Statements(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
        this.calls = new Calls(grammar);
    }

    static void addTo(Grammar grammar) {
        Statements statements = new Statements(grammar);
        grammar.leaf(STATEMENT, 5, (s, d) -> statements.declaration(s));
        grammar.leaf(STATEMENT, 3.5, (s, d) -> statements.assignment(s));
        grammar.leaf(STATEMENT, 3, (s, d) -> statements.compound(s));
        grammar.leaf(STATEMENT, 0.6, (s, d) -> statements.increment(s));
        grammar.leaf(STATEMENT, 0.6, (s, d) -> statements.effect(s));
        grammar.leaf(STATEMENT, grammar.hasArrays() ? 1.2 : 0.3, (s, d) -> statements.call(s));
    }

    /** Some statements, in a scope of their own. */
    static Node block(Grammar grammar, Scope s) {
        return block(grammar, s, grammar.draw().between(1, 4));
    }

    static Node block(Grammar grammar, Scope s, int wanted) {
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < wanted && s.unit().takeStatement(); i++) {
            made.add(grammar.make(STATEMENT, s, s.nesting() < 5 ? 1 : 0));
        }
        return Node.row(Sort.BLOCK, made);
    }

    private Node declaration(Scope s) {
        Sort sort = draw.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE, FLOAT, INT, INT, LONG, BOOLEAN, TEXT);
        boolean isActive = sort.isFloating() && !s.isInactive() && draw.chance(0.85);
        boolean isBoxed = sort != TEXT && draw.chance(0.08);
        boolean isFinal = draw.chance(0.08);
        String stem = sort == TEXT ? "t" : sort.keyword().substring(0, 1);
        Variable v = new Variable(
                s.unit().name(sort.isFloating() && !isActive ? "k" : stem), sort, isBoxed, isActive, !isFinal);
        Node value = grammar.make(sort, isActive || !sort.isFloating() ? s : s.inactive(), DEPTH);
        String type = draw.chance(0.1) && !isBoxed ? "var" : v.type();
        s.declare(v);
        if (draw.chance(0.1) && !isFinal && !type.equals("var")) {
            Node other = grammar.make(
                    sort, isActive || !sort.isFloating() ? s.inner().inactive() : s.inactive(), 1);
            return Node.of(
                    STATEMENT,
                    type + " @;\nif (#) {\n@ = #;\n} else {\n@ = #;\n}".replace("@", v.name()),
                    condition(s, v),
                    value,
                    without(v, other));
        }
        String template = sort == TEXT ? " = cut(#);" : " = #;";
        return Node.of(STATEMENT, (isFinal ? "final " : "") + type + " " + v.name() + template, value);
    }

    /** A condition that does not read a variable which has no value yet. */
    private Node condition(Scope s, Variable v) {
        return without(v, grammar.make(BOOLEAN, s, 1));
    }

    private Node without(Variable v, Node value) {
        return value.toString().matches("(?s).*\\b" + v.name() + "\\b.*")
                ? Node.of(value.sort(), draw.of(value.sort().simplest()))
                : value;
    }

    private Variable target(Scope s) {
        List<Variable> all = new ArrayList<>();
        for (Sort sort : List.of(DOUBLE, DOUBLE, DOUBLE, FLOAT, INT, LONG, BOOLEAN, TEXT)) {
            List<Variable> of = s.writable(sort);
            if (!of.isEmpty()) {
                all.add(draw.of(of));
            }
        }
        return all.isEmpty() ? null : draw.of(all);
    }

    private static Scope source(Scope s, Variable v) {
        return v.sort().isFloating() && !v.isActive() ? s.inactive() : s;
    }

    private Node assignment(Scope s) {
        Variable v = target(s);
        if (v == null) {
            return null;
        }
        String template = v.sort() == TEXT ? " = cut(#);" : " = #;";
        return Node.of(STATEMENT, v.name() + template, grammar.make(v.sort(), source(s, v), DEPTH));
    }

    private Node compound(Scope s) {
        Variable v = target(s);
        if (v == null) {
            return null;
        } else if (v.sort() == TEXT) {
            return Node.of(STATEMENT, v.name() + " += #;", grammar.make(draw.of(INT, BOOLEAN), s, 1));
        } else if (v.sort() == BOOLEAN) {
            String operator = draw.of("&=", "|=", "^=");
            return Node.of(STATEMENT, v.name() + " " + operator + " #;", grammar.make(v.sort(), s, DEPTH));
        } else if (v.sort().isFloating()) {
            return real(v, source(s, v));
        }
        boolean converts = !v.isBoxed() && draw.chance(0.15);
        String operator =
                converts ? draw.of("+=", "-=") : draw.of("+=", "-=", "*=", "^=", "&=", "|=", "<<=", ">>=", ">>>=");
        return Node.of(
                STATEMENT, v.name() + " " + operator + " #;", grammar.make(converts ? DOUBLE : v.sort(), s, DEPTH));
    }

    /** Mostly a sum; products are kept from growing in loops. */
    private Node real(Variable v, Scope s) {
        Sort other = v.isBoxed() || draw.chance(0.8) ? v.sort() : draw.of(DOUBLE, FLOAT, INT);
        Node value = grammar.make(other, s, DEPTH);
        if (draw.chance(0.65) || other != DOUBLE) {
            return Node.of(STATEMENT, v.name() + draw.of(" += ", " += ", " -= ") + "#;", value);
        } else if (draw.chance(0.7)) {
            String template = s.loops() > 0 && draw.chance(0.8) ? draw.of("Math.sin(#)", "Math.tanh(#)") : "#";
            return Node.of(STATEMENT, v.name() + " *= " + template + ";", value);
        }
        return Node.of(STATEMENT, v.name() + draw.of(" /= ", " %= ") + "1.5 + Math.abs(#);", value);
    }

    private Node increment(Scope s) {
        Variable v = target(s);
        boolean counts = v != null && v.sort() != BOOLEAN && v.sort() != TEXT;
        return counts
                ? Node.of(STATEMENT, draw.of("@++;", "@--;", "++@;", "--@;").replace("@", v.name()))
                : null;
    }

    /** What is left behind in fields, and calls whose results nobody wants. */
    private Node effect(Scope s) {
        return switch (draw.below(9)) {
            case 0 -> Node.of(STATEMENT, "calls++;");
            case 1 -> Node.of(STATEMENT, "$CLASS.calls = #;", grammar.make(INT, s, 1));
            case 2 -> Node.of(STATEMENT, "total += #;", grammar.make(LONG, s, 1));
            case 3 -> Node.of(STATEMENT, "weight = #;", grammar.make(DOUBLE, s.inactive(), 2));
            case 4 -> Node.of(STATEMENT, "log = cut(#);", grammar.make(TEXT, s, 2));
            case 5 -> Node.of(STATEMENT, "log = cut(\"at \" + #);", grammar.make(DOUBLE, s, 1));
            case 6 -> state(s, "counter", Node.of(STATEMENT, "counter.mark(#);", grammar.make(INT, s, 1)));
            case 7 -> state(s, "random", Node.of(STATEMENT, "random.nextDouble();"));
            default -> call(s);
        };
    }

    private static Node state(Scope s, String parameter, Node call) {
        return s.visible(v -> v.name().equals(parameter)).isEmpty() ? null : call;
    }

    private Node call(Scope s) {
        Node made = calls.call(draw.chance(0.5) ? Sort.VOID : draw.of(CALLED), s, 2);
        return made == null ? null : Node.of(STATEMENT, "#;", made);
    }
}
