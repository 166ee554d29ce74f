package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import java.util.Set;
import java.util.function.Predicate;

/** What it costs to evaluate an expression again, in arithmetic operations; a call of a transcendental function is dear. */
final class Costs {

    /** More than any budget. */
    static final int NEVER = 1_000_000;

    private static final int DEAR = 20;
    private static final Set<String> CHEAP = Set.of("abs", "max", "min", "sqrt", "fma", "copySign", "signum");

    private Costs() {}

    /**
     * The cost of the operators of an expression, its variables being there.
     *
     * @param stable whether an array element can be read again
     */
    static int of(Expr e, Predicate<Expr.Element> stable) {
        int sum = e instanceof Expr.Element a && stable.test(a) ? 1 : own(e);
        for (Expr part : Walk.parts(e)) {
            sum = Math.min(NEVER, sum + of(part, stable));
        }
        return sum;
    }

    private static int own(Expr e) {
        if (e instanceof Expr.Constant || e instanceof Expr.Read || e instanceof Expr.Length) {
            return 0;
        } else if (e instanceof Expr.Binary || e instanceof Expr.Unary || e instanceof Expr.Conditional) {
            return 1;
        } else if (e instanceof Expr.Cast c) {
            return c.type() instanceof Type.Primitive && c.operand().type() instanceof Type.Primitive ? 1 : NEVER;
        } else if (e instanceof Expr.FieldRead f) {
            return Effects.isConstant(f) ? 1 : NEVER;
        } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && isMath(m)) {
            return CHEAP.contains(m.name()) ? 1 : DEAR;
        }
        return NEVER;
    }

    private static boolean isMath(Callee.Method m) {
        String owner = m.owner().canonicalName();
        return owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
    }
}
