package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.LONG;
import static dev.fluxion.processor.fuzz.grammar.Sort.TEXT;

import java.util.List;

/** What expressions end in: literals, variables, fields; and what every type has: choices, assignments and calls. */
final class Values {

    private static final List<String> REALS =
            List.of("0.5", "2.0", "1.5", "0.25", "3.0", "0.1", "1.0", "0.75", "10.0", "1e-3");

    private final Grammar grammar;
    private final Draw draw;
    private final Calls calls;

    private Values(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
        this.calls = new Calls(grammar);
    }

    static void addTo(Grammar grammar) {
        Values values = new Values(grammar);
        values.leaves();
        for (Sort sort : Sort.TYPES) {
            values.ofEveryType(sort);
        }
    }

    private void ofEveryType(Sort sort) {
        grammar.leaf(sort, sort.isFloating() ? 9 : 5, (s, d) -> read(sort, s));
        grammar.add(sort, 0.8, (s, d) -> conditional(sort, s, d));
        grammar.add(sort, 0.4, (s, d) -> choice(sort, s, d));
        grammar.add(sort, 0.5, (s, d) -> assignment(sort, s, d));
        grammar.add(sort, 0.8, (s, d) -> calls.call(sort, s, d));
        grammar.add(sort, 0.15, (s, d) -> unboxing(sort, s, d));
    }

    private void leaves() {
        grammar.leaf(
                DOUBLE, 2, (s, d) -> Node.of(DOUBLE, draw.chance(0.05) ? draw.of("0.0", "(-0.0)") : draw.of(REALS)));
        grammar.leaf(FLOAT, 2, (s, d) -> Node.of(FLOAT, draw.of(REALS) + "f"));
        grammar.leaf(INT, 3, (s, d) -> Node.of(INT, "" + draw.between(0, 5)));
        grammar.leaf(LONG, 2, (s, d) -> Node.of(LONG, draw.of("0L", "1L", "3L", "100L", "4_000_000_000L")));
        grammar.leaf(BOOLEAN, 0.3, (s, d) -> Node.of(BOOLEAN, draw.of("true", "false")));
        grammar.leaf(DOUBLE, 0.4, (s, d) -> Node.of(DOUBLE, draw.of("SCALE", "weight", "$CLASS.offset")));
        grammar.leaf(DOUBLE, 0.2, (s, d) -> s.unit().isElsewhere() || s.isLambda() ? null : Node.of(DOUBLE, "hidden"));
        grammar.leaf(FLOAT, 0.3, (s, d) -> Node.of(FLOAT, "ratio"));
        grammar.leaf(INT, 0.4, (s, d) -> Node.of(INT, draw.of("calls", "LIMIT", "$CLASS.calls")));
        grammar.leaf(LONG, 0.2, (s, d) -> Node.of(LONG, "total"));
        grammar.leaf(DOUBLE, 0.3, (s, d) -> drawn(s, "random", DOUBLE, "random.nextDouble()"));
        grammar.leaf(INT, 0.3, (s, d) -> drawn(s, "random", INT, "random.nextInt(5)"));
        grammar.leaf(INT, 0.3, (s, d) -> drawn(s, "counter", INT, "counter.next()"));
        grammar.leaf(BOOLEAN, 0.2, (s, d) -> drawn(s, "random", BOOLEAN, "random.nextBoolean()"));
        grammar.leaf(TEXT, 1, (s, d) -> Node.of(TEXT, draw.of("\"a\"", "\"b\"", "\"\"")));
        grammar.leaf(TEXT, 1, (s, d) -> read(TEXT, s));
    }

    /** What a parameter with a state of its own gives. */
    private Node drawn(Scope s, String parameter, Sort sort, String call) {
        boolean has = !s.visible(v -> v.name().equals(parameter)).isEmpty();
        return has ? Node.of(sort, call) : null;
    }

    private Node read(Sort sort, Scope s) {
        List<Variable> all = s.readable(sort);
        if (all.isEmpty()) {
            return null;
        }
        // What was declared last is used first, so that values depend on each other.
        int latest = Math.min(all.size(), draw.between(1, 1 + all.size()));
        return all.get(draw.below(latest)).read();
    }

    private Node conditional(Sort sort, Scope s, int depth) {
        return Node.of(
                sort,
                "(# ? # : #)",
                grammar.make(BOOLEAN, s, depth),
                grammar.make(sort, s, depth),
                grammar.make(sort, s, depth));
    }

    /** A switch expression, with arrows; none beside boxes, whose assignments javac 17 fails to compile around one. */
    private Node choice(Sort sort, Scope s, int depth) {
        if (!s.visible(Variable::isBoxed).isEmpty()) {
            return null;
        }
        Node last = draw.chance(0.4)
                ? Node.of(
                        sort,
                        "default -> {\n#final var @ = #;\nyield @;\n}"
                                .replace("@", s.unit().name("chosen")),
                        grammar.make(Sort.STATEMENT, s.yielding(), depth),
                        grammar.make(sort, s.yielding(), depth))
                : Node.of(sort, "default -> #;", grammar.make(sort, s, depth));
        if (draw.chance(0.3)) {
            return Node.of(
                    sort,
                    "(switch (#) {\ncase \"a\" -> #;\n#\n})",
                    grammar.make(TEXT, s, depth),
                    grammar.make(sort, s, depth),
                    fixed(last));
        }
        return Node.of(
                sort,
                "(switch (#) {\ncase 0 -> #;\ncase 1, 3 -> #;\n#\n})",
                grammar.make(INT, s, depth),
                grammar.make(sort, s, depth),
                grammar.make(sort, s, depth),
                fixed(last));
    }

    private static Node fixed(Node arm) {
        return new Node(Sort.FIXED, arm.text(), arm.parts());
    }

    /** An assignment inside an expression. */
    private Node assignment(Sort sort, Scope s, int depth) {
        List<Variable> all = s.writable(sort);
        if (all.isEmpty()) {
            return null;
        }
        Variable v = draw.of(all);
        Scope from = v.isActive() || !sort.isFloating() ? s : s.inactive();
        if (sort != BOOLEAN && draw.chance(0.5)) {
            return Node.of(sort, draw.of("(@++)", "(@--)", "(++@)", "(--@)").replace("@", v.name()));
        }
        String operator = sort == BOOLEAN ? draw.of("=", "|=", "&=", "^=") : draw.of("=", "+=", "-=");
        // A compound assignment to a box is one of its value.
        return Node.of(sort, "(" + v.name() + " " + operator + " #)", grammar.make(sort, from, depth));
    }

    private Node unboxing(Sort sort, Scope s, int depth) {
        return Node.of(sort, "(" + sort.keyword() + ") (" + sort.box() + ") (#)", grammar.make(sort, s, depth));
    }
}
