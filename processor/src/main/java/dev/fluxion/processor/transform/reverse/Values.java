package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of the forward sweep at a place of the reverse sweep: those at hand, and how to get at the others. */
final class Values {

    private final Subject subject;
    private final Plan plan;
    private final Demands demands;
    private final Deque<Map<Version, Expr>> scopes = new ArrayDeque<>();
    private Span asking = Span.NONE;

    /**
     * @param plan empty in the first run, which only asks
     */
    Values(Subject subject, Plan plan, Demands demands) {
        this.subject = subject;
        this.plan = plan;
        this.demands = demands;
        scopes.push(new HashMap<>());
    }

    /** Says for which line values are asked from now on: they are fetched under its heading. */
    void askFor(Span line) {
        asking = line;
    }

    void open() {
        scopes.push(new HashMap<>());
    }

    void close() {
        scopes.pop();
    }

    /** Makes a value known in the current scope. */
    void put(Version v, Expr value) {
        scopes.peek().put(v, value);
    }

    Strategy strategy(Version v) {
        return plan.strategy(v);
    }

    boolean isPlanned() {
        return !plan.isEmpty();
    }

    /** Whether a value can be read without more ado. */
    boolean isAtHand(Version v) {
        Strategy s = strategy(v);
        return s instanceof Strategy.Held
                || s instanceof Strategy.Copied
                || scopes.stream().anyMatch(scope -> scope.containsKey(v));
    }

    /** A value, made available by statements that are appended where it is not at hand. */
    Expr get(Version v, List<Stmt> out) {
        demands.add(v);
        if (plan.isEmpty()) {
            return new Expr.Read(v.variable());
        }
        for (Map<Version, Expr> scope : scopes) {
            if (scope.containsKey(v)) {
                return scope.get(v);
            }
        }
        Strategy s = plan.strategy(v);
        if (s instanceof Strategy.Held) {
            return new Expr.Read(v.variable());
        } else if (s instanceof Strategy.Copied c) {
            return new Expr.Read(c.copy());
        } else if (s instanceof Strategy.LeftHere h) {
            return new Expr.Binary(
                    Operator.EQUAL,
                    new Expr.Read(h.exit()),
                    new Expr.Constant(h.number(), Type.Primitive.INT),
                    Type.Primitive.BOOLEAN);
        }
        Expr value = fetch(v, s, out);
        Var name = v.variable().isDerivative()
                ? v.variable().copy()
                : Var.temporary(v.variable().name(), v.variable().type());
        out.add(new Stmt.Declare(name, value, asking));
        put(v, new Expr.Read(name));
        return new Expr.Read(name);
    }

    /** Where a value is taken from. One that is passed on and asked for in this run for the first time is there in the next. */
    private Expr fetch(Version v, Strategy s, List<Stmt> out) {
        if (s instanceof Strategy.Recomputed) {
            return subject.resolve(v.definition(), v.site(), o -> get(o, out));
        } else if (s instanceof Strategy.Stacked k) {
            return Tapes.pop(k.stack(), v.variable().type());
        } else if (s instanceof Strategy.Taped t) {
            Version counter = subject.counter(t.loop());
            Expr index = Tapes.index(t.loop(), get(counter, out));
            return new Expr.Element(new Expr.Read(t.tape()), index, v.variable().type());
        } else if (s instanceof Strategy.SteppedBack b) {
            Expr by = b.step().right() instanceof Expr.Read r
                    ? get(subject.versions().use(b.end().site(), r.variable()), out)
                    : b.step().right();
            Operator back = b.step().operator() == Operator.ADD ? Operator.SUBTRACT : Operator.ADD;
            return new Expr.Binary(back, get(b.end(), out), by, b.step().type());
        } else if (s instanceof Strategy.Passed) {
            return new Expr.Read(v.variable());
        }
        throw new IllegalStateException("no value of " + v + " by " + s);
    }

    /** Makes a value available before code that may ask for it in a scope of its own. */
    void prepare(Version v, List<Stmt> out) {
        if (!isAtHand(v)) {
            get(v, out);
        }
    }
}
