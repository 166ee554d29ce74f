package dev.fluxion.processor.frontend.mirror.campaign;

import dev.fluxion.processor.frontend.mirror.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A library as two archives: its sources and its classes.
 *
 * @param name the artifact with its version
 * @param sources the source archive
 * @param classes the class archive
 */
public record Library(String name, Path sources, Path classes) {

    static final String SOURCES = "-sources.jar";

    public static Library of(Path sources) {
        String name = sources.getFileName().toString().replace(SOURCES, "");
        return new Library(name, sources, sources.resolveSibling(name + ".jar"));
    }

    /** All libraries in a directory of archives, sorted. */
    public static List<Library> in(Path archives) throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(SOURCES))
                    .sorted()
                    .map(Library::of)
                    .toList();
        }
    }

    /** All class archives in a directory but the one of a library. */
    static List<Path> classesIn(Path archives, Library without) throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(".jar")
                            && !file.toString().endsWith(SOURCES)
                            && !file.equals(without.classes()))
                    .sorted()
                    .toList();
        }
    }

    /** The packages that have sources, sorted. */
    public List<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (JarFile jar = new JarFile(sources.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isSource(entry)) {
                    packages.add(packageOf(entry.getName()));
                }
            }
        }
        return List.copyOf(packages);
    }

    /** The sources of some packages, copied to a directory as well. */
    public List<SourceFile> sourcesIn(Set<String> packages, Path directory) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (JarFile jar = new JarFile(sources.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isSource(entry) && packages.contains(packageOf(entry.getName()))) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        files.add(new SourceFile(entry.getName(), text));
                        Path copy = directory.resolve(entry.getName());
                        Files.createDirectories(copy.getParent());
                        Files.writeString(copy, text);
                    }
                }
            }
        }
        return files;
    }

    /** A copy of the class archive without some packages and without its module declaration. */
    Path classesWithout(Set<String> packages, Path directory) throws IOException {
        Path copy = Files.createDirectories(directory).resolve(name + ".jar");
        try (JarFile jar = new JarFile(classes.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                boolean kept = entry.getName().endsWith(".class")
                        && !entry.getName().endsWith("module-info.class")
                        && !entry.getName().startsWith("META-INF/")
                        && !packages.contains(packageOf(entry.getName()));
                if (kept) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return copy;
    }

    private static boolean isSource(JarEntry entry) {
        String name = entry.getName();
        return name.endsWith(".java") && !name.startsWith("META-INF/") && !name.endsWith("-info.java");
    }

    private static String packageOf(String entry) {
        int slash = entry.lastIndexOf('/');
        return slash < 0 ? "" : entry.substring(0, slash).replace('/', '.');
    }
}
