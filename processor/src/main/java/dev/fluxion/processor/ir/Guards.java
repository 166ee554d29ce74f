package dev.fluxion.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements around which an exception does something: {@code try} and {@code synchronized}. */
public final class Guards {

    private Guards() {}

    /** Whether a statement is one. */
    public static boolean is(Stmt s) {
        return s instanceof Stmt.Try || s instanceof Stmt.Synchronized;
    }

    /**
     * Whether no exception in a statement is the end of it: each one leaves it, as it is or as another one, and where control goes on behind it, the body and
     * the finally block have been executed from their beginnings to their ends.
     */
    public static boolean arePassed(Stmt s) {
        return s instanceof Stmt.Synchronized
                || s instanceof Stmt.Try t
                        && t.catches().stream().allMatch(c -> throwsOnly(c.body()))
                        && !jumpsOut(t.finallyBlock());
    }

    /** Whether control leaves a block by an exception, in whichever way. */
    private static boolean throwsOnly(Block b) {
        return !b.isEmpty()
                && !jumpsOut(b)
                && ends(b.statements().get(b.statements().size() - 1));
    }

    private static boolean ends(Stmt s) {
        return s instanceof Stmt.Throw
                || s instanceof Stmt.If i && throwsOnly(i.whenTrue()) && throwsOnly(i.whenFalse());
    }

    /** Whether a block may be left by a return or by a jump to somewhere around it. */
    public static boolean jumpsOut(Block b) {
        Set<Label> inside = labels(b);
        boolean[] found = {false};
        Walk.statements(b, s -> found[0] |= jumpsOut(s, inside));
        return found[0];
    }

    /** Whether a statement is a jump to somewhere else than one of these labels. */
    public static boolean jumpsOut(Stmt s, Set<Label> inside) {
        return s instanceof Stmt.Return
                || s instanceof Stmt.Break b && !inside.contains(b.target())
                || s instanceof Stmt.Continue c && !inside.contains(c.target());
    }

    /** The labels of the statements in a block. */
    public static Set<Label> labels(Block b) {
        Set<Label> found = new HashSet<>();
        Walk.statements(b, s -> found.addAll(label(s)));
        return found;
    }

    private static List<Label> label(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            return List.of(l.label());
        } else if (s instanceof Stmt.Switch w) {
            return List.of(w.label());
        }
        return s instanceof Stmt.Labeled l ? List.of(l.label()) : List.of();
    }

    /** Whether nothing in a statement can throw. */
    public static boolean isTotal(Stmt s) {
        boolean[] total = {true};
        Walk.statements(Block.of(s), t -> total[0] &= isTotalApart(t));
        return total[0];
    }

    private static boolean isTotalApart(Stmt s) {
        boolean mayThrow = s instanceof Stmt.StoreElement
                || s instanceof Stmt.StoreField
                || s instanceof Stmt.Invoke
                || s instanceof Stmt.Throw
                || s instanceof Stmt.Assert
                || s instanceof Stmt.Synchronized
                || s instanceof Stmt.Switch w && !w.selector().type().isPrimitive();
        return !mayThrow && Walk.expressions(s).stream().allMatch(Effects::isTotal);
    }
}
