package dev.fluxion.processor.ir;

import java.util.List;

/**
 * An expression. Conversions are explicit: both operands of an arithmetic or comparison operator have the same type (shifts
 * apart), an argument has its parameter's type, an assigned value its variable's.
 *
 * <p>In the IR's normal form an expression has no effect, except where it stands at the root of an {@link Stmt.Declare}, {@link
 * Stmt.Assign} or {@link Stmt.Eval}: a call of a method that is not known to be pure, an allocation or a pop.
 */
public sealed interface Expr {

    /** The static type. */
    Type type();

    /** A literal or folded constant: a boxed primitive of the type's kind, a String, a {@link Type.Declared} for its class literal, or null. */
    record Constant(Object value, Type type) implements Expr {}

    /** The value of a local variable or parameter. */
    record Read(Var variable) implements Expr {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** The value of a field; the target is null for a static one. */
    record FieldRead(Field field, Expr target, Type type, Span span) implements Expr {}

    /** An element of an array. */
    record Element(Expr array, Expr index, Type type) implements Expr {}

    /** The length of an array. */
    record Length(Expr array) implements Expr {
        @Override
        public Type type() {
            return Type.Primitive.INT;
        }
    }

    /** A unary operator applied to a promoted operand. */
    record Unary(Operator operator, Expr operand, Type type) implements Expr {}

    /** A binary operator applied to promoted operands. */
    record Binary(Operator operator, Expr left, Expr right, Type type) implements Expr {}

    /** String concatenation, in order. */
    record Concat(List<Expr> parts, Span span) implements Expr {
        public Concat {
            parts = List.copyOf(parts);
        }

        @Override
        public Type type() {
            return Types.STRING;
        }
    }

    /** A conversion: between primitives, boxing, unboxing (which throws on null) or a reference cast. */
    record Cast(Type type, Expr operand, Span span) implements Expr {}

    /** {@code condition ? whenTrue : whenFalse}; only one of the two is evaluated. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Type type) implements Expr {}

    /** {@code operand instanceof tested}, without a binding. */
    record InstanceOf(Expr operand, Type tested) implements Expr {
        @Override
        public Type type() {
            return Type.Primitive.BOOLEAN;
        }
    }

    /**
     * A call with one result or none. The target is null for a static method, and for an instance method that is looked into: the
     * first argument is its receiver then. A {@link Callee.Derived} with several results is called by {@link Stmt.Invoke} instead.
     */
    record Call(Callee callee, Expr target, List<Expr> arguments, Type type, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code new T(arguments)}. */
    record New(Type.Declared type, List<Expr> arguments, Span span) implements Expr {
        public New {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code new T[n][m][]}: lengths of the leading dimensions. */
    record NewArray(Type.Array type, List<Expr> lengths) implements Expr {
        public NewArray {
            lengths = List.copyOf(lengths);
        }
    }

    /** {@code new T[] {elements}}. */
    record ArrayLiteral(Type.Array type, List<Expr> elements) implements Expr {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Inactive Java that the IR does not look into, such as a lambda or an anonymous class: source text with holes, all names in it qualified. There is one
     * more fragment than there are holes.
     *
     * @param code what the methods do of a lambda, a method reference or an object of a class without a name, over their parameters and the variables around
     *     it, its own fields among them; none where that is not known, and in all that the transforms see
     * @param hidden a private member in the text, which generated code could not name; or null
     */
    record Opaque(List<String> fragments, List<Expr> holes, Type type, Span span, List<Function> code, String hidden)
            implements Expr {
        public Opaque {
            fragments = List.copyOf(fragments);
            holes = List.copyOf(holes);
            code = List.copyOf(code);
        }

        public Opaque(List<String> fragments, List<Expr> holes, Type type, Span span) {
            this(fragments, holes, type, span, List.of(), null);
        }
    }

    /** Takes the last value from a stack or from the shared tape. */
    record Pop(Var stack, Type type) implements Expr {}

    /** Whether a stack is empty. */
    record IsEmpty(Var stack) implements Expr {
        @Override
        public Type type() {
            return Type.Primitive.BOOLEAN;
        }
    }

    /** A read of a variable. */
    static Expr read(Var variable) {
        return new Read(variable);
    }
}
