package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A copy of a function's body in the place of a call of it, whatever its control flow: a return leaves a block. */
final class Expansion extends Rewriter {

    private final Map<Var, Var> variables = new HashMap<>();
    private final Set<Var> own = new HashSet<>();
    private final Map<Label, Label> labels = new HashMap<>();
    private final Label end = new Label(null);
    private final boolean hasOneEnd;
    private Var result;

    /** How many lambdas around what is copied are copied too. */
    private int inner;

    private Expansion(Function function) {
        int[] returns = {0};
        Walk.statements(function.body(), s -> returns[0] += s instanceof Stmt.Return ? 1 : 0);
        List<Stmt> body = function.body().statements();
        declare(function);
        this.hasOneEnd = returns[0] == 1 && body.get(body.size() - 1) instanceof Stmt.Return;
    }

    /** The variables that every copy has for itself; others are those around a lambda. */
    private void declare(Function function) {
        own.addAll(function.variables());
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            } else if (s instanceof Stmt.Try t) {
                t.resources().forEach(r -> own.add(r.variable()));
                t.catches().forEach(c -> own.add(c.variable()));
            }
        });
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.Opaque o) {
                o.code().forEach(this::declare);
            }
        });
    }

    /**
     * Appends what a function does.
     *
     * @param receiver the variable that takes the place of the first parameter, or null
     * @param arguments those of the other parameters
     * @return the value, or null for none
     */
    static Expr of(Function function, Var receiver, List<Expr> arguments, Span at, List<Stmt> code) {
        Expansion copy = new Expansion(function);
        List<Var> parameters = function.variables();
        int first = receiver == null ? 0 : 1;
        if (receiver != null) {
            copy.variables.put(parameters.get(0), receiver);
        }
        for (int i = first; i < parameters.size(); i++) {
            code.add(new Stmt.Declare(copy.variable(parameters.get(i)), arguments.get(i - first), at));
        }
        return copy.append(function, at, code);
    }

    private Expr append(Function function, Span at, List<Stmt> code) {
        List<Stmt> body = function.body().statements();
        if (hasOneEnd) {
            code.addAll(block(new Block(body.subList(0, body.size() - 1))).statements());
            List<Expr> values = ((Stmt.Return) body.get(body.size() - 1)).values();
            return values.isEmpty() ? null : expr(values.get(0));
        }
        if (!function.results().isEmpty()) {
            result = Var.temporary("result", function.results().get(0).type());
            code.add(new Stmt.Declare(result, null, at));
        }
        code.add(new Stmt.Labeled(end, block(function.body()), at));
        return result == null ? null : Expr.read(result);
    }

    @Override
    protected Var variable(Var v) {
        return own.contains(v) ? variables.computeIfAbsent(v, old -> Var.temporary(old.name(), old.type())) : v;
    }

    @Override
    protected Function code(Function f) {
        inner++;
        Function copy = super.code(f);
        inner--;
        return copy;
    }

    private Label label(Label l) {
        return labels.computeIfAbsent(l, old -> new Label(old.name()));
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Return r && inner == 0) {
            if (result != null) {
                code.add(new Stmt.Assign(result, expr(r.values().get(0)), r.span()));
            }
            code.add(new Stmt.Break(end, r.span()));
        } else if (s instanceof Stmt.Break b) {
            code.add(new Stmt.Break(label(b.target()), b.span()));
        } else if (s instanceof Stmt.Continue c) {
            code.add(new Stmt.Continue(label(c.target()), c.span()));
        } else {
            code.add(relabelled(descend(s)));
        }
        return code;
    }

    private Stmt relabelled(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            return new Stmt.Loop(label(l.label()), l.form(), l.init(), l.condition(), l.update(), l.body(), l.span());
        } else if (s instanceof Stmt.Labeled l) {
            return new Stmt.Labeled(label(l.label()), l.body(), l.span());
        } else if (s instanceof Stmt.Switch w) {
            return new Stmt.Switch(label(w.label()), w.selector(), w.cases(), w.span());
        }
        return s;
    }
}
