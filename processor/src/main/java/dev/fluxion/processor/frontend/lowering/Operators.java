package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lowers operators, with Java's promotions made explicit. */
final class Operators {

    private static final Type BOOLEAN = Type.Primitive.BOOLEAN;

    private final Context context;
    private final ExpressionLowering expressions;

    Operators(Context context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    static Operator of(Tree.Kind kind) {
        return switch (kind) {
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Operator.MULTIPLY;
            case DIVIDE, DIVIDE_ASSIGNMENT -> Operator.DIVIDE;
            case REMAINDER, REMAINDER_ASSIGNMENT -> Operator.REMAINDER;
            case PLUS, PLUS_ASSIGNMENT, PREFIX_INCREMENT, POSTFIX_INCREMENT -> Operator.ADD;
            case MINUS, MINUS_ASSIGNMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> Operator.SUBTRACT;
            case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Operator.SHIFT_LEFT;
            case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Operator.SHIFT_RIGHT;
            case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Operator.SHIFT_RIGHT_UNSIGNED;
            case AND, AND_ASSIGNMENT -> Operator.AND;
            case OR, OR_ASSIGNMENT -> Operator.OR;
            case XOR, XOR_ASSIGNMENT -> Operator.XOR;
            case LESS_THAN -> Operator.LESS;
            case LESS_THAN_EQUAL -> Operator.LESS_EQUAL;
            case GREATER_THAN -> Operator.GREATER;
            case GREATER_THAN_EQUAL -> Operator.GREATER_EQUAL;
            case EQUAL_TO -> Operator.EQUAL;
            case NOT_EQUAL_TO -> Operator.NOT_EQUAL;
            case UNARY_MINUS -> Operator.NEGATE;
            case UNARY_PLUS -> Operator.PLUS;
            case BITWISE_COMPLEMENT -> Operator.COMPLEMENT;
            case LOGICAL_COMPLEMENT -> Operator.NOT;
            case CONDITIONAL_AND -> Operator.AND_THEN;
            case CONDITIONAL_OR -> Operator.OR_ELSE;
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    Expr binary(TreePath path, BinaryTree t) {
        Span span = context.span(t);
        Type type = context.type(path);
        if (type.equals(Types.STRING)) {
            return concat(path, t);
        }
        List<Expr> operands = context.emitter()
                .inOrder(
                        List.of(
                                () -> expressions.value(new TreePath(path, t.getLeftOperand())),
                                () -> expressions.value(new TreePath(path, t.getRightOperand()))),
                        span);
        return apply(of(t.getKind()), operands.get(0), operands.get(1), span);
    }

    /** A binary operator other than the lazy ones and concatenation, its operands promoted (JLS 15.17 to 15.22). */
    static Expr apply(Operator operator, Expr left, Expr right, Span span) {
        Type a = left.type().unboxed();
        Type b = right.type().unboxed();
        boolean references = !(a instanceof Type.Primitive) || !(b instanceof Type.Primitive);
        boolean bothBoxed = !(left.type() instanceof Type.Primitive) && !(right.type() instanceof Type.Primitive);
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (equality && (references || bothBoxed)) {
            return new Expr.Binary(operator, left, right, BOOLEAN);
        } else if (operator.kind() == Operator.Kind.SHIFT) {
            Type promoted = Conversions.promoted(left.type());
            return new Expr.Binary(
                    operator,
                    Conversions.convert(left, promoted, span),
                    Conversions.convert(right, Conversions.promoted(right.type()), span),
                    promoted);
        }
        Type common = a == BOOLEAN ? BOOLEAN : Types.promote(a, b);
        return new Expr.Binary(
                operator,
                Conversions.convert(left, common, span),
                Conversions.convert(right, common, span),
                operator.kind() == Operator.Kind.COMPARISON ? BOOLEAN : common);
    }

    private Expr concat(TreePath path, BinaryTree t) {
        List<Supplier<Expr>> parts = new ArrayList<>();
        collect(path, t, parts);
        return new Expr.Concat(context.emitter().inOrder(parts, context.span(t)), context.span(t));
    }

    private void collect(TreePath path, BinaryTree t, List<Supplier<Expr>> parts) {
        TreePath left = new TreePath(path, t.getLeftOperand());
        boolean nested = t.getLeftOperand() instanceof BinaryTree
                && context.type(left).equals(Types.STRING)
                && context.constant(left) == null;
        if (nested) {
            collect(left, (BinaryTree) t.getLeftOperand(), parts);
        } else {
            parts.add(() -> expressions.value(left));
        }
        parts.add(() -> expressions.value(new TreePath(path, t.getRightOperand())));
    }

    Expr unary(TreePath path, UnaryTree t) {
        Span span = context.span(t);
        Expr operand = expressions.value(new TreePath(path, t.getExpression()));
        Type promoted = Conversions.promoted(operand.type());
        Operator operator = of(t.getKind());
        return new Expr.Unary(operator, Conversions.convert(operand, promoted, span), promoted);
    }

    Expr lazy(TreePath path, BinaryTree t) {
        Expr left = expressions.value(new TreePath(path, t.getLeftOperand()), BOOLEAN);
        TreePath right = new TreePath(path, t.getRightOperand());
        return lazy(of(t.getKind()), left, () -> expressions.value(right, BOOLEAN), context.span(t));
    }

    /** {@code left && right} or {@code left || right}; what the right operand emits happens only where that is evaluated. */
    Expr lazy(Operator operator, Expr left, Supplier<Expr> rightOperand, Span span) {
        Expr[] right = new Expr[1];
        List<Stmt> effects = context.emitter().apart(() -> right[0] = rightOperand.get());
        if (effects.isEmpty()) {
            return new Expr.Binary(operator, left, right[0], BOOLEAN);
        }
        Var result = Var.temporary("holds", BOOLEAN);
        context.emitter().emit(new Stmt.Declare(result, left, span));
        List<Stmt> then = new ArrayList<>(effects);
        then.add(new Stmt.Assign(result, right[0], span));
        Expr decided = new Expr.Read(result);
        Expr undecided = operator == Operator.AND_THEN ? decided : new Expr.Unary(Operator.NOT, decided, BOOLEAN);
        Block rest = new Block(context.patterns().hoisted(then));
        context.emitter().emit(new Stmt.If(undecided, rest, Block.EMPTY, span));
        return decided;
    }

    Expr conditional(TreePath path, ConditionalExpressionTree t) {
        Span span = context.span(t);
        Type type = context.type(path);
        Expr condition = expressions.value(new TreePath(path, t.getCondition()), BOOLEAN);
        Expr[] values = new Expr[2];
        List<Stmt> whenTrue = context.emitter()
                .apart(() -> values[0] = expressions.value(new TreePath(path, t.getTrueExpression()), type));
        List<Stmt> whenFalse = context.emitter()
                .apart(() -> values[1] = expressions.value(new TreePath(path, t.getFalseExpression()), type));
        if (type instanceof Type.Undenotable && !(whenTrue.isEmpty() && whenFalse.isEmpty())) {
            return new OpaqueLowering(context).lower(path);
        }
        if (whenTrue.isEmpty() && whenFalse.isEmpty()) {
            return new Expr.Conditional(condition, values[0], values[1], type);
        }
        Var result = Var.temporary("chosen", type);
        context.emitter().emit(new Stmt.Declare(result, null, span));
        whenTrue.add(new Stmt.Assign(result, values[0], span));
        whenFalse.add(new Stmt.Assign(result, values[1], span));
        context.emitter().emit(new Stmt.If(condition, new Block(whenTrue), new Block(whenFalse), span));
        return new Expr.Read(result);
    }

    Expr instanceOf(TreePath path, InstanceOfTree t) {
        Expr operand = expressions.value(new TreePath(path, t.getExpression()));
        return t.getPattern() == null
                ? new Expr.InstanceOf(operand, context.type(new TreePath(path, t.getType())))
                : context.patterns().matches(new TreePath(path, t.getPattern()), operand);
    }
}
