package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes methods of the runs of statements that a {@link Plan} names. */
final class Outlining extends Rewriter {

    private final Function function;
    private final Frame frame;
    private final PartNames names;
    private final List<Function> parts;
    private final Plan plan;
    private final Shared shared;

    Outlining(Function whole, Frame frame, PartNames names, List<Function> parts) {
        this.function = copied(whole);
        this.frame = frame;
        this.names = names;
        this.parts = parts;
        Set<Var> pinned = new HashSet<>();
        Plan planned = new Plan(function, pinned);
        Shared found = new Shared(function, planned);
        while (pinned.addAll(found.unmovable())) {
            planned = new Plan(function, pinned);
            found = new Shared(function, planned);
        }
        this.plan = planned;
        this.shared = found;
        shared.changed().forEach(frame::add);
    }

    /** The same function, every statement of which is another object. */
    private static Function copied(Function f) {
        return f.withBody(
                new Rewriter() {
                    @Override
                    protected List<Stmt> rewrite(Stmt s) {
                        return s instanceof Stmt.Comment c ? List.of(new Stmt.Comment(c.text())) : super.rewrite(s);
                    }
                }.block(f.body()));
    }

    /** The function's own statements; its parameters are where they are looked for. */
    Block body() {
        List<Stmt> code = new ArrayList<>();
        for (Var v : function.variables()) {
            if (frame.holds(v)) {
                code.add(frame.store(v, Expr.read(v), Span.NONE));
            }
        }
        code.addAll(block(function.body()).statements());
        return new Block(code);
    }

    @Override
    public Block block(Block b) {
        List<Stmt> code = new ArrayList<>();
        List<Stmt> statements = b.statements();
        int i = 0;
        while (i < statements.size()) {
            int part = plan.part(statements.get(i));
            int end = i + 1;
            while (part != 0 && end < statements.size() && plan.part(statements.get(end)) == part) {
                end++;
            }
            if (part == 0) {
                code.addAll(rewrite(statements.get(i)));
            } else {
                code.add(call(statements.subList(i, end)));
            }
            i = end;
        }
        return new Block(code);
    }

    private Stmt call(List<Stmt> statements) {
        List<Stmt> code = new ArrayList<>();
        statements.forEach(s -> code.addAll(rewrite(s)));
        code.add(new Stmt.Return(List.of(), Span.NONE));
        Block body = new Block(code);
        List<Var> given = given(body);
        Callee.Method callee = names.next(given.stream().map(Var::type).toList());
        List<Parameter> parameters =
                given.stream().map(v -> Parameter.primal(v, false)).toList();
        parts.add(new Function(
                callee, parameters, List.of(), body, function.thrown(), function.strongZero(), function.span()));
        List<Expr> arguments = given.stream().map(Expr::read).toList();
        Span span = statements.get(0).span();
        return new Stmt.Eval(new Expr.Call(callee, null, arguments, Types.VOID, span), span);
    }

    /** What statements read or write that is not theirs. */
    private static List<Var> given(Block body) {
        Set<Var> own = new HashSet<>();
        Set<Var> mentioned = new LinkedHashSet<>();
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            } else if (s instanceof Stmt.Try t) {
                t.catches().forEach(c -> own.add(c.variable()));
            } else if (s instanceof Stmt.Push p) {
                mentioned.add(p.stack());
            }
            mentioned.addAll(Occurrences.defined(s));
            Walk.expressions(s)
                    .forEach(e -> Walk.expressions(e, inner -> {
                        if (Occurrences.read(inner) != null) {
                            mentioned.add(Occurrences.read(inner));
                        }
                    }));
        });
        mentioned.removeAll(own);
        return List.copyOf(mentioned);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (s instanceof Stmt.Declare d && frame.holds(d.variable())) {
            return d.value() == null ? List.of() : stored(d.variable(), expr(d.value()), d.span());
        } else if (s instanceof Stmt.Assign a && frame.holds(a.variable())) {
            return stored(a.variable(), expr(a.value()), a.span());
        } else if (s instanceof Stmt.Invoke i) {
            return invoke((Stmt.Invoke) descend(i));
        }
        return super.rewrite(s);
    }

    /** What has an effect stands at the root of a statement that gives a variable its value. */
    private List<Stmt> stored(Var v, Expr value, Span span) {
        if (Effects.isPure(value)) {
            return List.of(frame.store(v, value, span));
        }
        Var result = Var.temporary(v.name(), v.type());
        return List.of(new Stmt.Declare(result, value, span), frame.store(v, Expr.read(result), span));
    }

    private List<Stmt> invoke(Stmt.Invoke i) {
        List<Stmt> before = new ArrayList<>();
        List<Stmt> behind = new ArrayList<>();
        List<Var> targets = new ArrayList<>();
        for (Var v : i.targets()) {
            Var target = v != null && frame.holds(v) ? Var.temporary(v.name(), v.type()) : v;
            targets.add(target);
            if (target != v) {
                before.add(new Stmt.Declare(target, null, i.span()));
                behind.add(frame.store(v, Expr.read(target), i.span()));
            }
        }
        before.add(new Stmt.Invoke(targets, i.callee(), i.arguments(), i.span()));
        before.addAll(behind);
        return before;
    }

    @Override
    protected Expr leave(Expr e) {
        return e instanceof Expr.Read r && frame.holds(r.variable()) ? frame.read(r.variable()) : e;
    }
}
