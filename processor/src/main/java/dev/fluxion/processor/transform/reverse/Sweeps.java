package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.TensorTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Both sweeps of a function, and what passes between them. */
final class Sweeps {

    /** What is asked for hardly changes after the first run by a plan. */
    private static final int RUNS = 4;

    private final Subject subject;
    private final Primitives primitives;
    private final Var tape;
    private final boolean unitSeed;
    private final Map<Var, Shadows.Rows> rows;
    private final List<Var> results = new ArrayList<>();
    private final List<Var> seeds = new ArrayList<>();
    private final List<Expr> values;
    private final List<Expr> adjoints = new ArrayList<>();
    private final Map<Var, Var> unused = new HashMap<>();
    private final Plan plan;
    private final List<Stmt> forward;
    private final boolean tapeUsed;
    private List<Stmt> reverse = List.of();

    private final boolean split;

    Sweeps(Preparation preparation, Calls calls, Set<Var> kept, Var tape, boolean unitSeed, boolean split) {
        this.primitives = preparation.primitives();
        this.subject = Subject.of(preparation, calls, kept, split);
        this.split = split;
        this.tape = tape;
        this.unitSeed = unitSeed;
        this.rows = preparation.rows();
        this.values = returned();
        Demands asked = reverse(new Plan(), new Demands());
        asked = reverse(new Plan(), asked);
        this.plan = Planner.plan(subject, asked.all());
        asked = reverse(plan, asked);
        Demands planned;
        int runs = 0;
        do {
            planned = asked;
            asked = reverse(plan, planned);
        } while (!asked.all().equals(planned.all()) && ++runs < RUNS);
        checkPassed(asked, planned);
        ForwardSweep sweep = new ForwardSweep(subject, plan, asked.all(), planned.all(), primitives, tape);
        this.forward = sweep.run();
        this.tapeUsed = sweep.usesTape();
    }

    /** Whatever branches pass on was asked for in the run before as well. */
    private void checkPassed(Demands asked, Demands planned) {
        for (Version v : asked.all()) {
            if (plan.strategy(v) instanceof Strategy.Passed && !planned.all().contains(v)) {
                throw new IllegalStateException(v + " is asked for, but not passed on");
            }
        }
    }

    private Stmt.Return last() {
        List<Stmt> body = subject.function().body().statements();
        return (Stmt.Return) body.get(body.size() - 1);
    }

    /** The adjoint array of an active array parameter. */
    Var bar(Var parameter) {
        return rows.containsKey(parameter)
                ? rows.get(parameter).given()
                : primitives.bars().get(parameter);
    }

    private List<Expr> returned() {
        Stmt.Return last = last();
        for (Expr e : last.values()) {
            Var v = ((Expr.Read) e).variable();
            results.add(v);
            if (v.type().isActivatable() && !(split && v.type().isFloatingArray())) {
                String name = last.values().size() == 1 ? "result" : v.name();
                seeds.add(new Var(name + "Bar", v.type().tangent()));
            }
        }
        return last.values();
    }

    /** Writes the reverse sweep by a plan; the first run, without one, only finds out what it asks for. */
    private Demands reverse(Plan plan, Demands planned) {
        Demands asked = new Demands();
        Adjoints bars = new Adjoints();
        Values known = new Values(subject, plan, asked);
        Operations operations = new Operations(subject, known, planned, bars, primitives, tape);
        ReverseSweep sweep = new ReverseSweep(subject, known, asked, planned, plan, bars, operations);
        List<Stmt> code = new ArrayList<>();
        int next = 0;
        for (Var r : results) {
            if (!r.type().isActivatable() || split && r.type().isFloatingArray()) {
                continue;
            }
            Var seed = seeds.get(next++);
            if (r.type().isFloatingArray()) {
                if (primitives.bars().containsKey(r)) {
                    Expr bar = known.get(
                            subject.versions().use(last(), primitives.bars().get(r)), code);
                    code.add(ArrayAdjoints.add(new Expr.Read(seed), bar));
                }
            } else if (r.type().isOfTensors() && !split) {
                Expr value = known.get(subject.versions().use(last(), r), code);
                bars.add(r, tensorSeed(seed, value), code, Span.NONE);
            } else if (unitSeed) {
                bars.add(r, ReverseMode.seed(bars.bar(r), true), code, Span.NONE);
            } else {
                bars.bind(r, seed);
            }
        }
        rows.forEach((v, r) -> code.add(ArrayAdjoints.add(new Expr.Read(r.given()), new Expr.Read(r.own()))));
        code.addAll(sweep.run());
        rows.forEach((v, r) -> code.add(ArrayAdjoints.set(new Expr.Read(r.kept()), new Expr.Read(r.given()))));
        adjoints.clear();
        subject.function().activeVariables().stream()
                .filter(v -> !v.type().isFloatingArray())
                .forEach(v -> adjoints.add(sweep.result(v)));
        reverse = code;
        return asked;
    }

