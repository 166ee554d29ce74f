package dev.fluxion.processor.fuzz.coverage;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each node of the IR stands in each context. */
public final class Coverage {

    /** What only transforms make, or only lambdas and classes inside methods, which programs do not have. */
    private static final Set<Class<?>> NOT_LOWERED = Set.of(
            Stmt.Invoke.class,
            Stmt.Push.class,
            Stmt.Comment.class,
            Expr.Pop.class,
            Expr.IsEmpty.class,
            Expr.Opaque.class);

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    /** Nothing counted yet. */
    public Coverage() {
        Stream.of(Stmt.class, Expr.class)
                .flatMap(c -> Arrays.stream(c.getPermittedSubclasses()))
                .filter(c -> !NOT_LOWERED.contains(c))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(c -> counts.put(c.getSimpleName(), new long[Context.values().length]));
    }

    /** Counts what is in programs, which have to be Java. */
    public void add(List<Program> programs) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Program p : programs) {
            p.sources("P" + p.seed()).forEach(s -> sources.put(s.name(), s.text()));
        }
        LoweringProcessor lowered = new LoweringProcessor();
        InMemory.compile(sources, List.of("-Xlint:none", "-proc:only", "--release", "17"), lowered);
        lowered.functions().forEach(f -> {
            String method = ((Callee.Method) f.callee()).name();
            if (method.equals("f") || method.matches("h\\d+(Twin)?")) {
                block(f, method, f.body(), List.of());
            }
        });
    }

    private void block(Function f, String method, Block block, List<Stmt> around) {
        for (Stmt s : block.statements()) {
            count(s, f, method, around);
            List<Stmt> inner = new ArrayList<>(around);
            inner.add(s);
            // What a loop tests is tested in every iteration; what chooses or is thrown is not.
            List<Stmt> head = s instanceof Stmt.Loop ? inner : around;
            Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> count(part, f, method, head)));
            Walk.blocks(s).forEach(b -> block(f, method, b, inner));
        }
    }

    private void count(Object node, Function f, String method, List<Stmt> around) {
        long[] row = counts.get(node.getClass().getSimpleName());
        for (Context c : Context.values()) {
            if (row != null && c.holds(f, method, around)) {
                row[c.ordinal()]++;
            }
        }
    }

    /** The cells with nothing in them. */
    public List<String> empty() {
        List<String> empty = new ArrayList<>();
        counts.forEach((node, row) -> {
            for (Context c : Context.values()) {
                if (row[c.ordinal()] == 0) {
                    empty.add(node + " in " + c.title());
                }
            }
        });
        return empty;
    }

    /** The head of the table, and the names of its rows. */
    List<String> frame() {
        List<String> frame = new ArrayList<>(List.of(head()));
        frame.addAll(counts.keySet());
        return frame;
    }

    private static String head() {
        return Arrays.stream(Context.values())
                .map(Context::title)
                .collect(Collectors.joining(" | ", "| node | ", " |"));
    }

    /** The table, as the page shows it. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(head() + "\n|---|" + "---|".repeat(Context.values().length) + "\n");
        counts.forEach((node, row) -> out.append(Arrays.stream(row)
                .mapToObj(n -> String.format("%,d", n))
                .collect(Collectors.joining(" | ", "| `" + node + "` | ", " |\n"))));
        return out.toString();
    }
}
