package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the forward sweep: the primal with what the plan records added, and calls replaced by the forward sweeps of what they call. */
final class ForwardSweep {

    private final Subject subject;
    private final Plan plan;
    private final Set<Version> asked;
    private final Set<Version> planned;
    private final Primitives primitives;
    private final Var tape;
    private final Map<Stmt, List<Version>> savedAfter = new IdentityHashMap<>();
    private final Map<Stmt, List<Version>> savedAtHead = new IdentityHashMap<>();
    private final Map<Stmt, List<Var>> allocated = new IdentityHashMap<>();
    private final Set<Var> hoisted = new LinkedHashSet<>();
    private final Set<Var> unused = new HashSet<>();

    /** The statements in others that are executed to their ends: they are in no region of their own, but in a scope. */
    private final Set<Stmt> passed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The variables that they declare. */
    private final Set<Var> inside = new HashSet<>();

    private final List<Stmt> prologue = new ArrayList<>();
    private boolean tapeUsed;

    /**
     * @param asked what the reverse sweep asks for
     * @param planned what the reverse sweep was written to get of what branches pass on
     */
    ForwardSweep(
            Subject subject, Plan plan, Set<Version> asked, Set<Version> planned, Primitives primitives, Var tape) {
        this.planned = planned;
        this.subject = subject;
        this.plan = plan;
        this.asked = asked;
        this.primitives = primitives;
        this.tape = tape;
    }

    /** The statements of the sweep, without the return. */
    List<Stmt> run() {
        Walk.statements(subject.function().body(), s -> {
            if (Guards.arePassed(s)) {
                Walk.blocks(s).forEach(b -> Walk.statements(b, this::pass));
            }
        });
        plan.strategies().forEach((v, s) -> {
            if (asked.contains(v)) {
                prepare(v, s);
            }
        });
        subject.names().trips().forEach(this::dropUnasked);
        subject.names().exits().forEach(this::dropUnasked);
        List<Stmt> body = new ArrayList<>();
        for (Stmt s : subject.function().body().statements()) {
            if (!(s instanceof Stmt.Return)) {
                body.addAll(statement(s));
            }
        }
        List<Stmt> whole = new ArrayList<>(prologue);
        hoisted.forEach(v -> whole.add(new Stmt.Declare(v, Defaults.of(v.type()), Span.NONE)));
        whole.addAll(body);
        return whole;
    }

    private void pass(Stmt s) {
        passed.add(s);
        if (s instanceof Stmt.Declare d) {
            inside.add(d.variable());
        }
    }

    boolean usesTape() {
        return tapeUsed;
    }

    private void dropUnasked(Stmt.Loop loop, Var told) {
        if (!asked.contains(subject.versions().after(loop, told))) {
            unused.add(told);
        }
    }

    private void prepare(Version v, Strategy s) {
        if (s instanceof Strategy.Held) {
            Region scope = subject.versions().scope(v.variable());
            if (scope != null && !scope.isRoot() || inside.contains(v.variable())) {
                hoisted.add(v.variable());
            }
        } else if (s instanceof Strategy.Passed && inside.contains(v.variable())) {
            hoisted.add(v.variable());
        } else if (s instanceof Strategy.Copied c) {
            save(v);
            if (!v.region().isRoot() || passed.contains(v.site())) {
                hoisted.add(c.copy());
            }
        } else if (s instanceof Strategy.Stacked k) {
            prologue.add(Tapes.declare(k.stack()));
            save(v);
        } else if (s instanceof Strategy.Taped t) {
            allocated.computeIfAbsent(t.loop(), l -> new ArrayList<>()).add(t.tape());
            boolean isInside = !subject.region(t.loop(), 0).parent().isRoot() || passed.contains((Stmt) t.loop());
            if (!subject.versions().heads(t.loop()).isEmpty() && isInside) {
                hoisted.add(t.tape());
            }
            save(v);
        }
    }

    private void save(Version v) {
        if (v.kind() == Version.Kind.PARAMETER) {
            prologue.addAll(saving(v));
        } else {
            Map<Stmt, List<Version>> places = v.kind() == Version.Kind.HEAD ? savedAtHead : savedAfter;
            places.computeIfAbsent(v.site(), s -> new ArrayList<>()).add(v);
        }
    }

