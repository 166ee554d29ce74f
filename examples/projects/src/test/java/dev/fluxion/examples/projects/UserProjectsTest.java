package dev.fluxion.examples.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole projects, with poms as their users would write them, built by the Maven and on the JDK that run this test. */
class UserProjectsTest {

    @TempDir
    private static Path directory;

    private static LocalRepository repository;

    @BeforeAll
    static void publish() throws Exception {
        repository = LocalRepository.in(directory.resolve("repository"));
        repository.publish("fluxion-parent", "pom", Path.of("..", "..", "pom.xml"), null);
        for (String module : List.of("runtime", "processor")) {
            Path pom = Path.of("..", "..", module, "pom.xml");
            repository.publish("fluxion-" + module, "jar", pom, Archive.of(module, directory));
        }
    }

    private static UserProject build(String name) throws Exception {
        return UserProject.build(name, directory.resolve(name), repository);
    }

    @Test
    void aModule_isBuiltAndRun() throws Exception {
        UserProject project = build("modular");

        assertThat(project.runAsModule("org.example.modular/org.example.Main")).isEqualTo("9.5 1.0 6.0 true");
    }

    @Test
    void aProjectOnTheClassPath_isBuiltAndRun() throws Exception {
        assertThat(build("classpath").run()).isEqualTo("24.0 14.0 9.0");
    }

    @Test
    void aLibraryWithCompanions_isUsedFromAnotherBuild() throws Exception {
        UserProject library = build("library");
        repository.publish("org/example", "library", "1", library.pom(), library.jar());

        assertThat(build("consumer").run(library.jar())).isEqualTo("-3.0 3.0 0.16666666666666669");
    }

    @Test
    void aSecondProcessor_worksBeside() throws Exception {
        assertThat(build("beside").run()).isEqualTo("12.0");
    }
}
