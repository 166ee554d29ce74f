package dev.fluxion.processor.generated;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.InMemory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Companions as text, made by the JDK that runs this. */
final class Generation {

    private Generation() {}

    /** Writes the companions of all sets to a file: what another JDK runs. */
    public static void main(String[] arguments) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            for (SourceSet set : SourceSet.values()) {
                for (Map.Entry<String, String> e : set.generated().entrySet()) {
                    byte[] text = e.getValue().getBytes(StandardCharsets.UTF_8);
                    out.writeUTF(set + " " + e.getKey());
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        }
    }

    /** The companions that {@link #main} wrote, by the set and their names. */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (in.available() > 0) {
                String name = in.readUTF();
                byte[] text = in.readNBytes(in.readInt());
                texts.put(name, new String(text, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** The companions of sources, compiled together in their order, by their names. */
    static Map<String, String> of(Map<String, String> sources) {
        InMemory run = run(sources);
        if (!run.isSuccessful()) {
            throw new AssertionError(run.errors());
        }
        return run.generated();
    }

    /** Processes sources and compiles nothing. */
    static InMemory run(Map<String, String> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-proc:only"));
        all.addAll(List.of(options));
        return InMemory.compile(sources, all, new FluxionProcessor());
    }
}
