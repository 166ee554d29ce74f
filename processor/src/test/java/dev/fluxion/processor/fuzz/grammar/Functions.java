package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FUNCTION;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;
import static dev.fluxion.processor.fuzz.grammar.Sort.VECTOR;

import java.util.ArrayList;
import java.util.List;

/** Lambdas and method references, called here or by what they are handed to, and streams over numbers. */
final class Functions {

    private final Grammar grammar;
    private final Draw draw;

    private Functions(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Functions functions = new Functions(grammar);
        grammar.leaf(FUNCTION, 3, (s, d) -> functions.read(s));
        grammar.leaf(
                FUNCTION, 1, (s, d) -> Node.of(FUNCTION, functions.draw.of("Math::sin", "Math::tanh", "$CLASS::bent")));
        grammar.add(DOUBLE, 0.5, (s, d) -> functions.applied(s, d));
        grammar.add(DOUBLE, 0.3, (s, d) -> functions.handed(s, d));
        grammar.add(STATEMENT, 0.5, (s, d) -> functions.declaration(s));
        grammar.add(STATEMENT, 0.4, (s, d) -> functions.pipeline(s));
        grammar.add(STATEMENT, 0.3, (s, d) -> functions.filling(s));
    }

    private Node read(Scope s) {
        List<Variable> all = s.readable(FUNCTION);
        return all.isEmpty() ? null : draw.of(all).read();
    }

    /** A function that a variable holds is called. */
    private Node applied(Scope s, int depth) {
        Node f = read(s);
        return f == null ? null : Node.of(DOUBLE, "#.applyAsDouble(#)", f, grammar.make(DOUBLE, s, depth));
    }

    /** A function is handed to a helper that calls it. */
    private Node handed(Scope s, int depth) {
        if (draw.chance(0.6)) {
            return Node.of(DOUBLE, "twice(#, #)", grammar.make(FUNCTION, s, 0), grammar.make(DOUBLE, s, depth));
        }
        String i = s.unit().name("j");
        Scope inside = s.lambda();
        inside.declare(Variable.counter(i, INT));
        return Node.of(
                DOUBLE, "summed(# & 3, " + i + " -> #)", grammar.make(INT, s, 0), grammar.make(DOUBLE, inside, depth));
    }

    /** What a lambda may read: its parameter, and a value that it captures. */
    private Scope inside(Scope s, String captured, String... parameters) {
        Scope inside = s.lambda();
        boolean isActive = !s.isInactive();
        if (captured != null) {
            inside.declare(new Variable(captured, DOUBLE, false, isActive, false));
        }
        for (String p : parameters) {
            inside.declare(new Variable(p, DOUBLE, false, isActive, false));
        }
        return inside;
    }

    private Node lambda(Scope s, String captured) {
        String v = s.unit().name("v");
        Scope inside = inside(s, captured, v);
        if (draw.chance(0.75)) {
            return Node.of(FUNCTION, v + " -> #", grammar.make(DOUBLE, inside, 2));
        }
        return Node.of(
                FUNCTION,
                v + " -> {\nif (#) {\nreturn #;\n}\nreturn #;\n}",
                grammar.make(BOOLEAN, inside, 1),
                grammar.make(DOUBLE, inside, 1),
                grammar.make(DOUBLE, inside, 1));
    }

    private Node declaration(Scope s) {
        String captured = s.unit().name("c");
        Variable f = new Variable(s.unit().name("op"), FUNCTION, false, !s.isInactive(), false);
        Node value = grammar.make(DOUBLE, s, 1);
        Node lambda = lambda(s, captured);
        s.declare(f);
        return Node.of(
                STATEMENT,
                "final double " + captured + " = #;\nfinal DoubleUnaryOperator " + f.name() + " = #;",
                value,
                fixed(lambda));
    }

    private static Node fixed(Node n) {
        return new Node(Sort.FIXED, n.text(), n.parts());
    }

