package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Side effects across calls (Banning 1979): whether a function does nothing but compute its result from its arguments, so that it may be run again,
 * later, for the same result.
 *
 * <p>What it may do is to throw, to read what never changes, and to write to arrays that it has made itself. Where an array
 * comes from is followed flow-insensitively: from parameters, which a caller can judge, or from elsewhere. What is not seen has effects.
 */
public final class SideEffects {

    /** Stands among the indices of written parameters for any other effect. */
    private static final int EFFECT = -1;

    /** Stands there for reading what may change between two runs, though not during one. */
    private static final int STATE = -2;

    private final Program program;
    private final Predicate<Callee.Method> isPrimitive;
    private final Map<Callee, Set<Integer>> known = new HashMap<>();

    /** The functions looked at in this round. */
    private final Set<Callee> open = new HashSet<>();

    private boolean grown;

    private SideEffects(Program program, Predicate<Callee.Method> isPrimitive) {
        this.program = program;
        this.isPrimitive = isPrimitive;
    }

    /**
     * Whether a function has none.
     *
     * @param isPrimitive the methods whose derivatives are given by a rule: they depend on their operands alone
     */
    public static boolean areNone(Function function, Program program, Predicate<Callee.Method> isPrimitive) {
        return find(function, program, isPrimitive).isEmpty();
    }

    /**
     * Whether a function has none but that it may write to arrays which it is given, and read what nothing here changes: with copies of these
     * arrays it may be run several times in a row.
     *
     * @param isPrimitive the methods whose derivatives are given by a rule: they depend on their operands alone
     */
    public static boolean areOnArguments(Function function, Program program, Predicate<Callee.Method> isPrimitive) {
        return !find(function, program, isPrimitive).contains(EFFECT);
    }

    private static Set<Integer> find(Function function, Program program, Predicate<Callee.Method> isPrimitive) {
        SideEffects search = new SideEffects(program, isPrimitive);
        Set<Integer> found;
        do {
            search.grown = false;
            search.open.clear();
            found = search.of(function);
        } while (search.grown);
        return found;
    }

    private Set<Integer> of(Callee callee) {
        Set<Integer> before = known.getOrDefault(callee, Set.of());
        if (!open.add(callee) || before.contains(EFFECT)) {
            return before;
        }
        Set<Integer> found = new HashSet<>(before);
        found.addAll(program.find(callee).map(this::of).orElse(Set.of(EFFECT)));
        grown |= !found.equals(before);
        known.put(callee, found);
        return found;
    }

    private Set<Integer> of(Function function) {
        Map<Var, Set<Integer>> origins = origins(function);
        Set<Integer> found = new HashSet<>();
        Walk.statements(function.body(), s -> statement(s, origins, found));
        Walk.allExpressions(function.body(), e -> expression(e, origins, found));
        return found;
    }

    /** For each variable the parameters that its array may come from, or {@link #EFFECT} if it may come from elsewhere. */
    private static Map<Var, Set<Integer>> origins(Function function) {
        Map<Var, Set<Integer>> origins = new HashMap<>();
        List<Var> parameters = function.variables();
        for (int i = 0; i < parameters.size(); i++) {
            origins.computeIfAbsent(parameters.get(i), v -> new HashSet<>()).add(i);
        }
        int before;
        do {
            before = size(origins);
            Walk.statements(function.body(), s -> share(s, origins));
        } while (size(origins) > before);
        return origins;
    }

    private static int size(Map<Var, Set<Integer>> origins) {
        return origins.values().stream().mapToInt(Set::size).sum();
    }

    private static void share(Stmt s, Map<Var, Set<Integer>> origins) {
        if (s instanceof Stmt.Declare d && d.value() != null) {
            add(d.variable(), d.value(), origins);
        } else if (s instanceof Stmt.Assign a) {
            add(a.variable(), a.value(), origins);
        } else if (s instanceof Stmt.StoreElement e && !e.value().type().isPrimitive()) {
            Walk.expressions(e.array(), part -> {
                if (part instanceof Expr.Read r) {
                    add(r.variable(), e.value(), origins);
                }
            });
        }
    }

    private static void add(Var v, Expr value, Map<Var, Set<Integer>> origins) {
        if (!v.type().isPrimitive()) {
            origins.computeIfAbsent(v, x -> new HashSet<>()).addAll(origin(value, origins));
        }
    }

