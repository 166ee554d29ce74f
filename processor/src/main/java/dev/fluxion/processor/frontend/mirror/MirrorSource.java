package dev.fluxion.processor.frontend.mirror;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source in the mirror's memory: a root or a stub. */
final class MirrorSource extends SimpleJavaFileObject {

    private final String binaryName;
    private final String text;
    private final SourceFile root;

    private MirrorSource(String scheme, String path, String binaryName, String text, SourceFile root) {
        super(URI.create("fluxion-" + scheme + ":///" + path + Kind.SOURCE.extension), Kind.SOURCE);
        this.binaryName = binaryName;
        this.text = text;
        this.root = root;
    }

    static MirrorSource root(SourceFile file) {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        String path = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        return new MirrorSource("root", path, "", file.text(), file);
    }

    static MirrorSource stub(String qualifiedName, String text) {
        String path =
                Base64.getUrlEncoder().withoutPadding().encodeToString(qualifiedName.getBytes(StandardCharsets.UTF_8));
        return new MirrorSource("stub", path, qualifiedName, text, null);
    }

    /** The user's file, or null for a stub. */
    static SourceFile rootOf(JavaFileObject file) {
        return file instanceof MirrorSource source ? source.root : null;
    }

    String binaryName() {
        return binaryName;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** A public class in a file of another name is the user's error, which the outer compilation reports. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }

    @Override
    public NestingKind getNestingKind() {
        return null;
    }

    @Override
    public Modifier getAccessLevel() {
        return null;
    }
}
