package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code try} with all its clauses, and {@code synchronized}, mostly around active code. */
final class Attempts {

    private static final List<String> HANDLED = List.of(
            "ArithmeticException",
            "IllegalStateException",
            "IllegalArgumentException",
            "IllegalArgumentException | IllegalStateException",
            "ArithmeticException | IndexOutOfBoundsException");

    private final Grammar grammar;
    private final Draw draw;

    private Attempts(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Attempts attempts = new Attempts(grammar);
        attempts.add(0.9, attempts::attempt);
        attempts.add(0.3, attempts::leave);
        attempts.add(0.3, attempts::resources);
        attempts.add(0.3, attempts::monitor);
    }

    private void add(double weight, Function<Scope, Node> maker) {
        grammar.add(STATEMENT, weight, (s, d) -> s.isYielding() ? null : maker.apply(s));
    }

    private Node block(Scope s) {
        return Statements.block(grammar, s);
    }

    private Node few(Scope s) {
        return Statements.block(grammar, s, draw.below(2));
    }

    private Scope place(Scope s) {
        return draw.chance(0.3) ? s.inactive() : s.inner();
    }

    private Node attempt(Scope s) {
        Scope around = place(s);
        boolean isCaught = draw.chance(0.75);
        Scope inside = isCaught ? around.guarded() : around.inner();
        List<Node> parts = new ArrayList<>(List.of(block(inside), failing(inside), few(inside)));
        StringBuilder template = new StringBuilder("try {\n###}");
        if (isCaught) {
            handlers(around, template, parts);
        }
        if (!isCaught || draw.chance(0.3)) {
            template.append(" finally {\n#}");
            parts.add(few(around.inner()));
        }
        return Node.of(STATEMENT, template.toString(), parts.toArray(Node[]::new));
    }

    /** One clause or two. */
    private void handlers(Scope s, StringBuilder template, List<Node> parts) {
        String first = draw.of(HANDLED);
        boolean isLast = draw.chance(0.6);
        for (String types : isLast ? List.of(first) : List.of(first, "RuntimeException")) {
            String caught = s.unit().name("e");
            template.append(" catch (" + types + " " + caught + ") {\n#}");
            parts.add(block(s.inner()));
        }
    }

    /** What may throw, be it from within an active value. */
    private Node failing(Scope s) {
        int choice = draw.below(5);
        if (choice == 0 && !s.isInactive()) {
            Variable v = new Variable(s.unit().name("d"), DOUBLE, false, true, true);
            Node value = Node.of(DOUBLE, "root(#)", grammar.make(DOUBLE, s, 2));
            s.declare(v);
            return Node.of(STATEMENT, "double " + v.name() + " = #;\n", value);
        } else if (choice == 1) {
            Node condition = grammar.make(BOOLEAN, s, 1);
            return Node.of(STATEMENT, "if (#) {\nthrow new IllegalStateException(\"\" + #);\n}\n", condition, count(s));
        }
        return Node.of(STATEMENT, "calls = # / #;\n", count(s), draw.chance(0.5) ? count(s) : Node.of(INT, "1"));
    }

    private Node count(Scope s) {
        return grammar.make(INT, s, 1);
    }

    /** What is closed again, in the end or behind an exception; opening and closing may fail. */
    private Node resources(Scope s) {
        Scope around = place(s);
        String first = s.unit().name("door");
        String second = s.unit().name("door");
        boolean isCaught = draw.chance(0.6);
        Scope inside = isCaught ? around.guarded() : around.inner();
        boolean two = draw.chance(0.3);
        List<Node> parts = new ArrayList<>();
        parts.add(count(s));
        if (two) {
            parts.add(count(s));
        }
        parts.add(block(inside));
        parts.add(failing(inside));
        StringBuilder template = new StringBuilder("try (Door " + first + " = new Door(# & 7)"
                + (two ? "; Door " + second + " = new Door(# & 7)" : "") + ") {\n##}");
        if (isCaught) {
            handlers(around, template, parts);
        }
        return Node.of(STATEMENT, template.toString(), parts.toArray(Node[]::new));
    }

    /** Inactive code that leaves the method, or a statement around it. */
    private Node leave(Scope s) {
        Sort result = s.unit().result();
        Scope quiet = s.inactive();
        boolean returns = s.isOpen()
                && !result.isArray()
                && result != Sort.POINT
                && (s.targets().isEmpty() || draw.chance(0.6));
        if (!returns && s.targets().isEmpty()) {
            return null;
        }
        Node jump;
        if (!returns) {
            Scope.Target target = draw.of(s.targets());
            String word = target.isLoop() && draw.chance(0.4) ? "continue " : "break ";
            jump = Node.of(Sort.FIXED, word + target.label() + ";");
        } else {
            jump = result == Sort.VOID
                    ? Node.of(Sort.FIXED, "return;")
                    : Node.of(Sort.FIXED, "return #;", grammar.make(result, quiet, 1));
        }
        String caught = s.unit().name("e");
        String handler = draw.of("catch (ArithmeticException " + caught + ") {\n#}", "finally {\n#}");
        return Node.of(
                STATEMENT,
                "try {\n#if (#) {\n#\n}\ncalls = # / 3;\n} " + handler,
                block(quiet.inner()),
                grammar.make(BOOLEAN, quiet, 1),
                jump,
                count(quiet),
                block(quiet.inner()));
    }

    private Node monitor(Scope s) {
        return Node.of(STATEMENT, "synchronized (LOCK) {\n#}", block(place(s)));
    }
}
