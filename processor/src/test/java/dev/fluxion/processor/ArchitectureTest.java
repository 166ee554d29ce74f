package dev.fluxion.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may depend on which, and who may know javac and JavaPoet. */
class ArchitectureTest {

    private static final String ROOT = "dev.fluxion.processor";

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "frontend", List.of("ir", "diagnostics"),
            "ir", List.of(),
            "analysis", List.of("ir"),
            "rules", List.of("ir"),
            "transform", List.of("ir", "analysis", "rules"),
            "backend", List.of("ir"),
            "diagnostics", List.of("ir"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static List<String> packages() {
        return ALLOWED.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_dependsOnWhatItMayOnly(String name) {
        String[] allowed =
                ALLOWED.get(name).stream().map(ArchitectureTest::within).toArray(String[]::new);
        DescribedPredicate<JavaClass> forbidden = resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAPackage(within(name))))
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                .as("reside in another package than " + ALLOWED.get(name));
        check(noClasses().that().resideInAPackage(within(name)).should().dependOnClassesThat(forbidden));
    }

    @Test
    void everyPackage_isInTheTable() {
        assertThat(CLASSES).isNotEmpty().allSatisfy(c -> {
            String below = c.getPackageName().substring(ROOT.length());
            assertThat(below.isEmpty() || ALLOWED.containsKey(below.substring(1).split("\\.")[0]))
                    .as(c.getName())
                    .isTrue();
        });
    }

    @Test
    void javacsTrees_areKnownToTheFrontendAndTheRootOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, within("frontend"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.source.."));
    }

    @Test
    void javacsInternals_areKnownToNobody() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools.."));
    }

    @Test
    void javaPoet_isKnownToTheBackendOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(within("backend"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet.."));
    }

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
