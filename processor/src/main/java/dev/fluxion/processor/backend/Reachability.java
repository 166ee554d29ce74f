package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Satisfies Java's rules of reachability (JLS 14.22): statements that cannot be reached by these rules are errors and are left out; where
 * the rules do not see that the end of a method with a result cannot be reached, it throws.
 */
final class Reachability {

    private final Set<Label> left = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Label> continued = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean completes;

    private Reachability() {}

    static Block of(Block body, boolean hasResult) {
        Reachability reachability = new Reachability();
        Block result = reachability.block(body);
        if (!reachability.completes || !hasResult) {
            return result;
        }
        Expr error = new Expr.New(Type.Declared.of("java.lang", "AssertionError"), List.of(), Span.NONE);
        List<Stmt> statements = new ArrayList<>(result.statements());
        statements.add(new Stmt.Throw(error, Span.NONE));
        return new Block(statements);
    }

    /** The reachable part of a block; sets whether it completes. */
    private Block block(Block block) {
        List<Stmt> statements = new ArrayList<>();
        completes = true;
        for (Stmt s : block.statements()) {
            if (!completes) {
                break;
            }
            boolean never = s instanceof Stmt.Loop l && l.form() != Stmt.Loop.Form.DO && is(l.condition(), false);
            if (never) {
                statements.addAll(((Stmt.Loop) s).init().statements());
            } else {
                statements.add(statement(s));
            }
        }
        return new Block(statements);
    }

    private static boolean is(Expr condition, boolean value) {
        return condition instanceof Expr.Constant c && c.value().equals(value);
    }

    private Stmt statement(Stmt s) {
        if (s instanceof Stmt.Break b) {
            left.add(b.target());
            completes = false;
        } else if (s instanceof Stmt.Continue c) {
            continued.add(c.target());
            completes = false;
        } else if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
            completes = false;
        } else if (s instanceof Stmt.If i) {
            Block whenTrue = block(i.whenTrue());
            boolean first = completes;
            Block whenFalse = block(i.whenFalse());
            completes |= first;
            return new Stmt.If(i.condition(), whenTrue, whenFalse, i.span());
        } else if (s instanceof Stmt.Loop l) {
            return loop(l);
        } else if (s instanceof Stmt.Switch w) {
            return switchStatement(w);
        } else if (s instanceof Stmt.Labeled l) {
            Block body = block(l.body());
            completes |= left.contains(l.label());
            return new Stmt.Labeled(l.label(), body, l.span());
        } else if (s instanceof Stmt.Try t) {
            return tryStatement(t);
        } else if (s instanceof Stmt.Synchronized y) {
            return new Stmt.Synchronized(y.monitor(), block(y.body()), y.span());
        }
        return s;
    }

    private Stmt loop(Stmt.Loop l) {
        Block body = block(l.body());
        boolean repeats = completes || continued.contains(l.label());
        boolean ends = !is(l.condition(), true) && (l.form() != Stmt.Loop.Form.DO || repeats);
        completes = ends || left.contains(l.label());
        Block update = repeats ? l.update() : Block.EMPTY;
        return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), update, body, l.span());
    }

    private Stmt switchStatement(Stmt.Switch w) {
        List<Stmt.Case> cases = new ArrayList<>();
        boolean any = w.cases().stream().noneMatch(Stmt.Case::isDefault);
        for (Stmt.Case c : w.cases()) {
            cases.add(new Stmt.Case(c.constants(), c.isDefault(), block(c.body())));
            any |= completes;
        }
        completes = any || left.contains(w.label());
        return new Stmt.Switch(w.label(), w.selector(), cases, w.span());
    }

    private Stmt tryStatement(Stmt.Try t) {
        Block body = block(t.body());
        boolean any = completes;
        List<Stmt.Catch> catches = new ArrayList<>();
        for (Stmt.Catch c : t.catches()) {
            catches.add(new Stmt.Catch(c.types(), c.variable(), block(c.body())));
            any |= completes;
        }
        Block last = block(t.finallyBlock());
        completes &= any;
        return new Stmt.Try(t.resources(), body, catches, last, t.span());
    }
}
