package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives opaque code, such as a lambda, copies of the variables that generated code assigns again: Java lets it use only variables that
 * keep their value.
 */
final class Captures extends Rewriter {

    private final Set<Var> once = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Var> changing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Var, Var> copies = new LinkedHashMap<>();

    private Captures() {}

    static Block of(Block body) {
        Captures captures = new Captures();
        Walk.statements(body, captures::find);
        return captures.changing.isEmpty() ? body : captures.block(body);
    }

    private void find(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() == null) {
            once.add(d.variable());
        } else if (s instanceof Stmt.Assign a) {
            assigned(a.variable());
        } else if (s instanceof Stmt.Invoke i) {
            i.targets().stream().filter(v -> v != null).forEach(this::assigned);
        }
    }

    private void assigned(Var variable) {
        if (!once.remove(variable)) {
            changing.add(variable);
        }
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        Map<Var, Var> here = new LinkedHashMap<>();
        for (Expr e : Walk.expressions(s)) {
            Walk.expressions(e, part -> {
                if (part instanceof Expr.Opaque o) {
                    o.holes().forEach(hole -> copied(hole, here));
                }
            });
        }
        if (here.isEmpty() || s instanceof Stmt.Loop) {
            return super.rewrite(s);
        }
        copies.putAll(here);
        List<Stmt> result = new ArrayList<>();
        here.forEach((variable, copy) -> result.add(new Stmt.Declare(copy, new Expr.Read(variable), Span.NONE)));
        result.add(descend(s));
        copies.clear();
        return result;
    }

    private void copied(Expr hole, Map<Var, Var> here) {
        Walk.expressions(hole, part -> {
            if (part instanceof Expr.Read r && changing.contains(r.variable())) {
                here.computeIfAbsent(r.variable(), Var::copy);
            }
        });
    }

    @Override
    protected Expr leave(Expr e) {
        if (!(e instanceof Expr.Opaque o) || copies.isEmpty()) {
            return e;
        }
        List<Expr> holes = o.holes().stream()
                .map(h -> h instanceof Expr.Read r && copies.containsKey(r.variable())
                        ? new Expr.Read(copies.get(r.variable()))
                        : h)
                .toList();
        return new Expr.Opaque(o.fragments(), holes, o.type(), o.span());
    }
}
