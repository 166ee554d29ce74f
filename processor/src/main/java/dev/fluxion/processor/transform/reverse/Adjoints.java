package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.Terms;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The adjoint variables of a reverse sweep while it is being written, and what is known of each: that it is zero, so that the first
 * contribution assigns instead of adding, and whether the variable holds that zero or has yet to be given it.
 */
final class Adjoints {

    /** What is known of an adjoint. */
    enum State {
        /** Zero, and not declared. */
        ABSENT,
        /** Zero, but the variable holds something else. */
        STALE,
        /** Zero, and the variable holds it. */
        ZERO,
        /** Anything. */
        LIVE
    }

    private final Map<Var, Var> bars = new HashMap<>();
    private Map<Var, State> states = new LinkedHashMap<>();

    /** The adjoint variable of a primal one. */
    Var bar(Var v) {
        return bars.computeIfAbsent(v, Var::bar);
    }

    State state(Var v) {
        return states.getOrDefault(v, State.ABSENT);
    }

    /** Lets a given variable, such as a seed, be the adjoint. */
    void bind(Var v, Var bar) {
        bars.put(v, bar);
        states.put(v, State.LIVE);
    }

    /** The states at a place, to be taken up again at another. */
    Map<Var, State> snapshot() {
        return new LinkedHashMap<>(states);
    }

    void restore(Map<Var, State> snapshot) {
        states = new LinkedHashMap<>(snapshot);
    }

    void set(Var v, State state) {
        states.put(v, state);
    }

    /** The adjoint's value where it is certainly declared or zero. */
    Expr value(Var v) {
        return isZero(v) ? Defaults.of(bar(v).type()) : new Expr.Read(bar(v));
    }

    boolean isZero(Var v) {
        return state(v) != State.LIVE;
    }

    /** Adds to an adjoint. */
    void add(Var v, Expr contribution, List<Stmt> out, Span span) {
        Var bar = bar(v);
        switch (state(v)) {
            case ABSENT -> out.add(new Stmt.Declare(bar, contribution, span));
            case STALE, ZERO -> assign(bar, contribution, out, span);
            case LIVE -> out.add(new Stmt.Assign(bar, Terms.plus(new Expr.Read(bar), contribution), span));
        }
        states.put(v, State.LIVE);
    }

    /** What an adjoint passes on to itself is there already. */
    private static void assign(Var bar, Expr contribution, List<Stmt> out, Span span) {
        if (!contribution.equals(new Expr.Read(bar))) {
            out.add(new Stmt.Assign(bar, contribution, span));
        }
    }

    /** Sees to it that the adjoints hold what they are, for code that may or may not be executed. */
    void materialise(Collection<Var> variables, List<Stmt> out) {
        for (Var v : variables) {
            Var bar = bar(v);
            Expr zero = Defaults.of(bar.type());
            if (state(v) == State.ABSENT) {
                out.add(new Stmt.Declare(bar, zero, Span.NONE));
                states.put(v, State.ZERO);
            } else if (state(v) == State.STALE) {
                out.add(new Stmt.Assign(bar, zero, Span.NONE));
                states.put(v, State.ZERO);
            }
        }
    }

    /** Writes the zero into each stale one of these. */
    void settle(Collection<Var> variables, List<Stmt> out) {
        variables.stream().filter(v -> state(v) == State.STALE).toList().forEach(v -> materialise(List.of(v), out));
    }
}
