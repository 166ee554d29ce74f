package dev.fluxion.processor.transform.dispatch;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes down where a helper takes a number or an array by a type that has no tangents, as one does that checks for null:
 * {@code check((Object) x)}. To the transforms what is handed over is then the object alone, so that nothing active goes in.
 */
public final class Widening extends Rewriter {

    private final Predicate<Callee.Method> isHelper;

    private Widening(Predicate<Callee.Method> isHelper) {
        this.isHelper = isHelper;
    }

    /** @param isHelper whether a method's source is looked into */
    public static Function apply(Function function, Predicate<Callee.Method> isHelper) {
        return function.withBody(new Widening(isHelper).block(function.body()));
    }

    /** Whether a cast was not written by the user. */
    public static boolean isImplicit(Expr.Cast c) {
        return !c.span().isKnown() && !(c.type().unboxed() instanceof Type.Primitive);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        Stmt below = descend(s);
        return List.of(
                below instanceof Stmt.Eval e && e.value() instanceof Expr.Call c
                        ? new Stmt.Eval(widened(c, Types.VOID), e.span())
                        : below);
    }

    @Override
    protected Expr leave(Expr e) {
        return e instanceof Expr.Call c ? widened(c, c.type()) : e;
    }

    /** A result whose type is that of the argument would have another one. */
    private Expr widened(Expr.Call c, Type wanted) {
        boolean isFollowed = c.target() == null
                && c.callee() instanceof Callee.Method m
                && isHelper.test(m)
                && (wanted.equals(Types.VOID) || wanted.equals(m.result()));
        if (!isFollowed) {
            return c;
        }
        Callee.Method method = (Callee.Method) c.callee();
        List<Expr> arguments = new ArrayList<>();
        int receiver = method.isStatic() ? 0 : 1;
        for (int i = 0; i < c.arguments().size(); i++) {
            Expr a = c.arguments().get(i);
            Type to = i < receiver ? method.owner() : method.parameters().get(i - receiver);
            boolean widens = a.type().isActivatable() && !to.isActivatable();
            arguments.add(widens ? new Expr.Cast(to, a, Span.NONE) : a);
        }
        return arguments.equals(c.arguments()) ? c : new Expr.Call(method, null, arguments, c.type(), c.span());
    }
}
