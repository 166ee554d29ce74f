package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers loops; a condition with effects moves into the body. */
final class LoopLowering {

    private static final Type BOOLEAN = Type.Primitive.BOOLEAN;
    private static final Expr TRUE = new Expr.Constant(true, BOOLEAN);

    private final Context context;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final Targets targets;

    LoopLowering(Context context, ExpressionLowering expressions, StatementLowering statements, Targets targets) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    /** A condition and the statements that must run before it is tested. */
    private record Condition(List<Stmt> effects, Expr value) {}

    private Condition condition(TreePath path) {
        Expr[] value = new Expr[1];
        List<Stmt> effects = context.emitter().apart(() -> value[0] = expressions.value(path, BOOLEAN));
        return new Condition(context.patterns().hoisted(effects), value[0]);
    }

    void whileLoop(TreePath path, WhileLoopTree t, String name) {
        Label label = new Label(name);
        Condition c = condition(new TreePath(path, t.getCondition()));
        targets.enter(name, label, label, true);
        Block body = statements.block(new TreePath(path, t.getStatement()));
        targets.leave();
        context.emitter().emit(whileLoop(label, c, body, context.span(t)));
    }

    private Stmt whileLoop(Label label, Condition c, Block body, Span span) {
        if (c.effects().isEmpty()) {
            return Stmt.Loop.whileLoop(label, c.value(), body, span);
        }
        List<Stmt> whole = new ArrayList<>(c.effects());
        whole.add(leaveUnless(c.value(), label, span));
        whole.addAll(body.statements());
        return Stmt.Loop.whileLoop(label, TRUE, new Block(whole), span);
    }

    private static Stmt leaveUnless(Expr condition, Label label, Span span) {
        Expr done = new Expr.Unary(Operator.NOT, condition, BOOLEAN);
        return new Stmt.If(done, Block.of(new Stmt.Break(label, span)), Block.EMPTY, span);
    }

    void doLoop(TreePath path, DoWhileLoopTree t, String name) {
        Label label = new Label(name);
        Label around = new Label(null);
        Condition c = condition(new TreePath(path, t.getCondition()));
        Span span = context.span(t);
        if (c.effects().isEmpty()) {
            targets.enter(name, label, label, true);
            Block body = statements.block(new TreePath(path, t.getStatement()));
            targets.leave();
            context.emitter()
                    .emit(new Stmt.Loop(label, Stmt.Loop.Form.DO, Block.EMPTY, c.value(), Block.EMPTY, body, span));
            return;
        }
        targets.enterWithBlock(name, label, around);
        Block body = statements.block(new TreePath(path, t.getStatement()));
        targets.leave();
        List<Stmt> whole = new ArrayList<>();
        whole.add(new Stmt.Labeled(around, body, span));
        whole.addAll(c.effects());
        whole.add(leaveUnless(c.value(), label, span));
        context.emitter().emit(Stmt.Loop.whileLoop(label, TRUE, new Block(whole), span));
    }

    void forLoop(TreePath path, ForLoopTree t, String name) {
        List<Stmt> init = context.emitter().apart(() -> statements.statements(path, t.getInitializer()));
        Condition c = t.getCondition() == null
                ? new Condition(List.of(), TRUE)
                : condition(new TreePath(path, t.getCondition()));
        Label label = new Label(name);
        Span span = context.span(t);
        List<Stmt> update = context.emitter().apart(() -> {
            for (StatementTree s : t.getUpdate()) {
                statements.statement(new TreePath(path, s));
            }
        });
        boolean simple = c.effects().isEmpty() && update.stream().allMatch(s -> s instanceof Stmt.Assign);
        boolean counter = simple && init.size() == 1 && init.get(0) instanceof Stmt.Declare;
        if (!counter) {
            init.forEach(context.emitter()::emit);
        }
        if (simple) {
            targets.enter(name, label, label, true);
            Block body = statements.block(new TreePath(path, t.getStatement()));
            targets.leave();
            context.emitter()
                    .emit(new Stmt.Loop(
                            label,
                            Stmt.Loop.Form.FOR,
                            counter ? new Block(init) : Block.EMPTY,
                            c.value(),
                            new Block(update),
                            body,
                            span));
            return;
        }
        Label around = new Label(null);
        targets.enterWithBlock(name, label, around);
        Block body = statements.block(new TreePath(path, t.getStatement()));
        targets.leave();
        List<Stmt> whole = new ArrayList<>();
        whole.add(new Stmt.Labeled(around, body, span));
        whole.addAll(update);
        context.emitter().emit(whileLoop(label, c, new Block(whole), span));
    }

