package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of libraries, whose class files say in their code alone whether an accessor is more than a read of its component. */
class ForeignRecordsTest {

    private static final String LIBRARY = """
            package lib;
            public record Vec(double x, double y, double[] d, long n) {
                public static final double LARGE = 1e17;
                public double x() { return 2 * x; }
                public double[] d() { return d.clone(); }
                public long n() { return n > 0 ? n : 5L; }
                public double twice() { return 2 * y; }
                public double y(int k) { return k; }
                public record Pair(Vec v, float a) {}
            }
            """;

    private static final String USER = """
            package user;
            import dev.fluxion.*;
            import lib.Vec;
            public class User {
                @Differentiable public static double f(%s p, double s) { return %s; }
            }
            """;

    @TempDir
    Path library;

    @Test
    void componentThatNobodyWroteAnAccessorFor_isDifferentiated() throws ReflectiveOperationException {
        InMemory run = derive("Vec", "p.y() * p.y() * s", LIBRARY);

        assertThat(run.errors()).isEmpty();
        Object[] gradient = gradient(run, vec(run, 3, 4), 2.0);
        assertThat(gradient[0]).isEqualTo(32.0);
        assertThat(components(gradient[1])[1]).isEqualTo(16.0);
    }

    @Test
    void componentOfARecordInARecord_isDifferentiated() throws ReflectiveOperationException {
        InMemory run = derive("Vec.Pair", "p.v().y() * p.a() * s", LIBRARY);

        assertThat(run.errors()).isEmpty();
        Object pair = run.loadClass("lib.Vec$Pair").getConstructors()[0].newInstance(vec(run, 3, 4), 5f);
        Object[] gradient = gradient(run, pair, 2.0);
        assertThat(gradient[0]).isEqualTo(40.0);
        assertThat(components(components(gradient[1])[0])[1]).isEqualTo(10.0);
        assertThat(components(gradient[1])[1]).isEqualTo(8f);
    }

    @Test
    void accessorThatComputes_isAnError() {
        assertThat(derive("Vec", "p.x() * s", LIBRARY).errors())
                .singleElement()
                .asString()
                .contains("[FLX0230] the accessor Vec.x");
        assertThat(derive("Vec.Pair", "p.v().x() * s", LIBRARY).errors())
                .singleElement()
                .asString()
                .contains("[FLX0230] the accessor Vec.x");
        assertThat(derive("Vec", "p.d()[0] * s", LIBRARY).errors())
                .singleElement()
                .asString()
                .contains("[FLX0230] the accessor Vec.d");
    }

    @Test
    void accessorOfAConstantComponent_isAnErrorToo() {
        assertThat(derive("Vec", "p.n() * p.y() * s", LIBRARY).errors())
                .anyMatch(e -> e.contains("[FLX0206] Vec.n reads a number"));
    }

    @Test
    void accessorInAModule_isReadWhereTheCompilerSaysWhatItIsIn() throws java.io.IOException {
        String runtime = ShapesTest.runtime().toString();
        InMemory made = InMemory.compile(
                Map.of("module-info", "module lib { exports lib; }", "lib.Vec", LIBRARY),
                List.of("--module-path", runtime));
        made.writeTo(Files.createDirectories(library.resolve("lib")));

        Map<String, String> user = Map.of(
                "module-info",
                "module user { requires dev.fluxion.runtime; requires lib; }",
                "user.User",
                USER.formatted("Vec", "p.y() * s"));
        String path = runtime + File.pathSeparator + library.resolve("lib");
        InMemory run = InMemory.derive(user, "--module-path", path);

        if (Runtime.version().feature() >= 18) {
            assertThat(run.errors()).isEmpty();
        } else {
            assertThat(run.errors()).singleElement().asString().contains("[FLX0230] the accessor Vec.y");
        }
    }

