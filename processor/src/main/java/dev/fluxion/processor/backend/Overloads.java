package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Knows methods whose overloads each take one primitive type throughout, so that one argument of it picks the overload. */
final class Overloads {

    private static final List<String> OWNERS = List.of(
            Types.MATH.canonicalName(),
            "java.lang.StrictMath",
            Types.STRONG_ZERO.canonicalName(),
            Types.DERIVATIVES.canonicalName());

    private Overloads() {}

    static boolean arePromoted(Callee.Method method) {
        return OWNERS.contains(method.owner().canonicalName())
                && !method.parameters().isEmpty()
                && method.parameters().stream().distinct().count() == 1;
    }
}
