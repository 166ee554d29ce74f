package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Gives each active array variable one that refers to the array of its adjoints, and mirrors every assignment of references: aliases, swaps and shared
 * rows come out right without being known (shadow memory: Moses and Churavy, 2020). The shadows are variables of the forward sweep like others.
 */
final class Shadows extends Rewriter {

    private final Predicate<Var> active;
    private final Map<Var, Var> bars = new LinkedHashMap<>();

    private final Map<Var, Rows> rows = new LinkedHashMap<>();

    /**
     * The rewritten function and, for each active array variable, its shadow; and for parameters whose rows may be replaced by others what is given and
     * where the rows were.
     */
    record Shadowed(Function function, Map<Var, Var> bars, Map<Var, Rows> rows) {}

    /**
     * The adjoint of a parameter whose rows may be replaced. The adjoints that are given belong to the rows as the function leaves them, those that are wanted to the rows
     * as it found them: the shadow is an array of its own.
     *
     * @param given the parameter of the derivative
     * @param own the shadow at entry
     * @param kept the rows of the shadow as they were at entry
     */
    record Rows(Var given, Var own, Var kept) {}

    private final RuleTable rules;
    private final Var tape;
    private boolean tapeUsed;

    private Shadows(Predicate<Var> active, RuleTable rules, Var tape) {
        this.active = active;
        this.rules = rules;
        this.tape = tape;
    }

    /**
     * The function with shadows.
     *
     * @param tape the tape of calls whose results are arrays: their forward sweeps, which return the shadows, are called here already
     * @param split whether the adjoints that are given are themselves shadows, those of a caller's
     */
    static Shadowed apply(Function function, Predicate<Var> active, RuleTable rules, Var tape, boolean split) {
        Shadows pass = new Shadows(active, rules, tape);
        boolean replaces = !split && replacesRows(function);
        List<Parameter> given = new ArrayList<>(function.parameters());
        List<Stmt> code = new ArrayList<>();
        for (Parameter p : function.parameters()) {
            Var v = p.variable();
            if (p.active() && replaces && isNested(v.type())) {
                Var shadow = v.derived("RowsBar", v.type());
                Rows rows = new Rows(v.bar(), shadow.copy(), shadow.copy());
                given.add(new Parameter(rows.given(), Parameter.Role.ADJOINT, false));
                code.add(new Stmt.Declare(rows.own(), zeros(v), Span.NONE));
                code.add(new Stmt.Declare(rows.kept(), ArrayAdjoints.rows(rows.own()), Span.NONE));
                code.add(new Stmt.Declare(shadow, Expr.read(rows.own()), Span.NONE));
                pass.bars.put(v, shadow);
                pass.rows.put(v, rows);
            } else if (p.active() && v.type().isFloatingArray()) {
                given.add(new Parameter(pass.bar(v), Parameter.Role.ADJOINT, false));
            } else if (pass.hasShadow(v)) {
                code.add(new Stmt.Declare(pass.bar(v), zeros(v), Span.NONE));
            }
        }
        code.addAll(pass.block(function.body()).statements());
        if (pass.tapeUsed) {
            given.add(new Parameter(tape, Parameter.Role.TAPE, false));
        }
        Function shadowed = new Function(
                function.callee(),
                given,
                function.results(),
                new Block(code),
                function.thrown(),
                function.strongZero(),
                function.span());
        return new Shadowed(shadowed, pass.bars, pass.rows);
    }

    private static boolean isNested(Type type) {
        return type.isFloatingArray() && ((Type.Array) type).component() instanceof Type.Array;
    }

    /** Whether a row may be put into an array of rows: by a store, or by a callee that is given one. */
    private static boolean replacesRows(Function function) {
        boolean[] found = {false};
        Walk.statements(function.body(), s -> {
            found[0] |= s instanceof Stmt.StoreElement e && e.value().type().isFloatingArray();
            found[0] |= s instanceof Stmt.Invoke i && i.arguments().stream().anyMatch(a -> isNested(a.type()));
            Walk.expressions(s)
                    .forEach(e -> Walk.expressions(
                            e,
                            part -> found[0] |= part instanceof Expr.Call c
                                    && c.arguments().stream().anyMatch(a -> isNested(a.type()))));
        });
        return found[0];
    }

    private boolean hasShadow(Var v) {
        return v.type().isFloatingArray() && active.test(v);
    }

