package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects made in a function may be reached after it has returned (escape analysis: Choi et al. 1999). An object goes where its variable's value is copied to: along
 * assignments, over stacks and tapes, into arrays and out of them again, into results, fields and code that is not followed. What has references in it, an array of rows
 * for instance, may be given more of them under any of its names, so there the way leads back, too.
 */
public final class Escapes {

    private static final Var OUTSIDE = new Var("outside", Types.OBJECT);

    private final Map<Var, Set<Var>> ways = new LinkedHashMap<>();

    /** What stacks and tapes hold that has references in it, apart from the rest that they hold. */
    private final Map<Var, Var> nested = new HashMap<>();

    /** The tapes that are parameters. */
    private final Set<Var> tapes = new HashSet<>();

    private final Summaries summaries;

    private Escapes(Summaries summaries) {
        this.summaries = summaries;
    }

    /** The classes of a function's variables. */
    public static Escapes of(Function function, Summaries summaries) {
        Escapes escapes = new Escapes(summaries);
        for (Parameter p : function.parameters()) {
            if (!p.variable().type().isPrimitive() && !isTape(p.variable())) {
                escapes.give(p.variable(), OUTSIDE, p.variable().type());
            } else if (isTape(p.variable())) {
                escapes.tapes.add(p.variable());
                escapes.tapes.add(escapes.content(p.variable(), Types.OBJECT));
            }
        }
        Walk.statements(function.body(), escapes::statement);
        return escapes;
    }

    private static boolean isTape(Var v) {
        return v.type().equals(Types.TAPE) || v.type().equals(Types.WORKSPACE);
    }

    /** Whether what a variable refers to may be reached after the function has returned. */
    public boolean escapes(Var v) {
        return reached(Set.of(v)).contains(OUTSIDE);
    }

    /** Whether what a variable refers to goes to a tape of the caller's. */
    public boolean isRecorded(Var v) {
        return reached(Set.of(v)).stream().anyMatch(tapes::contains);
    }

    /** Whether what a variable refers to goes nowhere but to variables that a block declares. */
    public boolean areWithin(Var v, Block block) {
        Set<Var> left = reached(Set.of(v));
        Walk.statements(block, s -> {
            if (s instanceof Stmt.Declare d) {
                left.remove(d.variable());
                left.remove(nested.get(d.variable()));
            }
        });
        return left.isEmpty();
    }

    private Set<Var> reached(Set<Var> from) {
        Set<Var> reached = new HashSet<>(from);
        Deque<Var> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Var next : ways.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private void statement(Stmt s) {
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::handOver));
        if (s instanceof Stmt.Declare d) {
            give(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            give(a.variable(), a.value());
        } else if (s instanceof Stmt.StoreElement e) {
            flow(e.array()).forEach(v -> give(v, e.value()));
        } else if (s instanceof Stmt.StoreField f) {
            give(OUTSIDE, f.value());
        } else if (s instanceof Stmt.Push p) {
            give(content(p.stack(), p.value().type()), p.value());
        } else if (s instanceof Stmt.Return r) {
            r.values().forEach(e -> give(OUTSIDE, e));
        } else if (s instanceof Stmt.Throw t) {
            give(OUTSIDE, t.exception());
        } else if (s instanceof Stmt.Invoke i) {
            called(i.callee(), i.arguments(), i.targets());
        } else if (s instanceof Stmt.Try t) {
            t.catches().forEach(c -> give(c.variable(), OUTSIDE, c.variable().type()));
        }
    }

    private void give(Var to, Expr value) {
        if (value != null && isNewOfPlain(value)) {
            flow(value).forEach(v -> way(v, to));
        } else if (value != null) {
            flow(value).forEach(v -> give(to, v, value.type()));
        }
    }

    /** Whether a value is a new array that shares its elements with others, but is none of them, with nothing to put into the elements. */
    private static boolean isNewOfPlain(Expr value) {
        return value instanceof Expr.Call c
                && isOfArrays(c)
                && value.type() instanceof Type.Array a
                && isPlain(a.component());
    }

    private void give(Var to, Var from, Type type) {
        way(from, to);
        if (!isPlain(type)) {
            way(to, from);
        }
    }

    private void way(Var from, Var to) {
        ways.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
    }

    private Var content(Var stack, Type type) {
        return isPlain(type) ? stack : nested.computeIfAbsent(stack, Var::copy);
    }

    /** Whether nothing can be put into objects of a type that would be found there under another name: stacks are filled under one. */
    private static boolean isPlain(Type type) {
        boolean isStack = type instanceof Type.Declared d
                && d.packageName().equals(Types.TAPE.packageName())
                && d.simpleName().endsWith("Stack");
        return type.isPrimitive()
                || isStack
                || type instanceof Type.Array a && a.component().isPrimitive();
    }

    /** The variables whose objects, or what is in them, an expression may have as its value. */
    private List<Var> flow(Expr e) {
        if (e == null || e.type().isPrimitive()) {
            return List.of();
        } else if (e instanceof Expr.Read r) {
            return List.of(r.variable());
        } else if (e instanceof Expr.Pop p) {
            return List.of(content(p.stack(), p.type()));
        } else if (e instanceof Expr.Element a) {
            return flow(a.array());
        } else if (e instanceof Expr.Cast || e instanceof Expr.Conditional || e instanceof Expr.ArrayLiteral) {
            List<Var> all = new ArrayList<>();
            Walk.parts(e).forEach(p -> all.addAll(flow(p)));
            return all;
        } else if (e instanceof Expr.Call c) {
            return returned(c);
        }
        boolean isNew = e instanceof Expr.NewArray
                || e instanceof Expr.New
                || e instanceof Expr.Constant
                || e instanceof Expr.Concat;
        return isNew ? List.of() : List.of(OUTSIDE);
    }

