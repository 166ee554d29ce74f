package dev.fluxion.processor.frontend.mirror.campaign;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a library under {@code -Xlint:all} with one file annotated: with the processor javac may say nothing that it
 * does not say with one that does nothing. How often it says it is printed, and does not count: a processor that writes a class makes javac
 * read all class files again that it has read, and repeat what it says of them. Repeated with one file after another. Run as
 * {@code processor/docs/mirror.md} says.
 */
public final class WarningsCampaign {

    private static final String ANNOTATED = """

                /** Added. */
                @dev.fluxion.Differentiable
                static double addedForTheCampaign(double x) {
                    return x * Math.exp(x);
                }
            }
            """;

    private final Path directory;
    private final List<SourceFile> sources;
    private final String path;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    private WarningsCampaign(Path directory, List<SourceFile> sources, String path) {
        this.directory = directory;
        this.sources = sources;
        this.path = path;
    }

    /**
     * Runs the campaign.
     *
     * @param arguments the directory of archives, a part of the library's name (default {@code strata-pricer}), how many
     *     files to annotate (default 12)
     */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path archives = Path.of(arguments[0]);
        String wanted = arguments.length > 1 ? arguments[1] : "strata-pricer";
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 12;
        Library library = Library.in(archives).stream()
                .filter(candidate -> candidate.name().contains(wanted))
                .findFirst()
                .orElseThrow();
        Path directory = archives.resolveSibling("warnings/sources");
        List<SourceFile> sources = library.sourcesIn(new TreeSet<>(library.packages()), directory);
        String path = Library.classesIn(archives, library).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int differing = new WarningsCampaign(directory, sources, path + File.pathSeparator + ownClasses()).run(count);
        System.exit(differing == 0 ? 0 : 1);
    }

    /** The runtime alone: beside the libraries that the tests need, javac would miss fewer classes than with the library's own path. */
    private static Path ownClasses() throws URISyntaxException {
        return Path.of(Differentiable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private int run(int count) throws IOException {
        List<SourceFile> classes = sources.stream()
                .filter(file -> withMethod(file).isPresent())
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        int differing = 0;
        int annotated = Math.min(count, classes.size());
        long messages = 0;
        for (int i = 0; i < annotated; i++) {
            SourceFile file = classes.get((int) ((long) i * classes.size() / annotated));
            Files.writeString(directory.resolve(file.name()), withMethod(file).orElseThrow());
            List<String> idle = messages(new Idle(false));
            List<String> writing = messages(new Idle(true));
            List<String> with = messages(new FluxionProcessor());
            Files.writeString(directory.resolve(file.name()), file.text());
            messages += with.size();
            List<String> repeated = new ArrayList<>(with);
            writing.forEach(repeated::remove);
            List<String> added = with.stream().filter(m -> !idle.contains(m)).toList();
            differing += added.isEmpty() ? 0 : 1;
            System.out.printf(
                    "%s: %d messages, %d with a processor that writes a class, %d with one that does nothing; %d added, %d"
                            + " more often%n",
                    file.name(), with.size(), writing.size(), idle.size(), added.size(), repeated.size());
            added.forEach(message -> System.out.println("  added: " + message));
            repeated.stream().distinct().forEach(message -> System.out.println("  more often: " + message));
        }
        System.out.printf(
                "Java %s: %d of %d files annotated in turn, %d messages, %d runs with one that a processor which does nothing does not cause%n",
                Runtime.version(), annotated, sources.size(), messages, differing);
        return differing;
    }

    /** The file with an annotated method at the end of its class, unless it declares something else than a class. */
    private static Optional<String> withMethod(SourceFile file) {
        String simple = file.name().replaceAll(".*/|\\.java", "");
        int end = file.text().lastIndexOf('}');
        boolean isClass = file.text().matches("(?s).*\\npublic (final |abstract )*class " + simple + "\\b.*");
        return isClass && end > 0 ? Optional.of(file.text().substring(0, end) + ANNOTATED) : Optional.empty();
    }

    /** What javac says, sorted: processors may change the order in which classes are completed. */
    private List<String> messages(Processor processor) throws IOException {
        List<String> messages = new ArrayList<>();
        Path classes = Files.createDirectories(directory.resolveSibling("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-Xlint:all", "-Xmaxwarns", "1000000", "-classpath", path, "-d", classes.toString());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostic -> messages.add(diagnostic.toString()),
                    options,
                    null,
                    files.getJavaFileObjectsFromPaths(sources.stream()
                            .map(file -> directory.resolve(file.name()))
                            .toList()));
            task.setProcessors(List.of(processor));
            if (!task.call()) {
                throw new IllegalStateException("javac failed: " + messages);
            }
        }
        try (Stream<Path> generated = Files.walk(classes)) {
            for (Path made :
                    generated.filter(f -> f.toString().endsWith(".java")).toList()) {
                Files.delete(made);
            }
        }
        Collections.sort(messages);
        return messages;
    }

    /** Asks for what the processor asks for and does nothing with it, but perhaps write a class. */
    private static final class Idle extends AbstractProcessor {

        private final boolean writes;
        private boolean written;

        Idle(boolean writes) {
            this.writes = writes;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return new FluxionProcessor().getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (writes && !written) {
                written = true;
                try (Writer source = processingEnv
                        .getFiler()
                        .createSourceFile("campaign.Written")
                        .openWriter()) {
                    source.write("package campaign; final class Written {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
