package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bodies of the methods that only call others. */
final class Wrappers {

    private static final String FAILED = "the method could not be differentiated; the compiler's messages say why";

    private Wrappers() {}

    /** The names of a signature's parameters: the wishes, the user's first. */
    static List<String> names(Signature signature) {
        UniqueNames unique = new UniqueNames(List.of());
        return signature.parameters().stream().map(p -> unique.take(p.name())).toList();
    }

    /**
     * The body of a wrapper.
     *
     * @param hasProduct whether there is a method for the Hessian times a direction
     */
    static CodeBlock body(Signature signature, List<String> names, Members members, boolean hasProduct) {
        return switch (signature.kind()) {
            case DUAL -> dual(signature, names);
            case JACOBIAN -> Jacobians.of(signature, names, members);
            case FUNCTION -> FunctionObjects.of(signature, members, hasProduct);
            default -> Hessians.of(signature, names, members);
        };
    }

    /** Throws, for a method whose derivative was not made. */
    static CodeBlock failed() {
        return CodeBlock.of("throw new UnsupportedOperationException($S);\n", FAILED);
    }

    private static CodeBlock dual(Signature signature, List<String> names) {
        List<UserParameter> parameters = signature.method().parameters();
        List<Text> arguments = new ArrayList<>();
        List<Text> tangents = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            boolean active = parameters.get(i).active();
            arguments.add(Text.of(active ? names.get(i) + ".value()" : names.get(i)));
            if (active) {
                tangents.add(Text.of(names.get(i) + ".tangent()"));
            }
        }
        List<Text> all = Stream.concat(arguments.stream(), tangents.stream()).toList();
        CodeBlock.Builder out = CodeBlock.builder();
        String jvp = signature.method().stem() + GeneratedKind.JVP.suffix();
        LineBreaker.add(out, 8, Text.of("return " + jvp, Text.items("(", all, ")"), ";"));
        return out.build();
    }

    /** How the active numbers and arrays are read, those in records from the records. */
    static List<String> numbers(UserMethod method, List<String> names, Members members) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            UserParameter p = method.parameters().get(i);
            String name = names.get(i);
            if (p.record() != null) {
                p.record().leaves("").forEach(leaf -> found.add(read(leaf, name, members)));
            } else if (p.active()) {
                found.add(name);
            }
        }
        return found;
    }

    private static String read(Composite.Leaf leaf, String name, Members members) {
        Text at = Text.of(name);
        for (Composite.Component c : leaf.path()) {
            at = members.read(c.field(), at);
        }
        return at.plain();
    }
}
