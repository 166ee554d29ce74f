package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.Terms;
import dev.fluxion.processor.rules.UserRuleCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reverses simple statements: {@code v = op(a, b)} becomes {@code aBar += vBar * dop/da} and so on, and {@code vBar} is used up. */
final class Operations {

    private final Subject subject;
    private final Values values;
    private final Demands planned;
    private final Adjoints adjoints;
    private final Primitives primitives;
    private final CallReversal calls;
    private final ArrayAdjoints arrays;
    private final ArrayMoves moves;
    private final Var tape;

    /**
     * @param planned what the run before asked for
     */
    Operations(Subject subject, Values values, Demands planned, Adjoints adjoints, Primitives primitives, Var tape) {
        this.subject = subject;
        this.planned = planned;
        this.tape = tape;
        this.values = values;
        this.adjoints = adjoints;
        this.primitives = primitives;
        this.arrays = new ArrayAdjoints(subject, values, this, adjoints);
        this.moves = new ArrayMoves(this, arrays, primitives);
        this.calls = new CallReversal(this, primitives, tape);
    }

    /** An expression that a compound statement reads, as of when it did. */
    Expr read(Expr e, Stmt at, List<Stmt> out) {
        return subject.resolve(e, at, v -> values.get(v, out));
    }

    /** The same for an expression in the frame of a loop. */
    Expr resolve(Expr e, Stmt.Loop at, List<Stmt> out) {
        return subject.resolve(e, at, v -> values.get(v, out));
    }

    /** Appends what a statement does to adjoints. */
    void reverse(Stmt s, List<Stmt> out) {
        if (ArrayMoves.changesActive(s, primitives)) {
            moves.reverse(s, out);
        } else if (s instanceof Stmt.Invoke i && Primitives.isSweep(i)) {
            calls.reverse(
                    s,
                    i.callee().of(),
                    i.arguments().subList(0, i.callee().derivation().active().size()),
                    List.of(),
                    out);
        } else if (s instanceof Stmt.Invoke i) {
            calls.reverse(i, i.callee(), i.arguments(), i.targets(), out);
        } else if (s instanceof Stmt.Declare d) {
            assignment(s, d.variable(), d.value(), out);
        } else if (s instanceof Stmt.Assign a) {
            assignment(s, a.variable(), a.value(), out);
        } else if (s instanceof Stmt.StoreElement e) {
            arrays.store(e, out);
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c && primitives.isDerived(c)) {
            List<Var> dropped = c.type().isDifferentiable() ? Collections.singletonList(null) : List.of();
            calls.reverse(s, c.callee(), c.arguments(), dropped, out);
        }
    }

    private void assignment(Stmt s, Var target, Expr value, List<Stmt> out) {
        if (target.type() instanceof Type.Array) {
            return;
        } else if (arrays.isActive(value)) {
            arrays.read(s, target, (Expr.Element) value, out);
            distribute(s, List.of(target), Map.of(), out);
            return;
        }
        Optional<Rule> rule = primitives.rule(value);
        Optional<UserRule> written = primitives.rules().findUserRule(value);
        Map<Var, Expr> contributions = new LinkedHashMap<>();
        if (written.isPresent()) {
            if (!adjoints.isZero(target)) {
                byUserRule(s, target, value, written.get(), contributions, out);
            }
            distribute(s, List.of(target), contributions, out);
        } else if (rule.isPresent()) {
            if (!adjoints.isZero(target)) {
                collect(s, target, value, rule.get(), contributions, out);
            }
            distribute(s, List.of(target), contributions, out);
        } else if (value instanceof Expr.Call c && primitives.isDerived(c)) {
            calls.reverse(s, c.callee(), c.arguments(), List.of(target), out);
        } else {
            distribute(s, List.of(target), Map.of(), out);
        }
    }

