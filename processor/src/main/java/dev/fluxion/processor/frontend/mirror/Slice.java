package dev.fluxion.processor.frontend.mirror;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roots without the methods, static fields and imports that no annotated method can reach: a slice of the program by names. A method is reached if its name stands in
 * one that is, or in what is always kept, since nothing can call it otherwise; so is a static field. What is left out is blanked, so that offsets stay as they are.
 *
 * <p>So the mirror attributes less, and needs fewer stubs: each type that is asked for only to make one is a class file that javac reads, and may warn
 * of, although the user's code does not touch it.
 */
public final class Slice {

    /** Names of methods that are called without being written: by the language, or by the platform through its interfaces. */
    private static final Set<String> IMPLIED = Set.of(
            "close",
            "iterator",
            "hasNext",
            "next",
            "toString",
            "equals",
            "hashCode",
            "compareTo",
            "compare",
            "run",
            "call",
            "get",
            "getAsDouble",
            "getAsInt",
            "getAsLong",
            "getAsBoolean",
            "apply",
            "applyAsDouble",
            "applyAsInt",
            "applyAsLong",
            "accept",
            "test");

    private final Map<SourceFile, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, Set<Long>> blanked = new HashMap<>();

    private Slice() {}

    /** The roots as they are. */
    public static Slice whole(Collection<SourceFile> roots) {
        Slice slice = new Slice();
        roots.forEach(root -> slice.files.put(root, root));
        return slice;
    }

    static Slice of(Collection<SliceParts> roots) {
        Map<String, Deque<SliceParts.Part>> open = new HashMap<>();
        Set<String> reached = new HashSet<>();
        Deque<String> names = new ArrayDeque<>(IMPLIED);
        for (SliceParts root : roots) {
            names.addAll(root.kept());
            root.parts()
                    .forEach(part -> open.computeIfAbsent(part.name(), n -> new ArrayDeque<>())
                            .add(part));
        }
        while (!names.isEmpty()) {
            String name = names.remove();
            if (reached.add(name) && open.containsKey(name)) {
                open.remove(name).forEach(part -> names.addAll(part.names()));
            }
        }
        Slice slice = new Slice();
        roots.forEach(root -> slice.cut(root, open.keySet()));
        return slice;
    }

    private void cut(SliceParts root, Set<String> unreached) {
        StringBuilder text = new StringBuilder(root.file().text());
        List<SliceParts.Part> gone = root.parts().stream()
                .filter(part -> unreached.contains(part.name()))
                .toList();
        for (SliceParts.Part part : gone) {
            text.replace((int) part.start(), (int) part.end(), part.blank());
            blanked.computeIfAbsent(root.file().name(), n -> new HashSet<>()).add(part.start());
        }
        files.put(root.file(), new SourceFile(root.file().name(), text.toString()));
    }

    /** The roots with less text, in their order. */
    public List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    /** Whether the body that starts at an offset of a file is left out. */
    public boolean isBlank(SourceFile file, long start) {
        return blanked.getOrDefault(file.name(), Set.of()).contains(start);
    }
}
