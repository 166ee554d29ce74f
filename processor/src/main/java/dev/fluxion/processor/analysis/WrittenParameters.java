package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Side effects on parameters, across calls (Banning 1979): which of a function's array parameters it, or a function it calls, may write to, or to rows reached
 * from them. Nothing is known of functions without a body; recursion starts from nothing written and grows.
 */
public final class WrittenParameters {

    /** Stands for all parameters. */
    private static final int UNKNOWN = -1;

    private final Program program;
    private final Map<Callee, Set<Integer>> known = new HashMap<>();

    /** The functions looked at in this round. */
    private final Set<Callee> open = new HashSet<>();

    private boolean grown;

    private WrittenParameters(Program program) {
        this.program = program;
    }

    /** The variables of the parameters that a function may write to. */
    public static Set<Var> of(Function function, Program program) {
        WrittenParameters search = new WrittenParameters(program);
        Set<Integer> found;
        do {
            search.grown = false;
            search.open.clear();
            found = search.indices(function);
        } while (search.grown);
        Set<Var> variables = new HashSet<>();
        found.forEach(i -> variables.add(function.variables().get(i)));
        return variables;
    }

    private Set<Integer> indices(Function function) {
        Set<Var> written = new HashSet<>();
        int before;
        do {
            before = written.size();
            Walk.statements(function.body(), s -> statement(s, written));
        } while (written.size() > before);
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < function.variables().size(); i++) {
            if (written.contains(function.variables().get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private Set<Integer> indices(Callee callee) {
        Set<Integer> before = known.getOrDefault(callee, Set.of());
        if (!open.add(callee) || before.contains(UNKNOWN)) {
            return before;
        }
        Optional<Function> body = program.find(callee);
        Set<Integer> found = new HashSet<>(before);
        found.addAll(body.map(this::indices).orElse(Set.of(UNKNOWN)));
        grown |= !found.equals(before);
        known.put(callee, found);
        return found;
    }

    private void statement(Stmt s, Set<Var> written) {
        if (s instanceof Stmt.StoreElement e) {
            mark(e.array(), written);
            if (!e.value().type().isPrimitive() && written.containsAll(roots(e.array()))) {
                mark(e.value(), written);
            }
        } else if (s instanceof Stmt.Invoke i) {
            call(i.callee(), i.arguments(), written);
        } else if (s instanceof Stmt.Declare d && d.value() != null) {
            share(d.variable(), d.value(), written);
        } else if (s instanceof Stmt.Assign a) {
            share(a.variable(), a.value(), written);
        }
        Walk.expressions(s)
                .forEach(e -> Walk.expressions(e, part -> {
                    if (part instanceof Expr.Call c && !isHarmless(c)) {
                        call(c.callee(), Walk.parts(c), written);
                    }
                }));
    }

    private static boolean isHarmless(Expr.Call c) {
        return c.callee() instanceof Callee.Method m
                && (PureMethods.isPure(m)
                        || m.name().equals("clone")
                        || m.owner().canonicalName().equals("java.util.Arrays")
                                && m.name().startsWith("copyOf"));
    }

    private void call(Callee callee, List<Expr> arguments, Set<Var> written) {
        if (arguments.stream().noneMatch(a -> !roots(a).isEmpty() && a.type().isFloatingArray())) {
            return;
        }
        Set<Integer> indices = indices(callee);
        for (int i = 0; i < arguments.size(); i++) {
            if (indices.contains(i) || indices.contains(UNKNOWN)) {
                mark(arguments.get(i), written);
            }
        }
    }

    /** What is written through one name is written through the other. */
    private static void share(Var v, Expr value, Set<Var> written) {
        if (v.type().isFloatingArray() && written.contains(v)) {
            mark(value, written);
        }
    }

    private static void mark(Expr e, Set<Var> written) {
        roots(e).stream().filter(v -> v.type().isFloatingArray()).forEach(written::add);
    }

    /** The variables that an array may be reached from. */
    private static List<Var> roots(Expr e) {
        if (e instanceof Expr.Read r) {
            return List.of(r.variable());
        } else if (e instanceof Expr.Conditional c) {
            List<Var> both = new ArrayList<>(roots(c.whenTrue()));
            both.addAll(roots(c.whenFalse()));
            return both;
        } else if (e instanceof Expr.ArrayLiteral l) {
            List<Var> all = new ArrayList<>();
            l.elements().forEach(x -> all.addAll(roots(x)));
            return all;
        } else if (e instanceof Expr.Call c && c.type().isFloatingArray()) {
            List<Var> all = new ArrayList<>();
            Walk.parts(c).forEach(x -> all.addAll(roots(x)));
            return all;
        }
        return e instanceof Expr.Element a
                ? roots(a.array())
                : e instanceof Expr.Cast c ? roots(c.operand()) : List.of();
    }
}
