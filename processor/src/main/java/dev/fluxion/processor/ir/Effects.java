package dev.fluxion.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * What evaluating an expression can do besides giving a value. Every answer errs towards doing more.
 *
 * <p>A read of a static field counts as total: the class is initialised by then, or its initialisation fails sooner or later
 * alike. An element of an array that a pass made for itself (a tape) is always there, and so is
 * one of an adjoint or tangent array, whose shape was checked at entry and whose primal array has been accessed there before.
 */
public final class Effects {

    private Effects() {}

    /** Whether evaluation has no effect and never throws: such an expression may be dropped, repeated and moved. */
    public static boolean isTotal(Expr e) {
        return isTotalApart(e) && Walk.parts(e).stream().allMatch(Effects::isTotal);
    }

    /** Whether evaluation has no effect, though it may throw. */
    public static boolean isPure(Expr e) {
        return isPureHere(e) && Walk.parts(e).stream().allMatch(Effects::isPure);
    }

    /** Whether the value depends on fields, array elements or stacks, which other code may change. */
    public static boolean readsMemory(Expr e) {
        return readsMemoryApart(e) || Walk.parts(e).stream().anyMatch(Effects::readsMemory);
    }

    /** Whether the value depends on memory whatever the parts depend on. */
    public static boolean readsMemoryApart(Expr e) {
        return e instanceof Expr.FieldRead f && !f.field().isFinal()
                || e instanceof Expr.Element
                || e instanceof Expr.IsEmpty
                || e instanceof Expr.Pop;
    }

    /** Whether an expression is the receiver of the method that it stands in, which is never null. */
    public static boolean isReceiver(Expr e) {
        return e instanceof Expr.Read r && r.variable().isReceiver();
    }

    /** Whether a field always holds what it holds now: a final one, of a class or of the receiver. */
    public static boolean isConstant(Expr.FieldRead f) {
        return f.field().isFinal() && (f.target() == null || isReceiver(f.target()));
    }

    private static boolean isStack(Type type) {
        return type instanceof Type.Declared d && d.packageName().equals("dev.fluxion.tape");
    }

    /** Whether evaluation has no effect and never throws if that holds for the parts. */
    public static boolean isTotalApart(Expr e) {
        if (e instanceof Expr.Binary b) {
            return b.type().isFloating() || !divides(b.operator()) || isNonZero(b.right());
        } else if (e instanceof Expr.Element a) {
            return a.array() instanceof Expr.Read r
                    && (r.variable().isTape() || r.variable().isDerivative());
        } else if (e instanceof Expr.FieldRead f) {
            return f.target() == null || isReceiver(f.target());
        } else if (e instanceof Expr.Cast c) {
            boolean unboxes = c.type().isPrimitive() && !c.operand().type().isPrimitive();
            boolean boxes = !c.type().isPrimitive() && c.operand().type().isPrimitive();
            return !unboxes && (boxes || c.type().isPrimitive());
        } else if (e instanceof Expr.Call c) {
            return purity(c).filter(p -> p == PureMethods.Purity.TOTAL).isPresent();
        } else if (e instanceof Expr.New n) {
            return isStack(n.type()) && n.arguments().isEmpty();
        } else if (e instanceof Expr.NewArray n) {
            return n.lengths().stream().allMatch(l -> l instanceof Expr.Constant c && ((Integer) c.value()) >= 0);
        }
        return !(e instanceof Expr.Length) && isPureHere(e);
    }

    private static boolean isPureHere(Expr e) {
        if (e instanceof Expr.Call c) {
            return purity(c).isPresent();
        } else if (e instanceof Expr.New n) {
            return isStack(n.type());
        } else if (e instanceof Expr.Concat c) {
            return c.parts().stream()
                    .allMatch(p -> p.type().isPrimitive() || p.type().equals(Types.STRING));
        }
        return !(e instanceof Expr.Pop || e instanceof Expr.Opaque);
    }

    private static Optional<PureMethods.Purity> purity(Expr.Call c) {
        return c.callee() instanceof Callee.Method m ? PureMethods.find(m) : Optional.empty();
    }

    private static boolean divides(Operator operator) {
        return List.of(Operator.DIVIDE, Operator.REMAINDER).contains(operator);
    }

    private static boolean isNonZero(Expr e) {
        return e instanceof Expr.Constant c && c.value() instanceof Number n && n.longValue() != 0;
    }
}
