package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loops with exceptions that end in the function: what their heads hold is attempted in the body, if it may throw. */
final class HandledLoops {

    private static final Expr TRUE = new Expr.Constant(true, Type.Primitive.BOOLEAN);

    private final Handled handled;

    HandledLoops(Handled handled) {
        this.handled = handled;
    }

    List<Stmt> loop(Stmt.Loop l, Handler handler) {
        boolean headIsTotal = l.init().statements().stream().allMatch(Guards::isTotal)
                && l.update().statements().stream().allMatch(Guards::isTotal);
        if (headIsTotal && isTotalBut(l, Set.of())) {
            return List.of(with(l, handled.block(l.body(), handler)));
        }
        Set<Var> arrays = arrays(l);
        if (headIsTotal && l.form() != Stmt.Loop.Form.DO && !isLazy(l.condition()) && isTotalBut(l, arrays)) {
            List<Stmt> code = checked(arrays, l, handler);
            code.add(with(l, handled.block(l.body(), handler)));
            return code;
        }
        return open(l, handler);
    }

    private static Stmt.Loop with(Stmt.Loop l, Block body) {
        return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), body, l.span());
    }

    /** Whether a condition cannot throw if some variables are not null. */
    private static boolean isTotalBut(Stmt.Loop l, Set<Var> present) {
        boolean[] total = {true};
        Walk.expressions(l.condition(), e -> {
            boolean isThere =
                    e instanceof Expr.Length n && n.array() instanceof Expr.Read r && present.contains(r.variable());
            total[0] &= isThere || Effects.isTotalApart(e);
        });
        return total[0];
    }

    /** The arrays of which a condition takes the length, always the same. */
    private static Set<Var> arrays(Stmt.Loop l) {
        Set<Var> found = new LinkedHashSet<>();
        Walk.expressions(l.condition(), e -> {
            if (e instanceof Expr.Length n
                    && n.array() instanceof Expr.Read r
                    && !Counters.assigns(Block.of(l), r.variable())) {
                found.add(r.variable());
            }
        });
        return found;
    }

    private static boolean isLazy(Expr condition) {
        boolean[] lazy = {false};
        Walk.expressions(
                condition,
                e -> lazy[0] |= e instanceof Expr.Conditional
                        || e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.LAZY);
        return lazy[0];
    }

    /** Sees to it that arrays are there, whose lengths are asked for in any case. */
    private List<Stmt> checked(Set<Var> arrays, Stmt.Loop l, Handler handler) {
        Attempts out = handled.attempts(handler);
        for (Var v : arrays) {
            Var length = Var.temporary("length", Type.Primitive.INT);
            out.add(new Stmt.Declare(length, new Expr.Length(Expr.read(v)), l.span()));
        }
        return out.finish();
    }

    /** A loop whose condition is tested in its body. */
    private List<Stmt> open(Stmt.Loop l, Handler handler) {
        Label iteration = new Label(null);
        Block body = new Continues(l.label(), iteration).block(l.body());
        List<Stmt> whole = new ArrayList<>();
        Stmt once = new Stmt.Labeled(iteration, handled.block(body, handler), l.span());
        List<Stmt> test = test(l, handler);
        if (l.form() == Stmt.Loop.Form.DO) {
            whole.add(once);
            whole.addAll(test);
        } else {
            whole.addAll(test);
            whole.add(once);
            whole.addAll(handled.block(l.update(), handler).statements());
        }
        List<Stmt> code = new ArrayList<>(handled.block(l.init(), handler).statements());
        code.add(Stmt.Loop.whileLoop(l.label(), TRUE, new Block(whole), l.span()));
        return code;
    }

    private List<Stmt> test(Stmt.Loop l, Handler handler) {
        Attempts out = handled.attempts(handler);
        Expr goesOn = out.total(l.condition(), l.span());
        Stmt leave = new Stmt.Break(l.label(), Span.NONE);
        out.addAll(List.of(new Stmt.If(goesOn, Block.EMPTY, Block.of(leave), l.span())));
        return out.finish();
    }

    /** Makes each {@code continue} of a loop leave a block instead. */
    private static final class Continues extends Rewriter {

        private final Label loop;
        private final Label block;

        Continues(Label loop, Label block) {
            this.loop = loop;
            this.block = block;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            return s instanceof Stmt.Continue c && c.target() == loop
                    ? List.of(new Stmt.Break(block, c.span()))
                    : super.rewrite(s);
        }
    }
}
