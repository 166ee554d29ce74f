package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers statements. */
final class StatementLowering {

    private final Context context;
    private final ExpressionLowering expressions;
    private final Targets targets = new Targets();
    private final LoopLowering loops;
    private final SwitchLowering switches;
    private final TryLowering tries;
    private final Type result;

    StatementLowering(Context context, ExpressionLowering expressions, Type result) {
        this.context = context;
        this.expressions = expressions;
        this.loops = new LoopLowering(context, expressions, this, targets);
        this.switches = new SwitchLowering(context, expressions, this, targets);
        this.tries = new TryLowering(context, expressions, this);
        this.result = result;
        expressions.statements(this);
    }

    /** The statements of a block or a single statement, in a scope of their own. */
    Block block(TreePath path) {
        return new Block(context.emitter().apart(() -> statement(path)));
    }

    Expr switchExpression(TreePath path, SwitchExpressionTree t) {
        return switches.expression(path, t);
    }

    void statements(TreePath parent, List<? extends StatementTree> trees) {
        trees.forEach(s -> statement(new TreePath(parent, s)));
    }

    void statement(TreePath path) {
        Tree t = path.getLeaf();
        if (t instanceof BlockTree b) {
            statements(path, b.getStatements());
        } else if (t instanceof VariableTree v) {
            variable(path, v);
        } else if (t instanceof ExpressionStatementTree e) {
            expressions.effect(new TreePath(path, e.getExpression()));
        } else if (t instanceof IfTree i) {
            branch(path, i);
        } else if (t instanceof ReturnTree r) {
            returned(path, r);
        } else if (t instanceof LabeledStatementTree l) {
            labeled(path, l);
        } else if (t instanceof WhileLoopTree w) {
            loops.whileLoop(path, w, targets.take());
        } else if (t instanceof DoWhileLoopTree d) {
            loops.doLoop(path, d, targets.take());
        } else if (t instanceof ForLoopTree f) {
            loops.forLoop(path, f, targets.take());
        } else if (t instanceof EnhancedForLoopTree e) {
            loops.forEach(path, e, targets.take());
        } else if (t instanceof SwitchTree w) {
            switches.statement(path, w);
        } else {
            transfer(path, t);
        }
    }

    private void transfer(TreePath path, Tree t) {
        Span span = context.span(t);
        if (t instanceof BreakTree b) {
            context.emitter().emit(new Stmt.Break(targets.breakTarget(b.getLabel()), span));
        } else if (t instanceof ContinueTree c) {
            context.emitter().emit(targets.continueJump(c.getLabel(), span));
        } else if (t instanceof YieldTree y) {
            switches.yield(new TreePath(path, y.getValue()), span);
        } else if (t instanceof ThrowTree w) {
            Expr exception = expressions.value(new TreePath(path, w.getExpression()));
            context.emitter().emit(new Stmt.Throw(exception, span));
        } else if (t instanceof AssertTree a) {
            assertion(path, a, span);
        } else if (t instanceof TryTree y) {
            tries.tryStatement(path, y);
        } else if (t instanceof SynchronizedTree s) {
            Expr monitor = expressions.value(new TreePath(path, s.getExpression()));
            Block body = block(new TreePath(path, s.getBlock()));
            context.emitter().emit(new Stmt.Synchronized(monitor, body, span));
        } else if (!(t instanceof EmptyStatementTree)) {
            context.report(Code.LOCAL_CLASS, t);
        }
    }

    private void variable(TreePath path, VariableTree t) {
        Element element = context.element(path);
        Span span = context.span(t);
        TreePath initializer = t.getInitializer() == null ? null : new TreePath(path, t.getInitializer());
        if (initializer != null && expressions.invocations().declaresRecord(initializer, element)) {
            return;
        } else if (initializer != null && expressions.invocations().streams().declares(initializer, element)) {
            return;
        }
        Type type = context.types().of(element.asType());
        Expr value = initializer == null ? null : expressions.root(initializer, type);
        if (value != null && Context.isNoDiff(element) && type.isDifferentiable()) {
            Expr kept = ExpressionLowering.isEffectFree(value)
                    ? value
                    : context.emitter().keep(value, Temporaries.name(value), span);
            value = Context.constantByRequest(kept, span);
        }
        Var v = context.declare(element, type);
        context.emitter().emit(new Stmt.Declare(v, value, span));
    }

    private void branch(TreePath path, IfTree t) {
        Expr condition = expressions.value(new TreePath(path, t.getCondition()), Type.Primitive.BOOLEAN);
        Block whenTrue = block(new TreePath(path, t.getThenStatement()));
        Block whenFalse = t.getElseStatement() == null ? Block.EMPTY : block(new TreePath(path, t.getElseStatement()));
        context.emitter().emit(new Stmt.If(condition, whenTrue, whenFalse, context.span(t)));
    }

    private void returned(TreePath path, ReturnTree t) {
        Span span = context.span(t);
        if (t.getExpression() == null || result.equals(Types.VOID)) {
            context.emitter().emit(new Stmt.Return(List.of(), span));
        } else {
            Expr value = expressions.value(new TreePath(path, t.getExpression()), result);
            context.emitter().emit(Stmt.Return.of(value, span));
        }
    }

    private void labeled(TreePath path, LabeledStatementTree t) {
        String name = t.getLabel().toString();
        TreePath inner = new TreePath(path, t.getStatement());
        if (isLoop(t.getStatement())) {
            targets.give(name);
            statement(inner);
            return;
        }
        Label label = new Label(name);
        targets.enter(name, label, null, false);
        Block body = block(inner);
        targets.leave();
        context.emitter().emit(new Stmt.Labeled(label, body, context.span(t)));
    }

    private static boolean isLoop(Tree t) {
        return t instanceof WhileLoopTree
                || t instanceof DoWhileLoopTree
                || t instanceof ForLoopTree
                || t instanceof EnhancedForLoopTree;
    }

    private void assertion(TreePath path, AssertTree a, Span span) {
        Expr[] parts = new Expr[2];
        List<Stmt> effects = context.emitter().apart(() -> {
            parts[0] = expressions.value(new TreePath(path, a.getCondition()), Type.Primitive.BOOLEAN);
            if (a.getDetail() != null) {
                parts[1] = expressions.value(new TreePath(path, a.getDetail()));
            }
        });
        if (!effects.isEmpty()) {
            context.report(Code.EFFECT_IN_ASSERTION, a);
            return;
        }
        context.emitter().emit(new Stmt.Assert(parts[0], parts[1], span));
    }
}
