package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.tools.JavaFileObject;

/**
 * A source file of the user's compilation: its name, which identifies it, and its text as javac read it.
 *
 * @param name the file's URI; spans and problems refer to the file by it
 * @param text the characters, so that offsets of the mirror's trees are offsets of the user's
 */
public record SourceFile(String name, String text) {

    /** The file that an outer compilation unit was read from. */
    public static SourceFile of(CompilationUnitTree outerUnit) {
        JavaFileObject file = outerUnit.getSourceFile();
        try {
            return new SourceFile(
                    file.toUri().toString(), file.getCharContent(true).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getName() + " again", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && file.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
