package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import java.util.List;

/** A record that is nested in a companion and holds the results of a method. */
public record RecordShape(Type.Declared type, List<Result> components, Role role) {

    public RecordShape {
        components = List.copyOf(components);
    }

    /** What the components mean, for the record's Javadoc. */
    public enum Role {
        GRADIENT,
        TANGENT,
        ADJOINTS,
        SWEEP,
        HELPER
    }

    /** The accessors from a component on. */
    List<String> accessorsFrom(int start) {
        return components.subList(start, components.size()).stream()
                .map(Result::name)
                .toList();
    }

    /** The accessors of what a derived function returns, from a component on: all but the arrays that were given to add to. */
    List<String> accessorsFrom(int start, UserMethod method) {
        List<String> given = role == Role.GRADIENT
                ? method.arrays().stream()
                        .map(p -> CompanionNames.partial(p.name()))
                        .toList()
                : List.of();
        return accessorsFrom(start).stream()
                .filter(name -> !given.contains(name))
                .toList();
    }
}