    private Node pipeline(Scope s) {
        List<Node> parts = new ArrayList<>();
        String captured = s.unit().name("c");
        StringBuilder template = new StringBuilder("final double " + captured + " = #;\n");
        parts.add(grammar.make(DOUBLE, s, 1));
        StringBuilder pipe = new StringBuilder();
        source(s, captured, template, pipe, parts);
        for (int i = draw.below(3); i > 0; i--) {
            stage(s, captured, pipe, parts);
        }
        Variable v;
        if (grammar.hasArrays() && !s.isInactive() && draw.chance(0.2)) {
            v = new Variable(s.unit().name("a"), VECTOR, false, true, true);
            pipe.append(".toArray()");
        } else {
            v = new Variable(s.unit().name(s.isInactive() ? "k" : "d"), DOUBLE, false, !s.isInactive(), true);
            end(s, captured, pipe, parts);
        }
        s.declare(v);
        template.append(v.type())
                .append(' ')
                .append(v.name())
                .append(" = ")
                .append(pipe)
                .append(';');
        return Node.of(STATEMENT, template.toString(), parts.toArray(Node[]::new));
    }

    private void source(Scope s, String captured, StringBuilder before, StringBuilder pipe, List<Node> parts) {
        int choice = draw.below(grammar.hasArrays() && !s.isInactive() ? 3 : 2);
        if (choice == 0) {
            pipe.append("DoubleStream.of(#, #)");
            parts.add(grammar.make(DOUBLE, s, 1));
            parts.add(grammar.make(DOUBLE, s, 1));
        } else if (choice == 1) {
            String i = s.unit().name("j");
            Scope inside = inside(s, captured);
            inside.declare(Variable.counter(i, INT));
            pipe.append(draw.of("IntStream.range(0, # & 3)", "IntStream.rangeClosed(1, # & 3)"))
                    .append(".mapToDouble(" + i + " -> #)");
            parts.add(grammar.make(INT, s, 0));
            parts.add(grammar.make(DOUBLE, inside, 2));
        } else {
            String array = s.unit().name("b");
            before.append("final double[] " + array + " = #;\n");
            parts.add(grammar.make(VECTOR, s, 1));
            pipe.append("java.util.Arrays.stream(" + array + ")");
        }
    }

    private void stage(Scope s, String captured, StringBuilder pipe, List<Node> parts) {
        String v = s.unit().name("v");
        switch (draw.below(7)) {
            case 0, 1, 2 -> {
                pipe.append(".map(" + v + " -> #)");
                parts.add(grammar.make(DOUBLE, inside(s, captured, v), 2));
            }
            case 3 -> {
                pipe.append(".filter(" + v + " -> #)");
                parts.add(grammar.make(BOOLEAN, inside(s, captured, v), 1));
            }
            case 4 -> pipe.append(draw.of(".limit(2)", ".skip(1)"));
            case 5 -> pipe.append(".sorted()");
            default -> pipe.append(".peek(" + v + " -> calls++)");
        }
    }

    private void end(Scope s, String captured, StringBuilder pipe, List<Node> parts) {
        int choice = draw.below(5);
        if (choice <= 1) {
            pipe.append(".sum()");
        } else if (choice <= 3) {
            pipe.append(draw.of(".max()", ".min()", ".average()")).append(".orElse(#)");
            parts.add(grammar.make(DOUBLE, s, 1));
        } else {
            String a = s.unit().name("v");
            String b = s.unit().name("v");
            pipe.append(".reduce(#, (" + a + ", " + b + ") -> #)");
            parts.add(grammar.make(DOUBLE, s, 1));
            parts.add(grammar.make(DOUBLE, inside(s, captured, a, b), 2));
        }
    }

    /** A stream that writes an array. */
    private Node filling(Scope s) {
        if (!grammar.hasArrays() || s.isInactive() || s.isGuarded()) {
            return null;
        }
        String captured = s.unit().name("c");
        Variable a = new Variable(s.unit().name("a"), VECTOR, false, true, false);
        String i = s.unit().name("i");
        Node value = grammar.make(DOUBLE, s, 1);
        Scope inside = inside(s, captured);
        inside.declare(Variable.counter(i, INT));
        inside.declare(a);
        Node element = grammar.make(DOUBLE, inside, 2);
        Node count = grammar.make(INT, s, 0);
        s.declare(a);
        return Node.of(
                STATEMENT,
                "final double @C = #;\nfinal double[] @A = new double[# & 3];\nIntStream.range(0, @A.length).forEach(@I -> @A[@I] = #);"
                        .replace("@C", captured)
                        .replace("@A", a.name())
                        .replace("@I", i),
                value,
                count,
                element);
    }
}
