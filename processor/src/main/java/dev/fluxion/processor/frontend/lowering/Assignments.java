package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Lowers assignments, compound assignments and increments of variables, fields and array elements. */
final class Assignments {

    private final Context context;
    private final ExpressionLowering expressions;

    Assignments(Context context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** A place that can be assigned, its parts already evaluated. */
    private interface Place {

        Type type();

        Expr read();

        Stmt write(Expr value);
    }

    /** An assignment as a statement. */
    void effect(TreePath path) {
        assign(path, false);
    }

    /** An assignment as an expression. */
    Expr value(TreePath path) {
        return assign(path, true);
    }

    private Expr assign(TreePath path, boolean wanted) {
        Tree t = path.getLeaf();
        if (t instanceof AssignmentTree a) {
            return simple(path, a, wanted);
        } else if (t instanceof CompoundAssignmentTree c) {
            return compound(path, c, wanted);
        }
        return increment(path, (UnaryTree) t, wanted);
    }

    private Expr simple(TreePath path, AssignmentTree a, boolean wanted) {
        Span span = context.span(a);
        TreePath right = new TreePath(path, a.getExpression());
        Place place = place(new TreePath(path, a.getVariable()), right, span);
        Expr value =
                place instanceof Local ? expressions.root(right, place.type()) : expressions.value(right, place.type());
        return store(place, value, wanted, span);
    }

    private Expr store(Place place, Expr value, boolean wanted, Span span) {
        boolean copied = wanted && !(place instanceof Local) && !(value instanceof Expr.Constant);
        Expr kept = copied ? context.emitter().keep(value, "assigned", span) : value;
        context.emitter().emit(place.write(kept));
        return place instanceof Local ? place.read() : kept;
    }

    private Expr compound(TreePath path, CompoundAssignmentTree c, boolean wanted) {
        Span span = context.span(c);
        TreePath right = new TreePath(path, c.getExpression());
        Place place = place(new TreePath(path, c.getVariable()), right, span);
        List<Expr> operands = context.emitter().inOrder(List.of(place::read, () -> expressions.value(right)), span);
        Expr value = place.type().equals(Types.STRING)
                ? new Expr.Concat(operands, span)
                : narrowed(
                        Operators.apply(Operators.of(c.getKind()), operands.get(0), operands.get(1), span),
                        place.type(),
                        span);
        return store(place, value, wanted, span);
    }

    private Expr increment(TreePath path, UnaryTree u, boolean wanted) {
        Span span = context.span(u);
        TreePath operand = new TreePath(path, u.getExpression());
        Place place = place(operand, null, span);
        boolean postfix = u.getKind() == Tree.Kind.POSTFIX_INCREMENT || u.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        Expr before = place.read();
        if (postfix && wanted) {
            before = context.emitter().keep(before, Temporaries.name(before), span);
        }
        Expr one = new Expr.Constant(1, Type.Primitive.INT);
        Expr value = narrowed(Operators.apply(Operators.of(u.getKind()), before, one, span), place.type(), span);
        Expr after = store(place, value, wanted && !postfix, span);
        return postfix ? before : after;
    }

    /** The implicit cast of a compound assignment, through the unboxed type where the variable is boxed. */
    private static Expr narrowed(Expr e, Type type, Span span) {
        return Conversions.convert(Conversions.convert(e, type.unboxed(), span), type, span);
    }

    private Place place(TreePath path, TreePath right, Span span) {
        ExpressionTree t = (ExpressionTree) path.getLeaf();
        if (t instanceof ParenthesizedTree p) {
            return place(new TreePath(path, p.getExpression()), right, span);
        } else if (t instanceof ArrayAccessTree a) {
            return element(path, a, right, span);
        }
        Element element = context.element(path);
        Var local = element == null ? null : context.variable(element);
        if (local != null) {
            return new Local(local, span);
        }
        VariableElement field = (VariableElement) element;
        if (field.getModifiers().contains(Modifier.STATIC)) {
            return new StaticOrInstance(
                    context.members().field(field), null, context.type(path), Context.isNoDiff(field), span);
        } else if (t instanceof MemberSelectTree m && !ExpressionLowering.isThis(m.getExpression())) {
            Expr target = stable(expressions.value(new TreePath(path, m.getExpression())), span);
            return new StaticOrInstance(
                    context.members().field(field), target, context.type(path), Context.isNoDiff(field), span);
        }
        Optional<Expr> receiver = context.receiverOf(field);
        if (receiver.isPresent()) {
            return new StaticOrInstance(
                    context.members().field(field), receiver.get(), context.type(path), Context.isNoDiff(field), span);
        }
        context.report(Code.INSTANCE_CALL, t, "field " + field.getSimpleName());
        return new Local(new Var(field.getSimpleName().toString(), context.type(path)), span);
    }

    private Place element(TreePath path, ArrayAccessTree a, TreePath right, Span span) {
        List<Expr> parts = context.emitter()
                .inOrder(
                        List.of(
                                () -> expressions.value(new TreePath(path, a.getExpression())),
                                () -> expressions.value(new TreePath(path, a.getIndex()), Type.Primitive.INT)),
                        span);
        Type type = context.type(path);
        return new ArrayElement(stable(parts.get(0), span), stable(parts.get(1), span), type, span);
    }

    /** A part of a place, kept so that it is evaluated once and before the right-hand side. */
    private Expr stable(Expr e, Span span) {
        return e instanceof Expr.Constant ? e : context.emitter().keep(e, Temporaries.name(e), span);
    }

    private record Local(Var variable, Span span) implements Place {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public Expr read() {
            return new Expr.Read(variable);
        }

        @Override
        public Stmt write(Expr value) {
            return new Stmt.Assign(variable, value, span);
        }
    }

    /** A field; what is stored in one that the user marked is constant by the user's own word. */
    private record StaticOrInstance(Field field, Expr target, Type type, boolean isCut, Span span) implements Place {
        @Override
        public Expr read() {
            return new Expr.FieldRead(field, target, type, span);
        }

        @Override
        public Stmt write(Expr value) {
            boolean isCutHere = isCut && type.isDifferentiable() && value.type().equals(type);
            return new Stmt.StoreField(field, target, isCutHere ? Context.constantByRequest(value, span) : value, span);
        }
    }

    private record ArrayElement(Expr array, Expr index, Type type, Span span) implements Place {
        @Override
        public Expr read() {
            return new Expr.Element(array, index, type);
        }

        @Override
        public Stmt write(Expr value) {
            return new Stmt.StoreElement(array, index, value, span);
        }
    }
}
