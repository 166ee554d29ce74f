package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tail duplication: where the branches of the last choice give what is returned constants or the values of other variables, each returns on its own, so
 * that what is known there need neither be stored nor multiplied by (Mueller and Whalley, Avoiding unconditional jumps by code
 * replication, 1992). Only a short tail is repeated.
 */
final class EarlyReturn implements Pass {

    /** So many operations at most stand behind the choice. */
    private static final int LIMIT = 8;

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public Function apply(Function function) {
        List<Stmt> body = sequence(function.body().statements());
        Block split = body == null ? function.body() : new Block(body);
        return function.withBody(new Flattening().block(split));
    }

    /** What does not stand behind a return need not stand in the other branch. */
    private static final class Flattening extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int i = statements.size() - 1; i >= 0; i--) {
                if (statements.get(i) instanceof Stmt.If f && !f.whenFalse().isEmpty() && returns(f.whenTrue())) {
                    statements.set(i, new Stmt.If(f.condition(), f.whenTrue(), Block.EMPTY, f.span()));
                    statements.addAll(i + 1, f.whenFalse().statements());
                }
            }
            return statements;
        }

        private static boolean returns(Block b) {
            int last = b.statements().size() - 1;
            return last >= 0 && b.statements().get(last) instanceof Stmt.Return;
        }
    }

    /** A sequence that ends in a return, with its last choice ending in returns; or null. */
    private static List<Stmt> sequence(List<Stmt> statements) {
        int last = statements.size() - 1;
        if (last < 0 || !(statements.get(last) instanceof Stmt.Return)) {
            return null;
        }
        int at = last - 1;
        while (at >= 0 && Order.isMovable(statements.get(at))) {
            at--;
        }
        List<Stmt> tail = statements.subList(at + 1, statements.size());
        if (at < 0 || !isShort(tail) || !isChoice(statements.get(at)) || !isKnown(statements.get(at), tail)) {
            return null;
        }
        List<Stmt> code = new ArrayList<>(statements.subList(0, at));
        code.addAll(split(statements.get(at), tail, local(code, tail)));
        return code;
    }

    private static boolean isShort(List<Stmt> tail) {
        return tail.stream()
                        .flatMap(s -> Walk.expressions(s).stream())
                        .mapToInt(ForwardSubstitution::operators)
                        .sum()
                <= LIMIT;
    }

    private static boolean isChoice(Stmt s) {
        boolean total = s instanceof Stmt.If i && !i.whenFalse().isEmpty()
                || s instanceof Stmt.Switch w && w.cases().stream().anyMatch(Stmt.Case::isDefault);
        return total && Walk.blocks(s).stream().noneMatch(EarlyReturn::jumps);
    }

    private static boolean jumps(Block b) {
        return Jumps.leave(b)
                && !(b.statements().get(b.statements().size() - 1) instanceof Stmt.Throw
                        && !Jumps.leave(new Block(
                                b.statements().subList(0, b.statements().size() - 1))));
    }

    /** Whether a branch leaves a constant or a copy in a variable that is read behind. */
    private static boolean isKnown(Stmt choice, List<Stmt> tail) {
        Set<Var> read = new LinkedHashSet<>();
        tail.forEach(s -> Walk.expressions(s).forEach(e -> read.addAll(Occurrences.reads(e))));
        return Walk.blocks(choice).stream()
                .flatMap(b -> b.statements().stream())
                .anyMatch(s -> s instanceof Stmt.Assign a
                        && read.contains(a.variable())
                        && (a.value() instanceof Expr.Constant || a.value() instanceof Expr.Read));
    }

    /** The declarations before without a value or with a constant one, of which each branch gets its own; they are removed. */
    private static Map<Var, Expr> local(List<Stmt> code, List<Stmt> tail) {
        Map<Var, Expr> local = new LinkedHashMap<>();
        for (int i = code.size() - 1; i >= 0; i--) {
            if (code.get(i) instanceof Stmt.Declare d
                    && (d.value() == null || d.value() instanceof Expr.Constant && Reuse.isOurs(d.variable()))
                    && code.stream()
                                    .filter(s -> Occurrences.mentions(s, d.variable()))
                                    .count()
                            == 1) {
                local.put(d.variable(), d.value());
                code.remove(i);
            }
        }
        return local;
    }

    private static List<Stmt> split(Stmt choice, List<Stmt> tail, Map<Var, Expr> local) {
        if (choice instanceof Stmt.If i) {
            List<Stmt> code = new ArrayList<>();
            Block first = branch(i.whenTrue(), tail, local);
            code.add(new Stmt.If(i.condition(), first, Block.EMPTY, i.span()));
            code.addAll(branch(i.whenFalse(), tail, local).statements());
            return code;
        }
        Stmt.Switch w = (Stmt.Switch) choice;
        List<Stmt.Case> cases = new ArrayList<>();
        w.cases().forEach(c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), branch(c.body(), tail, local))));
        return List.of(new Stmt.Switch(w.label(), w.selector(), cases, w.span()));
    }

    private static boolean declares(List<Stmt> tail, Var v) {
        return tail.stream().anyMatch(s -> s instanceof Stmt.Declare d && d.variable() == v);
    }

    /** A branch with the tail, all in variables of its own. */
    private static Block branch(Block body, List<Stmt> tail, Map<Var, Expr> local) {
        Map<Var, Var> own = new HashMap<>();
        local.keySet().forEach(v -> own.put(v, v.copy()));
        tail.stream()
                .flatMap(s -> Order.given(s).stream())
                .forEach(v -> own.putIfAbsent(v, declares(tail, v) ? v.copy() : v));
        List<Stmt> whole = new ArrayList<>();
        local.forEach((v, value) -> whole.add(new Stmt.Declare(v, value, Span.NONE)));
        whole.addAll(body.statements());
        if (!Jumps.leave(body)) {
            whole.addAll(tail);
        }
        Block renamed = new Rewriter() {
            @Override
            protected Var variable(Var v) {
                return own.getOrDefault(v, v);
            }
        }.block(new Block(whole));
        List<Stmt> inner = sequence(renamed.statements());
        return inner == null ? renamed : new Block(inner);
    }
}
