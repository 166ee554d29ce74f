package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import java.util.List;

/** Writes expressions of doubles with as few parentheses as Java needs. */
final class Notation {

    private static final int PRIMARY = 14;

    private Notation() {}

    static String of(Expr e) {
        if (e instanceof Expr.Binary b) {
            int strength = b.operator().precedence();
            return within(b.left(), strength) + " " + b.operator().symbol() + " " + within(b.right(), strength + 1);
        } else if (e instanceof Expr.Unary u) {
            return u.operator().symbol() + within(u.operand(), PRIMARY);
        } else if (e instanceof Expr.Cast c) {
            return "(" + c.type() + ") " + within(c.operand(), PRIMARY);
        } else if (e instanceof Expr.Call c) {
            List<String> arguments = c.arguments().stream().map(Notation::of).toList();
            Callee.Method method = (Callee.Method) c.callee();
            return method + "(" + String.join(", ", arguments) + ")";
        } else if (e instanceof Expr.Constant c) {
            return c.value().toString().replaceAll("\\.0$", "");
        }
        return ((Expr.Read) e).variable().name();
    }

    private static String within(Expr e, int strength) {
        String text = of(e);
        return strength(e) < strength ? "(" + text + ")" : text;
    }

    private static int strength(Expr e) {
        if (e instanceof Expr.Binary b) {
            return b.operator().precedence();
        }
        return e instanceof Expr.Unary || e instanceof Expr.Cast ? PRIMARY - 1 : PRIMARY;
    }
}