    private Var bar(Var v) {
        return bars.computeIfAbsent(v, Var::bar);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Declare d && isSwept(d.value())) {
            code.add(new Stmt.Declare(d.variable(), null, d.span()));
            if (hasShadow(d.variable())) {
                code.add(new Stmt.Declare(bar(d.variable()), null, d.span()));
            }
            code.add(sweep((Expr.Call) d.value(), d.variable(), d.span()));
        } else if (s instanceof Stmt.Assign a && isSwept(a.value())) {
            code.add(sweep((Expr.Call) a.value(), a.variable(), a.span()));
        } else if (s instanceof Stmt.Eval e && isSwept(e.value())) {
            code.add(sweep((Expr.Call) e.value(), null, e.span()));
        } else if (s instanceof Stmt.Declare d && hasShadow(d.variable())) {
            Expr value = named(d.value(), code, d.span());
            code.add(new Stmt.Declare(d.variable(), value, d.span()));
            code.add(new Stmt.Declare(bar(d.variable()), value == null ? null : of(value, d.variable()), d.span()));
        } else if (s instanceof Stmt.Assign a && hasShadow(a.variable())) {
            Expr value = named(a.value(), code, a.span());
            code.add(new Stmt.Assign(a.variable(), value, a.span()));
            code.add(new Stmt.Assign(bar(a.variable()), of(value, a.variable()), a.span()));
        } else if (s instanceof Stmt.StoreElement e
                && e.array() instanceof Expr.Read r
                && hasShadow(r.variable())
                && isNested(r.type())) {
            code.add(e);
            code.add(new Stmt.StoreElement(Expr.read(bar(r.variable())), e.index(), ofArgument(e.value()), e.span()));
        } else {
            code.add(descend(s));
            if (s instanceof Stmt.Eval e && isOfRows(e.value())) {
                code.add(new Stmt.Eval(ofShadows((Expr.Call) e.value()), e.span()));
            }
        }
        return code;
    }

    /** Whether a call puts rows into an active array of rows. */
    private boolean isOfRows(Expr e) {
        Expr target = ArrayOperation.of(e).map(o -> o.target((Expr.Call) e)).orElse(null);
        return target instanceof Expr.Read r && hasShadow(r.variable()) && isNested(r.type());
    }

    /** The same call of the shadows. */
    private Expr.Call ofShadows(Expr.Call c) {
        Expr target = c.target() == null ? null : ofArgument(c.target());
        List<Expr> arguments = c.arguments().stream().map(this::ofArgument).toList();
        return new Expr.Call(c.callee(), target, arguments, c.type(), c.span());
    }

    private Expr ofArgument(Expr a) {
        if (a instanceof Expr.Read r && hasShadow(r.variable())) {
            return Expr.read(bar(r.variable()));
        }
        return a.type().isFloatingArray() && !(a instanceof Expr.Constant) ? ArrayAdjoints.zeros(a) : a;
    }

    /** A call with a derivative that returns an array: its shadow comes with it. */
    private boolean isSwept(Expr e) {
        return e instanceof Expr.Call c
                && c.type().isFloatingArray()
                && Primitives.hasBody(c, rules)
                && pattern(c).contains(true);
    }

    private List<Boolean> pattern(Expr.Call c) {
        return c.arguments().stream()
                .map(a -> a instanceof Expr.Read r
                        && active.test(r.variable())
                        && r.type().isActivatable())
                .toList();
    }

    private Stmt sweep(Expr.Call c, Var target, Span span) {
        List<Boolean> pattern = pattern(c);
        List<Expr> arguments = new ArrayList<>(c.arguments());
        for (Expr a : c.arguments()) {
            if (a instanceof Expr.Read r && hasShadow(r.variable())) {
                arguments.add(Expr.read(bar(r.variable())));
            }
        }
        arguments.add(Expr.read(tape));
        tapeUsed = true;
        Var shadow = target != null && hasShadow(target) ? bar(target) : null;
        Derivation sweep = new Derivation(Derivation.Transform.FORWARD_SWEEP, pattern);
        return new Stmt.Invoke(Arrays.asList(target, shadow), new Callee.Derived(c.callee(), sweep), arguments, span);
    }

    /** Lengths are evaluated once, for the array and for its shadow. */
    private static Expr named(Expr e, List<Stmt> code, Span span) {
        if (!(e instanceof Expr.NewArray n)) {
            return e;
        }
        List<Expr> lengths = new ArrayList<>();
        for (Expr length : n.lengths()) {
            boolean plain = length instanceof Expr.Read
                    || length instanceof Expr.Constant
                    || length instanceof Expr.Length l && l.array() instanceof Expr.Read;
            if (plain) {
                lengths.add(length);
            } else {
                Var name = Var.temporary("length", length.type());
                code.add(new Stmt.Declare(name, length, span));
                lengths.add(Expr.read(name));
            }
        }
        return new Expr.NewArray(n.type(), lengths);
    }

    private Expr of(Expr e, Var target) {
        Expr named = ArrayOperation.isSnapshot(e) ? Walk.parts(e).get(0) : e;
        if (named instanceof Expr.Read r && hasShadow(r.variable())) {
            return Expr.read(bar(r.variable()));
        } else if (e instanceof Expr.Element a && a.array() instanceof Expr.Read r && hasShadow(r.variable())) {
            return new Expr.Element(Expr.read(bar(r.variable())), a.index(), a.type());
        } else if (e instanceof Expr.NewArray || e instanceof Expr.Constant) {
            return e;
        } else if (ArrayOperation.of(e).isPresent() && isNested(e.type())) {
            return ofShadows((Expr.Call) e);
        }
        return zeros(target);
    }

    private static Expr zeros(Var v) {
        return ArrayAdjoints.zeros(Expr.read(v));
    }
}
