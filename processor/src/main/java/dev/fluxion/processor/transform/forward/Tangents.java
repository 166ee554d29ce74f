package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Activity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables have a tangent, and the tangents of variables and of expressions without operations. */
final class Tangents {

    private final Activity activity;
    private final Set<Var> forced = new HashSet<>();
    private final Map<Var, Var> dots = new HashMap<>();

    Tangents(Function function, Activity activity) {
        this.activity = activity;
        Walk.statements(function.body(), this::force);
    }

    /** A stack that goes over an active tape has its tangent taken off by a function that does not know whether it was active here. */
    private void force(Stmt s) {
        if (s instanceof Stmt.Push p
                && p.stack().type().equals(Types.TAPE)
                && activity.isActive(p.stack())
                && p.value() instanceof Expr.Read r
                && TangentTypes.isStack(r.type())) {
            forced.add(r.variable());
        }
    }

    boolean isActive(Var v) {
        return TangentTypes.exists(v.type()) && (forced.contains(v) || activity.isActive(v));
    }

    /** Whether an expression is a variable with a tangent. */
    boolean isActive(Expr e) {
        return e instanceof Expr.Read r && isActive(r.variable());
    }

    boolean isVaried(Expr e) {
        return activity.isVaried(e);
    }

    /** The tangent variable of a variable. */
    Var dot(Var v) {
        return dots.computeIfAbsent(
                v, key -> key.derived("Dot", TangentTypes.of(key.type()).orElseThrow()));
    }

    /**
     * The tangent of a variable, a constant, or an element of an array, zero where it has none. For an inactive array it is an array of zeros, which has to be made by a
     * statement of its own.
     */
    Expr of(Expr e, List<Stmt> out) {
        Type type = TangentTypes.of(e.type()).orElseThrow();
        if (isActive(e)) {
            return Expr.read(dot(((Expr.Read) e).variable()));
        } else if (e instanceof Expr.Element a && hasActiveRoot(a)) {
            return new Expr.Element(of(a.array(), out), a.index(), type);
        } else if (type.isPrimitive() || type.isOfTensors() || e instanceof Expr.Constant) {
            return Defaults.of(type);
        }
        Var zeros = new Var("zeros", type);
        out.add(new Stmt.Declare(zeros, zeros(e, type), Span.NONE));
        return Expr.read(zeros);
    }

    boolean hasActiveRoot(Expr e) {
        return e instanceof Expr.Element a ? hasActiveRoot(a.array()) : isActive(e);
    }

    /** An array of zeros in the shape of another array. */
    static Expr zeros(Expr like, Type type) {
        Type parameter =
                type instanceof Type.Array a && a.component().isPrimitive() ? type : new Type.Array(Types.OBJECT);
        Callee.Method method = Callee.Method.publicStatic(Types.ZEROS, "like", parameter, parameter);
        return new Expr.Call(method, null, List.of(like), type, Span.NONE);
    }
}
