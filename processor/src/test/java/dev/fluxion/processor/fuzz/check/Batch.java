package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.corpus.CorpusFunction;
import dev.fluxion.processor.fuzz.grammar.Program;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** Programs that are compiled together and checked one by one. */
public final class Batch {

    private static final Pattern PLACE = Pattern.compile("/fuzz/P(\\d+)(Other)?(Grad)?\\.java:");
    private static final List<String> OPTIONS =
            List.of("-parameters", "-Xlint:none", "-Xmaxerrs", "100000", "--release", "17");

    private final Supplier<Processor> processor;
    private final Tally tally;
    private final boolean isQuick;
    private final Map<Integer, List<Mismatch>> found = new HashMap<>();
    private final Map<Integer, Program> programs = new LinkedHashMap<>();

    private Batch(List<Program> all, Supplier<Processor> processor, Tally tally, boolean isQuick) {
        this.isQuick = isQuick;
        this.processor = processor;
        this.tally = tally;
        for (int i = 0; i < all.size(); i++) {
            programs.put(i, all.get(i));
        }
    }

    /**
     * Checks programs.
     *
     * @param processor makes the annotation processor that is put to the test
     * @return what is wrong with each, in order
     */
    public static List<List<Mismatch>> check(List<Program> programs, Supplier<Processor> processor, Tally tally) {
        return check(programs, processor, tally, false);
    }

