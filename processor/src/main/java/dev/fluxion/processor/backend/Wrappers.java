package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies of the methods that only call others. */
final class Wrappers {

    /** Up to this many variables the Hessian's rows are written out. */
    private static final int SPELLED_OUT = 2;

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
            default -> hessian(signature, names, members);
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

    private static CodeBlock hessian(Signature signature, List<String> names, Members members) {
        int size = signature.method().unpacked().active().size();
        String hvp = signature.method().stem() + GeneratedKind.HVP.suffix();
        if (!signature.method().arrays().isEmpty()) {
            return overArrays(signature, hvp, names, members);
        }
        return size <= SPELLED_OUT ? rows(hvp, names, size) : loop(hvp, names, size);
    }

    private static CodeBlock rows(String hvp, List<String> names, int size) {
        List<Text> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int row = i;
            String unit = Stream.iterate(0, j -> j < size, j -> j + 1)
                    .map(j -> j == row ? "1" : "0")
                    .collect(Collectors.joining(", "));
            rows.add(Text.of(call(hvp, names, "new double[] {" + unit + "}")));
        }
        CodeBlock.Builder out = CodeBlock.builder();
        LineBreaker.add(out, 8, Text.of("return new double[][] ", Text.items("{", rows, "}"), ";"));
        return out.build();
    }

    /** One row for each number; a method that writes to its arrays gets a copy for each row. */
    private static CodeBlock overArrays(Signature signature, String hvp, List<String> names, Members members) {
        List<UserParameter> parameters = signature.method().parameters();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean array = parameters.get(i).type().isFloatingArray();
            arguments.add(array ? "dev.fluxion.tape.Bars.copy(" + names.get(i) + ")" : names.get(i));
        }
        List<String> active = numbers(signature.method(), names, members);
        boolean alone = active.size() == 2
                && ArrayPackaging.isNested(
                        signature.method().unpacked().active().get(1).type());
        if (alone) {
            active.set(1, "(Object) " + active.get(1));
        }
        return loop(hvp, arguments, "dev.fluxion.tape.Bars.count(" + String.join(", ", active) + ")", names);
    }

    /** How the active numbers and arrays are read, those in records from the records. */
    static List<String> numbers(UserMethod method, List<String> names, Members members) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
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

    private static CodeBlock loop(String hvp, List<String> names, int size) {
        return loop(hvp, names, Integer.toString(size), names);
    }

    private static CodeBlock loop(String hvp, List<String> names, String size, List<String> taken) {
        UniqueNames unique = new UniqueNames(taken);
        String hessian = unique.take("hessian");
        String direction = unique.take("direction");
        String i = unique.take("i");
        String length = Character.isDigit(size.charAt(0)) ? size : hessian + ".length";
        return CodeBlock.builder()
                .add("double[][] $L = new double[$L][];\n", hessian, size)
                .add("double[] $L = new double[$L];\n", direction, length)
                .add("for (int $1L = 0; $1L < $2L; $1L++) {\n", i, length)
                .add("$>")
                .add("$L[$L] = 1;\n", direction, i)
                .add("$L[$L] = $L;\n", hessian, i, call(hvp, names, direction))
                .add("$L[$L] = 0;\n", direction, i)
                .add("$<}\nreturn $L;\n", hessian)
                .build();
    }

    private static String call(String hvp, List<String> names, String direction) {
        return hvp + Stream.concat(names.stream(), Stream.of(direction)).collect(Collectors.joining(", ", "(", ")"));
    }
}
