package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable that is the copy of another one before a loop and again at the end of every iteration is its copy at the beginning of every iteration too. If the
 * iteration reads it only before the other one gets its next value, there is no need for it (an induction over iterations; copy propagation does not see beyond one).
 */
final class CarriedCopies implements Pass {

    @Override
    public String name() {
        return "carry";
    }

    @Override
    public Function apply(Function function) {
        Occurrences occurrences = Occurrences.of(function);
        return function.withBody(
                new BlockPass() {
                    @Override
                    List<Stmt> sequence(List<Stmt> statements) {
                        List<Stmt> code = new ArrayList<>(statements);
                        for (int i = 1; i < code.size(); i++) {
                            if (code.get(i) instanceof Stmt.Loop l) {
                                i -= without(code, i, l, occurrences);
                            }
                        }
                        return code;
                    }
                }.block(function.body()));
    }

    /** Takes such copies out, and says how many. */
    private static int without(List<Stmt> code, int at, Stmt.Loop loop, Occurrences occurrences) {
        int removed = 0;
        for (int i = at - 1; i >= 0; i--) {
            int place = at - removed;
            if (code.get(i) instanceof Stmt.Declare d
                    && d.value() instanceof Expr.Read r
                    && (d.variable().isTemporary()
                            || d.variable().name().equals(r.variable().name()))
                    && d.variable().type().equals(r.variable().type())
                    && occurrences.definitions(d.variable()) == 2
                    && code.subList(i + 1, place).stream()
                            .noneMatch(s -> Occurrences.assigned(s).contains(r.variable()))
                    && isCarried((Stmt.Loop) code.get(place), d.variable(), r.variable())
                    && code.subList(place + 1, code.size()).stream()
                            .noneMatch(s -> Occurrences.mentions(s, d.variable()))) {
                code.set(place, replaced((Stmt.Loop) code.get(place), d.variable(), r.variable()));
                for (int k = i + 1; k < place; k++) {
                    code.set(k, renamed(code.get(k), d.variable(), r.variable()));
                }
                code.remove(i);
                removed++;
            }
        }
        return removed;
    }

    private static boolean isCarried(Stmt.Loop l, Var copy, Var original) {
        List<Stmt> body = l.body().statements();
        int last = body.size() - 1;
        boolean framed = last >= 0
                && body.get(last) instanceof Stmt.Assign a
                && a.variable() == copy
                && a.value().equals(new Expr.Read(original))
                && !Jumps.leave(l.body())
                && l.init().statements().stream().noneMatch(s -> touches(s, copy, original))
                && l.update().statements().stream().noneMatch(s -> touches(s, copy, original))
                && !Occurrences.reads(l.condition()).contains(copy);
        int given = 0;
        while (framed && given < last && !Occurrences.assigned(body.get(given)).contains(original)) {
            given++;
        }
        return framed
                && given < last
                && isSimple(body.get(given), copy)
                && body.subList(given + 1, last).stream().noneMatch(s -> Occurrences.mentions(s, copy));
    }

    /** Whether a statement that gives the original its next value reads the copy, if at all, before. */
    private static boolean isSimple(Stmt s, Var copy) {
        return s instanceof Stmt.Assign || !Occurrences.mentions(s, copy);
    }

    private static boolean touches(Stmt s, Var copy, Var original) {
        return Occurrences.mentions(s, copy) || Occurrences.assigned(s).contains(original);
    }

    private static Stmt replaced(Stmt.Loop l, Var copy, Var original) {
        List<Stmt> body = new ArrayList<>(l.body().statements());
        body.remove(body.size() - 1);
        Stmt.Loop shorter =
                new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), new Block(body), l.span());
        return renamed(shorter, copy, original);
    }

    private static Stmt renamed(Stmt s, Var from, Var to) {
        return new Rewriter() {
            @Override
            protected Var variable(Var v) {
                return v == from ? to : v;
            }
        }.block(Block.of(s)).statements().get(0);
    }
}