    /**
     * Checks programs.
     *
     * @param isQuick whether they are only compiled with all optional passes, and nothing is verified on the way
     */
    public static List<List<Mismatch>> check(
            List<Program> programs, Supplier<Processor> processor, Tally tally, boolean isQuick) {
        Batch batch = new Batch(programs, processor, tally, isQuick);
        batch.run();
        List<List<Mismatch>> all = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            all.add(batch.found.getOrDefault(i, List.of()));
        }
        return all;
    }

    private void run() {
        List<String> options = isQuick ? List.of() : List.of("-Afluxion.verify=true");
        InMemory optimised = compile(options);
        int before = programs.size();
        InMemory plain = isQuick ? optimised : compile(List.of("-Afluxion.disable=all"));
        if (programs.size() < before) {
            optimised = compile(options);
        }
        if (!programs.isEmpty()) {
            LoweringProcessor lowered = new LoweringProcessor();
            InMemory.compile(sources(), options(List.of("-proc:only")), lowered);
            Fueled loaded = new Fueled(optimised);
            Fueled other = isQuick ? loaded : new Fueled(plain);
            if (isVerified(loaded) & isVerified(other)) {
                check(loaded, other, lowered);
            } else {
                run();
            }
        }
    }

    /** Takes out programs with classes that do not pass the verifier of the virtual machine. */
    private boolean isVerified(Fueled classes) {
        int before = programs.size();
        for (String name : classes.names()) {
            try {
                Class.forName(name, true, classes);
            } catch (LinkageError | ClassNotFoundException e) {
                // Of what is in the program itself javac alone has made the code.
                Kind kind = name.contains("Grad") ? Kind.REJECTED : Kind.MALFORMED;
                int number = Integer.parseInt(name.replaceAll("^fuzz\\.P(\\d+).*", "$1"));
                programs.remove(number);
                found.computeIfAbsent(number, n -> new ArrayList<>()).add(new Mismatch(kind, "" + e));
            }
        }
        return programs.size() == before;
    }

    private void check(Fueled optimised, Fueled plain, LoweringProcessor lowered) {
        Map<String, CorpusFunction> others =
                plain.functions().stream().collect(Collectors.toMap(CorpusFunction::name, f -> f));
        for (CorpusFunction f : optimised.functions()) {
            check(f.primal(), seed -> {
                Oracle oracle = new Oracle(lowered, f);
                CorpusFunction other = isQuick ? f : others.get(f.name());
                return new ProgramCheck(f, other, oracle, seed, tally).run();
            });
        }
        Map<String, Mapping> otherMappings =
                plain.mappings().stream().collect(Collectors.toMap(m -> "" + m.primal(), m -> m));
        for (Mapping m : optimised.mappings()) {
            check(m.primal(), seed -> {
                ArrayOracle oracle = new ArrayOracle(lowered, m);
                Mapping other = isQuick ? m : otherMappings.get("" + m.primal());
                return new ArrayProgramCheck(m, other, oracle, seed, tally).run();
            });
        }
    }

    private void check(Method primal, LongFunction<List<Mismatch>> check) {
        String owner = primal.getDeclaringClass().getSimpleName();
        int number = Integer.parseInt(owner.substring(1).replace("Other", ""));
        tally.count("functions");
        List<Mismatch> wrong;
        try {
            wrong = check.apply(programs.get(number).seed());
        } catch (Fuel.Spent | RuntimeException | LinkageError | AssertionError e) {
            wrong = List.of(new Mismatch(Kind.CRASH, primal.getName() + ": " + trace(e)));
        }
        found.computeIfAbsent(number, n -> new ArrayList<>()).addAll(wrong);
    }

    private static String trace(Throwable e) {
        return e + " " + Arrays.stream(e.getStackTrace()).limit(4).toList()
                + (e.getCause() == null ? "" : " by " + trace(e.getCause()));
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        programs.forEach((i, p) -> p.sources("P" + i).forEach(s -> sources.put(s.name(), s.text())));
        return sources;
    }

    private static List<String> options(List<String> more) {
        List<String> all = new ArrayList<>(OPTIONS);
        all.addAll(more);
        return all;
    }

    /** Compiles what is left, without the programs that do not compile. */
    private InMemory compile(List<String> more) {
        while (!programs.isEmpty()) {
            InMemory compiled;
            try {
                compiled = InMemory.compile(sources(), options(more), processor.get());
            } catch (RuntimeException | LinkageError | AssertionError e) {
                isolate(more, e);
                continue;
            }
            if (compiled.isSuccessful()) {
                return compiled;
            }
            blame(compiled.errors(), more);
        }
        return null;
    }

    /** Takes out those with errors. */
    private void blame(List<String> errors, List<String> more) {
        int before = programs.size();
        for (String error : errors) {
            Matcher place = PLACE.matcher(error);
            if (place.find()) {
                Kind kind = place.group(3) != null
                        ? Kind.REJECTED
                        : error.contains("[FLX0503]")
                                ? Kind.CRASH
                                : error.contains("[FLX") ? Kind.REFUSED : Kind.MALFORMED;
                int number = Integer.parseInt(place.group(1));
                programs.remove(number);
                found.computeIfAbsent(number, n -> new ArrayList<>()).add(new Mismatch(kind, more + " " + error));
            }
        }
        if (programs.size() == before) {
            isolate(more, new IllegalStateException(String.join("\n", errors)));
        }
    }

    /** Whether javac takes the programs as they are; it has mistakes of its own. */
    private boolean isJava() {
        try {
            return InMemory.compile(sources(), options(List.of("-proc:none"))).isSuccessful();
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    /** Takes out the programs with which the compiler fails altogether. */
    private void isolate(List<String> more, Throwable failure) {
        if (programs.size() == 1) {
            Integer only = programs.keySet().iterator().next();
            Kind kind = isJava() ? Kind.CRASH : Kind.MALFORMED;
            programs.clear();
            found.computeIfAbsent(only, n -> new ArrayList<>()).add(new Mismatch(kind, more + " " + failure));
            return;
        }
        List<Integer> all = List.copyOf(programs.keySet());
        Map<Integer, Program> good = new LinkedHashMap<>();
        for (List<Integer> half : List.of(all.subList(0, all.size() / 2), all.subList(all.size() / 2, all.size()))) {
            Batch part = new Batch(List.of(), processor, tally, isQuick);
            half.forEach(i -> part.programs.put(i, programs.get(i)));
            part.compile(more);
            found.putAll(part.found);
            good.putAll(part.programs);
        }
        programs.clear();
        programs.putAll(good);
    }
}