    /** A written rule is called here, before the adjoint that it takes is used up. */
    private void byUserRule(
            Stmt s, Var target, Expr value, UserRule rule, Map<Var, Expr> contributions, List<Stmt> out) {
        List<Expr> operands = primitives.operands(value);
        List<Boolean> active = primitives.pattern(operands);
        List<Boolean> wanted = new ArrayList<>();
        List<Expr> then = new ArrayList<>();
        for (int k = 0; k < operands.size(); k++) {
            wanted.add(active.get(k) && rule.active().get(k));
            then.add(read(operands.get(k), s, out));
        }
        if (wanted.contains(true)) {
            UserRuleCalls.Reverse call = UserRuleCalls.reverse(rule, then, wanted, adjoints.value(target), s.span());
            out.addAll(call.statements());
            for (int k = 0; k < operands.size(); k++) {
                if (wanted.get(k)) {
                    Var operand = ((Expr.Read) operands.get(k)).variable();
                    contributions.merge(operand, call.contributions().get(k), Operations::sum);
                }
            }
        }
    }

    /** Uses up the adjoints of what a statement assigned and adds its contributions, the one to its own target last. */
    void distribute(Stmt s, List<Var> targets, Map<Var, Expr> contributions, List<Stmt> out) {
        contributions.forEach((v, e) -> {
            if (!targets.contains(v)) {
                adjoints.add(v, e, out, s.span());
            }
        });
        for (Var t : targets) {
            if (t != null && subject.isActive(t) && adjoints.state(t) == Adjoints.State.LIVE) {
                adjoints.set(t, Adjoints.State.STALE);
            }
        }
        contributions.forEach((v, e) -> {
            if (targets.contains(v)) {
                adjoints.add(v, e, out, s.span());
            }
        });
    }

    private void collect(Stmt s, Var target, Expr value, Rule rule, Map<Var, Expr> contributions, List<Stmt> out) {
        List<Expr> operands = primitives.operands(value);
        List<Expr> names = new ArrayList<>();
        Map<Var, Expr> originals = new LinkedHashMap<>();
        for (Expr o : operands) {
            if (o instanceof Expr.Read r) {
                Var name = r.variable().copy();
                originals.put(name, o);
                names.add(new Expr.Read(name));
            } else {
                names.add(o);
            }
        }
        Var result = target.copy();
        Expr seed = adjoints.value(target);
        for (int k = 0; k < operands.size(); k++) {
            if (operands.get(k) instanceof Expr.Read r && subject.isActive(r.variable()) && rule.differentiable(k)) {
                Expr term = rule.contribution(k, names, new Expr.Read(result), seed);
                Expr resolved = substitute(s, term, originals, result, target, out);
                contributions.merge(r.variable(), resolved, Operations::sum);
            }
        }
    }

    /** A rule's term with the values as of the statement. */
    private Expr substitute(Stmt s, Expr term, Map<Var, Expr> originals, Var result, Var target, List<Stmt> out) {
        Version value = subject.versions().after(s, target);
        return new Rewriter() {
            @Override
            public Expr expr(Expr e) {
                Optional<Version> computed = e instanceof Expr.Call c
                        ? subject.calls().find(c, this::version, value.region())
                        : Optional.empty();
                return computed.filter(planned.all()::contains)
                        .map(v -> values.get(v, out))
                        .orElseGet(() -> super.expr(e));
            }

            private Version version(Var name) {
                return name == result
                        ? value
                        : originals.get(name) instanceof Expr.Read r
                                ? subject.versions().use(s, r.variable())
                                : null;
            }

            @Override
            protected Expr leave(Expr e) {
                if (e instanceof Expr.Read r && r.variable() == result) {
                    return values.get(value, out);
                } else if (e instanceof Expr.Read r && originals.containsKey(r.variable())) {
                    return read(originals.get(r.variable()), s, out);
                }
                return e;
            }
        }.expr(term);
    }

    /** The value that a statement gave a variable. */
    Expr result(Stmt s, Var target, List<Stmt> out) {
        Version v = subject.versions().after(s, target);
        return values.get(v, out);
    }

    /** The tape between the halves of a split function, which calls share. */
    Var tape() {
        return tape;
    }

    /** The derivation that is one of the two sweeps of what a statement calls. */
    Derivation sweep(Derivation.Transform transform, Stmt s, Callee callee, List<Expr> arguments) {
        return subject.sweep(transform, s, callee, arguments);
    }

    Adjoints adjoints() {
        return adjoints;
    }

    boolean isActive(Var v) {
        return subject.isActive(v);
    }

    static Expr sum(Expr a, Expr b) {
        return Terms.plus(a, b);
    }

    static Expr product(Expr a, Expr b) {
        return new Expr.Binary(Operator.MULTIPLY, a, b, a.type());
    }
}
