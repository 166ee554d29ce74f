package dev.fluxion.processor.fuzz.grammar;

import static dev.fluxion.processor.fuzz.grammar.Sort.BOOLEAN;
import static dev.fluxion.processor.fuzz.grammar.Sort.DOUBLE;
import static dev.fluxion.processor.fuzz.grammar.Sort.FLOAT;
import static dev.fluxion.processor.fuzz.grammar.Sort.INT;
import static dev.fluxion.processor.fuzz.grammar.Sort.LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes programs from seeds. */
public final class Programs {

    /** What every program has: fields that are read and written, what they are left as, methods with rules. */
    private static final String FRAME = """
            package fuzz;
            import dev.fluxion.DerivativeOf;
            import dev.fluxion.Differentiable;
            import dev.fluxion.Fluxion;
            import dev.fluxion.processor.corpus.Counter;
            import java.util.Random;
            import java.util.function.DoubleUnaryOperator;
            import java.util.stream.DoubleStream;
            import java.util.stream.IntStream;
            final class $CLASS {
            static final double SCALE = 1.25;
            static final int LIMIT = 3;
            static double weight;
            static double offset;
            private static double hidden;
            static float ratio;
            static int calls;
            static long total;
            static String log;
            static final Object LOCK = new Object();
            static final double[] TABLE = {0.5, -1.5, 2.0, 0.25};
            static void reset() {
            weight = 0.75;
            offset = -0.5;
            hidden = 0.25;
            ratio = 1.5f;
            calls = 0;
            total = 0;
            log = "";
            }
            static String state() {
            return weight + " " + calls + " " + total + " " + log;
            }
            static double total(double[] a) {
            double s = 0;
            for (int i = 0; i < a.length; i++) {
            s += a[i] * (0.5 + 0.25 * i);
            }
            return s;
            }
            static String cut(String text) {
            return text.substring(0, Math.min(8, text.length()));
            }
            #
            }
            """;

    private static final String OTHER = """
            package fuzz;
            import static fuzz.$CLASS.*;
            import dev.fluxion.Differentiable;
            import dev.fluxion.Fluxion;
            import dev.fluxion.processor.corpus.Counter;
            import java.util.Random;
            import java.util.function.DoubleUnaryOperator;
            import java.util.stream.DoubleStream;
            import java.util.stream.IntStream;
            final class $CLASSOther {
            static void reset() {
            $CLASS.reset();
            }
            static String state() {
            return $CLASS.state();
            }
            #
            }
            """;

    private final Draw draw;
    private final Grammar grammar;
    private final boolean hasArrays;
    private final List<Node> members = new ArrayList<>();
    private final List<Node> others = new ArrayList<>();
    private final List<Helper> helpers = new ArrayList<>();

    private Programs(long seed) {
        this.draw = new Draw(seed);
        this.hasArrays = draw.chance(0.7);
        this.grammar = new Grammar(draw, hasArrays);
        Values.addTo(grammar);
        Reals.addTo(grammar);
        Wholes.addTo(grammar);
        Statements.addTo(grammar);
        Control.addTo(grammar);
        Attempts.addTo(grammar);
        Shapes.addTo(grammar);
        Functions.addTo(grammar);
        Loops.addTo(grammar);
        Elements.addTo(grammar);
        ArrayStatements.addTo(grammar);
    }

    /** The program of a seed. */
    public static Program of(long seed) {
        return new Program(seed, new Programs(seed).make());
    }

    private Node make() {
        int wanted = draw.of(0, 0, 0, 1, 1, 1, 2, 3);
        for (int i = 0; i < wanted; i++) {
            helper();
        }
        entry();
        List<Node> all = Stream.concat(members.stream(), others.stream()).toList();
        members.addAll(0, Library.neededBy(all));
        Node main = Node.of(Sort.FIXED, FRAME, Node.row(Sort.BLOCK, members));
        Node other = Node.of(Sort.FIXED, OTHER, Node.row(Sort.BLOCK, others));
        return Node.of(Sort.FIXED, "##", main, other);
    }

