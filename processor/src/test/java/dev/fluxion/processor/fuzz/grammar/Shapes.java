package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.METER;
import static dev.fluxion.processor.fuzz.grammar.Sort.POINT;
import static dev.fluxion.processor.fuzz.grammar.Sort.STATEMENT;

import java.util.List;
import java.util.function.Supplier;

/** Records and small objects of active numbers; enums, sealed types, and an array of objects that a virtual call chooses from. */
final class Shapes {

    private final Grammar grammar;
    private final Draw draw;
    private final Calls calls;

    private Shapes(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
        this.calls = new Calls(grammar);
    }

    static void addTo(Grammar grammar) {
        Shapes shapes = new Shapes(grammar);
        shapes.points();
        shapes.meters();
        shapes.kinds();
    }

    private void points() {
        grammar.leaf(POINT, 4, (s, d) -> read(POINT, s));
        grammar.add(POINT, 2, (s, d) -> Node.of(POINT, "new Point(#, #)", real(s, d), real(s, d)));
        grammar.add(POINT, 1, (s, d) -> of(POINT, "plus", s, () -> point(s, d)));
        grammar.add(POINT, 1, (s, d) -> of(POINT, "scaled", s, () -> real(s, d)));
        grammar.add(POINT, 0.5, (s, d) -> calls.call(POINT, s, d));
        grammar.leaf(DOUBLE, 2, (s, d) -> member(DOUBLE, read(POINT, s), "x()", "y()"));
        grammar.add(DOUBLE, 0.6, (s, d) -> of(DOUBLE, "dot", s, () -> point(s, d)));
        grammar.add(
                DOUBLE, 0.1, (s, d) -> Node.of(DOUBLE, "new Point(#, #).dot(#)", real(s, d), real(s, d), point(s, 0)));
        grammar.leaf(STATEMENT, 0.6, (s, d) -> declaration(s));
        grammar.leaf(STATEMENT, 0.8, (s, d) -> assignment(s));
    }

    private Node read(Sort sort, Scope s) {
        List<Variable> all = s.readable(sort);
        return all.isEmpty() ? null : draw.of(all).read();
    }

    private Node member(Sort sort, Node of, String... names) {
        return of == null ? null : Node.of(sort, "#." + draw.of(names), of);
    }

    /** A method of a record that a variable holds. */
    private Node of(Sort sort, String method, Scope s, Supplier<Node> argument) {
        Node receiver = read(POINT, s);
        return receiver == null ? null : Node.of(sort, "#." + method + "(#)", receiver, argument.get());
    }

    private Node real(Scope s, int depth) {
        return grammar.make(DOUBLE, s, depth);
    }

    private Node point(Scope s, int depth) {
        return grammar.make(POINT, s, depth);
    }

    private Node declaration(Scope s) {
        if (s.isInactive()) {
            return null;
        }
        Variable v = new Variable(s.unit().name("point"), POINT, false, true, true);
        Node value = point(s, 2);
        s.declare(v);
        return Node.of(STATEMENT, draw.of("Point ", "Point ", "var ") + v.name() + " = #;", value);
    }

    private Node assignment(Scope s) {
        List<Variable> all = s.writable(POINT);
        return all.isEmpty() ? null : Node.of(STATEMENT, draw.of(all).name() + " = #;", point(s, 2));
    }

    /** Objects that change: each has one name, so that it can be taken apart. */
    private void meters() {
        grammar.leaf(STATEMENT, 0.4, (s, d) -> meter(s));
        grammar.leaf(STATEMENT, 1.2, (s, d) -> change(s));
        grammar.leaf(DOUBLE, 1.5, (s, d) -> member(DOUBLE, read(METER, s), "sum", "last", "mean()"));
        grammar.leaf(INT, 0.3, (s, d) -> member(INT, read(METER, s), "count"));
    }

    private Node meter(Scope s) {
        if (s.isInactive()) {
            return null;
        }
        Variable v = new Variable(s.unit().name("meter"), METER, false, true, false);
        Node start = real(s, 1);
        s.declare(v);
        return Node.of(STATEMENT, "Meter " + v.name() + " = new Meter(#);", start);
    }

    private Node change(Scope s) {
        List<Variable> all = s.readable(METER);
        if (all.isEmpty()) {
            return null;
        }
        String m = draw.of(all).name();
        return switch (draw.below(4)) {
            case 0 -> Node.of(STATEMENT, m + ".sum = #;", real(s, 2));
            case 1 -> Node.of(STATEMENT, m + ".last " + draw.of("+=", "-=") + " #;", real(s, 2));
            default -> Node.of(STATEMENT, m + "." + draw.of("add", "add", "swap") + "(#);", real(s, 2));
        };
    }

    private void kinds() {
        grammar.add(DOUBLE, 0.2, (s, d) -> Node.of(DOUBLE, "CURVES[# & 1].at(#)", count(s), real(s, d)));
        grammar.add(DOUBLE, 0.2, (s, d) -> Node.of(DOUBLE, "most(#, #)", real(s, d), real(s, d)));
        grammar.add(DOUBLE, 0.1, (s, d) -> Node.of(DOUBLE, draw.of("most(#)", "most(1.5, #, 0.5)"), real(s, d)));
        grammar.add(BOOLEAN, 0.3, (s, d) -> kindOf(s));
        grammar.add(DOUBLE, 0.2, (s, d) -> level(s, d));
        grammar.add(STATEMENT, 0.3, (s, d) -> levels(s));
    }

    private Node count(Scope s) {
        return grammar.make(INT, s, 0);
    }

    private Node kindOf(Scope s) {
        String v = s.unit().name("disc");
        String template = draw.of(
                "(figure(#) instanceof Disc)",
                "(figure(#) instanceof Disc V && V.radius() > #)".replace("V", v),
                "(level(#) == Level.LOW)",
                "(level(#).ordinal() < #)");
        return template.endsWith("#)")
                ? Node.of(BOOLEAN, template, count(s), count(s))
                : Node.of(BOOLEAN, template, count(s));
    }

    private Node level(Scope s, int depth) {
        if (!s.visible(Variable::isBoxed).isEmpty()) {
            return null;
        }
        return Node.of(
                DOUBLE,
                "(switch (level(#)) {\ncase LOW -> #;\ncase HIGH -> #;\ndefault -> #;\n})",
                count(s),
                real(s, depth),
                real(s, depth),
                real(s, depth));
    }

    private Node levels(Scope s) {
        return Node.of(
                STATEMENT,
                "switch (level(#)) {\ncase LOW -> {\n#}\ncase MIDDLE, HIGH -> {\n#}\n}",
                count(s),
                Statements.block(grammar, s.inner()),
                Statements.block(grammar, s.inner()));
    }
}
