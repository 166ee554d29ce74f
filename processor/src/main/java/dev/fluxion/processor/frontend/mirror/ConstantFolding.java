package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;

/** The operators of constant expressions on boxed values. */
final class ConstantFolding {

    private ConstantFolding() {}

    /** The value converted to the type; null if such a cast is not constant. */
    static Object cast(Object value, TypeKind target) {
        return switch (target) {
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case DECLARED -> value instanceof String ? value : null;
            default -> value instanceof Boolean || value instanceof String ? null : convert(number(value), target);
        };
    }

    /** To what is smaller than an int a floating-point value goes through int (JLS 5.1.3). */
    private static Object convert(Number value, TypeKind target) {
        return switch (target) {
            case BYTE -> (byte) value.intValue();
            case SHORT -> (short) value.intValue();
            case CHAR -> (char) value.intValue();
            case INT -> value.intValue();
            case LONG -> value.longValue();
            case FLOAT -> value.floatValue();
            case DOUBLE -> value.doubleValue();
            default -> null;
        };
    }

    private static Number number(Object value) {
        return value instanceof Character character ? (Number) (int) character : (Number) value;
    }

    static Object unary(Tree.Kind operator, Object value) {
        if (value instanceof Boolean bool) {
            return operator == Tree.Kind.LOGICAL_COMPLEMENT ? !bool : null;
        }
        if (value instanceof String) {
            return null;
        }
        Number operand = number(value);
        return switch (operator) {
            case UNARY_PLUS -> promoted(operand);
            case UNARY_MINUS -> negated(promoted(operand));
            case BITWISE_COMPLEMENT ->
                operand instanceof Long l
                        ? (Object) ~l
                        : operand instanceof Double || operand instanceof Float ? null : (Object) ~operand.intValue();
            default -> null;
        };
    }

    private static Number promoted(Number value) {
        return value instanceof Byte || value instanceof Short ? (Number) value.intValue() : value;
    }

    private static Object negated(Number value) {
        if (value instanceof Double d) {
            return -d;
        }
        if (value instanceof Float f) {
            return -f;
        }
        return value instanceof Long l ? (Object) (-l) : (Object) (-value.intValue());
    }

    static Object binary(Tree.Kind operator, Object left, Object right) {
        if (operator == Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
            return String.valueOf(left) + right;
        }
        if (left instanceof String || right instanceof String) {
            return left instanceof String && right instanceof String ? equality(operator, left.equals(right)) : null;
        }
        if (left instanceof Boolean l) {
            return right instanceof Boolean r ? onBooleans(operator, l, r) : null;
        }
        return right instanceof Boolean ? null : onNumbers(operator, number(left), number(right));
    }

    private static Object equality(Tree.Kind operator, boolean equal) {
        return switch (operator) {
            case EQUAL_TO -> equal;
            case NOT_EQUAL_TO -> !equal;
            default -> null;
        };
    }

    private static Object onBooleans(Tree.Kind operator, boolean left, boolean right) {
        return switch (operator) {
            case CONDITIONAL_AND, AND -> left & right;
            case CONDITIONAL_OR, OR -> left | right;
            case XOR -> left ^ right;
            default -> equality(operator, left == right);
        };
    }

    private static Object onNumbers(Tree.Kind operator, Number left, Number right) {
        switch (operator) {
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> {
                return shift(operator, left, right);
            }
            default -> {
                if (left instanceof Double || right instanceof Double) {
                    return onDoubles(operator, left.doubleValue(), right.doubleValue());
                }
                if (left instanceof Float || right instanceof Float) {
                    return onFloats(operator, left.floatValue(), right.floatValue());
                }
                return left instanceof Long || right instanceof Long
                        ? onLongs(operator, left.longValue(), right.longValue())
                        : onInts(operator, left.intValue(), right.intValue());
            }
        }
    }

    /** Each operand of a shift is promoted by itself. */
    private static Object shift(Tree.Kind operator, Number left, Number right) {
        long distance = right.longValue();
        if (left instanceof Long value) {
            return switch (operator) {
                case LEFT_SHIFT -> value << distance;
                case RIGHT_SHIFT -> value >> distance;
                default -> value >>> distance;
            };
        }
        int value = left.intValue();
        return switch (operator) {
            case LEFT_SHIFT -> value << distance;
            case RIGHT_SHIFT -> value >> distance;
            default -> value >>> distance;
        };
    }

    private static Object onDoubles(Tree.Kind operator, double left, double right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            default -> equality(operator, left == right);
        };
    }

    private static Object onFloats(Tree.Kind operator, float left, float right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            default -> equality(operator, left == right);
        };
    }

    /** A division by zero is not constant: it throws when it is run. */
    private static Object onLongs(Tree.Kind operator, long left, long right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Object) (left / right);
            case REMAINDER -> right == 0 ? null : (Object) (left % right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            default -> equality(operator, left == right);
        };
    }

    private static Object onInts(Tree.Kind operator, int left, int right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Object) (left / right);
            case REMAINDER -> right == 0 ? null : (Object) (left % right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case LESS_THAN -> left < right;
            case LESS_THAN_EQUAL -> left <= right;
            case GREATER_THAN -> left > right;
            case GREATER_THAN_EQUAL -> left >= right;
            default -> equality(operator, left == right);
        };
    }
}
