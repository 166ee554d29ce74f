package dev.fluxion.examples.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project of a user's, copied and built.
 *
 * @param name its artifact
 * @param directory where its pom is
 */
record UserProject(String name, Path directory) {

    private static final Path PROJECTS = Path.of("src", "test", "projects");
    private static final Pattern VERSION = Pattern.compile("@([\\w-]+)@");

    static UserProject build(String name, Path directory, LocalRepository repository)
            throws IOException, InterruptedException {
        copy(PROJECTS.resolve(name), directory);
        UserProject project = new UserProject(name, directory);
        Files.writeString(project.pom(), versioned(Files.readString(project.pom())));
        Path maven = Path.of(System.getProperty("fluxion.maven"), "bin", windows() ? "mvn.cmd" : "mvn");
        run(
                directory,
                List.of(
                        maven.toString(),
                        "--offline",
                        "--batch-mode",
                        "--quiet",
                        "-Dmaven.repo.local=" + repository.directory(),
                        "process-classes",
                        "jar:jar@default-jar"));
        return project;
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = into.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** The versions of this build take the place of names between signs. */
    private static String versioned(String pom) throws IOException {
        String parent = Files.readString(Path.of("..", "..", "pom.xml"));
        Map<String, String> own = Map.of(
                "fluxion", System.getProperty("fluxion.version"),
                "auto-service", System.getProperty("fluxion.autoservice"));
        return VERSION.matcher(pom).replaceAll(m -> own.getOrDefault(m.group(1), plugin(m.group(1), parent)));
    }

    private static String plugin(String artifact, String parent) {
        Matcher version = Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(parent);
        return version.find() ? version.group(1) : "unknown";
    }

    private static String run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_OPTS");
        builder.environment().remove("MAVEN_ARGS");
        int exit = builder.start().waitFor();
        String text = Files.readString(output);
        assertThat(exit).as(String.join(" ", command) + "\n" + text).isZero();
        return text.strip();
    }

    Path pom() {
        return directory.resolve("pom.xml");
    }

    Path jar() {
        return directory.resolve("target").resolve(name + "-1.jar");
    }

    /** What its main class prints, with more on the class path. */
    String run(Path... more) throws IOException, InterruptedException {
        List<String> path = new ArrayList<>(List.of(jar().toString()));
        Arrays.stream(more).map(Path::toString).forEach(path::add);
        path.add(runtime());
        return run(
                directory,
                List.of(
                        java(),
                        "-cp",
                        path.stream().collect(Collectors.joining(File.pathSeparator)),
                        "org.example.Main"));
    }

    String runAsModule(String main) throws IOException, InterruptedException {
        return run(
                directory, List.of(java(), "--module-path", jar() + File.pathSeparator + runtime(), "--module", main));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String runtime() throws IOException {
        return Archive.of("runtime", directory).toString();
    }
}
