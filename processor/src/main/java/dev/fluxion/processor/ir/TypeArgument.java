package dev.fluxion.processor.ir;

/** What may stand between the angle brackets of a type: a type or a wildcard. */
public sealed interface TypeArgument permits Type, TypeArgument.Wildcard {

    /** {@code ?}, {@code ? extends T} or {@code ? super T}; the bound is null for the first. */
    record Wildcard(boolean isSuper, Type bound) implements TypeArgument {
        @Override
        public String toString() {
            return bound == null ? "?" : (isSuper ? "? super " : "? extends ") + bound;
        }
    }
}
