package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.DefiniteAssignment;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes exceptions inside active code values, and where they go jumps, so that the reverse sweep learns how far a try statement came as it learns of any other way that
 * control takes: what may throw is attempted by itself, a variable keeps the exception, and the handler is a branch behind the code. (Exceptions as values:
 * Wadler, Comprehending monads, 1990.)
 *
 * <p>Statements in which no exception ends ({@link Guards#arePassed}) stay as they are: where the reverse sweep begins at all they were executed to their ends.
 *
 * <p>Out of memory and stack overflows apart, which may happen anywhere, every exception is thrown by the statement that throws it in the primal, and arrives where it
 * does there.
 */
public final class ExceptionElimination extends Rewriter {

    private final ActiveCode active;
    private final Handled handled;

    private ExceptionElimination(Function function, ActiveCode active) {
        this.active = active;
        this.handled = new Handled(this, active, Attempts.mentions(function));
    }

    /**
     * The same function, where active code stands in try or synchronized statements in three-address form, with no exception in active code that ends in the
     * function. Where a handler assigns what the code assigns that it is for, the rules of definite assignment do not follow any more.
     */
    public static Function apply(Function function, RuleTable rules) {
        if (!hasGuards(function, rules)) {
            return function;
        }
        Function named = ReturnValues.apply(function);
        Activity before = Activity.of(named, rules);
        Function simple = ThreeAddress.apply(named, before::isVaried);
        ActiveCode active = new ActiveCode(Activity.of(simple, rules));
        ExceptionElimination pass = new ExceptionElimination(simple, active);
        return simple.withBody(DefiniteAssignment.of(pass.block(simple.body())));
    }

    private static boolean hasGuards(Function function, RuleTable rules) {
        List<Stmt> guards = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (Guards.is(s)) {
                guards.add(s);
            }
        });
        ActiveCode active = guards.isEmpty() ? null : new ActiveCode(Activity.of(function, rules));
        return guards.stream().anyMatch(active == null ? s -> false : active::isIn);
    }

    /** Statements whose exceptions leave the function. */
    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (!Guards.is(s) || !active.isIn(s)) {
            return List.of(descend(s));
        } else if (s instanceof Stmt.Try t && !isKept(t)) {
            return handled.tryStatement(t, null);
        }
        return List.of(descend(s));
    }

    /** Whether a try statement may stay. In one that catches no exception may be thrown of which javac is not told. */
    private boolean isKept(Stmt.Try t) {
        boolean[] nested = {false};
        Walk.statements(t.body(), s -> nested[0] |= s instanceof Stmt.Try inner && active.isIn(inner));
        return Guards.arePassed(t) && (t.catches().isEmpty() || !nested[0]);
    }
}
