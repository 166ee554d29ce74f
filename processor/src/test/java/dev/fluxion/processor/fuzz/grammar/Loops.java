package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;

/** Loops, all of which come to an end: nothing assigns their counters but themselves. */
final class Loops {

    private static final int NESTED = 3;

    private final Grammar grammar;
    private final Draw draw;

    private Loops(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Loops loops = new Loops(grammar);
        grammar.add(STATEMENT, 1.5, (s, d) -> s.loops() < NESTED ? loops.counted(s) : null);
        grammar.add(STATEMENT, 0.5, (s, d) -> s.loops() < NESTED ? loops.bounded(s) : null);
        grammar.add(STATEMENT, 0.7, (s, d) -> s.loops() < NESTED ? loops.conditional(s) : null);
        grammar.add(STATEMENT, 1, (s, d) -> s.loops() < NESTED ? loops.repeated(s) : null);
        grammar.add(STATEMENT, 0.3, (s, d) -> s.loops() < NESTED ? loops.endless(s) : null);
        grammar.add(STATEMENT, 0.4, (s, d) -> s.loops() < NESTED ? loops.shrinking(s) : null);
    }

    private Node body(Scope s, String label, String counter) {
        Scope inner = s.loop(label);
        if (counter != null) {
            inner.declare(Variable.counter(counter, INT));
        }
        return Statements.block(grammar, inner);
    }

    /** {@code for} with a literal or variable bound, up, down, by larger steps. */
    private Node counted(Scope s) {
        String label = s.unit().name("loop");
        String i = s.unit().name("n");
        String bound = draw.chance(0.5) ? "" + draw.between(0, 5) : "(# & 3)";
        String head = draw.of(
                        "int @ = 0; @ < B; @++",
                        "int @ = 1; @ <= B; @++",
                        "int @ = B; @ > 0; @--",
                        "int @ = B; @ >= 0; --@",
                        "int @ = -1; @ < B; @ += 2",
                        "int @ = 0; @ != B; @++",
                        "int @ = 7; @ > B; @ -= 3")
                .replace("@", i)
                .replace("B", bound);
        String template = label + ":\nfor (" + head + ") {\n#}";
        return bound.contains("#")
                ? Node.of(STATEMENT, template, grammar.make(INT, s, 1), body(s, label, i))
                : Node.of(STATEMENT, template, body(s, label, i));
    }

    /** A bound or counter that the body changes, so that trips are not known before. */
    private Node bounded(Scope s) {
        String label = s.unit().name("loop");
        String i = s.unit().name("n");
        String end = s.unit().name("end");
        String change = draw.of("if (#) {\n@++;\n}\n", "if (#) {\nE--;\n}\n", "@ += # ? 1 : 0;\n");
        Node condition = grammar.make(BOOLEAN, s, 1);
        return Node.of(
                STATEMENT,
                ("int E = " + draw.between(1, 5) + ";\n" + label + ":\nfor (int @ = 0; @ < E; @++) {\n#" + change + "}")
                        .replace("@", i)
                        .replace("E", end),
                body(s, label, i),
                condition);
    }

    private Node conditional(Scope s) {
        String label = s.unit().name("loop");
        String i = s.unit().name("n");
        Node condition = grammar.make(BOOLEAN, s, 2);
        String template = "int @ = " + draw.between(1, 5) + ";\n" + label + ":\nwhile ("
                + draw.of("@-- > 0 && #", "# && @-- > 0", "@-- > 0 & #") + ") {\n#}";
        return Node.of(STATEMENT, template.replace("@", i), condition, body(s, label, i));
    }

    /** A condition with an effect is lowered otherwise than one without. */
    private Node repeated(Scope s) {
        String label = s.unit().name("loop");
        String i = s.unit().name("n");
        Node condition = grammar.make(BOOLEAN, s, 2);
        String template = "int @ = 0;\n" + label + ":\n"
                + draw.of(
                        "do {\n#} while (++@ < B && #);",
                        "do {\n#} while (# && @++ < B);",
                        "do {\n@++;\n#} while (@ < B && (@ < 2 || #));",
                        "do {\n@++;\n#} while (@ <= B);");
        Node body = body(s, label, i);
        String filled = template.replace("@", i).replace("B", "" + draw.between(1, 4));
        return filled.indexOf('#') < filled.lastIndexOf('#')
                ? Node.of(STATEMENT, filled, body, condition)
                : Node.of(STATEMENT, filled, body);
    }

    private Node endless(Scope s) {
        String label = s.unit().name("loop");
        String i = s.unit().name("n");
        Node leaves = grammar.make(BOOLEAN, s, 2);
        String template = "int @ = 0;\n" + label + ":\n" + draw.of("while (true)", "for (; ; )") + " {\nif (@++ >= "
                + draw.between(1, 4) + " || #) {\nbreak;\n}\n#}";
        return Node.of(STATEMENT, template.replace("@", i), leaves, body(s, label, i));
    }

    /** A loop on a floating-point value, as in Newton's method. */
    private Node shrinking(Scope s) {
        String label = s.unit().name("loop");
        boolean isActive = !s.isInactive();
        Variable rest = new Variable(s.unit().name("rest"), DOUBLE, false, isActive, false);
        Node start = grammar.make(DOUBLE, s, 2);
        Scope inner = s.loop(label);
        inner.declare(rest);
        Node body = Statements.block(grammar, inner);
        String template = "double @ = Math.tanh(#) + 2.0;\n" + label + ":\n"
                + draw.of(
                        "for (; @ > 0.4; @ /= 2) {\n#}",
                        "while (@ > 0.5) {\n@ -= 0.7;\n#}",
                        "do {\n@ = @ * 0.5 - 0.1;\n#} while (@ > 0);");
        return Node.of(STATEMENT, template.replace("@", rest.name()), start, body);
    }
}
