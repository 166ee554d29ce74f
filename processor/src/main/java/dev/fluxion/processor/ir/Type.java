package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** A Java type as the IR knows it: enough to print it and to compute with the primitive ones. */
public sealed interface Type extends TypeArgument {

    /** Whether values of this type are {@code float} or {@code double}. */
    default boolean isFloating() {
        return this == Primitive.FLOAT || this == Primitive.DOUBLE;
    }

    /** Whether values of this type are floating-point numbers, boxed or not. */
    default boolean isNumber() {
        return isFloating() || unboxed().isFloating();
    }

    /** Whether values of this type are tensors, also with the indices of extremes, or operations on them that are kept for their derivatives. */
    default boolean isOfTensors() {
        return equals(Types.TENSOR) || equals(Types.TENSOR_STEP) || equals(Types.TENSOR_WITH_INDICES);
    }

    /** Whether values of this type can carry a derivative: numbers and tensors. */
    default boolean isDifferentiable() {
        return isNumber() || isOfTensors();
    }

    /** Whether values of this type are arrays of {@code float} or {@code double}, of any rank. */
    default boolean isFloatingArray() {
        return this instanceof Array a
                && (a.component().isFloating() || a.component().isFloatingArray());
    }

    /** Whether a parameter or result of this type has a derivative: a number, a tensor or an array of numbers. */
    default boolean isActivatable() {
        return isDifferentiable() || isFloatingArray();
    }

    default boolean isPrimitive() {
        return this instanceof Primitive;
    }

    /** The tangent type T' of DESIGN §2: {@code double} for {@code Double}, {@code float} for {@code Float}, else itself. */
    default Type tangent() {
        return unboxed().isFloating() ? unboxed() : isOfTensors() ? Types.TENSOR : this;
    }

    /** The primitive type that a wrapper class boxes, or this type where it is none. */
    default Type unboxed() {
        return this;
    }

    /** The primitive types. */
    enum Primitive implements Type {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE;

        /** The Java keyword. */
        public String keyword() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String toString() {
            return keyword();
        }
    }

    /** The result type of a method without one. */
    record Void() implements Type {
        @Override
        public String toString() {
            return "void";
        }
    }

    /** The type of {@code null}. */
    record Null() implements Type {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** An array. */
    record Array(Type component) implements Type {
        @Override
        public String toString() {
            return component + "[]";
        }
    }

    /** A type variable of an enclosing declaration. */
    record Variable(String name) implements Type {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A type without a name in the language (captured, intersection, anonymous): declared by {@code var}. */
    record Undenotable(Type erasure) implements Type {
        @Override
        public String toString() {
            return "var:" + erasure;
        }
    }

    /** A class or interface type, such as {@code java.util.Map.Entry<String, ?>}. */
    record Declared(String packageName, List<String> simpleNames, List<TypeArgument> arguments) implements Type {

        private static final String BODY = "{}";

        public Declared {
            simpleNames = List.copyOf(simpleNames);
            arguments = List.copyOf(arguments);
        }

        public static Declared of(String packageName, String... simpleNames) {
            return new Declared(packageName, List.of(simpleNames), List.of());
        }

        /** The class of the body that a constant of an enum has. It has no name in the language; the constant stands for it. */
        public static Declared bodyOf(Declared owner, String constant) {
            List<String> names = new ArrayList<>(owner.simpleNames());
            names.add(constant + BODY);
            return new Declared(owner.packageName(), names, List.of());
        }

        /** Whether this is the class of a constant's body. */
        public boolean isBody() {
            return simpleName().endsWith(BODY);
        }

        /** The nearest class that has a name: the enum, of a constant's body. */
        public Declared named() {
            return isBody()
                    ? new Declared(packageName, simpleNames.subList(0, simpleNames.size() - 1), List.of())
                    : this;
        }

        public String simpleName() {
            return simpleNames.get(simpleNames.size() - 1);
        }

        /** The canonical name without type arguments. */
        public String canonicalName() {
            String nested = String.join(".", simpleNames);
            return packageName.isEmpty() ? nested : packageName + "." + nested;
        }

        /** The name that {@code Class.forName} takes. */
        public String binaryName() {
            String nested = String.join("$", simpleNames);
            return packageName.isEmpty() ? nested : packageName + "." + nested;
        }

        public Declared erasure() {
            return arguments.isEmpty() ? this : new Declared(packageName, simpleNames, List.of());
        }

        @Override
        public Type unboxed() {
            return packageName.equals("java.lang") && simpleNames.size() == 1
                    ? Types.unboxed(simpleNames.get(0), this)
                    : this;
        }

        @Override
        public String toString() {
            if (arguments.isEmpty()) {
                return canonicalName();
            }
            String list =
                    String.join(", ", arguments.stream().map(Object::toString).toList());
            return canonicalName() + "<" + list + ">";
        }
    }
}
