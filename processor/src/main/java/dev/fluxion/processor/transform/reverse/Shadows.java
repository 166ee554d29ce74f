package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
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

    /** The rewritten function and, for each active array variable, its shadow. */
    record Shadowed(Function function, Map<Var, Var> bars) {}

    private Shadows(Predicate<Var> active) {
        this.active = active;
    }

    static Shadowed apply(Function function, Predicate<Var> active) {
        Shadows pass = new Shadows(active);
        List<Parameter> given = new ArrayList<>(function.parameters());
        List<Stmt> code = new ArrayList<>();
        for (Parameter p : function.parameters()) {
            Var v = p.variable();
            if (p.active() && v.type().isFloatingArray()) {
                given.add(new Parameter(pass.bar(v), Parameter.Role.ADJOINT, false));
            } else if (pass.hasShadow(v)) {
                code.add(new Stmt.Declare(pass.bar(v), zeros(v), Span.NONE));
            }
        }
        code.addAll(pass.block(function.body()).statements());
        Function shadowed = new Function(
                function.callee(),
                given,
                function.results(),
                new Block(code),
                function.thrown(),
                function.strongZero(),
                function.span());
        return new Shadowed(shadowed, pass.bars);
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
        if (s instanceof Stmt.Declare d && hasShadow(d.variable())) {
            Expr value = named(d.value(), code, d.span());
            code.add(new Stmt.Declare(d.variable(), value, d.span()));
            code.add(new Stmt.Declare(bar(d.variable()), value == null ? null : of(value, d.variable()), d.span()));
        } else if (s instanceof Stmt.Assign a && hasShadow(a.variable())) {
            Expr value = named(a.value(), code, a.span());
            code.add(new Stmt.Assign(a.variable(), value, a.span()));
            code.add(new Stmt.Assign(bar(a.variable()), of(value, a.variable()), a.span()));
        } else if (s instanceof Stmt.StoreElement e
                && e.value().type() instanceof Type.Array
                && e.array() instanceof Expr.Read r
                && hasShadow(r.variable())) {
            code.add(e);
            Expr row = e.value() instanceof Expr.Read v && hasShadow(v.variable())
                    ? Expr.read(bar(v.variable()))
                    : ArrayAdjoints.zeros(e.value());
            code.add(new Stmt.StoreElement(Expr.read(bar(r.variable())), e.index(), row, e.span()));
        } else {
            code.add(descend(s));
        }
        return code;
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
        if (e instanceof Expr.Read r && hasShadow(r.variable())) {
            return Expr.read(bar(r.variable()));
        } else if (e instanceof Expr.Element a && a.array() instanceof Expr.Read r && hasShadow(r.variable())) {
            return new Expr.Element(Expr.read(bar(r.variable())), a.index(), a.type());
        } else if (e instanceof Expr.NewArray || e instanceof Expr.Constant) {
            return e;
        }
        return zeros(target);
    }

    private static Expr zeros(Var v) {
        return ArrayAdjoints.zeros(Expr.read(v));
    }
}
