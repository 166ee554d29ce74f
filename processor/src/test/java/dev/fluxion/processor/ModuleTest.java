package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that is a module, compiled as one and run as one, with private members and a loop, whose tape is in the runtime. */
class ModuleTest {

    private static final Map<String, String> PROJECT = Map.of(
            "module-info", """
            module curves {
                requires transitive dev.fluxion.runtime;
                exports curves;
            }
            """,
            "curves.Curves", """
            package curves;

            import dev.fluxion.Differentiable;

            public final class Curves {
                private static double rate = 0.5;

                private Curves() {}

                @Differentiable(order = 2)
                public static double damped(double t, int n) {
                    double y = t;
                    for (int i = 0; i < n; i++) {
                        y = step(y) * y;
                    }
                    return y;
                }

                private static double step(double y) {
                    return y * rate;
                }

                public static double slope(double t) {
                    return CurvesGrad.dampedDerivative(t, 1);
                }
            }
            """);

    @Test
    void aModule_isCompiledAndRunAsOne(@TempDir Path classes) throws ReflectiveOperationException, java.io.IOException {
        String runtime = ShapesTest.runtime().toString();
        InMemory run = InMemory.derive(PROJECT, "-Xlint:all,-processing", "-Werror", "--module-path", runtime);
        assertThat(run.messages()).isEmpty();
        run.writeTo(Files.createDirectories(classes.resolve("curves")));

        ModuleFinder finder = ModuleFinder.of(classes.resolve("curves"), ShapesTest.runtime());
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("curves"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> curves = layer.findLoader("curves").loadClass("curves.Curves");
        Class<?> companion = layer.findLoader("curves").loadClass("curves.CurvesGrad");

        assertThat(curves.getModule().getName()).isEqualTo("curves");
        Method slope = curves.getMethod("slope", double.class);
        assertThat((double) slope.invoke(null, 3.0)).isEqualTo(3.0);
        Method second = companion.getMethod("dampedSecondDerivative", double.class, int.class);
        assertThat((double) second.invoke(null, 3.0, 1)).isEqualTo(1.0);
        assertThat(List.of(companion.getModule().getName())).containsExactly("curves");
    }
}
