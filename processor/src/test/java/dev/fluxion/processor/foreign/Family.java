package dev.fluxion.processor.foreign;

import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.campaign.Library;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries whose sources are compiled together, since they call each other; everything else is on the class path.
 *
 * @param name the first part of the artifacts' names
 * @param texts the sources by their names
 * @param path the class path
 */
record Family(String name, Map<String, String> texts, String path) {

    /** The families of a directory of archives, in the order of their names. */
    static List<Family> in(Path archives) throws IOException {
        Map<String, List<Library>> families = new TreeMap<>();
        for (Library l : Library.in(archives)) {
            families.computeIfAbsent(familyOf(l.name()), n -> new ArrayList<>()).add(l);
        }
        List<Family> all = new ArrayList<>();
        for (Map.Entry<String, List<Library>> e : families.entrySet()) {
            Map<String, String> texts = new TreeMap<>();
            Path copy = archives.resolveSibling("foreign").resolve(e.getKey()).resolve("sources");
            for (Library l : e.getValue()) {
                for (SourceFile f : l.sourcesIn(new TreeSet<>(l.packages()), copy)) {
                    texts.putIfAbsent(f.name(), f.text());
                }
            }
            all.add(new Family(e.getKey(), texts, path(archives)));
        }
        return all;
    }

    /** finmath computes with Commons Math. */
    private static String familyOf(String library) {
        String first = library.substring(0, library.indexOf('-'));
        return first.equals("finmath") ? "commons" : first;
    }

    private static String path(Path archives) throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(
                            f -> f.toString().endsWith(".jar") && !f.toString().endsWith("-sources.jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
