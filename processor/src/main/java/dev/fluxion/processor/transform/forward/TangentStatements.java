package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.rules.TensorTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the statements of the primal with the tangents beside them. Control flow stays as it is. */
final class TangentStatements extends Rewriter {

    private final Function function;
    private final Tangents tangents;
    private final TangentAssignments assignments;
    private final TangentCalls calls;

    /** What is remembered of tapes, and of those of their tangents. */
    private final Map<Var, Var> marks = new HashMap<>();

    TangentStatements(Function function, Tangents tangents, RuleTable rules) {
        this.function = function;
        this.tangents = tangents;
        this.calls = new TangentCalls(tangents, rules);
        this.assignments = new TangentAssignments(tangents, rules, calls);
    }

    /** The body, after tangents of zero for parameters that turn active although no derivative is taken by them. */
    Block body() {
        List<Stmt> code = new ArrayList<>();
        for (Parameter p : function.parameters()) {
            Var v = p.variable();
            if (!p.active() && tangents.isActive(v)) {
                Var dot = tangents.dot(v);
                Expr zero = dot.type().isDifferentiable()
                        ? Defaults.of(dot.type())
                        : Tangents.zeros(Expr.read(v), dot.type());
                code.add(new Stmt.Declare(dot, zero, Span.NONE));
            }
        }
        code.addAll(block(function.body()).statements());
        return new Block(code);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> out = new ArrayList<>();
        if (isOfTape(s)) {
            ofTape(s, out);
        } else if (s instanceof Stmt.Declare d) {
            assignments.declare(d, out);
        } else if (s instanceof Stmt.Assign a) {
            assignments.assign(a, out);
        } else if (s instanceof Stmt.Invoke i) {
            calls.invoke(i, out);
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c && calls.isDerived(c, false)) {
            calls.eval(c, e.span(), out);
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c && calls.isLinear(c)) {
            out.add(e);
            out.add(new Stmt.Eval(calls.ofTangents(c, out), e.span()));
        } else if (s instanceof Stmt.StoreElement e) {
            store(e, out);
        } else if (s instanceof Stmt.Push p) {
            push(p, out);
        } else if (s instanceof Stmt.Return r) {
            give(r, out);
        } else if (s instanceof Stmt.Loop l) {
            loop(l, out);
        } else {
            out.add(descend(s));
        }
        return out;
    }

    /** Whether a statement marks or cuts a tape that goes with one of tangents. */
    private boolean isOfTape(Stmt s) {
        return Walk.expressions(s).stream()
                .anyMatch(e -> e instanceof Expr.Call c
                        && c.target() instanceof Expr.Read r
                        && r.type().equals(Types.TAPE)
                        && tangents.isActive(r.variable()));
    }

    /** The tape of tangents is cut where the tape is. */
    private void ofTape(Stmt s, List<Stmt> out) {
        out.add(s);
        out.addAll(
                new Rewriter() {
                    @Override
                    protected Var variable(Var v) {
                        return v.type().equals(Types.TAPE) ? tangents.dot(v) : marks.computeIfAbsent(v, Var::copy);
                    }
                }.block(Block.of(s)).statements());
    }

    private void store(Stmt.StoreElement e, List<Stmt> out) {
        out.add(e);
        if (tangents.hasActiveRoot(e.array())) {
            Expr array = tangents.of(e.array(), out);
            Expr value = tangents.of(e.value(), out);
            out.add(new Stmt.StoreElement(array, e.index(), value, e.span()));
        }
    }

    private void push(Stmt.Push p, List<Stmt> out) {
        out.add(p);
        if (tangents.isActive(p.stack()) && TangentTypes.exists(p.value().type())) {
            Expr value = tangents.of(p.value(), out);
            out.add(new Stmt.Push(tangents.dot(p.stack()), value, p.span()));
        }
    }

    private void give(Stmt.Return r, List<Stmt> out) {
        List<Expr> values = new ArrayList<>(r.values());
        for (int i = 0; i < r.values().size(); i++) {
            Type type = function.results().get(i).type();
            if (TangentTypes.exists(type)) {
                Expr tangent = tangents.of(r.values().get(i), out);
                values.add(
                        type.isOfTensors()
                                ? TensorTerms.orZeros(tangent, r.values().get(i))
                                : tangent);
            }
        }
        out.add(new Stmt.Return(values, r.span()));
    }

    /** What a {@code for} loop's head cannot hold goes before the loop and to the end of its body. */
    private void loop(Stmt.Loop l, List<Stmt> out) {
        Block init = block(l.init());
        Block update = block(l.update());
        if (init.equals(l.init()) && update.equals(l.update())) {
            out.add(new Stmt.Loop(l.label(), l.form(), init, l.condition(), update, block(l.body()), l.span()));
            return;
        }
        out.addAll(init.statements());
        List<Stmt> body = new ArrayList<>();
        Label iteration = new Label(null);
        Continues continues = new Continues(l.label(), iteration);
        Block inner = continues.block(block(l.body()));
        if (continues.found) {
            body.add(new Stmt.Labeled(iteration, inner, l.span()));
        } else {
            body.addAll(inner.statements());
        }
        body.addAll(update.statements());
        out.add(Stmt.Loop.whileLoop(l.label(), l.condition(), new Block(body), l.span()));
    }

    /** Makes each {@code continue} of a loop leave a block instead. */
    private static final class Continues extends Rewriter {

        private final Label loop;
        private final Label block;
        private boolean found;

        Continues(Label loop, Label block) {
            this.loop = loop;
            this.block = block;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            if (s instanceof Stmt.Continue c && c.target() == loop) {
                found = true;
                return List.of(new Stmt.Break(block, c.span()));
            }
            return super.rewrite(s);
        }
    }
}
