package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;
import java.util.List;

/**
 * The Java method that a derived function is printed as.
 *
 * @param companion the class that has it
 * @param result what it returns: a record where it has accessors
 * @param accessors for each result of the derived function the component of the record, or empty if the method returns the one result
 *     itself
 */
public record DerivedMethod(Type.Declared companion, String name, Type result, List<String> accessors) {

    public DerivedMethod {
        accessors = List.copyOf(accessors);
    }
}