    /** The statements that record a version while its variable holds it. */
    private List<Stmt> saving(Version v) {
        Expr value = new Expr.Read(v.variable());
        Strategy s = plan.strategy(v);
        if (s instanceof Strategy.Stacked k) {
            return List.of(Tapes.push(k.stack(), value));
        } else if (s instanceof Strategy.Taped t) {
            Expr counter = new Expr.Read(subject.counter(t.loop()).variable());
            Expr index = Tapes.index(t.loop(), counter);
            return List.of(new Stmt.StoreElement(new Expr.Read(t.tape()), index, value, Span.NONE));
        }
        Var copy = ((Strategy.Copied) s).copy();
        return List.of(
                hoisted.contains(copy)
                        ? new Stmt.Assign(copy, value, Span.NONE)
                        : new Stmt.Declare(copy, value, Span.NONE));
    }

    private Block block(Block b) {
        List<Stmt> code = new ArrayList<>();
        b.statements().forEach(s -> code.addAll(statement(s)));
        return new Block(code);
    }

    private List<Stmt> statement(Stmt s) {
        if (Reversal.targets(s).stream().anyMatch(unused::contains)) {
            return List.of();
        }
        List<Stmt> code = new ArrayList<>(swept(s));
        savedAfter.getOrDefault(s, List.of()).forEach(v -> code.addAll(saving(v)));
        return code;
    }

