package dev.fluxion.examples.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A call of {@code javac}.
 *
 * @param withProcessor whether the processor runs
 * @param into a directory for class files and, with the processor, what it generates
 */
record Compilation(List<Path> sources, boolean withProcessor, Path into) {

    /** Compiles in a process of its own, as a build from the command line does; the time in seconds. */
    double fresh() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(arguments());
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        return seconds(start, exit);
    }

    /** Compiles in this process, as an IDE or the daemon of a build tool does; the time in seconds. */
    double warm() {
        long start = System.nanoTime();
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments().toArray(String[]::new));
        return seconds(start, exit);
    }

    private double seconds(long start, int exit) {
        double time = (System.nanoTime() - start) * 1e-9;
        if (exit != 0) {
            throw new IllegalStateException("javac failed on " + sources.get(0));
        }
        return time;
    }

    private List<String> arguments() {
        String path = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-d", into.toString(), "-cp", path));
        arguments.addAll(
                withProcessor ? List.of("-s", into.toString(), "-processorpath", path) : List.of("-proc:none"));
        arguments.addAll(withProcessor ? List.of("-processor", "dev.fluxion.processor.FluxionProcessor") : List.of());
        sources.forEach(s -> arguments.add(s.toString()));
        return arguments;
    }

    /** The same classes without the processor: what it has generated is compiled as ordinary sources. */
    Compilation ofTheSameClasses(Path elsewhere) throws IOException {
        List<Path> all = new ArrayList<>(sources);
        all.addAll(javaFiles(into));
        return new Compilation(all, false, elsewhere);
    }

    static List<Path> javaFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
