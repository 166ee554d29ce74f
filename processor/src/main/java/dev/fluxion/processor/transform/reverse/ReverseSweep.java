package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the reverse sweep of a subject: its statements backwards, each replaced by what it does to adjoints (Griewank and Walther,
 * chapter 6).
 */
final class ReverseSweep {

    private final Subject subject;
    private final Values values;
    private final Demands demands;
    private final Demands planned;
    private final Plan plan;
    private final Adjoints adjoints;
    private final Operations operations;

    /**
     * @param demands collects what this run asks for
     * @param planned what the run before asked for
     */
    ReverseSweep(
            Subject subject,
            Values values,
            Demands demands,
            Demands planned,
            Plan plan,
            Adjoints adjoints,
            Operations operations) {
        this.subject = subject;
        this.values = values;
        this.demands = demands;
        this.planned = planned;
        this.plan = plan;
        this.adjoints = adjoints;
        this.operations = operations;
    }

    /** The whole sweep. */
    List<Stmt> run() {
        List<Stmt> out = new ArrayList<>();
        block(subject.function().body(), subject.versions().root(), out);
        return out;
    }

    private void block(Block block, Region region, List<Stmt> out) {
        List<Stmt> statements = block.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Stmt s = statements.get(i);
            if (subject.isReversed(s)) {
                statement(s, region, out);
            }
        }
    }

    private void statement(Stmt s, Region region, List<Stmt> out) {
        values.askFor(s.span());
        if (s instanceof Stmt.If i) {
            compound(s, region, out, () -> branch(i, out));
        } else if (s instanceof Stmt.Switch w) {
            compound(s, region, out, () -> choice(w, out));
        } else if (s instanceof Stmt.Loop l) {
            compound(s, region, out, () -> loop(l, out));
        } else if (Attempt.failed(s).isPresent()) {
            compound(
                    s,
                    region,
                    out,
                    () -> attempt((Stmt.Try) s, Attempt.failed(s).get(), out));
        } else if (Guards.is(s)) {
            passed(s, out);
        } else {
            operations.reverse(s, out);
        }
    }

    /** What was executed from beginning to end is reversed from end to beginning. */
    private void passed(Stmt s, List<Stmt> out) {
        List<Block> blocks = Walk.blocks(s);
        if (s instanceof Stmt.Try) {
            int last = blocks.size() - 1;
            block(blocks.get(last), subject.region(s, last), out);
            block(blocks.get(1), subject.region(s, 1), out);
        } else {
            block(blocks.get(0), subject.region(s, 0), out);
        }
    }

    /** What has failed changed nothing. */
    private void attempt(Stmt.Try t, Var failed, List<Stmt> out) {
        Expr flag = values.get(subject.versions().after(t, failed), out);
        Set<Var> touched = subject.touched(t);
        Map<Var, Adjoints.State> before = adjoints.snapshot();
        List<Stmt> done = inner(t.body(), subject.region(t, 1));
        List<Stmt> nothing = new ArrayList<>();
        merge(touched, List.of(adjoints.snapshot(), before), List.of(done, nothing));
        Expr completed = new Expr.Unary(Operator.NOT, flag, Type.Primitive.BOOLEAN);
        out.add(new Stmt.If(completed, new Block(done), new Block(nothing), t.span()));
    }

    /** Reverses a compound statement after making available what must not be fetched inside it. */
    private void compound(Stmt s, Region region, List<Stmt> out, Runnable reverse) {
        demands.enter(s);
        if (values.isPlanned()) {
            for (Version v : planned.within(s)) {
                if (isDue(v, s, region)) {
                    values.prepare(v, out);
                }
            }
        }
        adjoints.materialise(subject.touched(s), out);
        reverse.run();
        demands.leave();
    }

    /**
     * A popped value is taken once, in the region that pushed it. What a loop asks for from outside is made ready once, before it.
     */
    private boolean isDue(Version v, Stmt s, Region region) {
        boolean popped = values.strategy(v) instanceof Strategy.Stacked && v.region() == region;
        boolean fromOutside = s instanceof Stmt.Loop l
                && !v.region().isWithin(subject.region(l, 0))
                && !(values.strategy(v) instanceof Strategy.Stacked)
                && !(values.strategy(v) instanceof Strategy.Carried);
        return popped || fromOutside;
    }

    private void branch(Stmt.If i, List<Stmt> out) {
        Expr condition = operations.read(i.condition(), i, out);
        Set<Var> touched = subject.touched(i);
        Map<Var, Adjoints.State> before = adjoints.snapshot();
        List<Stmt> whenTrue = inner(i.whenTrue(), subject.region(i, 0));
        Map<Var, Adjoints.State> afterTrue = adjoints.snapshot();
        adjoints.restore(before);
        List<Stmt> whenFalse = inner(i.whenFalse(), subject.region(i, 1));
        merge(touched, List.of(afterTrue, adjoints.snapshot()), List.of(whenTrue, whenFalse));
        out.add(new Stmt.If(condition, new Block(whenTrue), new Block(whenFalse), i.span()));
    }

    private void choice(Stmt.Switch w, List<Stmt> out) {
        Expr selector = operations.read(w.selector(), w, out);
        Map<Var, Adjoints.State> before = adjoints.snapshot();
        List<Map<Var, Adjoints.State>> states = new ArrayList<>();
        List<List<Stmt>> bodies = new ArrayList<>();
        boolean total = false;
        for (int c = 0; c < w.cases().size(); c++) {
            adjoints.restore(before);
            bodies.add(inner(w.cases().get(c).body(), subject.region(w, c)));
            states.add(adjoints.snapshot());
            total |= w.cases().get(c).isDefault();
        }
        List<Stmt.Case> cases = new ArrayList<>();
        if (!total) {
            bodies.add(new ArrayList<>());
            states.add(before);
        }
        merge(subject.touched(w), states, bodies);
        for (int c = 0; c < w.cases().size(); c++) {
            Stmt.Case original = w.cases().get(c);
            cases.add(new Stmt.Case(original.constants(), original.isDefault(), new Block(bodies.get(c))));
        }
        if (!total && !bodies.get(bodies.size() - 1).isEmpty()) {
            cases.add(new Stmt.Case(List.of(), true, new Block(bodies.get(bodies.size() - 1))));
        }
        out.add(new Stmt.Switch(new Label(w.label().name()), selector, cases, w.span()));
    }

    /** The reversed code of a block that may or may not be executed. */
    private List<Stmt> inner(Block block, Region region) {
        List<Stmt> code = new ArrayList<>();
        values.open();
        List<Version> passed = plan.passed(region, planned.all());
        for (int i = passed.size() - 1; i >= 0; i--) {
            Var name = Var.temporary(
                    passed.get(i).variable().name(), passed.get(i).variable().type());
            code.add(new Stmt.Declare(name, Tapes.pop(operations.tape(), name.type()), Span.NONE));
            values.put(passed.get(i), new Expr.Read(name));
        }
        block(block, region, code);
        values.close();
        return code;
    }

    /** What holds of adjoints behind branches; one that is zero in name only in some of them is made so in fact. */
    private void merge(Set<Var> touched, List<Map<Var, Adjoints.State>> states, List<List<Stmt>> code) {
        for (Var v : touched) {
            boolean same = states.stream().map(s -> s.get(v)).distinct().count() == 1;
            boolean live = states.stream().anyMatch(s -> s.get(v) == Adjoints.State.LIVE);
            for (int i = 0; i < code.size() && !same; i++) {
                if (states.get(i).get(v) == Adjoints.State.STALE) {
                    adjoints.restore(states.get(i));
                    adjoints.materialise(List.of(v), code.get(i));
                }
            }
            Adjoints.State merged =
                    live ? Adjoints.State.LIVE : same ? states.get(0).get(v) : Adjoints.State.ZERO;
            states.forEach(s -> s.put(v, merged));
        }
        adjoints.restore(states.get(0));
    }

    private void loop(Stmt.Loop l, List<Stmt> out) {
        Set<Var> touched = subject.touched(l);
        LoopReversal reversal = new LoopReversal(subject, values, operations, plan, l);
        reversal.before(out);
        touched.forEach(v -> adjoints.set(v, Adjoints.State.LIVE));
        List<Stmt> body = new ArrayList<>();
        values.open();
        reversal.beginIteration(body);
        block(l.body(), subject.region(l, 0), body);
        reversal.endIteration(body);
        values.close();
        adjoints.settle(touched, body);
        touched.forEach(v -> adjoints.set(v, Adjoints.State.LIVE));
        out.add(reversal.loop(new Block(body)));
    }

    /** The adjoint of a parameter when the sweep is done. */
    Expr result(Var parameter) {
        return adjoints.isZero(parameter)
                ? Defaults.of(adjoints.bar(parameter).type())
                : new Expr.Read(adjoints.bar(parameter));
    }

    /** Where the sweep starts: the adjoint of a result. */
    void seed(Var result, Expr seed, List<Stmt> out) {
        adjoints.add(result, seed, out, Span.NONE);
    }
}
