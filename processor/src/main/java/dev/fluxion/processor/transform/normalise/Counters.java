package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.Optional;

/** Loops that count: {@code for (int i = a; ...; i += step)} with a constant step and a counter that the body leaves alone. */
public final class Counters {

    /** A counter and what each iteration adds to it. */
    public record Counter(Var variable, Expr from, long step) {}

    private Counters() {}

    static boolean isSimpleUpdate(Stmt.Loop l) {
        return of(l).isPresent();
    }

    /** The counter of a {@code for} loop, if it has one. */
    public static Optional<Counter> of(Stmt.Loop l) {
        if (l.form() != Stmt.Loop.Form.FOR
                || l.init().statements().size() != 1
                || l.update().statements().size() != 1
                || !(l.init().statements().get(0) instanceof Stmt.Declare d)
                || !(l.update().statements().get(0) instanceof Stmt.Assign a)
                || d.variable() != a.variable()
                || d.variable().type() != Type.Primitive.INT
                || assigns(l.body(), d.variable())) {
            return Optional.empty();
        }
        return step(a).map(s -> new Counter(d.variable(), d.value(), s));
    }

    /** What an assignment {@code v = v + constant} or {@code v = v - constant} adds. */
    public static Optional<Long> step(Stmt.Assign a) {
        if (a.value() instanceof Expr.Binary b
                && b.left() instanceof Expr.Read r
                && r.variable() == a.variable()
                && b.right() instanceof Expr.Constant c
                && c.value() instanceof Number n
                && (b.type() == Type.Primitive.INT || b.type() == Type.Primitive.LONG)) {
            if (b.operator() == Operator.ADD) {
                return Optional.of(n.longValue());
            } else if (b.operator() == Operator.SUBTRACT) {
                return Optional.of(-n.longValue());
            }
        }
        return Optional.empty();
    }

    /** Whether a block assigns a variable. */
    public static boolean assigns(Block block, Var variable) {
        boolean[] found = {false};
        Walk.statements(
                block,
                s -> found[0] |= s instanceof Stmt.Assign a && a.variable() == variable
                        || s instanceof Stmt.Invoke i && i.targets().contains(variable));
        return found[0];
    }
}