    void forEach(TreePath path, EnhancedForLoopTree t, String name) {
        TreePath collection = new TreePath(path, t.getExpression());
        if (context.type(collection) instanceof Type.Array array) {
            overArray(path, t, collection, array, name);
        } else {
            overIterable(path, t, collection, name);
        }
    }

    private void overArray(TreePath path, EnhancedForLoopTree t, TreePath collection, Type.Array array, String name) {
        Span span = context.span(t);
        Element element = context.element(new TreePath(path, t.getVariable()));
        String wanted = element.getSimpleName().toString();
        Var elements = Var.temporary(wanted + "s", array);
        context.emitter().emit(new Stmt.Declare(elements, expressions.root(collection, array), span));
        Var index = new Var(wanted + "Index", Type.Primitive.INT);
        Expr i = new Expr.Read(index);
        Expr one = new Expr.Constant(1, Type.Primitive.INT);
        Label label = new Label(name);
        Expr read = new Expr.Element(new Expr.Read(elements), i, array.component());
        Block body = body(path, t, element, read, name, label);
        context.emitter()
                .emit(new Stmt.Loop(
                        label,
                        Stmt.Loop.Form.FOR,
                        Block.of(new Stmt.Declare(index, new Expr.Constant(0, Type.Primitive.INT), span)),
                        new Expr.Binary(Operator.LESS, i, new Expr.Length(new Expr.Read(elements)), BOOLEAN),
                        Block.of(new Stmt.Assign(
                                index, new Expr.Binary(Operator.ADD, i, one, Type.Primitive.INT), span)),
                        body,
                        span));
    }

    private Block body(TreePath path, EnhancedForLoopTree t, Element element, Expr read, String name, Label label) {
        Span span = context.span(t.getVariable());
        Type type = context.types().of(element.asType());
        targets.enter(name, label, label, true);
        List<Stmt> body = context.emitter().apart(() -> {
            Expr value = ExpressionLowering.isEffectFree(read)
                    ? read
                    : context.emitter().keep(read, "next", span);
            Expr converted = read.type().equals(type) || type.isPrimitive()
                    ? Conversions.convert(value, type, span)
                    : new Expr.Cast(type, value, span);
            context.emitter().emit(new Stmt.Declare(context.declare(element, type), converted, span));
            statements.statement(new TreePath(path, t.getStatement()));
        });
        targets.leave();
        return new Block(body);
    }

    private void overIterable(TreePath path, EnhancedForLoopTree t, TreePath collection, String name) {
        Span span = context.span(t);
        Element element = context.element(new TreePath(path, t.getVariable()));
        Type type = context.types().of(element.asType());
        Expr iterable = expressions.value(collection);
        Type.Declared iteratorType = Type.Declared.of("java.util", "Iterator");
        Type.Declared iterableType = Type.Declared.of("java.lang", "Iterable");
        Type boxed = context.elementType(context.mirror(collection));
        Type full = iteratorType;
        if (boxed instanceof Type.Undenotable u) {
            full = new Type.Undenotable(iterator(u.erasure()));
        } else if (!boxed.equals(Types.OBJECT)) {
            full = iterator(boxed);
        }
        Var iterator = new Var("iterator", full);
        Expr begin = call(iterableType, "iterator", iteratorType, iterable, full, span);
        context.emitter().emit(new Stmt.Declare(iterator, begin, span));
        Label label = new Label(name);
        Expr read = new Expr.Read(iterator);
        Expr next = call(iteratorType, "next", Types.OBJECT, read, boxed, span);
        Block body = body(path, t, element, next, name, label);
        Var hasNext = new Var("hasNext", BOOLEAN);
        Stmt ask = new Stmt.Declare(hasNext, call(iteratorType, "hasNext", BOOLEAN, read, BOOLEAN, span), span);
        context.emitter().emit(whileLoop(label, new Condition(List.of(ask), new Expr.Read(hasNext)), body, span));
    }

    private static Type iterator(Type of) {
        return new Type.Declared(
                "java.util",
                List.of("Iterator"),
                List.of(new dev.fluxion.processor.ir.TypeArgument.Wildcard(false, of)));
    }

    private static Expr call(Type.Declared owner, String method, Type erased, Expr target, Type type, Span span) {
        Callee.Method m = new Callee.Method(owner, method, List.of(), erased, false, Callee.Access.PUBLIC);
        return new Expr.Call(m, target, List.of(), type, span);
    }
}
