package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Knows methods whose overloads each take one primitive type throughout, so that one argument of it picks the overload. */
final class Overloads {

    private static final List<String> OWNERS = List.of(
            Types.MATH.canonicalName(),
            "java.lang.StrictMath",
            Types.STRONG_ZERO.canonicalName(),
            Types.DERIVATIVES.canonicalName());

    private static final List<String> OVERLOADED = List.of(
            "abs",
            "clamp",
            "copySign",
            "fma",
            "getExponent",
            "max",
            "min",
            "nextAfter",
            "nextDown",
            "nextUp",
            "round",
            "scalb",
            "signum",
            "ulp");

    /** Those that exist for a {@code long} and an {@code int} too, which may give an {@code int}. */
    private static final List<String> MIXED = List.of("ceilDiv", "ceilMod", "floorDiv", "floorMod", "multiplyExact");

    private Overloads() {}

    static boolean arePromoted(Callee.Method method) {
        return OWNERS.contains(method.owner().canonicalName())
                && !MIXED.contains(method.name())
                && !method.parameters().isEmpty()
                && method.parameters().stream().distinct().count() == 1;
    }

    /** Whether a function of {@code Math} exists for {@code double} alone. */
    static boolean isAlone(Callee.Method method) {
        return method.owner().packageName().equals("java.lang")
                && method.parameters().stream().allMatch(p -> p == Type.Primitive.DOUBLE)
                && !OVERLOADED.contains(method.name());
    }
}
