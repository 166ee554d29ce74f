package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The jumps out of code behind which something is to be done first: they go to its end, and are taken up again after that. */
final class Outlets extends Rewriter {

    private final Var way = Var.temporary("way", Type.Primitive.INT);
    private final Label end;
    private final Set<Label> inside;
    private final List<Stmt> jumps = new ArrayList<>();

    /** @param end the label of the code */
    Outlets(Block code, Label end) {
        this.end = end;
        this.inside = Guards.labels(code);
        inside.add(end);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (!Guards.jumpsOut(s, inside)) {
            return List.of(descend(s));
        }
        Expr number = new Expr.Constant(number(s), Type.Primitive.INT);
        return List.of(new Stmt.Assign(way, number, s.span()), new Stmt.Break(end, s.span()));
    }

    private int number(Stmt jump) {
        for (int i = 0; i < jumps.size(); i++) {
            if (isSame(jumps.get(i), jump)) {
                return i + 1;
            }
        }
        jumps.add(jump);
        return jumps.size();
    }

    /** Whether two jumps go to the same place; all returns give what is in the variables of the results. */
    private static boolean isSame(Stmt a, Stmt b) {
        return a instanceof Stmt.Return && b instanceof Stmt.Return
                || a instanceof Stmt.Break x && b instanceof Stmt.Break y && x.target() == y.target()
                || a instanceof Stmt.Continue v && b instanceof Stmt.Continue w && v.target() == w.target();
    }

    /** What stands before the code. */
    List<Stmt> before() {
        return jumps.isEmpty()
                ? List.of()
                : List.of(new Stmt.Declare(way, new Expr.Constant(0, Type.Primitive.INT), Span.NONE));
    }

    /** What stands behind what is to be done first. */
    List<Stmt> behind() {
        List<Stmt> code = new ArrayList<>();
        for (int i = 0; i < jumps.size(); i++) {
            code.add(new Stmt.If(JumpElimination.equal(way, i + 1), Block.of(jumps.get(i)), Block.EMPTY, Span.NONE));
        }
        return code;
    }
}
