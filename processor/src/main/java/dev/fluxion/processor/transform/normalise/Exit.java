package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** An {@code int exit} variable: 0 while control goes on, else the number of the jump that is to be taken afterwards. */
final class Exit {

    private final Var variable = Var.temporary("exit", Type.Primitive.INT);
    private final List<Stmt.Break> targets = new ArrayList<>();

    /** What is left to do on the way out, by jump. */
    private final List<List<Stmt>> left = new ArrayList<>();

    /** The assignment that stands in place of a jump. */
    Stmt mark(Stmt.Break jump) {
        return mark(List.of(), jump);
    }

    /** The assignment that stands in place of a jump and of statements before it, which are executed on the way out. */
    Stmt mark(List<Stmt> before, Stmt.Break jump) {
        int number = before.isEmpty() ? index(jump.target()) : -1;
        if (number < 0) {
            targets.add(jump);
            left.add(before);
            number = targets.size() - 1;
        }
        return new Stmt.Assign(variable, new Expr.Constant(number + 1, Type.Primitive.INT), jump.span());
    }

    private int index(Label target) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).target() == target && left.get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    boolean isEmpty() {
        return targets.isEmpty();
    }

    int count() {
        return targets.size();
    }

    List<Stmt> first() {
        return way(0);
    }

    Stmt declaration() {
        return new Stmt.Declare(variable, new Expr.Constant(0, Type.Primitive.INT), Span.NONE);
    }

    /** Goes on with the rest, or takes the jump that was marked. */
    Stmt dispatch(Block rest) {
        return new Stmt.If(JumpElimination.equal(variable, 0), rest, jump(0), Span.NONE);
    }

    private Block jump(int i) {
        if (i == targets.size() - 1) {
            return new Block(way(i));
        }
        return Block.of(new Stmt.If(JumpElimination.equal(variable, i + 1), new Block(way(i)), jump(i + 1), Span.NONE));
    }

    private List<Stmt> way(int i) {
        List<Stmt> code = new ArrayList<>(left.get(i));
        code.add(targets.get(i));
        return code;
    }
}
