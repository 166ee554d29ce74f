package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers try statements. */
final class TryLowering {

    private final Context context;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;

    TryLowering(Context context, ExpressionLowering expressions, StatementLowering statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    void tryStatement(TreePath path, TryTree t) {
        List<Stmt.Declare> resources = new ArrayList<>();
        for (Tree r : t.getResources()) {
            resources.add(resource(new TreePath(path, r)));
        }
        Block body = statements.block(new TreePath(path, t.getBlock()));
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchTree c : t.getCatches()) {
            catches.add(clause(new TreePath(path, c), c));
        }
        Block last =
                t.getFinallyBlock() == null ? Block.EMPTY : statements.block(new TreePath(path, t.getFinallyBlock()));
        context.emitter().emit(new Stmt.Try(resources, body, catches, last, context.span(t)));
    }

    private Stmt.Declare resource(TreePath path) {
        Tree r = path.getLeaf();
        if (!(r instanceof VariableTree v)) {
            Expr held = expressions.value(path);
            return new Stmt.Declare(new Var("resource", held.type()), held, context.span(r));
        }
        Element element = context.element(path);
        Type type = context.types().of(element.asType());
        Expr[] value = new Expr[1];
        List<Stmt> effects = context.emitter()
                .apart(() -> value[0] = expressions.root(new TreePath(path, v.getInitializer()), type));
        if (!effects.isEmpty()) {
            context.report(Code.EFFECT_IN_RESOURCE, r);
        }
        return new Stmt.Declare(context.declare(element, type), value[0], context.span(r));
    }

    private Stmt.Catch clause(TreePath path, CatchTree c) {
        TreePath parameter = new TreePath(path, c.getParameter());
        Element element = context.element(parameter);
        Tree declared = c.getParameter().getType();
        List<Type> types = new ArrayList<>();
        if (declared instanceof UnionTypeTree union) {
            union.getTypeAlternatives()
                    .forEach(a -> types.add(context.type(new TreePath(new TreePath(parameter, union), a))));
        } else {
            types.add(context.types().of(element.asType()));
        }
        Type type = types.size() == 1 ? types.get(0) : Type.Declared.of("java.lang", "Throwable");
        Var v = context.declare(element, type);
        return new Stmt.Catch(types, v, statements.block(new TreePath(path, c.getBlock())));
    }
}
