package dev.fluxion.processor.frontend.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Type;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of libraries, on the class path and on the module path. */
class RuleIndexTest {

    private static final String RULES = """
            package lib;
            import dev.fluxion.DerivativeOf;
            public final class Rules_1 {
                private Rules_1() {}
                @DerivativeOf(value = Special.class, method = "erf")
                public static double erf(double x, double d) { return d; }
                @DerivativeOf(value = Special.class, method = "hidden")
                static double hidden(double x, double d) { return d; }
                @DerivativeOf(value = Special.class, like = Math.class)
                public static final class Twin {
                    private Twin() {}
                }
            }
            """;

    private static final String SPECIAL = """
            package lib;
            public final class Special {
                private Special() {}
                public static double erf(double x) { return x; }
                public static double hidden(double x) { return x; }
                public static double sin(double x) { return Math.sin(x); }
            }
            """;

    private static final String USER = "package user; final class User { private User() {} }";

    @TempDir
    Path lib;

    @TempDir
    Path user;

    private static String path(Path... parts) {
        return String.join(
                java.io.File.pathSeparator,
                java.util.Arrays.stream(parts).map(Path::toString).toList());
    }

    private RuleCompilation library(String... options) {
        return new RuleCompilation(lib, options)
                .source("lib/Special.java", SPECIAL)
                .source("lib/Rules_1.java", RULES);
    }

    private void assertFound(RulesFound found) {
        assertThat(found.findings()).isEmpty();
        assertThat(found.rules().rules()).containsOnlyKeys("lib.Special.erf(double)");
        assertThat(found.rules().twins()).containsOnlyKeys(Type.Declared.of("lib", "Special"));
    }

    @Test
    void read_ofALibraryOnTheClassPath_findsWhatIsPublic() {
        library("-cp", path(RuleCompilation.runtime())).read();
        assertThat(lib.resolve("dev/fluxion/index/lib_Rules_11.class")).exists();
        assertFound(new RuleCompilation(user, "-cp", path(RuleCompilation.runtime(), lib))
                .source("user/User.java", USER)
                .read());
    }

    @Test
    void read_ofAModuleOnTheModulePath_findsWhatIsExported() {
        library("--module-path", path(RuleCompilation.runtime()))
                .source(
                        "module-info.java",
                        "module lib.rules { requires transitive dev.fluxion.runtime; exports lib; }")
                .read();
        assertThat(lib.resolve("lib/rules/fluxion/lib_Rules_11.class")).exists();
        assertFound(user("requires lib.rules; requires dev.fluxion.runtime;"));
    }

    @Test
    void read_ofAModuleThatIsNotRead_findsNothing() {
        library("--module-path", path(RuleCompilation.runtime()))
                .source(
                        "module-info.java",
                        "module lib.rules { requires transitive dev.fluxion.runtime; exports lib; }")
                .read();
        assertThat(user("requires dev.fluxion.runtime;").rules().rules()).isEmpty();
    }

    @Test
    void read_ofAModuleThatDoesNotExportTheRules_findsOnlyTheTwin() {
        library("--module-path", path(RuleCompilation.runtime()))
                .source("module-info.java", "module lib.rules { requires transitive dev.fluxion.runtime; }")
                .read();
        RulesFound found = user("requires lib.rules; requires dev.fluxion.runtime;");
        assertThat(found.rules().rules()).isEmpty();
        assertThat(found.rules().twins()).hasSize(1);
    }

    private RulesFound user(String directives) {
        return new RuleCompilation(user, "--module-path", path(RuleCompilation.runtime(), lib))
                .source("module-info.java", "module user { " + directives + " }")
                .source("user/User.java", USER)
                .read();
    }

    @Test
    void read_whereTheOutputOfAnEarlierRunIsOnTheClassPath_readsTheSourcesAlone() {
        library("-cp", path(RuleCompilation.runtime())).read();
        RulesFound again = library("-cp", path(RuleCompilation.runtime(), lib)).read();
        assertThat(again.findings()).isEmpty();
        assertThat(again.rules().rules()).containsOnlyKeys("lib.Special.erf(double)", "lib.Special.hidden(double)");
    }

    @Test
    void read_ofTwoRulesInClassFiles_isAFindingWithoutAPlace() {
        library("-cp", path(RuleCompilation.runtime())).read();
        String other = RULES.replace("Rules_1", "Others").replaceAll("(?s)@DerivativeOf[^@]*Twin \\{.*", "}");
        new RuleCompilation(lib, "-cp", path(RuleCompilation.runtime(), lib))
                .source("lib/Others.java", other)
                .read();
        RulesFound found = new RuleCompilation(user, "-cp", path(RuleCompilation.runtime(), lib))
                .source("user/User.java", USER)
                .read();
        assertThat(found.findings()).extracting(RuleFinding::code).containsExactly(Code.RULE_DUPLICATE);
        assertThat(found.findings().get(0).element()).isNull();
    }
}
