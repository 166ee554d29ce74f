package dev.fluxion.processor.foreign;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** One family with its part of the sample: which methods are refused, and the classes and companions of all others. */
final class Compilation {

    private static final Pattern FINDINGS = Pattern.compile("findings of trial(\\d+), ");
    private static final Pattern TAG = Pattern.compile("\\[(FLX\\d+)]");
    private static final Pattern STEM = Pattern.compile("[tT]rial(\\d+)");
    private static final Set<String> ERRORS = errors();

    private final Map<String, String> texts;
    private final String path;
    private final Map<Integer, Candidate> sample;
    private final Path directory;
    private final Sources sources;
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();

    /** @param rejected files that javac rejects as they are */
    Compilation(Family family, Set<String> rejected, Map<Integer, Candidate> sample, Path directory) {
        this.texts = new HashMap<>(family.texts());
        this.texts.keySet().removeAll(rejected);
        this.sources = new Sources(this.texts.values());
        this.path = family.path();
        this.sample = sample;
        this.directory = directory;
    }

    private static Set<String> errors() {
        Set<String> tags = new HashSet<>();
        for (Code c : Code.values()) {
            if (c.severity() == Severity.ERROR) {
                tags.add(c.tag());
            }
        }
        return tags;
    }

    /** Files that javac rejects without any processor, for want of what a library keeps to itself. */
    static Set<String> rejected(Family family, Path directory) throws IOException {
        Map<String, String> texts = new HashMap<>(family.texts());
        Set<String> rejected = new TreeSet<>();
        boolean isClean = false;
        while (!isClean) {
            List<Diagnostic<? extends JavaFileObject>> found = Javac.run(
                    texts,
                    family.path(),
                    directory,
                    false,
                    "-XDshould-stop.ifError=FLOW",
                    "-XDshould-stop.ifNoError=FLOW");
            Set<String> wrong = found.stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .map(Javac::nameOf)
                    .collect(Collectors.toSet());
            isClean = !texts.keySet().removeAll(wrong);
            rejected.addAll(wrong);
        }
        return rejected;
    }

    /** The verdicts on what did not compile; all others are there to be run. */
    Map<Integer, Verdict> run() throws IOException {
        Path first = directory.resolve("first");
        check(Javac.run(Annotated.texts(texts, sample), path, first, true, "-proc:only", "-Afluxion.print=findings"));
        boolean isClean = false;
        while (!isClean) {
            Map<Integer, Candidate> left = new TreeMap<>(sample);
            left.keySet().removeAll(verdicts.keySet());
            int before = verdicts.size();
            List<Diagnostic<? extends JavaFileObject>> found = Javac.run(
                    Annotated.texts(texts, left),
                    path,
                    classes(),
                    true,
                    "-Afluxion.verify=true",
                    "-Afluxion.print=findings");
            check(found);
            broken(found);
            isClean = verdicts.size() == before;
        }
        return verdicts;
    }

    Path classes() {
        return directory.resolve("classes");
    }

    private void check(List<Diagnostic<? extends JavaFileObject>> found) {
        for (Diagnostic<? extends JavaFileObject> d : found) {
            String message = d.getMessage(null);
            Matcher printed = FINDINGS.matcher(message);
            if (d.getKind() == Diagnostic.Kind.ERROR && message.contains("[FLX")) {
                located(d).forEach(n -> refuse(n, message));
            } else if (printed.find()) {
                refuse(Integer.parseInt(printed.group(1)), message);
            }
        }
    }

    private void refuse(int number, String message) {
        List<String> lines = message.lines()
                .filter(l -> tags(l).stream().anyMatch(ERRORS::contains))
                .toList();
        Set<String> codes = new LinkedHashSet<>();
        lines.forEach(l -> codes.addAll(tags(l)));
        codes.retainAll(ERRORS);
        if (!codes.isEmpty()) {
            boolean crash = codes.contains(Code.INTERNAL.tag());
            Verdict.Kind refused =
                    lines.stream().anyMatch(sources::isOfMissing) ? Verdict.Kind.NO_SOURCE : Verdict.Kind.REFUSED;
            Verdict.Kind kind = crash ? Verdict.Kind.BROKEN : refused;
            String detail = crash ? message : String.join("\n    ", lines);
            verdicts.merge(number, new Verdict(kind, List.copyOf(codes), detail), Compilation::both);
        }
    }

    private static Verdict both(Verdict a, Verdict b) {
        Set<String> codes = new LinkedHashSet<>(a.codes());
        codes.addAll(b.codes());
        boolean isMissing = a.kind() == Verdict.Kind.NO_SOURCE || b.kind() == Verdict.Kind.NO_SOURCE;
        Verdict.Kind worse = a.kind().compareTo(b.kind()) > 0 ? a.kind() : b.kind();
        Verdict.Kind kind = isMissing && worse == Verdict.Kind.REFUSED ? Verdict.Kind.NO_SOURCE : worse;
        String detail = a.detail().contains(b.detail()) ? a.detail() : a.detail() + "\n    " + b.detail();
        return new Verdict(kind, List.copyOf(codes), detail);
    }

    private static List<String> tags(String line) {
        List<String> all = new ArrayList<>();
        Matcher m = TAG.matcher(line);
        while (m.find()) {
            all.add(m.group(1));
        }
        return all;
    }

    /** The annotated method that a message stands in. */
    private List<Integer> located(Diagnostic<? extends JavaFileObject> d) {
        String file = Javac.nameOf(d);
        return sample.keySet().stream()
                .filter(n -> {
                    Candidate c = sample.get(n);
                    long lines = texts.get(c.file())
                            .substring(c.start(), c.end())
                            .lines()
                            .count();
                    long line = d.getLineNumber();
                    return c.file().equals(file) && line >= c.line() && line < c.line() + lines;
                })
                .toList();
    }

    /** What javac rejects in a companion, or for which the processor fails without a place. */
    private void broken(List<Diagnostic<? extends JavaFileObject>> found) throws IOException {
        for (Diagnostic<? extends JavaFileObject> d : found) {
            if (d.getKind() == Diagnostic.Kind.ERROR) {
                boolean isGenerated = d.getSource() != null && !texts.containsKey(Javac.nameOf(d));
                int number = isGenerated ? around(d) : -1;
                if (number < 0) {
                    System.out.println("not told of whom: " + d);
                } else {
                    verdicts.putIfAbsent(number, Verdict.of(Verdict.Kind.BROKEN, d.toString()));
                }
            }
        }
    }

    /** The method whose name stands last before a place in generated code. */
    private static int around(Diagnostic<? extends JavaFileObject> d) throws IOException {
        CharSequence text = d.getSource().getCharContent(true);
        int end = Math.min(text.length(), Math.max(0, text.toString().indexOf('\n', (int) d.getPosition())));
        Matcher m = STEM.matcher(text.subSequence(0, end));
        int last = -1;
        while (m.find()) {
            last = Integer.parseInt(m.group(1));
        }
        return last;
    }
}
