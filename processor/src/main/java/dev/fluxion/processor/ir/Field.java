package dev.fluxion.processor.ir;

/** A field by owner and name. A final one is never assigned after its object or class is initialised. */
public record Field(
        Type.Declared owner, String name, Type type, boolean isStatic, boolean isFinal, Callee.Access access) {

    public Field {
        owner = owner.erasure();
    }

    @Override
    public String toString() {
        return owner.simpleName() + "." + name;
    }
}
