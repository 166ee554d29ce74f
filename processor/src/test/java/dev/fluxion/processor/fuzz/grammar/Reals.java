package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.LONG;

import java.util.List;

/** Floating-point expressions. Most keep their operands where the operation is smooth; a few do not care. */
final class Reals {

    private static final List<String> ANYWHERE =
            List.of("sin", "cos", "tanh", "atan", "cbrt", "toRadians", "toDegrees", "nextUp", "nextDown", "abs");
    private static final List<String> BOUNDED = List.of("exp", "expm1", "sinh", "cosh", "tan");
    private static final List<String> POSITIVE = List.of("log", "log10", "log1p", "sqrt", "cbrt");
    private static final List<String> STEPS = List.of("floor", "ceil", "rint", "signum", "ulp");

    private final Grammar grammar;
    private final Draw draw;

    private Reals(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    static void addTo(Grammar grammar) {
        Reals reals = new Reals(grammar);
        reals.operators();
        reals.functions();
        reals.conversions();
    }

    private void operators() {
        for (Sort sort : List.of(DOUBLE, FLOAT)) {
            grammar.add(sort, 5, (s, d) -> sum(sort, s, d));
            grammar.add(sort, 4, (s, d) -> product(sort, s, d));
            grammar.add(sort, 1.5, (s, d) -> quotient(sort, s, d));
            grammar.add(sort, 0.3, (s, d) -> remainder(sort, s, d));
            grammar.add(sort, 0.8, (s, d) -> Node.of(sort, draw.of("(-#)", "(-#)", "(+#)"), real(sort, s, d)));
            grammar.add(sort, 0.6, (s, d) -> extremum(sort, s, d));
            grammar.add(sort, 0.2, (s, d) -> fused(sort, s, d));
        }
    }

    private void functions() {
        grammar.add(DOUBLE, 3, this::function);
        grammar.add(DOUBLE, 1, this::functionOfTwo);
        grammar.add(DOUBLE, 0.3, (s, d) -> Node.of(DOUBLE, "Math." + draw.of(STEPS) + "(#)", real(DOUBLE, s, d)));
        grammar.add(DOUBLE, 0.3, this::careless);
        grammar.add(DOUBLE, 0.5, this::rule);
        grammar.add(DOUBLE, 0.15, (s, d) -> Node.of(DOUBLE, "Fluxion.constant(#)", real(DOUBLE, s, d)));
    }

    private void conversions() {
        grammar.add(DOUBLE, 0.6, (s, d) -> Node.of(DOUBLE, "(double) #", grammar.primitive(FLOAT, s, d)));
        grammar.add(
                DOUBLE, 0.4, (s, d) -> Node.of(DOUBLE, "(double) (#)", grammar.primitive(draw.of(INT, LONG), s, d)));
        grammar.add(FLOAT, 2, (s, d) -> Node.of(FLOAT, "(float) (#)", grammar.primitive(DOUBLE, s, d)));
        grammar.add(FLOAT, 0.4, (s, d) -> Node.of(FLOAT, "(float) (#)", grammar.primitive(INT, s, d)));
        grammar.add(FLOAT, 0.5, (s, d) -> Node.of(FLOAT, "Math.abs(#)", real(FLOAT, s, d)));
    }

    private Node real(Sort sort, Scope s, int depth) {
        return grammar.make(sort, s, depth);
    }

    /** One operand of the sort, the other of any type that is promoted to it. */
    private Node binary(Sort sort, String operator, Scope s, int depth) {
        Sort other = draw.chance(0.8) ? sort : sort == DOUBLE ? draw.of(FLOAT, INT, LONG) : draw.of(INT, LONG);
        boolean swapped = draw.chance(0.5);
        return Node.of(
                sort,
                "(# " + operator + " #)",
                grammar.make(swapped ? other : sort, s, depth),
                grammar.make(swapped ? sort : other, s, depth));
    }

    private Node sum(Sort sort, Scope s, int depth) {
        return binary(sort, draw.of("+", "+", "-"), s, depth);
    }

    /** Inside loops one factor is bounded mostly, or values would soon be too large. */
    private Node product(Sort sort, Scope s, int depth) {
        if (sort == FLOAT || s.loops() == 0 || draw.chance(0.3)) {
            return binary(sort, "*", s, depth);
        }
        Node bounded = bounded(s, depth);
        Node other = real(DOUBLE, s, depth);
        return draw.chance(0.5)
                ? Node.of(DOUBLE, "(# * #)", bounded, other)
                : Node.of(DOUBLE, "(# * #)", other, bounded);
    }

    private Node quotient(Sort sort, Scope s, int depth) {
        if (sort == FLOAT) {
            return Node.of(FLOAT, "(# / (2f + Math.abs(#)))", real(FLOAT, s, depth), real(FLOAT, s, depth));
        }
        return Node.of(DOUBLE, "(# / #)", real(DOUBLE, s, depth), positive(s, depth));
    }

    private Node remainder(Sort sort, Scope s, int depth) {
        String divisor = sort == FLOAT ? "(1.5f + Math.abs(#))" : "(1.5 + Math.abs(#))";
        return Node.of(sort, "(# % " + divisor + ")", real(sort, s, depth), real(sort, s, depth));
    }

    private Node extremum(Sort sort, Scope s, int depth) {
        String name = draw.of("Math.max", "Math.min", "StrictMath.max", "Math.copySign");
        return Node.of(sort, name + "(#, #)", real(sort, s, depth), real(sort, s, depth));
    }

    private Node fused(Sort sort, Scope s, int depth) {
        return Node.of(sort, "Math.fma(#, #, #)", real(sort, s, depth), real(sort, s, depth), real(sort, s, depth));
    }

    private String math() {
        return draw.chance(0.85) ? "Math." : "StrictMath.";
    }

    private Node function(Scope s, int depth) {
        if (draw.chance(0.5)) {
            return Node.of(DOUBLE, math() + draw.of(ANYWHERE) + "(#)", real(DOUBLE, s, depth));
        } else if (draw.chance(0.5)) {
            return Node.of(DOUBLE, math() + draw.of(BOUNDED) + "(#)", bounded(s, depth));
        } else if (draw.chance(0.3)) {
            return Node.of(DOUBLE, math() + draw.of("asin", "acos") + "(0.9 * #)", bounded(s, depth));
        }
        return Node.of(DOUBLE, math() + draw.of(POSITIVE) + "(#)", positive(s, depth));
    }

    private Node functionOfTwo(Scope s, int depth) {
        Node any = real(DOUBLE, s, depth);
        return switch (draw.below(6)) {
            case 0 -> Node.of(DOUBLE, "Math.hypot(#, #)", any, positive(s, depth));
            case 1 -> Node.of(DOUBLE, "Math.atan2(#, #)", any, positive(s, depth));
            case 2 -> Node.of(DOUBLE, "Math.pow(#, #)", positive(s, depth), bounded(s, depth));
            case 3 -> Node.of(DOUBLE, "Math.pow(#, " + draw.of("1", "2", "3", "2.0") + ")", any);
            case 4 -> Node.of(DOUBLE, "Math.scalb(#, #)", any, Node.of(INT, "" + draw.between(-2, 2)));
            default -> Node.of(DOUBLE, "Math.IEEEremainder(#, #)", any, positive(s, depth));
        };
    }

    /** Operands that may well lie outside a domain, or on a kink. */
    private Node careless(Scope s, int depth) {
        String template = draw.of(
                "Math.log(#)",
                "Math.sqrt(#)",
                "Math.asin(#)",
                "Math.exp(#)",
                "Math.nextAfter(#, 1.0)",
                "(1.0 / #)",
                "Math.abs(Math.floor(#))",
                "Math.sqrt(Math.rint(#))");
        return Node.of(DOUBLE, template, real(DOUBLE, s, depth));
    }

    /** Methods with rules of the user's, which the program's class declares. */
    private Node rule(Scope s, int depth) {
        return draw.chance(0.5)
                ? Node.of(DOUBLE, "soft(#)", real(DOUBLE, s, depth))
                : Node.of(DOUBLE, "bend(#, #)", real(DOUBLE, s, depth), real(DOUBLE, s, depth));
    }

    private Node bounded(Scope s, int depth) {
        String template = draw.of("Math.sin(#)", "Math.tanh(#)", "Math.cos(#)", "Math.atan(#)");
        return Node.of(DOUBLE, template, real(DOUBLE, s, depth - 1));
    }

    private Node positive(Scope s, int depth) {
        Node any = real(DOUBLE, s, depth - 1);
        return switch (draw.below(4)) {
            case 0 -> Node.of(DOUBLE, "(1.5 + Math.sin(#))", any);
            case 1 -> Node.of(DOUBLE, "(0.5 + Math.abs(#))", any);
            case 2 -> Node.of(DOUBLE, "(2.0 + Math.tanh(#))", any);
            default -> Node.of(DOUBLE, "Math.exp(Math.sin(#))", any);
        };
    }
}