    private List<Stmt> swept(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Loop l) {
            code.addAll(loop(l));
        } else if (s instanceof Stmt.If i) {
            code.add(new Stmt.If(i.condition(), branch(i, 0), branch(i, 1), i.span()));
        } else if (s instanceof Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            for (int k = 0; k < w.cases().size(); k++) {
                Stmt.Case c = w.cases().get(k);
                cases.add(new Stmt.Case(c.constants(), c.isDefault(), branch(w, k)));
            }
            code.add(new Stmt.Switch(w.label(), w.selector(), cases, w.span()));
        } else if (Attempt.failed(s).isPresent()) {
            attempt((Stmt.Try) s, code);
        } else if (s instanceof Stmt.Try t) {
            code.add(new Stmt.Try(t.resources(), block(t.body()), t.catches(), block(t.finallyBlock()), t.span()));
        } else if (s instanceof Stmt.Synchronized y) {
            code.add(new Stmt.Synchronized(y.monitor(), block(y.body()), y.span()));
        } else {
            code.addAll(simple(s));
        }
        return code;
    }

    /** All is recorded at the end, and nothing if it is not reached: the reverse sweep takes nothing off then. */
    private void attempt(Stmt.Try t, List<Stmt> code) {
        List<Stmt> body = new ArrayList<>();
        List<Stmt> saved = new ArrayList<>();
        List<Stmt> statements = t.body().statements();
        for (Stmt s : statements.subList(0, statements.size() - 1)) {
            body.addAll(swept(s));
            savedAfter.getOrDefault(s, List.of()).forEach(v -> saved.addAll(saving(v)));
        }
        boolean records = body.stream().anyMatch(s -> Occurrences.mentions(s, tape));
        plan.passed(subject.region(t, 1), planned)
                .forEach(v -> saved.add(Tapes.push(tape, new Expr.Read(v.variable()))));
        body.addAll(saved);
        body.add(statements.get(statements.size() - 1));
        Stmt.Catch all = t.catches().get(0);
        List<Stmt> handler = new ArrayList<>(all.body().statements());
        if (records) {
            Var mark = Var.temporary("mark", new Type.Array(Type.Primitive.INT));
            code.add(Tapes.mark(tape, mark));
            handler.add(Tapes.cut(tape, mark));
        }
        Stmt.Catch cutting = new Stmt.Catch(all.types(), all.variable(), new Block(handler));
        code.add(new Stmt.Try(t.resources(), new Block(body), List.of(cutting), t.finallyBlock(), t.span()));
    }

    /** A branch, which ends in passing on what its reverse needs. */
    private Block branch(Stmt s, int number) {
        List<Stmt> code = new ArrayList<>(block(Walk.blocks(s).get(number)).statements());
        if (code.isEmpty() || !(code.get(code.size() - 1) instanceof Stmt.Throw)) {
            plan.passed(subject.region(s, number), planned)
                    .forEach(v -> code.add(Tapes.push(tape, new Expr.Read(v.variable()))));
        }
        return new Block(code);
    }

    private List<Stmt> loop(Stmt.Loop l) {
        List<Stmt> code = new ArrayList<>();
        for (Var t : allocated.getOrDefault(l, List.of())) {
            Expr allocation = Tapes.allocate(t, l);
            code.add(
                    hoisted.contains(t)
                            ? new Stmt.Assign(t, allocation, Span.NONE)
                            : new Stmt.Declare(t, allocation, Span.NONE));
        }
        List<Stmt> body = new ArrayList<>();
        savedAtHead.getOrDefault(l, List.of()).forEach(v -> body.addAll(saving(v)));
        body.addAll(block(l.body()).statements());
        code.add(new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), new Block(body), l.span()));
        return code;
    }

    private List<Stmt> simple(Stmt s) {
        Stmt swept = s;
        if (s instanceof Stmt.Declare d) {
            swept = new Stmt.Declare(d.variable(), swept(s, d.value(), d.variable()), d.span());
        } else if (s instanceof Stmt.Assign a) {
            swept = new Stmt.Assign(a.variable(), swept(s, a.value(), a.variable()), a.span());
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c && primitives.isDerived(c)) {
            swept = new Stmt.Eval(forward(s, c), e.span());
        } else if (s instanceof Stmt.Invoke i && Primitives.isSweep(i)) {
            swept = sweptAgain(i);
        } else if (s instanceof Stmt.Invoke i
                && subject.isReversed(i)
                && primitives.partial(i).isEmpty()) {
            swept = invoked(i);
        }
        if (swept instanceof Stmt.Declare d && hoisted.contains(d.variable())) {
            return d.value() == null ? List.of() : List.of(new Stmt.Assign(d.variable(), d.value(), d.span()));
        }
        return List.of(swept);
    }

    /** A forward sweep that returns an array is called already; what is known of the arguments is known now. */
    private Stmt sweptAgain(Stmt.Invoke i) {
        tapeUsed = true;
        Callee callee = i.callee().of();
        List<Expr> primal =
                i.arguments().subList(0, i.callee().derivation().active().size());
        Derivation sweep = subject.sweep(Derivation.Transform.FORWARD_SWEEP, i, callee, primal);
        return new Stmt.Invoke(i.targets(), new Callee.Derived(callee, sweep), i.arguments(), i.span());
    }

    private Callee forward(Stmt s, Callee callee, List<Expr> arguments) {
        Derivation sweep = subject.sweep(Derivation.Transform.FORWARD_SWEEP, s, callee, arguments);
        return CallReversal.forward(callee, sweep);
    }

    private Stmt invoked(Stmt.Invoke i) {
        Callee forward = forward(i, i.callee(), i.arguments());
        return forward == i.callee()
                ? i
                : new Stmt.Invoke(i.targets(), (Callee.Derived) forward, withTape(i.arguments()), i.span());
    }

    private Expr swept(Stmt s, Expr value, Var target) {
        boolean asked = value instanceof Expr.Call c
                && primitives.isDerived(c)
                && (subject.isActive(target) || !primitives.bars(c.arguments()).isEmpty());
        return asked ? forward(s, (Expr.Call) value) : value;
    }

    private Expr.Call forward(Stmt s, Expr.Call c) {
        Callee forward = forward(s, c.callee(), c.arguments());
        return forward == c.callee() ? c : new Expr.Call(forward, null, withTape(c.arguments()), c.type(), c.span());
    }

    private List<Expr> withTape(List<Expr> arguments) {
        tapeUsed = true;
        List<Expr> all = new ArrayList<>(arguments);
        primitives.bars(arguments).forEach(v -> all.add(new Expr.Read(v)));
        all.add(new Expr.Read(tape));
        return all;
    }
}
