package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Operator;

/** Operators over {@code int}, {@code long} and {@code boolean}, and comparisons. */
final class Integers {

    private Integers() {}

    static Object unary(Operator operator, Object value) {
        if (value instanceof Boolean b) {
            return !b;
        } else if (value instanceof Integer i) {
            return switch (operator) {
                case NEGATE -> -i;
                case COMPLEMENT -> ~i;
                default -> i;
            };
        }
        long l = (Long) value;
        return switch (operator) {
            case NEGATE -> -l;
            case COMPLEMENT -> ~l;
            default -> l;
        };
    }

    static Object binary(Operator operator, Object left, Object right) {
        if (left instanceof Boolean l) {
            boolean r = (Boolean) right;
            return switch (operator) {
                case AND -> l & r;
                case OR -> l | r;
                case XOR, NOT_EQUAL -> l ^ r;
                case EQUAL -> l == r;
                default -> throw new AssertionError(operator);
            };
        } else if (operator.kind() == Operator.Kind.COMPARISON) {
            return compare(operator, Long.compare(((Number) left).longValue(), ((Number) right).longValue()), false);
        }
        return left instanceof Integer l
                ? ints(operator, l, ((Number) right).intValue())
                : longs(operator, (Long) left, ((Number) right).longValue());
    }

    private static Object ints(Operator operator, int l, int r) {
        return switch (operator) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            case SHIFT_LEFT -> l << r;
            case SHIFT_RIGHT -> l >> r;
            case SHIFT_RIGHT_UNSIGNED -> l >>> r;
            case AND -> l & r;
            case OR -> l | r;
            case XOR -> l ^ r;
            default -> throw new AssertionError(operator);
        };
    }

    private static Object longs(Operator operator, long l, long r) {
        return switch (operator) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            case SHIFT_LEFT -> l << r;
            case SHIFT_RIGHT -> l >> r;
            case SHIFT_RIGHT_UNSIGNED -> l >>> r;
            case AND -> l & r;
            case OR -> l | r;
            case XOR -> l ^ r;
            default -> throw new AssertionError(operator);
        };
    }

    static boolean compare(Operator operator, int order, boolean unordered) {
        return switch (operator) {
            case LESS -> !unordered && order < 0;
            case LESS_EQUAL -> !unordered && order <= 0;
            case GREATER -> !unordered && order > 0;
            case GREATER_EQUAL -> !unordered && order >= 0;
            case EQUAL -> !unordered && order == 0;
            case NOT_EQUAL -> unordered || order != 0;
            default -> throw new AssertionError(operator);
        };
    }
}
