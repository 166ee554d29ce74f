package dev.fluxion.processor.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Differentiates a random sample of the methods of libraries, and counts what comes of it. Run as {@code processor/docs/foreign-code.md} says. */
public final class ForeignCampaign {

    private ForeignCampaign() {}

    /**
     * Runs the campaign.
     *
     * @param arguments the directory of archives, the seed, the size of the sample, and the families to take it from (default all)
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path archives = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int size = Integer.parseInt(arguments[2]);
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        List<Family> families = new ArrayList<>(Family.in(archives));
        families.removeIf(f -> !wanted.isEmpty() && !wanted.contains(f.name()));
        Path work = archives.resolveSibling("foreign");
        Map<String, Set<String>> rejected = new TreeMap<>();
        List<Candidate> population = new ArrayList<>();
        for (Family f : families) {
            rejected.put(f.name(), rejected(f, work.resolve(f.name())));
            List<Candidate> all = Population.of(f, rejected.get(f.name()));
            System.out.printf(
                    "%s: %d files, of which javac rejects %d; %d methods%n",
                    f.name(), f.texts().size(), rejected.get(f.name()).size(), all.size());
            population.addAll(all);
        }
        Map<Integer, Candidate> sample = sample(population, seed, size);
        Report report = new Report(sample);
        for (Family f : families) {
            Map<Integer, Candidate> own = new TreeMap<>(sample);
            own.values().removeIf(c -> !c.family().equals(f.name()));
            if (!own.isEmpty()) {
                report.add(verdicts(f, rejected.get(f.name()), own, work.resolve(f.name())));
            }
        }
        System.out.printf(
                "Java %s, %s, seed %d: a sample of %d out of %d methods%n",
                Runtime.version(), LocalDate.now(), seed, sample.size(), population.size());
        Files.writeString(work.resolve("verdicts.txt"), report.list());
        System.out.println(report.table());
        System.exit(report.isClean() ? 0 : 1);
    }

    /** Kept from one run to the next: the archives stay what they are. */
    private static Set<String> rejected(Family family, Path directory) throws IOException {
        Path kept = directory.resolve("rejected-" + Runtime.version().feature());
        if (!Files.exists(kept)) {
            Set<String> found = Compilation.rejected(family, directory.resolve("plain"));
            Files.write(kept, found);
        }
        return new TreeSet<>(Files.readAllLines(kept));
    }

    static Map<Integer, Candidate> sample(List<Candidate> population, long seed, int size) {
        List<Candidate> all = new ArrayList<>(population);
        all.sort(Comparator.comparing(Candidate::family)
                .thenComparing(Candidate::file)
                .thenComparing(Candidate::start));
        Collections.shuffle(all, new Random(seed));
        Map<Integer, Candidate> sample = new TreeMap<>();
        for (int i = 0; i < Math.min(size, all.size()); i++) {
            sample.put(i, all.get(i));
        }
        return sample;
    }

    private static Map<Integer, Verdict> verdicts(
            Family family, Set<String> rejected, Map<Integer, Candidate> sample, Path work)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Compilation compilation = new Compilation(family, rejected, sample, work);
        Map<Integer, Verdict> verdicts = new TreeMap<>(compilation.run());
        Map<Integer, Candidate> left = new TreeMap<>(sample);
        left.keySet().removeAll(verdicts.keySet());
        System.out.printf(
                "%s: %d of %d compile, after %d s%n",
                family.name(), left.size(), sample.size(), (System.nanoTime() - start) / 1_000_000_000);
        verdicts.putAll(new Workers(compilation.classes(), family.path(), work).run(left));
        return verdicts;
    }
}
