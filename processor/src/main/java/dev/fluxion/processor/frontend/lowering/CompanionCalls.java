package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Knows companions: which of a companion's methods is which derivative of which method. */
@FunctionalInterface
public interface CompanionCalls {

    /**
     * A call of a companion's method as a call of a derived function.
     *
     * @param callee the derived function
     * @param tangents how many constant tangents of 1 are appended to the arguments
     * @param components for each component of the record that is returned (or the single result, unnamed), which result it is
     */
    record Derivative(Callee.Derived callee, int tangents, List<Component> components) {}

    /** A result by the name of the accessor that reads it; the name is empty where the method returns it itself. */
    record Component(String accessor, int result, int results, Type type) {}

    /** No companions. */
    CompanionCalls NONE = method -> Optional.empty();

    /** What a companion's method computes; empty for any other method. */
    Optional<Derivative> find(ExecutableElement method);
}
