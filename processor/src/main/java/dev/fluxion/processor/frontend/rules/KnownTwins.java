package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of other libraries that are {@code Math} computed in another way, by tables and the bits of numbers: each static method that {@code Math} has too has
 * its derivative. A rule of the user's goes before.
 */
public final class KnownTwins {

    private static final Type.Declared MATH = Type.Declared.of("java.lang", "Math");

    private static final List<Type.Declared> FAST = List.of(
            Type.Declared.of("org.apache.commons.math.util", "FastMath"),
            Type.Declared.of("org.apache.commons.math3.util", "FastMath"),
            Type.Declared.of("org.apache.commons.math4.core.jdkmath", "AccurateMath"),
            Type.Declared.of("org.apache.commons.math4.core.jdkmath", "JdkMath"),
            Type.Declared.of("org.hipparchus.util", "FastMath"),
            Type.Declared.of("net.jafama", "FastMath"),
            Type.Declared.of("net.jafama", "StrictFastMath"));

    private KnownTwins() {}

    /** The rules with those of the known classes. */
    public static UserRules with(UserRules rules) {
        Map<Type.Declared, Type.Declared> twins = new HashMap<>(rules.twins());
        FAST.forEach(c -> twins.putIfAbsent(c, MATH));
        return new UserRules(rules.rules(), twins);
    }
}
