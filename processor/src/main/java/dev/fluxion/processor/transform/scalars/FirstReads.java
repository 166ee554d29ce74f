package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which records a function asks for a member before it does, throws or decides anything else. One that is null may be asked where the function begins as well: nobody
 * can tell the difference. (Anticipated expressions: Muchnick 1997, section 13.3, of dereferences, on the straight line from the entry.)
 */
public final class FirstReads {

    /** Variables that are records handed in, or records in them, by the components that lead there. */
    private final Map<Var, String> paths = new HashMap<>();

    private final Set<String> asked = new HashSet<>();

    private FirstReads(Function function) {
        function.variables().forEach(v -> paths.put(v, v.name()));
        block(function.body());
    }

    /** Whether a function asks a record that it is handed, and every one that derivatives are taken by in it, at its beginning. */
    public static boolean areOf(Function function, Var parameter, Composite record) {
        return new FirstReads(function).isAsked(parameter.name(), record);
    }

    private boolean isAsked(String path, Composite record) {
        return asked.contains(path)
                && record.active().stream().allMatch(c -> c.of() == null || isAsked(path + "." + c.name(), c.of()));
    }

    private boolean block(Block b) {
        return b.statements().stream().allMatch(this::statement);
    }

    /** Whether what comes behind a statement is reached without anything that could be told. */
    private boolean statement(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            boolean goesOn = d.value() == null || expression(d.value());
            String path = d.value() == null ? null : path(d.value());
            if (path != null) {
                paths.put(d.variable(), path);
            }
            return goesOn;
        } else if (s instanceof Stmt.Assign a) {
            paths.remove(a.variable());
            return expression(a.value());
        } else if (s instanceof Stmt.Eval e) {
            return expression(e.value());
        } else if (s instanceof Stmt.If i) {
            expression(i.condition());
        } else if (s instanceof Stmt.Return r) {
            r.values().stream().allMatch(this::expression);
        } else if (s instanceof Stmt.Loop l && l.form() != Stmt.Loop.Form.DO && block(l.init())) {
            expression(l.condition());
        }
        return false;
    }

    private boolean expression(Expr e) {
        boolean chooses = e instanceof Expr.Conditional
                || e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.LAZY;
        if (chooses) {
            expression(Walk.parts(e).get(0));
            return false;
        } else if (!Walk.parts(e).stream().allMatch(this::expression)) {
            return false;
        }
        Expr object = object(e);
        String path = object == null ? null : path(object);
        if (path != null) {
            asked.add(path);
        }
        boolean isRead = path != null && (e instanceof Expr.FieldRead || Objects.isCheck(e));
        return isRead || Effects.isTotalApart(e);
    }

    /** What an expression asks for a member. */
    private static Expr object(Expr e) {
        if (e instanceof Expr.FieldRead f) {
            return f.target();
        } else if (Objects.isCheck(e)) {
            return Walk.parts(e).size() == 1 ? Walk.parts(e).get(0) : null;
        }
        return e instanceof Expr.Call c ? c.target() : null;
    }

    private String path(Expr e) {
        if (e instanceof Expr.Read r) {
            return paths.get(r.variable());
        }
        String of = e instanceof Expr.FieldRead f && f.target() != null ? path(f.target()) : null;
        return of == null ? null : of + "." + ((Expr.FieldRead) e).field().name();
    }
}
