package dev.fluxion.processor.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Annotated sources that stand for those of users, each set a compilation of its own. */
enum SourceSet {
    CORPUS("corpus", "src/test/corpus"),
    ARRAYS("corpus", "src/test/corpus-arrays"),
    COST("cost", "src/test/resources/cost"),
    TOUR("", "../examples/tour/src/main/java");

    private final String packageName;
    private final Path root;
    private Map<String, String> generated;

    SourceSet(String packageName, String root) {
        this.packageName = packageName;
        this.root = Path.of(root);
    }

    /** The texts by the names of their classes, without those that stand for generated or hand-written companions. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = name(file);
                if (!name.matches(".*(Grad|ByHand|package-info)")) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The companions' texts by their names, made once. */
    synchronized Map<String, String> generated() {
        if (generated == null) {
            generated = Generation.of(texts());
        }
        return generated;
    }

    private String name(Path file) {
        String below =
                root.relativize(file).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
        return packageName.isEmpty() ? below : packageName + "." + below;
    }
}
