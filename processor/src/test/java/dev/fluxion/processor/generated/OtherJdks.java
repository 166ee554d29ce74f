package dev.fluxion.processor.generated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs that are installed beside the one that runs this, one of each version. */
final class OtherJdks {

    private static final int OLDEST = 17;

    private OtherJdks() {}

    /** Their directories by their versions. */
    static Map<Integer, Path> find() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        Map<Integer, Path> found = new TreeMap<>();
        try (Stream<Path> beside = Files.list(own.getParent())) {
            for (Path home : beside.filter(h -> Files.isExecutable(h.resolve("bin/javac")))
                    .toList()) {
                int version = version(home);
                if (version >= OLDEST && version != Runtime.version().feature()) {
                    found.putIfAbsent(version, home);
                }
            }
        }
        return found;
    }

    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return 0;
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.\\-+]")[0]);
    }

    /** Runs a class of this class path and waits for its end. */
    static void run(Path home, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ":\n" + said);
        }
    }
}