    /** Where the object that an expression gives may come from; nowhere if it is new. */
    private static Set<Integer> origin(Expr e, Map<Var, Set<Integer>> origins) {
        if (e.type().isPrimitive() || e instanceof Expr.Constant || e instanceof Expr.NewArray) {
            return Set.of();
        } else if (e instanceof Expr.Read r) {
            return origins.getOrDefault(r.variable(), Set.of());
        }
        Set<Integer> all = new HashSet<>();
        Walk.parts(e).forEach(part -> all.addAll(origin(part, origins)));
        boolean copies = e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && isCopy(m);
        if (copies && e.type() instanceof Type.Array a && a.component().isPrimitive()) {
            return Set.of();
        }
        boolean comes = e instanceof Expr.FieldRead || e instanceof Expr.Opaque || e instanceof Expr.Call && !copies;
        if (comes && !e.type().equals(Types.STRING)) {
            all.add(EFFECT);
        }
        return all;
    }

    /** Whether a class of the runtime stands for what a pipeline that a method makes itself does. */
    private static boolean isOfStreams(Type.Declared owner) {
        return owner.equals(Types.STREAMS) || owner.equals(Types.EXACT_SUM);
    }

    private static boolean isCopy(Callee.Method m) {
        return m.name().equals("clone") && m.parameters().isEmpty() || isOfArrays(m, "copyOf", "copyOfRange");
    }

    private static boolean isOfArrays(Callee.Method m, String... names) {
        return m.owner().canonicalName().equals("java.util.Arrays")
                && List.of(names).contains(m.name());
    }

    private void statement(Stmt s, Map<Var, Set<Integer>> origins, Set<Integer> found) {
        if (s instanceof Stmt.StoreElement e) {
            found.addAll(origin(e.array(), origins));
        } else if (s instanceof Stmt.Invoke i) {
            derived(i.callee(), i.arguments(), found);
        } else if (s instanceof Stmt.StoreField || s instanceof Stmt.Synchronized) {
            found.add(EFFECT);
        }
    }

    private void expression(Expr e, Map<Var, Set<Integer>> origins, Set<Integer> found) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            call(m, Walk.parts(c), origins, found);
        } else if (e instanceof Expr.Call c) {
            derived((Callee.Derived) c.callee(), c.arguments(), found);
        } else if (readsState(e)) {
            found.add(STATE);
        } else if (isEffect(e)) {
            found.add(EFFECT);
        }
    }

    private static boolean readsState(Expr e) {
        return e instanceof Expr.FieldRead f
                && (!f.field().isFinal() || f.target() != null && f.type() instanceof Type.Array);
    }

    private static boolean isEffect(Expr e) {
        if (e instanceof Expr.New n) {
            return !isOfStreams(n.type())
                    && !(List.of("java.lang", "java.util").contains(n.type().packageName())
                            && n.type().simpleName().matches("\\w+(Exception|Error)"));
        } else if (e instanceof Expr.Concat c) {
            return !c.parts().stream()
                    .allMatch(p -> p.type().unboxed().isPrimitive() || p.type().equals(Types.STRING));
        }
        return e instanceof Expr.Opaque;
    }

    private void call(Callee.Method m, List<Expr> arguments, Map<Var, Set<Integer>> origins, Set<Integer> found) {
        if (PureMethods.isPure(m) || isCopy(m) || isRule(m) || isOfStreams(m.owner())) {
            return;
        }
        Optional<Integer> written = written(m);
        Set<Integer> indices = written.map(Set::of).orElseGet(() -> of(m));
        for (int i : indices) {
            found.addAll(i < 0 ? Set.of(i) : origin(arguments.get(i), origins));
        }
    }

    /** A method without operands has something else to depend on, as {@code Math.random} has. */
    private boolean isRule(Callee.Method m) {
        return !m.parameters().isEmpty()
                && FunctionType.givenTo(m).isEmpty()
                && m.parameters().stream().allMatch(Type::isPrimitive)
                && isPrimitive.test(m);
    }

    /** The only argument that a method of the library writes to. */
    private static Optional<Integer> written(Callee.Method m) {
        boolean callsBack = m.parameters().stream().anyMatch(t -> t instanceof Type.Declared);
        if (isOfArrays(m, "fill", "sort") && !callsBack) {
            return Optional.of(0);
        }
        boolean copies =
                m.owner().canonicalName().equals("java.lang.System") && m.name().equals("arraycopy");
        return copies ? Optional.of(2) : Optional.empty();
    }

    /** Derivatives of methods without effects have none, but for the adjoints that they add to. */
    private void derived(Callee.Derived callee, List<Expr> arguments, Set<Integer> found) {
        boolean numbers = arguments.stream().allMatch(a -> a.type().isPrimitive());
        Set<Integer> indices = of(callee.root());
        if (!numbers || !Set.of(STATE).containsAll(indices)) {
            found.add(EFFECT);
        } else {
            found.addAll(indices);
        }
    }
}
