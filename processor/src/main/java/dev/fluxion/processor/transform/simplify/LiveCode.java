package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks backwards over a function with the set of variables whose values are needed, and keeps what gives one of them its value,
 * has an effect or may throw. The set is that before the statements seen so far; loops are walked until it grows no more.
 */
final class LiveCode {

    private final Function function;
    private final Map<Label, Set<Var>> atBreak = new HashMap<>();
    private final Map<Label, Set<Var>> atContinue = new HashMap<>();

    /** What is needed at the head of each loop, as known so far. */
    private final Map<Label, Set<Var>> atHead = new HashMap<>();

    /** What an exception handler that is open needs. */
    private Set<Var> inHandlers = new HashSet<>();

    private Set<Var> live = new HashSet<>();

    LiveCode(Function function) {
        this.function = function;
    }

    Block run() {
        return block(function.body());
    }

    private Block block(Block b) {
        LinkedList<Stmt> code = new LinkedList<>();
        List<Stmt> statements = b.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Stmt s = statements.get(i);
            if (s instanceof Stmt.Declare d && isOnlyCalled(d)) {
                code.addFirst(statement(new Stmt.Eval(d.value(), d.span())));
                code.addFirst(new Stmt.Declare(d.variable(), null, d.span()));
            } else {
                Stmt left = statement(s);
                if (left != null) {
                    code.addFirst(left);
                }
            }
        }
        return new Block(code);
    }

    /** Whether a variable is given a value that nothing needs, by a call that may do something else. */
    private boolean isOnlyCalled(Stmt.Declare d) {
        return d.value() instanceof Expr.Call && !live.contains(d.variable()) && !Effects.isTotal(d.value());
    }

    /** What is left of a statement; null for nothing. The live set becomes that before it. */
    private Stmt statement(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return declare(d);
        } else if (s instanceof Stmt.Assign a) {
            return assign(a);
        } else if (s instanceof Stmt.Eval e && Effects.isTotal(e.value())) {
            return null;
        } else if (s instanceof Stmt.If i) {
            return branch(i);
        } else if (s instanceof Stmt.Loop l) {
            return loop(l);
        } else if (s instanceof Stmt.Switch w) {
            return choice(w);
        } else if (s instanceof Stmt.Labeled l) {
            atBreak.put(l.label(), new HashSet<>(live));
            Block body = block(l.body());
            return body.isEmpty() ? null : new Stmt.Labeled(l.label(), body, l.span());
        } else if (s instanceof Stmt.Try t) {
            return attempt(t);
        } else if (s instanceof Stmt.Synchronized y) {
            Block body = block(y.body());
            read(y);
            return new Stmt.Synchronized(y.monitor(), body, y.span());
        }
        return jumpOrEffect(s);
    }

    private Stmt jumpOrEffect(Stmt s) {
        if (s instanceof Stmt.Break b) {
            live = new HashSet<>(atBreak.get(b.target()));
        } else if (s instanceof Stmt.Continue c) {
            live = new HashSet<>(atContinue.get(c.target()));
        } else if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
            live = new HashSet<>(inHandlers);
        } else if (s instanceof Stmt.Invoke i) {
            return invoke(i);
        } else if (s instanceof Stmt.Push p) {
            live.add(p.stack());
        }
        read(s);
        return s;
    }

    /** Of the results only those are received that something needs. */
    private Stmt invoke(Stmt.Invoke i) {
        List<Var> needed = new ArrayList<>();
        i.targets().forEach(v -> needed.add(v != null && isNeeded(v) ? v : null));
        needed.stream().filter(v -> !inHandlers.contains(v)).forEach(live::remove);
        read(i);
        return new Stmt.Invoke(needed, i.callee(), i.arguments(), i.span());
    }

    private boolean isNeeded(Var v) {
        return live.contains(v) || inHandlers.contains(v);
    }

    /** All that the statement's own expressions read is needed. */
    private void read(Stmt s) {
        Walk.expressions(s).forEach(e -> live.addAll(Occurrences.reads(e)));
    }

    private Stmt declare(Stmt.Declare d) {
        Var v = d.variable();
        if (d.value() == null) {
            return d;
        }
        boolean needed = live.remove(v);
        boolean removable = Effects.isTotal(d.value()) || v.isTape() && d.value() instanceof Expr.NewArray;
        if (!needed && removable) {
            return new Stmt.Declare(v, null, d.span());
        }
        live.addAll(Occurrences.reads(d.value()));
        return d;
    }

    /** A call whose value nothing needs is left as a statement: it may have an effect, or throw. */
    private Stmt assign(Stmt.Assign a) {
        boolean needed = isNeeded(a.variable());
        boolean copy = a.value().equals(new Expr.Read(a.variable()));
        if (copy || !needed && Effects.isTotal(a.value())) {
            return null;
        } else if (!needed && a.value() instanceof Expr.Call) {
            return statement(new Stmt.Eval(a.value(), a.span()));
        }
        if (!inHandlers.contains(a.variable())) {
            live.remove(a.variable());
        }
        live.addAll(Occurrences.reads(a.value()));
        return a;
    }

    private Stmt branch(Stmt.If i) {
        Set<Var> after = live;
        live = new HashSet<>(after);
        Block whenTrue = block(i.whenTrue());
        Set<Var> before = live;
        live = new HashSet<>(after);
        Block whenFalse = block(i.whenFalse());
        live.addAll(before);
        if (isIdle(whenTrue) && isIdle(whenFalse)) {
            if (Effects.isTotal(i.condition())) {
                live = after;
                return null;
            }
            read(i);
            return new Stmt.If(i.condition(), Block.EMPTY, Block.EMPTY, i.span());
        }
        read(i);
        if (isIdle(whenTrue)) {
            return new Stmt.If(negated(i.condition()), whenFalse, Block.EMPTY, i.span());
        }
        return new Stmt.If(i.condition(), whenTrue, isIdle(whenFalse) ? Block.EMPTY : whenFalse, i.span());
    }

    /** Whether a block does nothing, declarations apart. */
    private static boolean isIdle(Block b) {
        return b.statements().stream().allMatch(s -> s instanceof Stmt.Declare d && d.value() == null);
    }

    static Expr negated(Expr condition) {
        if (condition instanceof Expr.Unary u && u.operator() == Operator.NOT) {
            return u.operand();
        } else if (condition instanceof Expr.Binary b
                && (b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL)) {
            Operator opposite = b.operator() == Operator.EQUAL ? Operator.NOT_EQUAL : Operator.EQUAL;
            return new Expr.Binary(opposite, b.left(), b.right(), b.type());
        }
        return new Expr.Unary(Operator.NOT, condition, Type.Primitive.BOOLEAN);
    }

    private Stmt choice(Stmt.Switch w) {
        Set<Var> after = live;
        atBreak.put(w.label(), after);
        Set<Var> before = new HashSet<>();
        List<Stmt.Case> cases = new ArrayList<>();
        boolean idle = true;
        boolean total = false;
        for (Stmt.Case c : w.cases()) {
            live = new HashSet<>(after);
            Block body = block(c.body());
            idle &= isIdle(body);
            total |= c.isDefault();
            before.addAll(live);
            cases.add(new Stmt.Case(c.constants(), c.isDefault(), body));
        }
        if (!total) {
            before.addAll(after);
        }
        live = before;
        if (idle && w.selector().type().isPrimitive() && Effects.isTotal(w.selector())) {
            live = after;
            return null;
        }
        read(w);
        return new Stmt.Switch(w.label(), w.selector(), cases, w.span());
    }

    /** A loop that does nothing goes if it is a counted one; another may never end. */
    private Stmt loop(Stmt.Loop l) {
        Set<Var> after = live;
        atBreak.put(l.label(), after);
        Set<Var> head = atHead.computeIfAbsent(l.label(), k -> new HashSet<>());
        boolean endless = Defaults.isTrue(l.condition());
        Stmt.Loop result;
        boolean grown;
        do {
            live = new HashSet<>(head);
            if (l.form() == Stmt.Loop.Form.DO && !endless) {
                live.addAll(after);
            }
            result = iteration(l);
            if (l.form() != Stmt.Loop.Form.DO && !endless) {
                live.addAll(after);
            }
            grown = head.addAll(live);
        } while (grown);
        if (isIdle(result.body())
                && CountedLoop.of(l).filter(c -> !c.inclusive()).isPresent()
                && Effects.isTotal(l.condition())
                && block(l.init()).statements().stream().noneMatch(s -> s instanceof Stmt.Eval)) {
            live = after;
            return null;
        }
        live = new HashSet<>(head);
        Block init = block(result.init());
        return new Stmt.Loop(l.label(), l.form(), init, result.condition(), result.update(), result.body(), l.span());
    }

    /** One iteration, from its end to its beginning. */
    private Stmt.Loop iteration(Stmt.Loop l) {
        if (l.form() == Stmt.Loop.Form.DO) {
            read(l);
            atContinue.put(l.label(), new HashSet<>(live));
            Block body = block(l.body());
            return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), body, l.span());
        }
        Block update = block(l.update());
        atContinue.put(l.label(), new HashSet<>(live));
        Block body = block(l.body());
        read(l);
        return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), update, body, l.span());
    }

    /** In a try block anything may throw, so that all that the handlers need is needed everywhere in it. */
    private Stmt attempt(Stmt.Try t) {
        Set<Var> after = live;
        Set<Var> outer = inHandlers;
        Set<Var> all = new HashSet<>(after);
        all.addAll(outer);
        Walk.statements(t.finallyBlock(), s -> Walk.expressions(s).forEach(e -> all.addAll(Occurrences.reads(e))));
        t.catches()
                .forEach(c -> Walk.statements(
                        c.body(), s -> Walk.expressions(s).forEach(e -> all.addAll(Occurrences.reads(e)))));
        inHandlers = all;
        live = new HashSet<>(all);
        Block finallyBlock = block(t.finallyBlock());
        List<Stmt.Catch> catches = new ArrayList<>();
        for (Stmt.Catch c : t.catches()) {
            live = new HashSet<>(all);
            catches.add(new Stmt.Catch(c.types(), c.variable(), block(c.body())));
        }
        live = new HashSet<>(all);
        Block body = block(t.body());
        live.addAll(all);
        for (int i = t.resources().size() - 1; i >= 0; i--) {
            live.addAll(Occurrences.reads(t.resources().get(i).value()));
        }
        inHandlers = outer;
        return new Stmt.Try(t.resources(), body, catches, finallyBlock, t.span());
    }
}
