package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import dev.fluxion.processor.transform.normalise.Counters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame of a reversed loop: how often it runs, its counter, and what it carries from one iteration to the one before. */
final class LoopReversal {

    private final Subject subject;
    private final Values values;
    private final Operations operations;
    private final Plan plan;
    private final Stmt.Loop loop;
    private final Optional<CountedLoop> counted;
    private final Map<Version, Var> carried = new LinkedHashMap<>();
    private Var counter;
    private Expr from;
    private Expr bound;
    private Var remaining;
    private Expr trips;
    private Var emptied;
    private Var exit;

    LoopReversal(Subject subject, Values values, Operations operations, Plan plan, Stmt.Loop loop) {
        this.subject = subject;
        this.values = values;
        this.operations = operations;
        this.plan = plan;
        this.loop = loop;
        this.counted = CountedLoop.of(loop);
    }

    /** What must be known before the loop. */
    void before(List<Stmt> out) {
        counted.ifPresent(c -> {
            from = operations.resolve(c.from(), loop, out);
            bound = operations.resolve(c.bound(), loop, out);
            counter = c.counter().copy();
            if (!c.isPlain()) {
                Expr outside = c.inclusive() ? CountedLoop.plus(bound, c.upwards() ? 1 : -1) : bound;
                out.add(new Stmt.Declare(counter, outside, Span.NONE));
            }
        });
        if (counted.isEmpty()) {
            uncounted(out);
        }
        for (Map.Entry<Version, Strategy.Carried> e : plan.carriedBy(loop).entrySet()) {
            Var variable = e.getKey().variable().copy();
            out.add(new Stmt.Declare(variable, values.get(e.getValue().behind(), out), Span.NONE));
            carried.put(e.getKey(), variable);
        }
        exit = plan.exit(loop);
        if (exit != null) {
            Var told = subject.names().exits().get(loop);
            out.add(new Stmt.Declare(exit, values.get(subject.versions().after(loop, told), out), Span.NONE));
        }
    }

    private void uncounted(List<Stmt> out) {
        Optional<Counters.Counter> step = Counters.of(loop);
        boolean needsCounter = step.isPresent() && plan.asksFor(subject.counter(loop));
        if (needsCounter) {
            from = operations.resolve(step.get().from(), loop, out);
            counter = step.get().variable().copy();
        }
        emptied = needsCounter ? null : plan.emptied(loop);
        if (emptied == null) {
            Var told = subject.names().trips().get(loop);
            trips = values.get(subject.versions().after(loop, told), out);
            remaining = Var.temporary("remaining", Type.Primitive.LONG);
        }
    }

    /** What is known at the beginning of a reversed iteration: all that held at the end of the iteration. */
    void beginIteration(List<Stmt> body) {
        if (counted.isPresent()) {
            if (!counted.get().isPlain()) {
                body.add(new Stmt.Assign(
                        counter,
                        CountedLoop.plus(new Expr.Read(counter), counted.get().upwards() ? -1 : 1),
                        Span.NONE));
            }
            values.put(subject.counter(loop), new Expr.Read(counter));
        } else if (counter != null) {
            body.add(new Stmt.Declare(
                    counter, countedFrom(Counters.of(loop).orElseThrow().step()), Span.NONE));
            values.put(subject.counter(loop), new Expr.Read(counter));
        }
        carried.forEach((version, variable) -> values.put(version, new Expr.Read(variable)));
    }

    /** The counter of an iteration by its number: {@code from + (remaining - 1) * step}. */
    private Expr countedFrom(long step) {
        Expr one = new Expr.Constant(1L, Type.Primitive.LONG);
        Expr before = new Expr.Binary(Operator.SUBTRACT, new Expr.Read(remaining), one, Type.Primitive.LONG);
        Expr number = new Expr.Cast(Type.Primitive.INT, before, Span.NONE);
        Expr steps = step == 1
                ? number
                : new Expr.Binary(
                        Operator.MULTIPLY,
                        number,
                        new Expr.Constant((int) step, Type.Primitive.INT),
                        Type.Primitive.INT);
        boolean zero = from instanceof Expr.Constant c && Integer.valueOf(0).equals(c.value());
        return zero ? steps : new Expr.Binary(Operator.ADD, from, steps, Type.Primitive.INT);
    }

    /** Makes what held at the head of the iteration what holds at the end of the one before. */
    void endIteration(List<Stmt> body) {
        carried.forEach((version, variable) -> {
            Version head = plan.carriedBy(loop).get(version).head();
            body.add(new Stmt.Assign(variable, values.get(head, body), Span.NONE));
        });
        if (exit != null) {
            body.add(new Stmt.Assign(exit, new Expr.Constant(0, Type.Primitive.INT), Span.NONE));
        }
    }

    /** The reversed loop. */
    Stmt loop(Block body) {
        Label label = subject.isIndependent(loop)
                ? Label.undoing(loop.label(), subject.function().callee())
                : new Label(null);
        if (counted.isPresent()) {
            return counted.get().isPlain() ? plain(label, counted.get(), body) : stepped(label, counted.get(), body);
        } else if (emptied != null) {
            Expr more = new Expr.Unary(Operator.NOT, new Expr.IsEmpty(emptied), Type.Primitive.BOOLEAN);
            return Stmt.Loop.whileLoop(label, more, body, loop.span());
        }
        List<Stmt> update = new ArrayList<>();
        Expr one = new Expr.Constant(1L, Type.Primitive.LONG);
        update.add(new Stmt.Assign(
                remaining,
                new Expr.Binary(Operator.SUBTRACT, new Expr.Read(remaining), one, Type.Primitive.LONG),
                Span.NONE));
        return new Stmt.Loop(
                label,
                Stmt.Loop.Form.FOR,
                Block.of(new Stmt.Declare(remaining, trips, Span.NONE)),
                new Expr.Binary(
                        Operator.GREATER,
                        new Expr.Read(remaining),
                        new Expr.Constant(0L, Type.Primitive.LONG),
                        Type.Primitive.BOOLEAN),
                new Block(update),
                body,
                loop.span());
    }

    private Stmt plain(Label label, CountedLoop c, Block body) {
        CountedLoop renamed = new CountedLoop(counter, c.from(), c.bound(), c.upwards(), c.inclusive());
        return new Stmt.Loop(
                label,
                Stmt.Loop.Form.FOR,
                Block.of(new Stmt.Declare(counter, renamed.last(from, bound), Span.NONE)),
                renamed.reversedCondition(from),
                Block.of(renamed.reversedUpdate()),
                body,
                loop.span());
    }

    private Stmt stepped(Label label, CountedLoop c, Block body) {
        Expr more = new Expr.Binary(
                c.upwards() ? Operator.GREATER : Operator.LESS, new Expr.Read(counter), from, Type.Primitive.BOOLEAN);
        return Stmt.Loop.whileLoop(label, more, body, loop.span());
    }
}
