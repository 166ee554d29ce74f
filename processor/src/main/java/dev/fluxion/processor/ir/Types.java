package dev.fluxion.processor.ir;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.BYTE;
import static dev.fluxion.processor.ir.Type.Primitive.CHAR;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;
import static dev.fluxion.processor.ir.Type.Primitive.SHORT;

/** Types that the compiler itself speaks of, and Java's numeric promotion. */
public final class Types {

    public static final Type VOID = new Type.Void();
    public static final Type NULL = new Type.Null();
    public static final Type.Declared STRING = Type.Declared.of("java.lang", "String");
    public static final Type.Declared OBJECT = Type.Declared.of("java.lang", "Object");
    public static final Type.Declared MATH = Type.Declared.of("java.lang", "Math");
    public static final Type.Declared DUAL = Type.Declared.of("dev.fluxion", "Dual");
    public static final Type.Declared TENSOR = Type.Declared.of("dev.fluxion.tensor", "Tensor");
    public static final Type.Declared TENSOR_STEP = Type.Declared.of("dev.fluxion.tensor", "TensorStep");
    public static final Type.Declared TENSOR_WITH_INDICES = Type.Declared.of("dev.fluxion.tensor", "TensorWithIndices");
    public static final Type.Declared TENSOR_ADJOINTS = Type.Declared.of("dev.fluxion.tensor", "TensorAdjoints");
    public static final Type.Declared TAPE = Type.Declared.of("dev.fluxion.tape", "Tape");
    public static final Type.Declared WORKSPACE = Type.Declared.of("dev.fluxion.tape", "Workspace");
    public static final Type.Declared PARTS = Type.Declared.of("dev.fluxion.tape", "Parts");
    public static final Type.Declared BARS = Type.Declared.of("dev.fluxion.tape", "Bars");
    public static final Type.Declared DISTINCT = Type.Declared.of("dev.fluxion.tape", "Distinct");
    public static final Type.Declared MOVES = Type.Declared.of("dev.fluxion.tape", "Moves");
    public static final Type.Declared ZEROS = Type.Declared.of("dev.fluxion.tape", "Zeros");
    public static final Type.Declared STREAMS = Type.Declared.of("dev.fluxion.tape", "Streams");
    public static final Type.Declared EXACT_SUM = Type.Declared.of("dev.fluxion.tape", "ExactSum");
    public static final Type.Declared EXCEPTIONS = Type.Declared.of("dev.fluxion.tape", "Exceptions");
    public static final Type.Declared THROWABLE = Type.Declared.of("java.lang", "Throwable");
    public static final Type.Declared SORTING = Type.Declared.of("dev.fluxion.tape", "Sorting");
    public static final Type.Declared FUNCTION = Type.Declared.of("dev.fluxion", "DifferentiableFunction");
    public static final Type.Declared STRONG_ZERO = Type.Declared.of("dev.fluxion", "StrongZero");
    public static final Type.Declared DERIVATIVES = Type.Declared.of("dev.fluxion", "Derivatives");

    private Types() {}

    /** Whether a class of the runtime does nothing but what is linear in arrays of adjoints. */
    public static boolean isOfAdjoints(Type.Declared owner) {
        return owner.equals(BARS) || owner.equals(MOVES);
    }

    /** The primitive type that the wrapper {@code java.lang.<name>} boxes, or the fallback. */
    static Type unboxed(String name, Type fallback) {
        return switch (name) {
            case "Boolean" -> BOOLEAN;
            case "Byte" -> BYTE;
            case "Short" -> SHORT;
            case "Character" -> CHAR;
            case "Integer" -> INT;
            case "Long" -> LONG;
            case "Float" -> FLOAT;
            case "Double" -> DOUBLE;
            default -> fallback;
        };
    }

    /** The wrapper of a primitive type. */
    public static Type.Declared boxed(Type.Primitive type) {
        String name = switch (type) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> type.name().charAt(0) + type.keyword().substring(1);
        };
        return Type.Declared.of("java.lang", name);
    }

    /** Binary numeric promotion (JLS 5.6) of two primitive numeric types. */
    public static Type.Primitive promote(Type a, Type b) {
        for (Type.Primitive wide : new Type.Primitive[] {DOUBLE, FLOAT, LONG}) {
            if (a == wide || b == wide) {
                return wide;
            }
        }
        return INT;
    }

    /** Whether a value of a primitive type becomes one of another without a cast (JLS 5.1.2, or the same type). */
    public static boolean widens(Type from, Type to) {
        if (from == to) {
            return true;
        }
        if (!(from instanceof Type.Primitive f) || !(to instanceof Type.Primitive t) || f == BOOLEAN || t == BOOLEAN) {
            return false;
        }
        return t != CHAR && !(f == CHAR && t == SHORT) && !(f == CHAR && t == BYTE) && f.ordinal() < t.ordinal();
    }

    /** The runtime's stack of primitive elements: {@code DoubleStack} for {@code double}. */
    public static Type.Declared stackOf(Type element) {
        if (element instanceof Type.Primitive p) {
            String prefix = switch (p) {
                case DOUBLE -> "Double";
                case FLOAT -> "Float";
                case LONG -> "Long";
                case BOOLEAN -> "Boolean";
                default -> "Int";
            };
            return Type.Declared.of("dev.fluxion.tape", prefix + "Stack");
        }
        return new Type.Declared("dev.fluxion.tape", java.util.List.of("ReferenceStack"), java.util.List.of(element));
    }
}
