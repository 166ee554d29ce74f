package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;

/** How the shared tape's methods are called for a type of value. */
final class Tapes {

    private Tapes() {}

    /** The part of the method's name after {@code push} or {@code pop}. */
    static String suffix(Type type) {
        if (!(type instanceof Type.Primitive p)) {
            return "Reference";
        }
        return switch (p) {
            case DOUBLE -> "Double";
            case FLOAT -> "Float";
            case LONG -> "Long";
            case BOOLEAN -> "Boolean";
            default -> "Int";
        };
    }

    /** Whether values are kept as {@code int} and cast back. */
    static boolean isNarrow(Type type) {
        return type == Type.Primitive.BYTE || type == Type.Primitive.SHORT || type == Type.Primitive.CHAR;
    }
}
