package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the statements go that stand between a loop and its reverse, when the two become one. */
final class FusionSchedule {

    private final ReversedLoop pair;
    private final List<Stmt> before = new ArrayList<>();
    private final List<Stmt> behind = new ArrayList<>();

    /** What the reversed loop, and what moves up for it, reads. */
    private final Set<Var> needed;

    private FusionSchedule(ReversedLoop pair) {
        this.pair = pair;
        this.needed = new HashSet<>(pair.inputs());
    }

    /** A schedule, if there is one. */
    static Optional<FusionSchedule> of(List<Stmt> between, ReversedLoop pair) {
        FusionSchedule schedule = new FusionSchedule(pair);
        for (int k = between.size() - 1; k >= 0; k--) {
            if (!schedule.place(between.get(k))) {
                return Optional.empty();
            }
        }
        return Optional.of(schedule);
    }

    List<Stmt> before() {
        return before;
    }

    List<Stmt> behind() {
        return behind;
    }

    /** Places a statement, when those that follow it have their places. */
    private boolean place(Stmt s) {
        if (!pair.isApart(s)) {
            return false;
        }
        List<Var> sums =
                pair.sums().stream().filter(v -> Occurrences.mentions(s, v)).toList();
        if (sums.isEmpty()) {
            return isNeeded(s) ? putBefore(s) : putBehind(s);
        } else if (sums.size() == 1 && s instanceof Stmt.Declare d && d.variable() == sums.get(0)) {
            return d.value() != null && (putBefore(d) || begun(d));
        }
        return sums.size() == 1 && ReversedLoop.isAddition(s, sums.get(0)) && !isNeeded(s) && putBehind(s);
    }

    private boolean isNeeded(Stmt s) {
        return Order.given(s).stream().anyMatch(needed::contains);
    }

    private boolean putBefore(Stmt s) {
        if (!Order.isMovable(withKnownLengths(s)) || !Order.commute(s, pair.loop())) {
            return false;
        }
        before.add(0, s);
        Walk.expressions(s).forEach(e -> needed.addAll(Occurrences.reads(e)));
        return true;
    }

    /** The statement without the lengths that the loop asks for before all else: if they fail, they do so in either place. */
    private Stmt withKnownLengths(Stmt s) {
        Set<Expr> known = new HashSet<>();
        Walk.expressions(CountedLoop.of(pair.loop()).orElseThrow().bound(), e -> {
            if (e instanceof Expr.Length) {
                known.add(e);
            }
        });
        return new Rewriter() {
            @Override
            protected Expr leave(Expr e) {
                return known.contains(e) ? new Expr.Constant(0, Type.Primitive.INT) : e;
            }
        }.block(Block.of(s)).statements().get(0);
    }

    private boolean putBehind(Stmt s) {
        behind.add(0, s);
        return before.stream().allMatch(b -> Order.commute(b, s)) && pair.mayStandBehind(s);
    }

    /** A sum that begins with what the loop computes begins with zero instead, and that is added behind the loop. */
    private boolean begun(Stmt.Declare d) {
        Var v = d.variable();
        Expr sum = new Expr.Binary(Operator.ADD, new Expr.Read(v), d.value(), v.type());
        return putBehind(new Stmt.Assign(v, sum, d.span()))
                && putBefore(new Stmt.Declare(v, Defaults.of(v.type()), d.span()));
    }
}
