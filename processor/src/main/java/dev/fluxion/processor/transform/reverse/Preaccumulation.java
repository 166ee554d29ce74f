package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Local preaccumulation (Griewank and Walther, chapter 10): where one active number goes into a call and one comes out, its only partial is
 * taken on the way, by the callee's tangent for the direction 1. That costs no more arithmetic than the callee's reverse sweep, and what the
 * callee did needs no tape.
 */
final class Preaccumulation extends Rewriter {

    private final Primitives primitives;
    private final Predicate<Callee.Method> singular;
    private final Map<Var, Boolean> partials = new HashMap<>();

    private Preaccumulation(Primitives primitives, Predicate<Callee.Method> singular) {
        this.primitives = primitives;
        this.singular = singular;
    }

    /**
     * The function with such calls replaced.
     *
     * @param partials the variables that hold partials, and whether a zero adjoint wins over an infinite or NaN one
     */
    record Preaccumulated(Function function, Map<Var, Boolean> partials) {}

    /**
     * Replaces calls in a function in three-address form.
     *
     * @param singular whether a callee may meet a singular point of a primitive
     */
    static Preaccumulated apply(Function f, Primitives primitives, Predicate<Callee.Method> singular) {
        Preaccumulation pass = new Preaccumulation(primitives, singular);
        return new Preaccumulated(f.withBody(pass.block(f.body())), pass.partials);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (s instanceof Stmt.Declare d && isOfOneVariable(d.value(), d.variable())) {
            List<Stmt> code = new ArrayList<>(List.of(new Stmt.Declare(d.variable(), null, d.span())));
            code.addAll(withPartial(d.variable(), (Expr.Call) d.value(), s));
            return code;
        } else if (s instanceof Stmt.Assign a && isOfOneVariable(a.value(), a.variable())) {
            return withPartial(a.variable(), (Expr.Call) a.value(), s);
        }
        return List.of(descend(s));
    }

    private boolean isOfOneVariable(Expr value, Var target) {
        return value instanceof Expr.Call c
                && c.callee() instanceof Callee.Method
                && primitives.isActiveNumber(target)
                && target.type().isNumber()
                && primitives.isDerived(c)
                && c.arguments().stream().noneMatch(a -> a.type().isOfTensors())
                && primitives.bars(c.arguments()).isEmpty()
                && Collections.frequency(primitives.pattern(c.arguments()), true) == 1;
    }

    private List<Stmt> withPartial(Var target, Expr.Call c, Stmt s) {
        List<Boolean> pattern = primitives.pattern(c.arguments());
        Var partial = Var.temporary("partial", target.type().tangent());
        partials.put(partial, singular.test((Callee.Method) c.callee()));
        List<Expr> arguments = new ArrayList<>(c.arguments());
        arguments.add(Defaults.one(arguments.get(pattern.indexOf(true)).type().tangent()));
        Derivation tangent = new Derivation(Derivation.Transform.TANGENT, pattern);
        return List.of(
                new Stmt.Declare(partial, null, s.span()),
                new Stmt.Invoke(
                        List.of(target, partial), new Callee.Derived(c.callee(), tangent), arguments, s.span()));
    }
}