    private List<Var> returned(Expr.Call c) {
        if (!isOfArrays(c)) {
            return c.callee() instanceof Callee.Derived d ? results(d, c.arguments()) : List.of(OUTSIDE);
        }
        List<Var> shared = new ArrayList<>();
        if (isNested(c.type())) {
            Walk.parts(c).forEach(p -> shared.addAll(flow(p)));
        }
        return shared;
    }

    /** What a derived function may return of what it is given. */
    private List<Var> results(Callee.Derived callee, List<Expr> arguments) {
        Optional<ArrayEffects> effects = summaries.of(callee.root());
        boolean isNew = effects.isPresent()
                && !effects.get().returnsHeld()
                && effects.get().shared().stream().noneMatch(s -> s.contains(ArrayEffects.RESULT));
        List<Var> found = new ArrayList<>();
        if (!isNew) {
            found.add(OUTSIDE);
            arguments.forEach(a -> found.addAll(flow(a)));
        }
        return found;
    }

    /** What calls and constructors do with what they are given. */
    private void handOver(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Derived d) {
            called(d, c.arguments(), List.of());
        } else if (e instanceof Expr.Call c && isOfArrays(c)) {
            join(Walk.parts(c));
        } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            method(c, m);
        } else if (e instanceof Expr.New || e instanceof Expr.Opaque || e instanceof Expr.Concat) {
            Walk.parts(e).forEach(p -> give(OUTSIDE, p));
        }
    }

    /** A method that may be overridden may do more than is seen here, and one that returns an object may return what it was given. */
    private void method(Expr.Call call, Callee.Method m) {
        List<Expr> arguments = Walk.parts(call);
        Optional<ArrayEffects> effects = call.target() == null ? summaries.of(m) : Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            if (effects.isEmpty()
                    || !call.type().isPrimitive()
                    || effects.get().kept().contains(i)
                    || !isPlain(arguments.get(i).type())) {
                give(OUTSIDE, arguments.get(i));
            }
        }
        if (effects.isPresent() && !effects.get().shared().isEmpty()) {
            join(arguments);
        }
    }

    /**
     * What a sweep does with what it is given. Where the body is not seen it is that of an annotated method: what is active it puts into no field, or it would have been
     * refused.
     */
    private void called(Callee.Derived callee, List<Expr> arguments, List<Var> targets) {
        Optional<ArrayEffects> effects = summaries.of(callee.root());
        List<Boolean> active = innermost(callee).derivation().active();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isActive = i >= active.size() || active.get(i);
            boolean isKept = effects.isPresent() ? !effects.get().kept().isEmpty() : !isActive;
            if (isKept && !isTape(arguments.get(i))) {
                give(OUTSIDE, arguments.get(i));
            }
        }
        arguments.stream().filter(Escapes::isTape).forEach(t -> recorded(((Expr.Read) t).variable(), arguments));
        share(arguments, active.size(), effects.map(ArrayEffects::shared));
        List<Var> results = results(callee, arguments);
        targets.stream()
                .filter(t -> t != null && !t.type().isPrimitive())
                .forEach(t -> results.forEach(r -> give(t, r, t.type())));
    }

    /** Arrays that a callee may put into each other; it does the same with their adjoints. */
    private void share(List<Expr> arguments, int primal, Optional<Set<List<Integer>>> shared) {
        if (shared.isEmpty() || arguments.size() < primal) {
            join(arguments.stream().filter(a -> !isTape(a)).toList());
            return;
        }
        Set<List<Integer>> pairs = new HashSet<>(shared.get());
        pairs.removeIf(p -> p.contains(ArrayEffects.RESULT));
        pairs.forEach(p -> join(List.of(arguments.get(p.get(0)), arguments.get(p.get(1)))));
        if (!pairs.isEmpty()) {
            join(arguments.subList(primal, arguments.size()).stream()
                    .filter(a -> !isTape(a))
                    .toList());
        }
    }

    private void recorded(Var tape, List<Expr> arguments) {
        arguments.stream().filter(a -> !isTape(a)).forEach(a -> give(content(tape, a.type()), a));
    }

    private static Callee.Derived innermost(Callee.Derived callee) {
        return callee.of() instanceof Callee.Derived inner ? innermost(inner) : callee;
    }

    private static boolean isTape(Expr e) {
        return e instanceof Expr.Read r && isTape(r.variable());
    }

    /** Any of some arrays of rows may be given rows of the others. */
    private void join(List<Expr> arguments) {
        for (Expr a : arguments) {
            for (Expr b : arguments) {
                if (a != b && isNested(a.type())) {
                    flow(a).forEach(v -> give(v, b));
                }
            }
        }
    }

    private static boolean isNested(Type type) {
        return type instanceof Type.Array a && !a.component().isPrimitive() || type.equals(Types.OBJECT);
    }

    /** Whether a call is the platform's or the runtime's on arrays, of which none is kept. */
    private static boolean isOfArrays(Expr.Call c) {
        boolean isRuntime =
                c.callee() instanceof Callee.Method m && m.owner().packageName().equals(Types.TAPE.packageName());
        return isRuntime || ArrayOperation.of(c).isPresent();
    }
}
