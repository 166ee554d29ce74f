package dev.fluxion.processor.foreign;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs compiled methods in a process of their own, which is ended where one of them does not end. */
final class Workers {

    private static final int SECONDS = 40;
    private static final String GONE = "gone";

    private final Path classes;
    private final String path;
    private final Path work;

    Workers(Path classes, String path, Path work) {
        this.classes = classes;
        this.path = path;
        this.work = work;
    }

    Map<Integer, Verdict> run(Map<Integer, Candidate> methods) throws IOException, InterruptedException {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        Map<Integer, Candidate> left = new TreeMap<>(methods);
        while (!left.isEmpty()) {
            Process worker = start();
            try {
                run(worker, left, verdicts);
            } finally {
                worker.destroyForcibly();
            }
        }
        return verdicts;
    }

    private Process start() throws IOException {
        String all = String.join(File.pathSeparator, classes.toString(), path, System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                all,
                Worker.class.getName(),
                classes.toString());
        return builder.redirectError(
                        ProcessBuilder.Redirect.to(work.resolve("worker.log").toFile()))
                .start();
    }

    /** Hands methods over one by one, until the worker is gone or does not answer. */
    private static void run(Process worker, Map<Integer, Candidate> left, Map<Integer, Verdict> verdicts)
            throws InterruptedException {
        BlockingQueue<String> answers = answers(worker);
        PrintStream tasks = new PrintStream(worker.getOutputStream(), true, StandardCharsets.UTF_8);
        for (Map.Entry<Integer, Candidate> e : List.copyOf(left.entrySet())) {
            Candidate c = e.getValue();
            tasks.println(e.getKey() + "\t" + c.type() + "\t" + c.name());
            String answer = answers.poll(SECONDS, TimeUnit.SECONDS);
            left.remove(e.getKey());
            if (answer == null || answer.equals(GONE)) {
                verdicts.put(
                        e.getKey(), Verdict.of(Verdict.Kind.DOES_NOT_END, answer == null ? "" : "the process ended"));
                return;
            }
            String[] parts = answer.substring(Worker.ANSWER.length()).split("\t", 2);
            verdicts.put(e.getKey(), Verdict.of(Verdict.Kind.valueOf(parts[0]), parts[1]));
            if (parts[1].startsWith(Worker.SPENT)) {
                return;
            }
        }
    }

    private static BlockingQueue<String> answers(Process worker) {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
                in.lines().forEach(line -> (line.startsWith(Worker.ANSWER) ? answers : said).add(line));
            } catch (IOException | java.io.UncheckedIOException e) {
                // The process was ended.
            }
            said.forEach(System.out::println);
            answers.add(GONE);
        });
        reader.setDaemon(true);
        reader.start();
        return answers;
    }
}
