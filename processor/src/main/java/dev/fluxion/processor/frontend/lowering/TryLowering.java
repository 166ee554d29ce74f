package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
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
        List<Opened> resources = new ArrayList<>();
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
        Span span = context.span(t);
        if (resources.isEmpty() && catches.isEmpty() && last.isEmpty()) {
            body.statements().forEach(context.emitter()::emit);
            return;
        }
        List<Stmt> code = nested(resources, body, span);
        if (code.size() == 1 && code.get(0) instanceof Stmt.Try inner) {
            context.emitter().emit(new Stmt.Try(inner.resources(), inner.body(), catches, last, span));
        } else if (catches.isEmpty() && last.isEmpty()) {
            code.forEach(context.emitter()::emit);
        } else {
            context.emitter().emit(new Stmt.Try(List.of(), new Block(code), catches, last, span));
        }
    }

    /** A resource, and the statements that its initialiser needs before. */
    private record Opened(List<Stmt> before, Stmt.Declare resource) {}

    /** Resources that need statements before them open a try statement of their own around the rest (JLS 14.20.3.1); a catch is around them all. */
    private static List<Stmt> nested(List<Opened> resources, Block body, Span span) {
        int first = 0;
        List<Stmt.Declare> together = new ArrayList<>();
        while (first < resources.size()
                && (first == 0 || resources.get(first).before().isEmpty())) {
            together.add(resources.get(first).resource());
            first++;
        }
        Block rest = first == resources.size()
                ? body
                : new Block(nested(resources.subList(first, resources.size()), body, span));
        List<Stmt> code = resources.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(resources.get(0).before());
        code.add(new Stmt.Try(together, rest, List.of(), Block.EMPTY, span));
        return code;
    }

    private Opened resource(TreePath path) {
        Tree r = path.getLeaf();
        Stmt.Declare[] declared = new Stmt.Declare[1];
        List<Stmt> before = context.emitter().apart(() -> declared[0] = declared(path, r));
        return new Opened(before, declared[0]);
    }

    private Stmt.Declare declared(TreePath path, Tree r) {
        if (!(r instanceof VariableTree v)) {
            Expr held = expressions.value(path);
            return new Stmt.Declare(new Var("resource", held.type()), held, context.span(r));
        }
        Element element = context.element(path);
        Type type = context.types().of(element.asType());
        Expr value = expressions.root(new TreePath(path, v.getInitializer()), type);
        return new Stmt.Declare(context.declare(element, type), value, context.span(r));
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
