package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Gives names to what the reverse sweep must know of control: the condition of a branch, the selector of a switch, the number of a loop's
 * iterations, and by which of its exits a loop was left. They are variables like others, so that the same analysis decides whether one is still there, is computed again
 * or is recorded; what turns out not to be needed is removed again.
 */
public final class ControlVariables {

    /** What was named. The statements are those of the new body. */
    public record Names(Map<Stmt.Loop, Var> trips, Map<Stmt.Loop, Var> exits, Map<Stmt.If, Integer> exitNumbers) {

        /** The variables that only control asks for. */
        public boolean isTrips(Var v) {
            return trips.containsValue(v);
        }
    }

    /** The rewritten function and the names. */
    public record Named(Function function, Names names) {}

    private final Predicate<Stmt> reversed;
    private final Names names = new Names(new IdentityHashMap<>(), new IdentityHashMap<>(), new IdentityHashMap<>());
    private final Map<Label, Var> exits = new HashMap<>();
    private final Map<Label, Integer> sites = new HashMap<>();

    private ControlVariables(Predicate<Stmt> reversed) {
        this.reversed = reversed;
    }

    /**
     * Names the control of a structured function.
     *
     * @param reversed whether the reverse sweep has something to do in a statement
     */
    public static Named apply(Function function, Predicate<Stmt> reversed) {
        ControlVariables pass = new ControlVariables(reversed);
        return new Named(function.withBody(pass.block(function.body())), pass.names);
    }

    private Block block(Block b) {
        List<Stmt> code = new ArrayList<>();
        b.statements().forEach(s -> statement(s, code));
        return new Block(code);
    }

    private void statement(Stmt s, List<Stmt> code) {
        if (s instanceof Stmt.If i) {
            branch(i, code);
        } else if (s instanceof Stmt.Switch w) {
            choice(w, code);
        } else if (s instanceof Stmt.Loop l) {
            loop(l, code);
        } else if (Guards.arePassed(s) && reversed.test(s)) {
            code.add(passed(s));
        } else if (s instanceof Stmt.Break b && exits.containsKey(b.target())) {
            int site = sites.merge(b.target(), 1, Integer::sum);
            code.add(new Stmt.Assign(exits.get(b.target()), intConstant(site), Span.NONE));
            code.add(b);
        } else {
            code.add(s);
        }
    }

    private Stmt passed(Stmt s) {
        if (s instanceof Stmt.Try t) {
            return new Stmt.Try(t.resources(), block(t.body()), t.catches(), block(t.finallyBlock()), t.span());
        }
        Stmt.Synchronized y = (Stmt.Synchronized) s;
        return new Stmt.Synchronized(y.monitor(), block(y.body()), y.span());
    }

    private void branch(Stmt.If i, List<Stmt> code) {
        boolean named = reversed.test(i) && !(i.condition() instanceof Expr.Read);
        Expr condition = i.condition();
        if (named) {
            Var taken = Var.temporary(TemporaryNames.of(condition), Type.Primitive.BOOLEAN);
            code.add(new Stmt.Declare(taken, condition, i.span()));
            condition = new Expr.Read(taken);
        }
        Label left = leaves(i.whenTrue());
        Label right = leaves(i.whenFalse());
        Block whenTrue = block(i.whenTrue());
        int site = left == null || right != null ? 0 : sites.getOrDefault(left, 0);
        Stmt.If renamed = new Stmt.If(condition, whenTrue, block(i.whenFalse()), i.span());
        if (site > 0) {
            names.exitNumbers().put(renamed, site);
        }
        code.add(renamed);
    }

    /** The loop that a branch certainly leaves by a break of its own. */
    private static Label leaves(Block b) {
        return !b.isEmpty() && b.statements().get(b.statements().size() - 1) instanceof Stmt.Break k
                ? k.target()
                : null;
    }

    private void choice(Stmt.Switch w, List<Stmt> code) {
        Expr selector = w.selector();
        if (reversed.test(w) && !(selector instanceof Expr.Read)) {
            Var chosen = Var.temporary("selector", selector.type());
            code.add(new Stmt.Declare(chosen, selector, w.span()));
            selector = new Expr.Read(chosen);
        }
        List<Stmt.Case> cases = new ArrayList<>();
        w.cases().forEach(c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), block(c.body()))));
        code.add(new Stmt.Switch(w.label(), selector, cases, w.span()));
    }

    private void loop(Stmt.Loop l, List<Stmt> code) {
        boolean left = hasBreak(l);
        boolean counted = !left && CountedLoop.of(l).isPresent();
        if (!reversed.test(l)) {
            code.add(l);
            return;
        }
        List<Stmt> body = new ArrayList<>();
        Var trips = Var.temporary("trips", Type.Primitive.LONG);
        Var exit = Var.temporary("exit", Type.Primitive.INT);
        if (!counted) {
            code.add(new Stmt.Declare(trips, new Expr.Constant(0L, Type.Primitive.LONG), Span.NONE));
            body.add(new Stmt.Assign(trips, plusOne(trips), Span.NONE));
        }
        if (left) {
            code.add(new Stmt.Declare(exit, intConstant(0), Span.NONE));
            exits.put(l.label(), exit);
        }
        body.addAll(block(l.body()).statements());
        Stmt.Loop renamed = new Stmt.Loop(
                l.label(), l.form(), started(l, code), l.condition(), l.update(), new Block(body), l.span());
        if (!counted) {
            names.trips().put(renamed, trips);
        }
        if (left) {
            names.exits().put(renamed, exit);
        }
        code.add(renamed);
    }

    /** A counter's first value gets a name before the loop if to ask for it again could give another answer, or do something. */
    private static Block started(Stmt.Loop l, List<Stmt> code) {
        Optional<Counters.Counter> counter = Counters.of(l);
        if (counter.isEmpty() || isRepeatable(counter.get().from())) {
            return l.init();
        }
        Var first = Var.temporary("first", Type.Primitive.INT);
        code.add(new Stmt.Declare(first, counter.get().from(), l.span()));
        return Block.of(new Stmt.Declare(counter.get().variable(), new Expr.Read(first), l.span()));
    }

    private static boolean isRepeatable(Expr e) {
        return Effects.isPure(e) && !Effects.readsMemory(e);
    }

    private static Expr intConstant(int value) {
        return new Expr.Constant(value, Type.Primitive.INT);
    }

    private static Expr plusOne(Var v) {
        return new Expr.Binary(
                Operator.ADD, new Expr.Read(v), new Expr.Constant(1L, Type.Primitive.LONG), Type.Primitive.LONG);
    }

    /** Whether a loop is left by a break. */
    static boolean hasBreak(Stmt.Loop l) {
        boolean[] found = {false};
        Walk.statements(l.body(), s -> found[0] |= s instanceof Stmt.Break b && b.target() == l.label());
        return found[0];
    }
}
