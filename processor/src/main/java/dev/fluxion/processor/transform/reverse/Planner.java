package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import dev.fluxion.processor.transform.normalise.Counters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for every value that the reverse sweep asks for where it comes from: still there, computed again when pure and cheap, carried along
 * by the reversed loop, or recorded (to be recorded, TBR: Hascoët, Naumann, Pascual 2005).
 */
final class Planner {

    /** So many operations are computed again rather than recorded in every iteration. */
    private static final int LOOP_BUDGET = 4;

    /** So many are computed again rather than kept in a variable. */
    private static final int STRAIGHT_BUDGET = 2;

    private final Subject subject;
    private final Versions versions;
    private final Occurrences occurrences;
    private final Set<Version> asked;
    private final Plan plan = new Plan();
    private final Deque<Version> open = new ArrayDeque<>();

    private Planner(Subject subject, Set<Version> asked) {
        this.subject = subject;
        this.versions = subject.versions();
        this.occurrences = Occurrences.of(subject.function());
        this.asked = asked;
    }

    /** A plan for the values asked for and for those that getting at them asks for. */
    static Plan plan(Subject subject, Set<Version> asked) {
        Planner planner = new Planner(subject, asked);
        planner.open.addAll(asked);
        while (!planner.open.isEmpty()) {
            Version v = planner.open.remove();
            if (!planner.plan.asksFor(v)) {
                planner.put(v, planner.decide(v));
            }
        }
        return planner.plan;
    }

    private void put(Version v, Strategy s) {
        plan.put(v, s);
        if (s instanceof Strategy.Recomputed) {
            open.addAll(operands(v));
        } else if (s instanceof Strategy.Carried c) {
            open.add(c.head());
            open.add(c.behind());
        } else if (s instanceof Strategy.SteppedBack b) {
            open.add(b.end());
            open.addAll(read(b.step().right(), b.end().site()));
        } else if (s instanceof Strategy.Taped t) {
            open.add(subject.counter(t.loop()));
        } else if (s instanceof Strategy.Counted) {
            Stmt.Loop loop = (Stmt.Loop) v.site();
            open.addAll(read(Counters.of(loop).orElseThrow().from(), loop));
        }
    }

    private Strategy decide(Version v) {
        Optional<Strategy> left = leftHere(v);
        if (left.isPresent()) {
            return left.get();
        }
        Region instance = v.region().instance();
        return instance.isRoot() ? straight(v) : repeated(v, (Stmt.Loop) instance.owner());
    }

    /** The condition of a branch that leaves its loop, if it is computed for that branch alone and in the same iteration. */
    private Optional<Strategy> leftHere(Version v) {
        for (var e : subject.names().exitNumbers().entrySet()) {
            if (e.getKey().condition() instanceof Expr.Read r
                    && r.variable() == v.variable()
                    && v.region().instance().owner() instanceof Stmt.Loop loop
                    && leaves(e.getKey(), loop)
                    && occurrences.reads(v.variable()) == 1) {
                open.add(versions.after(loop, subject.names().exits().get(loop)));
                return Optional.of(new Strategy.LeftHere(plan.askExit(loop), e.getValue()));
            }
        }
        return Optional.empty();
    }

    private static boolean leaves(Stmt.If branch, Stmt.Loop loop) {
        List<Stmt> taken = branch.whenTrue().statements();
        return !taken.isEmpty() && taken.get(taken.size() - 1) instanceof Stmt.Break b && b.target() == loop.label();
    }

    /** A value that is made at most once. */
    private Strategy straight(Version v) {
        boolean survives = versions.survives(v);
        boolean passed = survives && isPassed(v);
        if (survives && !passed && isDeclaredOutside(v)) {
            return new Strategy.Held();
        }
        boolean nested = !v.region().isRoot() && !isParameter(v);
        int budget = v.variable().type() == Type.Primitive.BOOLEAN ? LOOP_BUDGET : nested ? STRAIGHT_BUDGET : 0;
        if (cost(v, budget) <= budget && operands(v).stream().allMatch(this::isStillThere)) {
            return new Strategy.Recomputed();
        }
        return passed
                ? new Strategy.Passed()
                : survives
                        ? new Strategy.Held()
                        : new Strategy.Copied(v.variable().copy());
    }

    /** Whether a number that a branch of a split function makes passes to the other half only if the branch was taken. */
    private boolean isPassed(Version v) {
        return subject.split()
                && !v.region().isRoot()
                && v.variable().type() instanceof Type.Primitive
                && v.variable().type() != Type.Primitive.BOOLEAN;
    }

    /** Whether a value that is made in a branch stays in a variable that is declared before it; a condition is evaluated again rather. */
    private boolean isDeclaredOutside(Version v) {
        Region scope = versions.scope(v.variable());
        return !v.region().isRoot()
                && v.variable().type() != Type.Primitive.BOOLEAN
                && (scope == null || scope.isRoot());
    }

    private boolean isParameter(Version v) {
        return v.kind() == Version.Kind.PARAMETER;
    }

    private boolean isStillThere(Version v) {
        return v.region().instance().isRoot() && versions.survives(v);
    }

    private int cost(Version v) {
        return Costs.of(v.definition(), e -> subject.isStable(v.site(), e));
    }

    /** What it costs to make a value again, with those of its operands that are made again too. */
    private int cost(Version v, int budget) {
        if (v.definition() == null || budget < 0) {
            return Costs.NEVER;
        }
        int sum = cost(v);
        for (Version o : operands(v)) {
            boolean held =
                    sum > budget || isParameter(o) || o.region().isRoot() || asked.contains(o) || plan.asksFor(o);
            sum += held ? 0 : Math.min(cost(o, budget - sum), budget + 1);
        }
        return sum;
    }