    @Test
    void recordsOfOneName_haveTangentsOfTheirOwn() throws ReflectiveOperationException {
        InMemory made = InMemory.compile(
                Map.of(
                        "a.Vec", "package a; public record Vec(double x) {}",
                        "b.Vec", "package b; public record Vec(double y, double z) {}"),
                List.of());
        made.writeTo(library);
        InMemory run =
                InMemory.derive(Map.of("user.User", """
                                package user;
                                import dev.fluxion.*;
                                public class User {
                                    @Differentiable public static double f(a.Vec p, double s) { return p.x() * s; }
                                    @Differentiable public static double g(b.Vec p, double s) { return p.z() * s; }
                                    static double use(a.Vec p) {
                                        UserGrad.a_VecTangent t = UserGrad.fGradient(p, 2).dP();
                                        UserGrad.b_VecTangent u = UserGrad.gGradient(new b.Vec(1, 2), 3).dP();
                                        return t.x() + u.z();
                                    }
                                }
                                """), "-classpath", path()).with(made);

        assertThat(run.errors()).isEmpty();
        Object vec = run.loadClass("a.Vec").getConstructors()[0].newInstance(3);
        Method use = run.loadClass("user.User").getDeclaredMethod("use", vec.getClass());
        use.setAccessible(true);
        assertThat(use.invoke(null, vec)).isEqualTo(5.0);
    }

    @Test
    void recordOfTangents_isKnownToMethodsThatUseIt() {
        InMemory made = InMemory.compile(Map.of("lib.Vec", LIBRARY), List.of());
        made.writeTo(library);

        InMemory run = InMemory.derive(Map.of("user.User", """
                        package user;
                        import dev.fluxion.*;
                        import lib.Vec;
                        public class User {
                            @Differentiable static double f(Vec p, double s) { return p.y() * s; }
                            @Differentiable static double g(@NoDiff Vec p, double s) {
                                UserGrad.VecTangent t = UserGrad.fGradient(p, 2.0).dP();
                                return t.y() * s;
                            }
                        }
                        """), "-classpath", path());

        assertThat(run.errors()).isEmpty();
    }

    @Test
    void arrayOfAnotherShape_isToldOfByItsComponent() throws ReflectiveOperationException {
        String library = "package lib; public record Vec(double y, double[] d) {}";
        InMemory run = derive("Vec", "p.d()[0] * s", library);

        assertThat(run.errors()).isEmpty();
        Object vec = run.loadClass("lib.Vec").getConstructors()[0].newInstance(3, new double[2]);
        Class<?> tangent = run.loadClass("user.UserGrad$VecTangent");
        Object bar = tangent.getConstructors()[0].newInstance(0, new double[1]);
        Method into = run.loadClass("user.UserGrad").getMethod("fGradient", vec.getClass(), double.class, tangent);
        assertThatThrownBy(() -> into.invoke(null, vec, 2.0, bar))
                .cause()
                .hasMessage("pBar.d must have length 2, not length 1");
    }

    private String path() {
        return library + File.pathSeparator + System.getProperty("java.class.path");
    }

    private InMemory derive(String record, String expression, String library) {
        InMemory made = InMemory.compile(Map.of("lib.Vec", library), List.of());
        assertThat(made.errors()).isEmpty();
        made.writeTo(this.library);
        return InMemory.derive(Map.of("user.User", USER.formatted(record, expression)), "-classpath", path())
                .with(made);
    }

    private static Object vec(InMemory run, double x, double y) throws ReflectiveOperationException {
        return run.loadClass("lib.Vec").getConstructors()[0].newInstance(x, y, new double[] {5, 6}, 0L);
    }

    private static Object[] gradient(InMemory run, Object record, double s) throws ReflectiveOperationException {
        for (Method m : run.loadClass("user.UserGrad").getMethods()) {
            if (m.getName().equals("fGradient") && m.getParameterCount() == 2) {
                return components(m.invoke(null, record, s));
            }
        }
        throw new AssertionError("fGradient");
    }

    private static Object[] components(Object record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(record);
        }
        return values;
    }
}
