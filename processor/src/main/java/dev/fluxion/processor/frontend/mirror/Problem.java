package dev.fluxion.processor.frontend.mirror;

import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that the mirror found in a root. It is never shown: javac reports the user's errors itself, once. It says
 * that what it covers must not be lowered.
 *
 * @param file the root
 * @param start the first offset of the erroneous tree, or -1
 * @param end one past its last offset, or -1
 * @param code javac's key of the message
 * @param message javac's message
 */
public record Problem(SourceFile file, long start, long end, String code, String message) {

    /** Sealed types may span the packages of a named module; the mirror knows only the unnamed one. */
    private static final String SEALED_ACROSS_PACKAGES =
            "compiler.err.class.in.unnamed.module.cant.extend.sealed.in.diff.package";

    private static final String FAILED = "fluxion.mirror.failed";

    static Optional<Problem> of(Diagnostic<? extends JavaFileObject> diagnostic) {
        SourceFile file = MirrorSource.rootOf(diagnostic.getSource());
        boolean concerns = diagnostic.getKind() == Diagnostic.Kind.ERROR
                && file != null
                && !SEALED_ACROSS_PACKAGES.equals(diagnostic.getCode());
        return concerns
                ? Optional.of(new Problem(
                        file,
                        diagnostic.getStartPosition(),
                        diagnostic.getEndPosition(),
                        diagnostic.getCode(),
                        diagnostic.getMessage(null)))
                : Optional.empty();
    }

    /** The private compiler itself gave up. */
    static Problem failure(SourceFile file, Throwable failure) {
        return new Problem(file, -1, -1, FAILED, String.valueOf(failure));
    }

    /** Whether the private compiler gave up on the file, so that nothing in it can be relied on. */
    public boolean isFailure() {
        return code.equals(FAILED);
    }

    /**
     * Whether a name means nothing yet: a mistake, or a type that another processor makes in a later round. Anything
     * else is the user's error.
     */
    public boolean isUnresolved() {
        return code.startsWith("compiler.err.cant.resolve") || code.startsWith("compiler.err.doesnt.exist");
    }

    /**
     * Whether a name that means nothing may be a type, or a package of types, that another processor makes in a later round. Members of
     * classes that are there, and what is written like a variable or a constant, cannot.
     */
    public boolean mayBeGenerated() {
        if (code.startsWith("compiler.err.doesnt.exist")) {
            return true;
        }
        boolean isName = isUnresolved() && !code.endsWith(".args") && !code.endsWith(".args.params");
        if (!isName || start < 0 || end > file.text().length()) {
            return false;
        }
        String name = file.text().substring((int) start, (int) end);
        boolean followed = end < file.text().length() && file.text().charAt((int) end) == '.';
        return Character.isUpperCase(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart)
                && (followed || name.length() == 1 || name.chars().anyMatch(Character::isLowerCase));
    }

    /** Whether the problem concerns what lies between the given offsets. */
    public boolean isWithin(long from, long to) {
        return isFailure() || start >= from && end <= to;
    }
}