    private void helper() {
        boolean isRecursive = draw.chance(0.35);
        boolean isElsewhere = draw.chance(0.35);
        boolean overArrays = hasArrays && draw.chance(0.8);
        Sort result = draw.chance(0.75) ? DOUBLE : draw.of(FLOAT, INT, LONG, BOOLEAN);
        List<Sort> parameters = new ArrayList<>();
        if (overArrays) {
            result = draw.of(result, Sort.VOID, Sort.VOID, Sort.VECTOR, draw.of(Sort.MATRIX, Sort.FLOATS));
            parameters.add(draw.of(Sort.VECTOR, Sort.VECTOR, Sort.VECTOR, Sort.MATRIX, Sort.FLOATS));
            if (draw.chance(0.5)) {
                parameters.add(draw.of(Sort.VECTOR, Sort.VECTOR, Sort.MATRIX, Sort.INTS));
            }
        }
        parameters.add(result == FLOAT ? draw.of(DOUBLE, FLOAT) : draw.of(DOUBLE, DOUBLE, DOUBLE, FLOAT));
        for (int i = draw.below(3); i > 0; i--) {
            parameters.add(draw.of(DOUBLE, DOUBLE, FLOAT, INT, LONG, BOOLEAN));
        }
        if (draw.chance(0.2) && !isRecursive) {
            result = draw.chance(0.4) ? Sort.POINT : result;
            parameters.add(Sort.POINT);
        }
        String name = "h" + (helpers.size() + 1);
        boolean isPrivate = !isElsewhere && draw.chance(0.6);
        Helper h = new Helper(isElsewhere ? "$CLASSOther." + name : name, result, parameters, isPrivate, isRecursive);
        boolean isMutual = isRecursive && !isElsewhere && draw.chance(0.3);
        if (isMutual) {
            Helper twin = new Helper(name + "Twin", result, parameters, isPrivate, true);
            body(h, name, List.of(h, twin), false);
            body(twin, name + "Twin", List.of(h, twin), false);
        } else {
            body(h, name, isRecursive ? List.of(h) : List.of(), isElsewhere);
        }
        helpers.add(h);
    }

    private void body(Helper h, String name, List<Helper> itself, boolean isElsewhere) {
        Unit unit = new Unit(h.result(), draw.between(1, 5), isElsewhere);
        helpers.stream().filter(other -> !(isElsewhere && other.isPrivate())).forEach(unit.helpers()::add);
        Scope s = Scope.of(unit);
        List<String> parameters = new ArrayList<>();
        for (Sort sort : h.parameters()) {
            parameters.add(parameter(unit, s, sort, false));
        }
        String guard = "";
        List<Node> parts = new ArrayList<>();
        if (h.isRecursive()) {
            parameters.add("int levels");
            s.declare(Variable.counter("levels", INT));
            guard = "if (levels <= 0) {\nreturn" + (h.result() == Sort.VOID ? "" : " #") + ";\n}\n";
            if (h.result() != Sort.VOID) {
                parts.add(grammar.make(h.result(), s, 2));
            }
            unit.helpers().addAll(itself);
        }
        boolean isAnnotated = isPlain(h) && draw.chance(0.2);
        String modifiers = (isAnnotated ? "@Differentiable\n" : "") + (h.isPrivate() ? "private static " : "static ");
        parts.add(Statements.block(grammar, s, 8));
        boolean isVoid = h.result() == Sort.VOID;
        if (!isVoid) {
            parts.add(result(s));
        }
        String template = modifiers + h.result().keyword() + " " + name + "(" + String.join(", ", parameters) + ") {\n"
                + guard + (isVoid ? "#}\n" : "#return #;\n}\n");
        (isElsewhere ? others : members).add(Node.of(Sort.MEMBER, template, parts.toArray(Node[]::new)));
    }

    /** Whether derivatives of its own may be asked for and called: written arrays that are handed over must be distinct then. */
    private static boolean isPlain(Helper h) {
        return h.result().isFloating()
                && !h.parameters().contains(Sort.POINT)
                && h.parameters().stream().filter(Sort::isArray).count() < 2;
    }

    private static String parameter(Unit unit, Scope s, Sort sort, boolean isBoxed) {
        String stem = switch (sort) {
            case DOUBLE -> "x";
            case FLOAT -> "y";
            case INT -> "m";
            case LONG -> "w";
            case VECTOR, FLOATS, MATRIX, INTS -> ArrayStatements.stem(sort);
            case POINT -> "point";
            default -> "flag";
        };
        // A record that is given another value in a helper is only followed where the helper is taken apart.
        Variable v = new Variable(unit.name(stem), sort, isBoxed, sort.isReal(), sort != Sort.POINT);
        s.declare(v);
        return v.type() + " " + v.name();
    }