    private Expr tensorSeed(Var seed, Expr value) {
        return unitSeed ? TensorTerms.one(value) : TensorTerms.checked(new Expr.Read(seed), value, seed.name());
    }

    /** The function, as it was before it was prepared, which reads copies of arrays instead of having their elements recorded; or itself. */
    Function withSnapshots(Function simple) {
        return Snapshots.apply(simple, subject, plan);
    }

    boolean usesTape() {
        return tapeUsed;
    }

    List<Stmt> forward() {
        return forward;
    }

    List<Stmt> reverse() {
        return reverse;
    }

    List<Var> seeds() {
        return seeds;
    }

    /** What the function returns. */
    List<Expr> values() {
        return values;
    }

    /** The arrays of adjoints of the arrays that the function returns, made where there is none. */
    List<Expr> shadows(List<Stmt> code) {
        List<Expr> found = new ArrayList<>();
        for (Var r : results) {
            if (r.type().isFloatingArray()) {
                Var bar = primitives.bars().get(r);
                if (bar == null) {
                    bar = r.bar();
                    code.add(new Stmt.Declare(bar, ArrayAdjoints.zeros(Expr.read(r)), Span.NONE));
                }
                found.add(Expr.read(bar));
            }
        }
        return found;
    }

    /** The adjoints of the active parameters at the end of the reverse sweep. */
    List<Expr> adjoints() {
        return adjoints;
    }

    /** The parameters of the function that the reverse sweep, when it is one of its own, is given again: numbers and truth values. */
    List<Parameter> given() {
        List<Parameter> given = new ArrayList<>();
        for (Parameter p : subject.function().parameters()) {
            if (p.variable().type() instanceof Type.Primitive) {
                given.add(new Parameter(given(p.variable()), p.role(), p.active()));
            }
        }
        return given;
    }

    /** The variable that holds what a parameter was at the beginning. */
    private Var given(Var parameter) {
        Version first = new Version(
                parameter,
                Version.Kind.PARAMETER,
                null,
                null,
                subject.versions().root());
        if (plan.strategy(first) instanceof Strategy.Copied c) {
            return c.copy();
        }
        boolean assigned = Occurrences.of(subject.function()).definitions(parameter) > 1;
        return assigned ? unused.computeIfAbsent(parameter, Var::copy) : parameter;
    }

    /** The variables of the forward sweep that the reverse sweep reads and that it is not given anyhow. */
    List<Var> across() {
        Set<Var> own = new HashSet<>(seeds);
        own.add(tape);
        given().forEach(p -> own.add(p.variable()));
        Set<Var> found = new LinkedHashSet<>();
        Walk.statements(new Block(reverse), s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            }
            found.addAll(Reversal.touched(s));
            Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> stacks(part, found)));
        });
        adjoints.forEach(e -> Walk.expressions(e, part -> {
            if (part instanceof Expr.Read r) {
                found.add(r.variable());
            }
        }));
        found.removeAll(own);
        return new ArrayList<>(found);
    }

    private static void stacks(Expr part, Set<Var> found) {
        if (part instanceof Expr.Pop p) {
            found.add(p.stack());
        } else if (part instanceof Expr.IsEmpty i) {
            found.add(i.stack());
        }
    }
}
