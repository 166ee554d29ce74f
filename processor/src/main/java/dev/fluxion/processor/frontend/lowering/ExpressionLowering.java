package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Lowers expressions: to effect-free trees, their effects hoisted into statements in Java's order of evaluation. */
final class ExpressionLowering {

    private final Context context;
    private final Assignments assignments;
    private final Invocations invocations;
    private final Operators operators;
    private StatementLowering statements;

    ExpressionLowering(Context context) {
        this.context = context;
        this.assignments = new Assignments(context, this);
        this.invocations = new Invocations(context, this);
        this.operators = new Operators(context, this);
    }

    /** Switch expressions hold statements. */
    void statements(StatementLowering lowering) {
        this.statements = lowering;
    }

    Operators operators() {
        return operators;
    }

    Invocations invocations() {
        return invocations;
    }

    /** The value of an expression, free of effects. */
    Expr value(TreePath path) {
        Expr e = root(path);
        return isEffectFree(e) ? e : context.emitter().keep(e, Temporaries.name(e), context.span(path.getLeaf()));
    }

    /** The value converted to a type. */
    Expr value(TreePath path, Type type) {
        return Conversions.convert(value(path), type, context.span(path.getLeaf()));
    }

    /** The value converted, where a call with effects may stand. */
    Expr root(TreePath path, Type type) {
        Expr e = root(path);
        Expr converted = Conversions.convert(e, type, context.span(path.getLeaf()));
        return converted == e || isEffectFree(e)
                ? converted
                : Conversions.convert(
                        context.emitter().keep(e, Temporaries.name(e), context.span(path.getLeaf())),
                        type,
                        context.span(path.getLeaf()));
    }

    static boolean isEffectFree(Expr e) {
        if (e instanceof Expr.Call c) {
            return c.callee() instanceof Callee.Method m ? PureMethods.isPure(m) : true;
        }
        return !(e instanceof Expr.New
                || e instanceof Expr.NewArray
                || e instanceof Expr.ArrayLiteral
                || e instanceof Expr.Opaque);
    }

    /** An expression evaluated for its effects alone. */
    void effect(TreePath path) {
        Tree t = path.getLeaf();
        if (t instanceof ParenthesizedTree p) {
            effect(new TreePath(path, p.getExpression()));
        } else if (t instanceof AssignmentTree || t instanceof CompoundAssignmentTree || isIncrement(t)) {
            assignments.effect(path);
        } else {
            Expr e = root(path);
            if (!(e instanceof Expr.Read) && !(e instanceof Expr.Constant)) {
                context.emitter().emit(new Stmt.Eval(e, context.span(t)));
            }
        }
    }

