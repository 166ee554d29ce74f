package dev.fluxion.examples.projects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A local repository of Maven's that has what the one of this build has, by links, and the artifacts of this build, which nobody installs. So the projects need no
 * network, and leave nothing behind.
 */
record LocalRepository(Path directory) {

    static LocalRepository in(Path directory) throws IOException {
        Path own = Path.of(System.getProperty("fluxion.repository"));
        link(own, directory, "dev", "org");
        link(own.resolve("dev"), directory.resolve("dev"), "fluxion");
        link(own.resolve("org"), directory.resolve("org"), "example");
        return new LocalRepository(directory);
    }

    /** Links to everything in a directory but what has its own place here. */
    private static void link(Path from, Path into, String... but) throws IOException {
        Files.createDirectories(into);
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (!java.util.List.of(but).contains(name)) {
                    Files.createSymbolicLink(into.resolve(name), child.toAbsolutePath());
                }
            }
        }
    }

    /** Puts an artifact of this build there. */
    void publish(String artifact, String packaging, Path pom, Path jar) throws IOException {
        publish(
                "dev/fluxion",
                artifact,
                System.getProperty("fluxion.version"),
                pom,
                packaging.equals("pom") ? null : jar);
    }

    void publish(String group, String artifact, String version, Path pom, Path jar) throws IOException {
        Path place = Files.createDirectories(
                directory.resolve(group).resolve(artifact).resolve(version));
        Files.copy(pom, place.resolve(artifact + "-" + version + ".pom"));
        if (jar != null) {
            Files.copy(jar, place.resolve(artifact + "-" + version + ".jar"));
        }
    }
}
