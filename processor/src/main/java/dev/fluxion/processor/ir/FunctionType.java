package dev.fluxion.processor.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functional types of the JDK from numbers, or an array of them, to a number, each with the runtime's type of such functions that have derivatives. */
public enum FunctionType {
    /** Of one number. */
    UNARY(
            Type.Declared.of("java.util.function", "DoubleUnaryOperator"),
            "DifferentiableUnaryOperator",
            List.of(Type.Primitive.DOUBLE)),
    /** Of two numbers. */
    BINARY(
            Type.Declared.of("java.util.function", "DoubleBinaryOperator"),
            "DifferentiableBinaryOperator",
            List.of(Type.Primitive.DOUBLE, Type.Primitive.DOUBLE)),
    /** Of an array. */
    ARRAY(
            new Type.Declared(
                    "java.util.function", List.of("ToDoubleFunction"), List.of(new Type.Array(Type.Primitive.DOUBLE))),
            "DifferentiableArrayFunction",
            List.of(new Type.Array(Type.Primitive.DOUBLE)));

    private final Type.Declared plain;
    private final Type.Declared differentiable;
    private final List<Type> parameters;

    FunctionType(Type.Declared plain, String differentiable, List<Type> parameters) {
        this.plain = plain;
        this.differentiable = Type.Declared.of("dev.fluxion", differentiable);
        this.parameters = parameters;
    }

    /** That of the JDK. */
    public Type.Declared plain() {
        return plain;
    }

    /** That of the runtime, which extends it. */
    public Type.Declared differentiable() {
        return differentiable;
    }

    /** The types of the arguments. */
    public List<Type> parameters() {
        return parameters;
    }

    /** The method of the JDK's type that calls the function, which takes what its type parameter erases to. */
    public Callee.Method call() {
        return method(plain, plain.arguments().isEmpty() ? parameters : List.of(Types.OBJECT));
    }

    /** The method by which a function is called that has derivatives. */
    public Callee.Method given() {
        return method(differentiable, parameters);
    }

    private static Callee.Method method(Type.Declared owner, List<Type> parameters) {
        return new Callee.Method(
                owner, "applyAsDouble", parameters, Type.Primitive.DOUBLE, false, Callee.Access.PUBLIC);
    }

    /** The one that a type of the JDK's is. */
    public static Optional<FunctionType> of(Type type) {
        return Arrays.stream(values()).filter(f -> f.plain.equals(type)).findFirst();
    }

    /** The one whose functions a method of the JDK calls. */
    public static Optional<FunctionType> calledBy(Callee callee) {
        return Arrays.stream(values())
                .filter(f -> callee instanceof Callee.Method m
                        && m.key().equals(f.call().key()))
                .findFirst();
    }

    /** The one whose functions a method calls that have derivatives. */
    public static Optional<FunctionType> givenTo(Callee callee) {
        return Arrays.stream(values())
                .filter(f -> callee instanceof Callee.Method m
                        && m.key().equals(f.given().key()))
                .findFirst();
    }

    /** Whether all values of a type have derivatives. */
    public static boolean isDifferentiable(Type type) {
        return Arrays.stream(values()).anyMatch(f -> f.differentiable.equals(type));
    }

    /** The type that a parameter has in generated methods. */
    public static Type ofParameter(Type declared) {
        return of(declared).<Type>map(FunctionType::differentiable).orElse(declared);
    }
}