    static boolean isIncrement(Tree t) {
        return switch (t.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** An expression whose root may be a call with effects or an allocation. */
    Expr root(TreePath path) {
        ExpressionTree t = (ExpressionTree) path.getLeaf();
        if (t instanceof ParenthesizedTree p) {
            return root(new TreePath(path, p.getExpression()));
        }
        Object constant = context.constant(path);
        if (constant != null) {
            Type type = context.type(path);
            return type instanceof Type.Primitive p
                    ? Conversions.constant(constant, p)
                    : new Expr.Constant(constant, Types.STRING);
        }
        return switch (t.getKind()) {
            case NULL_LITERAL -> new Expr.Constant(null, Types.NULL);
            case IDENTIFIER -> name(path, context.element(path));
            case MEMBER_SELECT -> select(path, (MemberSelectTree) t);
            case ARRAY_ACCESS -> element(path, (ArrayAccessTree) t);
            case METHOD_INVOCATION -> invocations.call(path, (MethodInvocationTree) t);
            case NEW_CLASS -> invocations.creation(path, (NewClassTree) t);
            case NEW_ARRAY -> array(path, (NewArrayTree) t);
            case TYPE_CAST -> cast(path, (TypeCastTree) t);
            case INSTANCE_OF -> operators.instanceOf(path, (InstanceOfTree) t);
            case CONDITIONAL_EXPRESSION -> operators.conditional(path, (ConditionalExpressionTree) t);
            case CONDITIONAL_AND, CONDITIONAL_OR -> operators.lazy(path, (BinaryTree) t);
            case SWITCH_EXPRESSION -> statements.switchExpression(path, (SwitchExpressionTree) t);
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> new OpaqueLowering(context).lower(path);
            case ASSIGNMENT -> assignments.value(path);
            default -> operator(path, t);
        };
    }

    private Expr operator(TreePath path, ExpressionTree t) {
        if (t instanceof CompoundAssignmentTree || isIncrement(t)) {
            return assignments.value(path);
        } else if (t instanceof BinaryTree b) {
            return operators.binary(path, b);
        } else if (t instanceof UnaryTree u) {
            return operators.unary(path, u);
        }
        return context.refuse(path, "this expression (" + t.getKind() + ")");
    }

    private Expr name(TreePath path, Element element) {
        if (isThis(path.getLeaf()) && context.receiver().isPresent()) {
            return context.receiver().get();
        } else if (element instanceof VariableElement v) {
            Var local = context.variable(v);
            if (local != null) {
                return new Expr.Read(local);
            } else if (v.getKind() == ElementKind.FIELD || v.getKind() == ElementKind.ENUM_CONSTANT) {
                return field(path, v, null);
            } else if (invocations.holdsRecord(v)) {
                return context.refuse(path, Code.WHOLE_RECORD);
            }
        }
        return context.refuse(path, "the name " + path.getLeaf());
    }

    /** A field read; a bare name of an instance field reads the receiver. */
    private Expr field(TreePath path, VariableElement field, Expr target) {
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        Expr object =
                isStatic || target != null ? target : context.receiverOf(field).orElse(null);
        if (!isStatic && object == null) {
            context.report(Code.INSTANCE_CALL, path.getLeaf(), "field " + field.getSimpleName());
            return Context.placeholder(context.type(path));
        }
        return context.fieldRead(field, isStatic ? null : object, path);
    }

    private Expr select(TreePath path, MemberSelectTree t) {
        Element element = context.element(path);
        TreePath inner = new TreePath(path, t.getExpression());
        if (t.getIdentifier().contentEquals("length") && isArray(inner)) {
            return new Expr.Length(value(inner));
        } else if (t.getIdentifier().contentEquals("class")) {
            return new OpaqueLowering(context).lower(path);
        } else if (t.getIdentifier().contentEquals("this")
                && context.receiverNamed(path).isPresent()) {
            return context.receiver().orElseThrow();
        } else if (element instanceof VariableElement v) {
            Element qualifier = context.element(inner);
            boolean ofType = qualifier != null
                    && (qualifier.getKind().isClass() || qualifier.getKind().isInterface());
            if (v.getModifiers().contains(Modifier.STATIC)) {
                if (!ofType) {
                    effect(inner);
                }
                return field(path, v, null);
            }
            return field(path, v, isThis(t.getExpression()) ? null : value(inner));
        }
        return context.refuse(path, "this name");
    }

    static boolean isThis(Tree t) {
        return t instanceof IdentifierTree i
                && (i.getName().contentEquals("this") || i.getName().contentEquals("super"));
    }

    private boolean isArray(TreePath path) {
        return context.mirror(path) != null && context.mirror(path).getKind() == TypeKind.ARRAY;
    }

    private Expr element(TreePath path, ArrayAccessTree t) {
        List<Expr> parts = context.emitter()
                .inOrder(
                        List.of(
                                () -> value(new TreePath(path, t.getExpression())),
                                () -> value(new TreePath(path, t.getIndex()), Type.Primitive.INT)),
                        context.span(t));
        return new Expr.Element(parts.get(0), parts.get(1), context.type(path));
    }

    private Expr array(TreePath path, NewArrayTree t) {
        Type.Array type = (Type.Array) context.type(path);
        List<java.util.function.Supplier<Expr>> parts = new ArrayList<>();
        if (t.getInitializers() != null) {
            for (ExpressionTree e : t.getInitializers()) {
                parts.add(() -> value(new TreePath(path, e), type.component()));
            }
            return new Expr.ArrayLiteral(type, context.emitter().inOrder(parts, context.span(t)));
        }
        for (ExpressionTree e : t.getDimensions()) {
            parts.add(() -> value(new TreePath(path, e), Type.Primitive.INT));
        }
        return new Expr.NewArray(type, context.emitter().inOrder(parts, context.span(t)));
    }

    private Expr cast(TreePath path, TypeCastTree t) {
        TreePath inner = new TreePath(path, t.getExpression());
        Type to = context.type(path);
        Span span = context.span(t);
        if (t.getType() instanceof IntersectionTypeTree) {
            return intersection(path, inner);
        }
        Expr e = value(inner);
        boolean primitive = to instanceof Type.Primitive || e.type() instanceof Type.Primitive;
        if (primitive) {
            Type boxed = e.type().unboxed();
            if (to instanceof Type.Primitive p && !(e.type() instanceof Type.Primitive) && boxed == e.type()) {
                return new Expr.Cast(p, new Expr.Cast(Types.boxed(p), e, span), span);
            }
            return widened(Conversions.convert(e, to, span), to, span);
        }
        return e.type().equals(to) ? e : new Expr.Cast(to, e, span);
    }

    /** The type of such a cast is written nowhere but in it. */
    private Expr intersection(TreePath path, TreePath operand) {
        if (operand.getLeaf() instanceof ParenthesizedTree p) {
            return intersection(path, new TreePath(operand, p.getExpression()));
        }
        Tree t = operand.getLeaf();
        boolean isFunction = t instanceof LambdaExpressionTree || t instanceof MemberReferenceTree;
        return isFunction
                ? new OpaqueLowering(context).lower(path)
                : new OpaqueLowering(context).lower(path, t, value(operand));
    }

    /** A boxed value under the wider type that it was cast to, by which overloads are chosen. */
    private static Expr widened(Expr e, Type to, Span span) {
        return to instanceof Type.Primitive || e.type().equals(to) ? e : new Expr.Cast(to, e, span);
    }
}
