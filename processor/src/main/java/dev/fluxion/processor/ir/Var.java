package dev.fluxion.processor.ir;

/**
 * A local variable or parameter. Identity is the object: two variables may want the same name, which the backend settles by
 * scope when it prints. Collections of variables keep insertion order, so that nothing depends on identity hash codes.
 */
public final class Var {

    private final String name;
    private final Type type;

    public Var(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    /** The name that is wanted in generated code, derived from the user's. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** A fresh variable with the same name and type. */
    public Var copy() {
        return new Var(name, type);
    }

    /** A fresh variable of the tangent type, named {@code xDot} for {@code x}. */
    public Var dot() {
        return new Var(name + "Dot", type.tangent());
    }

    /** A fresh variable of the tangent type, named {@code xBar} for {@code x}. */
    public Var bar() {
        return new Var(name + "Bar", type.tangent());
    }

    @Override
    public String toString() {
        return name;
    }
}
