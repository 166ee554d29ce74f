package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Prints binary operators; a chain of equally strong ones, grouped from the left, becomes one text that breaks at each. */
final class BinaryWriter {

    private final ExpressionWriter expressions;

    BinaryWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    Printed print(Expr.Binary root) {
        Deque<Expr.Binary> spine = new ArrayDeque<>();
        int precedence = root.operator().precedence();
        Expr left = root;
        while (left instanceof Expr.Binary b && b.operator().precedence() == precedence) {
            spine.push(b);
            left = b.left();
        }
        List<Text> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        Printed first = null;
        for (Expr.Binary b : spine) {
            Pair pair = pair(b, first);
            if (first == null) {
                operands.add(pair.left().atLeast(precedence));
            }
            operands.add(pair.right().atLeast(rightPrecedence(b)));
            operators.add(b.operator().symbol());
            first = new Printed(Text.EMPTY, precedence, b.type());
        }
        return new Printed(Text.chain(operands, operators), precedence, root.type());
    }

    private static int rightPrecedence(Expr.Binary b) {
        int precedence = b.operator().precedence();
        boolean regroups = ExpressionWriter.isAssociative(b.operator())
                && b.right() instanceof Expr.Binary r
                && r.operator() == b.operator();
        return regroups ? precedence : precedence + 1;
    }

    private record Pair(Printed left, Printed right) {}

    /** Both operands, each without its widening if Java's promotion of what is printed still gives the IR's operand type. */
    private Pair pair(Expr.Binary b, Printed printedLeft) {
        Printed left = printedLeft == null ? expressions.printed(b.left()) : printedLeft;
        Printed right = expressions.printed(b.right());
        if (b.operator().kind() == Operator.Kind.SHIFT) {
            return new Pair(left, right);
        }
        Type type = b.left().type();
        if (!(type instanceof Type.Primitive) || type == Type.Primitive.BOOLEAN) {
            return new Pair(left, right);
        }
        Printed looseLeft = printedLeft == null ? expressions.loose(b.left()) : printedLeft;
        Printed looseRight = expressions.loose(b.right());
        if (promotes(b, looseLeft, looseRight)) {
            return new Pair(looseLeft, looseRight);
        }
        Pair looserRight = new Pair(left, looseRight);
        Pair looserLeft = new Pair(looseLeft, right);
        boolean leftFirst = isLiteral(b.right()) && !isLiteral(b.left());
        for (Pair pair : leftFirst ? List.of(looserLeft, looserRight) : List.of(looserRight, looserLeft)) {
            if (promotes(b, pair.left(), pair.right())) {
                return pair;
            }
        }
        return new Pair(left, right);
    }

    private static boolean isLiteral(Expr e) {
        return e instanceof Expr.Constant;
    }

    private static boolean promotes(Expr.Binary b, Printed left, Printed right) {
        Type l = left.type().unboxed();
        Type r = right.type().unboxed();
        if (!(l instanceof Type.Primitive)
                || !(r instanceof Type.Primitive)
                || Types.promote(l, r) != b.left().type()) {
            return false;
        }
        boolean compared = b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL;
        return !compared || left.type().isPrimitive() || right.type().isPrimitive();
    }
}
