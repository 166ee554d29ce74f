package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;
import static dev.fluxion.processor.fuzz.grammar.Sort.TEXT;

import java.util.List;

/** Branches, jumps and exceptions. */
final class Control {

    private final Grammar grammar;
    private final Draw draw;

    private Control(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Control control = new Control(grammar);
        grammar.add(STATEMENT, 2.5, (s, d) -> control.branch(s));
        grammar.add(STATEMENT, 0.5, (s, d) -> control.arrows(s));
        grammar.add(STATEMENT, 0.5, (s, d) -> control.fallThrough(s));
        grammar.add(STATEMENT, 0.3, (s, d) -> control.texts(s));
        grammar.add(STATEMENT, 0.4, (s, d) -> control.labelled(s));
        grammar.leaf(STATEMENT, 1.2, (s, d) -> control.jump(s));
        grammar.leaf(STATEMENT, 0.5, (s, d) -> control.earlyReturn(s));
        grammar.leaf(STATEMENT, 0.25, (s, d) -> control.exception(s));
        grammar.leaf(STATEMENT, 0.4, (s, d) -> control.assertion(s));
    }

    private Node block(Scope s) {
        return Statements.block(grammar, s);
    }

    private Node condition(Scope s) {
        return grammar.make(BOOLEAN, s, 2);
    }

    private Node branch(Scope s) {
        Node condition = condition(s);
        return switch (draw.below(3)) {
            case 0 -> Node.of(STATEMENT, "if (#) {\n#}", condition, block(s.inner()));
            case 1 -> Node.of(STATEMENT, "if (#) {\n#} else {\n#}", condition, block(s.inner()), block(s.inner()));
            default ->
                Node.of(
                        STATEMENT,
                        "if (#) {\n#} else if (#) {\n#} else {\n#}",
                        condition,
                        block(s.inner()),
                        condition(s),
                        block(s.inner()),
                        block(s.inner()));
        };
    }

    private Node arrows(Scope s) {
        return Node.of(
                STATEMENT,
                "switch (#) {\ncase 0 -> {\n#}\ncase 1, 2 -> {\n#}\n"
                        + draw.of("case 5 -> {\n#}\n}", "default -> {\n#}\n}"),
                grammar.make(INT, s, 1),
                block(s.inner()),
                block(s.inner()),
                block(s.inner()));
    }

    /** A switch of the old kind, in which some cases run on into the next. */
    private Node fallThrough(Scope s) {
        String label = s.unit().name("choice");
        return Node.of(
                STATEMENT,
                label + ":\nswitch (#) {\ncase 1:\n{\n#}\n" + draw.of("break;", "") + "\ncase 2: case 4:\n{\n#}\n"
                        + draw.of("break;", "") + "\ndefault:\n{\n#}\n}",
                grammar.make(INT, s, 1),
                block(s.left(label)),
                block(s.left(label)),
                block(s.left(label)));
    }

    private Node texts(Scope s) {
        return Node.of(
                STATEMENT,
                "switch (#) {\ncase \"a\" -> {\n#}\ncase \"b\", \"1\" -> {\n#}\ndefault -> {\n#}\n}",
                grammar.make(TEXT, s, 2),
                block(s.inner()),
                block(s.inner()),
                block(s.inner()));
    }

    private Node labelled(Scope s) {
        String label = s.unit().name("block");
        return Node.of(STATEMENT, label + ": {\n#}", block(s.left(label)));
    }

    /** Leaves or continues something around, under a condition. */
    private Node jump(Scope s) {
        if (s.targets().isEmpty()) {
            return null;
        }
        List<Scope.Target> targets = s.targets();
        Scope.Target target = draw.chance(0.6) ? targets.get(targets.size() - 1) : draw.of(targets);
        String jump = target.isLoop() && draw.chance(0.4) ? "continue " : "break ";
        return Node.of(STATEMENT, "if (#) {\n#" + jump + target.label() + ";\n}", condition(s), few(s));
    }

    private Node few(Scope s) {
        return Statements.block(grammar, s.inner(), draw.below(2));
    }

    private Node earlyReturn(Scope s) {
        if (!s.isOpen()) {
            return null;
        }
        Node condition = condition(s);
        Scope inner = s.inner();
        Node before = Statements.block(grammar, inner, draw.below(2));
        if (s.unit().result() == Sort.VOID) {
            return Node.of(STATEMENT, "if (#) {\n#return;\n}", condition, before);
        }
        return Node.of(
                STATEMENT,
                "if (#) {\n#return #;\n}",
                condition,
                before,
                grammar.make(s.unit().result(), inner, 2));
    }

    /** Mostly one that is not thrown. */
    private Node exception(Scope s) {
        String type = draw.of("IllegalArgumentException", "IllegalStateException", "ArithmeticException");
        Node message = grammar.make(TEXT, s, 1);
        Node condition =
                draw.chance(0.7) ? Node.of(BOOLEAN, "(# > 40)", grammar.make(INT, s, 1)) : grammar.make(BOOLEAN, s, 1);
        return Node.of(STATEMENT, "if (#) {\nthrow new " + type + "(#);\n}", condition, message);
    }

    /** One without effects. */
    private Node assertion(Scope s) {
        List<Variable> all = s.readable(INT);
        String name = all.isEmpty() ? "LIMIT" : draw.of(all).name();
        return Node.of(STATEMENT, "assert " + name + " < 100 : \"" + name + " is \" + " + name + ";");
    }
}
