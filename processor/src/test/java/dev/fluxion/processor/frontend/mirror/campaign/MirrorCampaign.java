package dev.fluxion.processor.frontend.mirror.campaign;

import dev.fluxion.processor.frontend.mirror.SourceFile;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the mirror with javac over libraries: the same type, element and constant for every tree.
 *
 * <p>Of each library half of the packages are sources, the others class files; then the halves change places. Each half
 * is compared with its class files on the class path and on the module path, in mirrors of 25 roots (the other sources
 * are stubs) and in one of all. Run as {@code processor/docs/mirror.md} says.
 */
public final class MirrorCampaign {

    private static final int SMALL_MIRROR = 25;

    private MirrorCampaign() {}

    /**
     * Runs the campaign.
     *
     * @param arguments the directory of archives, then parts of the names of the libraries wanted (default all)
     */
    public static void main(String[] arguments) throws IOException {
        Path archives = Path.of(arguments[0]);
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        Counts total = new Counts();
        for (Library library : Library.in(archives)) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(library.name()::contains)) {
                total.add(compare(library, archives));
            }
        }
        System.out.printf("Java %s: %,d distinct files; %s%n", Runtime.version(), total.names.size(), total);
        System.exit(total.isClean() ? 0 : 1);
    }

    private static Counts compare(Library library, Path archives) throws IOException {
        Counts total = new Counts();
        List<String> packages = library.packages();
        for (int half = 0; half < Math.min(2, packages.size()); half++) {
            Set<String> asSource = new TreeSet<>();
            for (int i = half; i < packages.size(); i += 2) {
                asSource.add(packages.get(i));
            }
            total.add(compare(library, asSource, archives, archives.resolveSibling("halves/" + library.name() + half)));
        }
        return total;
    }

    private static Counts compare(Library library, Set<String> asSource, Path archives, Path work) throws IOException {
        Path directory = work.resolve("sources");
        List<SourceFile> sources = library.sourcesIn(asSource, directory);
        Path classes = library.classesWithout(asSource, work);
        String path = path(library, classes, archives);
        Counts total = new Counts();
        for (List<String> mode : List.of(List.of("-classpath", path), modular(classes, path, directory))) {
            for (int chunk : new int[] {SMALL_MIRROR, Integer.MAX_VALUE / 2}) {
                Counts counts = new Comparison(directory, sources, mode, System.out).run(chunk);
                System.out.println(work.getFileName() + (mode.size() == 2 ? " class path" : " module path")
                        + (chunk == SMALL_MIRROR ? " by " + chunk : " as one") + ": " + counts);
                total.add(counts);
            }
        }
        return total;
    }

    /** The sources complete the automatic module of which the class files are the other half. */
    private static List<String> modular(Path classes, String path, Path sources) {
        String module = ModuleFinder.of(classes).findAll().stream()
                .map(reference -> reference.descriptor().name())
                .findFirst()
                .orElseThrow();
        return List.of(
                "-classpath",
                "",
                "--module-path",
                path,
                "--add-modules",
                "ALL-MODULE-PATH,ALL-SYSTEM",
                "--patch-module",
                module + "=" + sources);
    }

    /** The half library and everything else. */
    private static String path(Library library, Path classes, Path archives) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(classes));
        jars.addAll(Library.classesIn(archives, library));
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
