package dev.fluxion.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.InMemory;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A companion's bytes depend on its class and on what that class calls, on nothing else. */
class ReproducibleTest {

    /** Files that have nothing to do with the others but stand in their packages, and are called as generated code calls what it uses. */
    private static final Map<String, String> BESIDE = Map.of(
            "a.First",
                    "package a; public class First { @dev.fluxion.Differentiable static double f(double x) { return x * x; } }",
            "corpus.Tape", "package corpus; final class Tape { static final double SIZE = 3; }",
            "corpus.Dual", "package corpus; record Dual(double value) {}",
            "cost.StrongZero", "package cost; interface StrongZero {}",
            "corpus.Zz",
                    "package corpus; final class Zz { @dev.fluxion.Differentiable static double f(double x) { return x; } }",
            "z.Arithmetic",
                    "package z; class Arithmetic { @dev.fluxion.Differentiable static double square(double x) { return x; } }");

    /** What needs the source of another class: a call without a companion, one that returns an array, and the derivative of a derivative. */
    private static final Pattern CALLED =
            Pattern.compile("\\[FLX(?:0204\\]|0201\\] the active array that|0213\\] a derivative of) (\\w+)\\.");

    @Test
    void everyJdk_generatesTheSame(@TempDir Path directory) throws Exception {
        Map<String, String> here = new TreeMap<>();
        for (SourceSet set : SourceSet.values()) {
            set.generated().forEach((name, text) -> here.put(set + " " + name, text));
        }
        Map<Integer, Path> others = OtherJdks.find();
        assumeFalse(others.isEmpty(), "no other JDK stands beside this one");
        for (Map.Entry<Integer, Path> other : others.entrySet()) {
            Path file = directory.resolve("generated-by-" + other.getKey());
            OtherJdks.run(other.getValue(), Generation.class, file.toString());
            same(Generation.read(file), here, "JDK " + other.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CORPUS", "ARRAYS"})
    void anyOrderOfFiles_withOthersBeside_givesTheSame(SourceSet corpus) {
        long seed = Long.getLong("fluxion.seed", System.nanoTime());
        System.out.println("order of files: -Dfluxion.seed=" + seed);
        List<SourceSet> sets = List.of(corpus, SourceSet.COST, SourceSet.TOUR);
        Map<String, String> all = new TreeMap<>(BESIDE);
        sets.forEach(set -> all.putAll(set.texts()));
        Map<String, String> generated = Generation.of(shuffled(all, seed));
        for (SourceSet set : sets) {
            Map<String, String> own = new TreeMap<>(generated);
            own.keySet().retainAll(set.generated().keySet());
            same(own, set.generated(), set + " with others, seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClassAlone_givesTheSame(SourceSet set, @TempDir Path classes) {
        Map<String, String> texts = set.texts();
        InMemory all = InMemory.compile(texts, List.of(), new FluxionProcessor());
        assertThat(all.errors()).isEmpty();
        all.writeTo(classes);
        String path = classes + File.pathSeparator + System.getProperty("java.class.path");
        Map<String, String> again = new TreeMap<>();
        texts.keySet().forEach(name -> again.putAll(alone(name, texts, path)));
        same(again, set.generated(), "alone");
    }

    /** What is generated for one class, given the class files of all others; with the sources that javac is told to miss. */
    private static Map<String, String> alone(String name, Map<String, String> texts, String path) {
        Map<String, String> sources = new TreeMap<>(Map.of(name, texts.get(name)));
        InMemory run = Generation.run(sources, "-classpath", path);
        int known = 0;
        while (!run.isSuccessful() && known < sources.size()) {
            known = sources.size();
            sources.putAll(called(run.errors(), texts));
            run = Generation.run(sources, "-classpath", path);
        }
        assertThat(run.errors()).as(name).isEmpty();
        return run.generated();
    }

    /** The sources of the classes that errors miss. */
    private static Map<String, String> called(List<String> errors, Map<String, String> texts) {
        Map<String, String> found = new TreeMap<>();
        for (String error : errors) {
            Matcher called = CALLED.matcher(error);
            assertThat(called.find()).as(error).isTrue();
            Pattern declared = Pattern.compile("(class|interface|record|enum) " + called.group(1) + "\\b");
            texts.forEach((name, text) -> {
                if (declared.matcher(text).find()) {
                    found.put(name, text);
                }
            });
        }
        return found;
    }

    private static Map<String, String> shuffled(Map<String, String> texts, long seed) {
        List<String> names = new ArrayList<>(texts.keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, String> shuffled = new LinkedHashMap<>();
        names.forEach(n -> shuffled.put(n, texts.get(n)));
        return shuffled;
    }

    /** Of a text that differs its first such line is shown: whole ones are too long for a message. */
    private static void same(Map<String, String> actual, Map<String, String> expected, String what) {
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        List<String> differing = new ArrayList<>();
        expected.forEach((name, text) -> {
            String other = actual.get(name);
            if (!other.equals(text)) {
                differing.add(name + ": "
                        + difference(other.lines().toList(), text.lines().toList()));
            }
        });
        assertThat(differing).as(what).isEmpty();
    }

    private static String difference(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            if (!actual.get(i).equals(expected.get(i))) {
                return "line " + (i + 1) + " is\n" + actual.get(i) + "\ninstead of\n" + expected.get(i);
            }
        }
        return actual.size() + " lines instead of " + expected.size();
    }
}