    /** The entry: mostly doubles, sometimes nothing else, so that all that is generated for those is. */
    private void entry() {
        boolean overArrays = hasArrays && draw.chance(0.85);
        Sort result = overArrays ? arrayResult() : draw.chance(0.9) ? DOUBLE : FLOAT;
        Unit unit = new Unit(result, size(), false);
        unit.helpers().addAll(helpers);
        Scope s = Scope.of(unit);
        List<String> parameters = new ArrayList<>();
        if (overArrays) {
            arrays(unit, s, parameters);
        } else {
            parameters.add(parameter(unit, s, DOUBLE, false));
        }
        boolean isPlain = draw.chance(0.5);
        for (int i = draw.below(overArrays ? 3 : 4); i > 0; i--) {
            Sort sort = isPlain ? draw.of(DOUBLE, DOUBLE, INT) : draw.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN);
            boolean isBoxed = !isPlain && !overArrays && draw.chance(0.15);
            parameters.add(parameter(unit, s, sort, isBoxed));
        }
        states(s, parameters);
        Node body = Statements.block(grammar, s, 20);
        String order = result.isFloating() && draw.chance(0.2) ? "(order = 2)" : "";
        String type = !overArrays && draw.chance(0.05) ? result.box() : result.keyword();
        String head = "@Differentiable" + order + "\nstatic " + type + " f(" + String.join(", ", parameters) + ") {\n";
        // A method without a result has to change something.
        Node whole = result == Sort.VOID
                ? Node.of(Sort.FIXED, head + "if (a1.length > 0) {\na1[0] += 0.5;\n}\n#}\n", body)
                : Node.of(Sort.FIXED, head + "#return #;\n}\n", body, result(s));
        members.add(whole);
    }

    /** Most programs are small, so that many can be tried. */
    private int size() {
        int most = draw.chance(0.15) ? 22 : 7;
        return draw.between(3, most);
    }

    private Sort arrayResult() {
        return draw.of(
                DOUBLE,
                DOUBLE,
                DOUBLE,
                DOUBLE,
                Sort.VOID,
                Sort.VOID,
                Sort.VECTOR,
                draw.of(FLOAT, Sort.MATRIX, Sort.FLOATS));
    }

    private void arrays(Unit unit, Scope s, List<String> parameters) {
        parameters.add(parameter(unit, s, Sort.VECTOR, false));
        if (draw.chance(0.4)) {
            parameters.add(parameter(unit, s, Sort.VECTOR, false));
        }
        if (draw.chance(0.3)) {
            parameters.add(parameter(unit, s, Sort.MATRIX, false));
        }
        if (draw.chance(0.12)) {
            parameters.add(parameter(unit, s, Sort.FLOATS, false));
        }
        if (draw.chance(0.25)) {
            parameters.add(parameter(unit, s, Sort.INTS, false));
        }
    }

    private void states(Scope s, List<String> parameters) {
        if (draw.chance(0.15)) {
            parameters.add("Random random");
            s.declare(new Variable("random", Sort.FIXED, false, false, false));
        }
        if (draw.chance(0.15)) {
            parameters.add("Counter counter");
            s.declare(new Variable("counter", Sort.FIXED, false, false, false));
        }
    }

    /** A result to which all variables contribute that still can, mostly. */
    private Node result(Scope s) {
        Sort sort = s.unit().result();
        Node sum = grammar.make(sort, s, 2);
        if (!sort.isFloating() || draw.chance(0.15)) {
            return sum;
        }
        for (Variable v : s.readable(sort)) {
            if (draw.chance(0.8)) {
                String template = draw.of("(# + #)", "(# - #)", "(# + 0.5f * #)", "(# * 0.25f + #)");
                sum = Node.of(sort, template, sum, v.read());
            }
        }
        for (Variable v : s.readable(Sort.VECTOR)) {
            if (draw.chance(0.7)) {
                sum = Node.of(sort, sort == DOUBLE ? "(# + total(#))" : "(# + (float) total(#))", sum, v.read());
            }
        }
        return sum;
    }
}