    /** A value that every iteration makes anew. */
    private Strategy repeated(Version v, Stmt.Loop loop) {
        if (v.kind() == Version.Kind.HEAD && v.site() == loop && isCounter(v, loop)) {
            return new Strategy.Counted();
        }
        Optional<Strategy> steppedBack = steppedBack(v, loop);
        if (steppedBack.isPresent()) {
            return steppedBack.get();
        }
        if (cost(v, loop, LOOP_BUDGET) <= LOOP_BUDGET) {
            return new Strategy.Recomputed();
        }
        Version head = versions.heads(loop).get(v.variable());
        if (head != null
                && v.equals(versions.bodyEnd(loop, v.variable()))
                && v.kind() != Version.Kind.HEAD
                && (asked.contains(head) || plan.asksFor(head))
                && versions.after(loop, v.variable()) != null) {
            return new Strategy.Carried(loop, head, versions.after(loop, v.variable()));
        }
        return recorded(v, loop);
    }

    private boolean isCounter(Version v, Stmt.Loop loop) {
        return Counters.of(loop).map(c -> c.variable() == v.variable()).orElse(false);
    }

    /** An integer that each iteration changes by a constant, by the loop's counter or by what is the same in all iterations: exact arithmetic is undone exactly. */
    private Optional<Strategy> steppedBack(Version v, Stmt.Loop loop) {
        Optional<Expr.Binary> step =
                v.kind() == Version.Kind.HEAD && v.site() == loop ? step(v, loop) : Optional.empty();
        return step.map(by -> {
            Version end = versions.bodyEnd(loop, v.variable());
            put(end, new Strategy.Carried(loop, v, versions.after(loop, v.variable())));
            return new Strategy.SteppedBack(end, by);
        });
    }

    /** The sum or difference by which an iteration changes an integer, if that is the only change. */
    private Optional<Expr.Binary> step(Version v, Stmt.Loop loop) {
        Version end = versions.bodyEnd(loop, v.variable());
        boolean once = versions.after(loop, v.variable()) != null
                && end.site() instanceof Stmt.Assign a
                && end.region() == v.region()
                && a.value() instanceof Expr.Binary b
                && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)
                && (b.type() == Type.Primitive.INT || b.type() == Type.Primitive.LONG)
                && b.left().equals(Expr.read(v.variable()))
                && v.equals(versions.use(a, v.variable()))
                && isKnownStep(b.right(), a, loop);
        return once ? Optional.of((Expr.Binary) ((Stmt.Assign) end.site()).value()) : Optional.empty();
    }

    private boolean isKnownStep(Expr by, Stmt at, Stmt.Loop loop) {
        if (!(by instanceof Expr.Read r)) {
            return by instanceof Expr.Constant;
        }
        Version step = versions.use(at, r.variable());
        boolean counted = step.kind() == Version.Kind.HEAD && step.site() == loop && isCounter(step, loop);
        return counted || !step.region().isWithin(subject.region(loop, 0));
    }

    private Strategy recorded(Version v, Stmt.Loop loop) {
        boolean once = v.region().instance().parent().instance().isRoot();
        Optional<CountedLoop> counted = CountedLoop.of(loop);
        if (once
                && counted.isPresent()
                && counted.get().isSized()
                && !mayThrowEarly(loop, counted.get())
                && v.variable().type().isPrimitive()) {
            return new Strategy.Taped(Tapes.array(v.variable()), loop);
        }
        return new Strategy.Stacked(Tapes.stack(v.variable()));
    }

    /** Whether a loop may be meant to end by an exception long before its bound, for which no memory should be asked then. */
    private static boolean mayThrowEarly(Stmt.Loop loop, CountedLoop counted) {
        boolean[] thrown = {false};
        Walk.statements(loop.body(), s -> thrown[0] |= s instanceof Stmt.Throw);
        if (counted.isOutOfReach()) {
            Walk.allExpressions(loop.body(), e -> thrown[0] |= !Effects.isTotalApart(e));
        }
        return thrown[0] && !(counted.bound() instanceof Expr.Length);
    }

    /** What it costs to make a value of an iteration again from what is there in the reversed iteration. */
    private int cost(Version v, Stmt.Loop loop, int budget) {
        if (v.definition() == null || budget < 0) {
            return Costs.NEVER;
        }
        int sum = cost(v);
        for (Version o : operands(v)) {
            if (sum > budget) {
                return Costs.NEVER;
            }
            sum += isThereAnyhow(o, loop) ? 0 : cost(o, loop, budget - sum);
        }
        return sum;
    }

    private boolean isThereAnyhow(Version o, Stmt.Loop loop) {
        boolean outside = !o.region().isWithin(subject.region(loop, 0));
        return outside
                || asked.contains(o)
                || plan.asksFor(o)
                || o.kind() == Version.Kind.HEAD
                        && (isCounter(o, loop)
                                || o.site() == loop && step(o, loop).isPresent());
    }

    /** The versions that the definition of a version reads. */
    private List<Version> operands(Version v) {
        return v.definition() == null ? List.of() : read(v.definition(), v.site());
    }

    private List<Version> read(Expr expression, Stmt at) {
        List<Version> read = new ArrayList<>();
        Walk.expressions(expression, e -> {
            if (e instanceof Expr.Read r) {
                read.add(versions.use(at, r.variable()));
            }
        });
        return read;
    }
}
