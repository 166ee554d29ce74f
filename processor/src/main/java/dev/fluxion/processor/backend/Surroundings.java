package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;

/** What a companion finds where it is compiled. */
@FunctionalInterface
public interface Surroundings {

    /** Whether the companion may name a class: neither it nor one around it is private, or package-private elsewhere. */
    boolean isVisible(Type.Declared type);

    /** Whether the companion's package has a class of this name, which then hides that of {@code java.lang}. */
    default boolean packageHas(String simpleName) {
        return false;
    }

    /** Whether a record returns what is in a field of it by the method of its name, which the companion may call. */
    default boolean isReadByAccessor(Field field) {
        return false;
    }

    /** Where every class is visible, and the package has none that matters. */
    static Surroundings open() {
        return type -> true;
    }
}
