package dev.fluxion.processor.ir;

/**
 * A local variable or parameter. Identity is the object: two variables may want the same name, which the backend settles by
 * scope when it prints. Collections of variables keep insertion order, so that nothing depends on identity hash codes.
 */
public final class Var {

    private enum Kind {
        NAMED,
        RECEIVER,
        TEMPORARY,
        WHOLE,
        TAPE
    }

    private final String name;
    private final Type type;
    private final Kind kind;
    private final boolean derivative;

    /** A variable of the user's, or one that a reader of generated code should see. */
    public Var(String name, Type type) {
        this(name, type, Kind.NAMED, false);
    }

    private Var(String name, Type type, Kind kind, boolean derivative) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.derivative = derivative;
    }

    /** A variable that a pass made for a value in between, and that simplifying passes may do away with. */
    public static Var temporary(String name, Type type) {
        return new Var(name, type, Kind.TEMPORARY, false);
    }

    /** A variable for an array or stack that a pass allocated for the reverse sweep, and that nothing else refers to. */
    public static Var tape(String name, Type type) {
        return new Var(name, type, Kind.TAPE, false);
    }

    /** A variable for an object whose active fields are in variables of their own: as a whole it is constant. */
    public static Var whole(String name, Type type) {
        return new Var(name, type, Kind.WHOLE, false);
    }

    /** The receiver of an instance method, which is never null. */
    public static Var receiver(Type type) {
        return new Var("self", type, Kind.RECEIVER, false);
    }

    /** The name that is wanted in generated code, derived from the user's. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** Whether a pass made it for a value in between. */
    public boolean isTemporary() {
        return kind == Kind.TEMPORARY || kind == Kind.TAPE || kind == Kind.WHOLE;
    }

    /** Whether it holds an object whose active fields are in other variables. */
    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }

    /** Whether it is the receiver of the method whose variable it is, and so never null. */
    public boolean isReceiver() {
        return kind == Kind.RECEIVER;
    }

    public boolean isTape() {
        return kind == Kind.TAPE;
    }

    /** Whether it holds a tangent or an adjoint, whose computation may be reassociated; the primal's never is. */
    public boolean isDerivative() {
        return derivative;
    }

    /** A fresh variable with the same name and type. */
    public Var copy() {
        return new Var(name, type, kind, derivative);
    }

    /** A fresh variable for the same, as part of a function that is itself a primal now. */
    public Var asPrimal() {
        return new Var(name, type, kind, false);
    }

    /** A fresh variable of the tangent type, named {@code xDot} for {@code x}. */
    public Var dot() {
        return derived("Dot", type.tangent());
    }

    /** A fresh variable of the tangent type, named {@code xBar} for {@code x}. */
    public Var bar() {
        return derived("Bar", type.tangent());
    }

    /** A fresh variable for a derivative by or of this one. */
    public Var derived(String suffix, Type of) {
        return new Var(name + suffix, of, kind, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
