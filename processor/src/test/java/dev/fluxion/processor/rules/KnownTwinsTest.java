package dev.fluxion.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.processor.InMemory;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of other libraries that compute what {@code Math} does by tables and bits. */
class KnownTwinsTest {

    private static final String FAST = " public class %s {"
            + " public static double sin(double x) {"
            + " return Double.longBitsToDouble(Double.doubleToLongBits(Math.sin(x))); }"
            + " public static double twice(double x) { return 2 * x; } }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons.math3.util.FastMath",
                "org.apache.commons.math4.core.jdkmath.AccurateMath",
                "org.hipparchus.util.FastMath",
                "net.jafama.StrictFastMath"
            })
    void fastMath_hasTheDerivativesOfMath(String name) throws ReflectiveOperationException {
        String packageName = name.substring(0, name.lastIndexOf('.'));
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(name, "package " + packageName + ";" + FAST.replace("%s", simple));
        sources.put(
                "Example",
                "public class Example { @dev.fluxion.Differentiable public static double f(double x) { return " + name
                        + ".sin(" + name + ".twice(x)); } }");

        InMemory run = InMemory.derive(sources);

        assertThat(run.errors()).isEmpty();
        Method derivative = run.loadClass("ExampleGrad").getMethod("fDerivative", double.class);
        assertThat((double) derivative.invoke(null, 0.3)).isCloseTo(2 * Math.cos(0.6), within(1e-15));
    }
}
