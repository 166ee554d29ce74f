package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;

/** The opposite of a condition, which for floating-point comparisons is not the opposite operator: NaN is neither. */
final class Negation {

    private Negation() {}

    static Expr of(Expr condition) {
        if (condition instanceof Expr.Unary u && u.operator() == Operator.NOT) {
            return u.operand();
        } else if (condition instanceof Expr.Binary b) {
            Operator opposite = opposite(b.operator(), b.left().type().isFloating());
            if (opposite != null) {
                return new Expr.Binary(opposite, b.left(), b.right(), b.type());
            }
        }
        return new Expr.Unary(Operator.NOT, condition, Type.Primitive.BOOLEAN);
    }

    private static Operator opposite(Operator operator, boolean floating) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> floating ? null : Operator.GREATER_EQUAL;
            case GREATER_EQUAL -> floating ? null : Operator.LESS;
            case GREATER -> floating ? null : Operator.LESS_EQUAL;
            case LESS_EQUAL -> floating ? null : Operator.GREATER;
            default -> null;
        };
    }
}
