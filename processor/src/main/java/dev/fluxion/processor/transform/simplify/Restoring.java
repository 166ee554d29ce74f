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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An earlier value of a variable is put back into the variable, where the one it holds is not needed any more: {@code x = xTape.pop()} instead of {@code
 * double x2 = xTape.pop()} (a coalescing of variables that do not interfere: Chaitin, 1982). The last value, if it is returned, gets a name before.
 */
final class Restoring implements Pass {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Function apply(Function function) {
        String result = function.results().isEmpty()
                ? "value"
                : function.results().get(0).name();
        Set<Var> parameters = new LinkedHashSet<>(function.variables());
        return function.withBody(new Scope(Occurrences.of(function), result, parameters).block(function.body()));
    }

    /** The variables that are declared before a place, and how often each is given a value. */
    private record Scope(Occurrences occurrences, String result, Set<Var> visible) {

        Block block(Block b) {
            List<Stmt> code = new ArrayList<>();
            Set<Var> here = new LinkedHashSet<>(visible);
            Set<Var> own = new LinkedHashSet<>(returns(b) ? visible : Set.of());
            Scope inner = new Scope(occurrences, result, here);
            List<Stmt> rest = new ArrayList<>(b.statements());
            while (!rest.isEmpty()) {
                Stmt s = rest.remove(0);
                if (s instanceof Stmt.Declare d) {
                    here.add(d.variable());
                    own.add(d.variable());
                } else if (s instanceof Stmt.If i) {
                    s = new Stmt.If(i.condition(), inner.block(i.whenTrue()), inner.block(i.whenFalse()), i.span());
                } else if (s instanceof Stmt.Loop) {
                    s = restored(s, own, code, rest);
                }
                code.add(s);
            }
            return new Block(code);
        }

        private static boolean returns(Block b) {
            int last = b.statements().size() - 1;
            return last >= 0 && b.statements().get(last) instanceof Stmt.Return;
        }

        /** A statement in which earlier values take the place of last ones. */
        private Stmt restored(Stmt s, Set<Var> own, List<Stmt> before, List<Stmt> rest) {
            Stmt result = s;
            for (Var v : own) {
                Optional<Var> copy = copy(v, result);
                if (copy.isPresent() && isUnneeded(v, result, before, rest)) {
                    result = new Putting(copy.get(), v).rewrite(result).get(0);
                }
            }
            return result;
        }

        /** A variable of ours that is given an earlier value of a user's variable from a tape. */
        private Optional<Var> copy(Var v, Stmt s) {
            List<Var> found = new ArrayList<>();
            if (!v.isTemporary() && !v.isDerivative() && occurrences.definitions(v) > 1) {
                Walk.statements(Block.of(s), inner -> {
                    if (inner instanceof Stmt.Declare d
                            && d.variable().isTemporary()
                            && d.variable().name().equals(v.name())
                            && d.variable().type().equals(v.type())
                            && occurrences.definitions(d.variable()) == 1
                            && isTaken(d.value())) {
                        found.add(d.variable());
                    }
                });
            }
            return found.stream().findFirst();
        }

        private static boolean isTaken(Expr e) {
            return e instanceof Expr.Pop
                    || e instanceof Expr.Element a
                            && a.array() instanceof Expr.Read r
                            && r.variable().isTape();
        }

        /** Whether nothing reads the last value any more, apart from the end, for which it is given a name. */
        private boolean isUnneeded(Var v, Stmt s, List<Stmt> before, List<Stmt> rest) {
            int last = rest.size() - 1;
            boolean read = Occurrences.mentions(s, v)
                    || rest.stream().limit(Math.max(last, 0)).anyMatch(t -> Occurrences.mentions(t, v));
            if (read || last < 0 || !Occurrences.mentions(rest.get(last), v)) {
                return !read;
            }
            if (!(rest.get(last) instanceof Stmt.Return r) || !r.values().contains(new Expr.Read(v))) {
                return false;
            }
            Var name = new Var(result, v.type());
            int at = before.size();
            while (at > 0 && isConstant(before.get(at - 1))) {
                at--;
            }
            Span line = at < before.size() ? before.get(at).span() : Span.NONE;
            before.add(at, new Stmt.Declare(name, new Expr.Read(v), line));
            rest.set(last, new Putting(v, name).rewrite(r).get(0));
            return true;
        }

        private static boolean isConstant(Stmt s) {
            return s instanceof Stmt.Declare d && d.value() instanceof Expr.Constant;
        }
    }

    /** Puts one variable in the place of another, which it declares no more. */
    private static final class Putting extends Rewriter {

        private final Var from;
        private final Var to;

        Putting(Var from, Var to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Var variable(Var v) {
            return v == from ? to : v;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            return s instanceof Stmt.Declare d && d.variable() == from
                    ? List.of(new Stmt.Assign(to, expr(d.value()), d.span()))
                    : super.rewrite(s);
        }
    }
}
