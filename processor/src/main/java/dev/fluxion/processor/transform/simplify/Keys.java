package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** What two expressions have in common that give the same value, bit for bit, as long as no variable in them changes. */
final class Keys {

    private Keys() {}

    /** Whether two expressions give the same value. */
    static boolean isSame(Expr a, Expr b) {
        boolean apart = a instanceof Expr.Read || b instanceof Expr.Read || a.getClass() != b.getClass();
        return a == b || (apart ? a.equals(b) : of(a).equals(of(b)));
    }

    /** Equal for equal operations on equal operands; sums and products do not depend on the order of their two operands. */
    private static Object of(Expr e) {
        if (e instanceof Expr.Read || e instanceof Expr.Constant) {
            return e;
        }
        List<Object> key = new ArrayList<>();
        key.add(what(e));
        Walk.parts(e).forEach(p -> key.add(of(p)));
        boolean commutes =
                e instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.MULTIPLY);
        if (commutes && key.get(2).hashCode() < key.get(1).hashCode()) {
            key.add(key.remove(1));
        }
        return key;
    }

    private static Object what(Expr e) {
        if (e instanceof Expr.Unary u) {
            return List.of(u.operator(), u.type());
        } else if (e instanceof Expr.Binary b) {
            return List.of(b.operator(), b.type());
        } else if (e instanceof Expr.Call c) {
            return c.callee();
        } else if (e instanceof Expr.Cast c) {
            return List.of(Expr.Cast.class, c.type());
        } else if (e instanceof Expr.Conditional) {
            return Expr.Conditional.class;
        } else if (e instanceof Expr.FieldRead f) {
            return f.field();
        }
        return e;
    }
}
