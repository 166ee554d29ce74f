package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bodies of Hessians: row by row the Hessian times a unit vector. A method that writes to its arrays gets a copy for each row. */
final class Hessians {

    /** Up to this many variables the rows are written out. */
    private static final int SPELLED_OUT = 2;

    private final Signature signature;
    private final List<String> names;
    private final Members members;
    private final String product;
    private final String workspace;
    private final UniqueNames unique;

    private Hessians(Signature signature, List<String> names, Members members) {
        this.signature = signature;
        this.names = names.subList(0, signature.method().parameters().size());
        this.members = members;
        this.product = signature.method().stem() + GeneratedKind.HVP.suffix();
        this.workspace = signature.isReusing() ? names.get(names.size() - 1) : null;
        this.unique = new UniqueNames(names);
    }

    static CodeBlock of(Signature signature, List<String> names, Members members) {
        Hessians hessians = new Hessians(signature, names, members);
        if (!signature.method().arrays().isEmpty()) {
            return hessians.overArrays();
        }
        int size = signature.method().unpacked().active().size();
        return size <= SPELLED_OUT && !signature.isReusing()
                ? hessians.rows(size)
                : hessians.loop(hessians.names, Integer.toString(size));
    }

    private CodeBlock rows(int size) {
        List<Text> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int row = i;
            String unit = Stream.iterate(0, j -> j < size, j -> j + 1)
                    .map(j -> j == row ? "1" : "0")
                    .collect(Collectors.joining(", "));
            rows.add(Text.of(call(names, "new double[] {" + unit + "}")));
        }
        CodeBlock.Builder out = CodeBlock.builder();
        LineBreaker.add(out, 8, Text.of("return new double[][] ", Text.items("{", rows, "}"), ";"));
        return out.build();
    }

    private CodeBlock overArrays() {
        List<UserParameter> parameters = signature.method().parameters();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            arguments.add(type.isFloatingArray() ? copy(names.get(i), type) : names.get(i));
        }
        List<String> active = Wrappers.numbers(signature.method(), names, members);
        if (workspace != null && active.size() > 1) {
            return loop(
                    arguments,
                    active.stream()
                            .map(a -> ".with(" + a + ")")
                            .collect(Collectors.joining("", workspace + ".parts()", ".count()")));
        }
        boolean alone = active.size() == 2
                && ArrayPackaging.isNested(
                        signature.method().unpacked().active().get(1).type());
        if (alone) {
            active.set(1, "(Object) " + active.get(1));
        }
        return loop(arguments, "dev.fluxion.tape.Bars.count(" + String.join(", ", active) + ")");
    }

    /** A workspace has arrays of up to two dimensions. */
    private String copy(String array, Type type) {
        boolean isDeep = type instanceof Type.Array a
                && a.component() instanceof Type.Array b
                && b.component() instanceof Type.Array;
        String copier = workspace == null || isDeep ? "dev.fluxion.tape.Bars" : workspace;
        return copier + ".copy(" + array + ")";
    }

    private CodeBlock loop(List<String> arguments, String size) {
        String hessian = unique.take("hessian");
        String direction = unique.take("direction");
        String i = unique.take("i");
        String length = Character.isDigit(size.charAt(0)) ? size : hessian + ".length";
        CodeBlock.Builder body = CodeBlock.builder()
                .add("$L[$L] = 1;\n", direction, i)
                .add("$L[$L] = $L;\n", hessian, i, call(arguments, direction))
                .add("$L[$L] = 0;\n", direction, i);
        CodeBlock made = CodeBlock.of("double[][] $L = new double[$L][];\n", hessian, size);
        if (workspace != null) {
            return reusing(made, CodeBlock.of("return $L;\n", hessian), direction, i, length, body.build());
        }
        return CodeBlock.builder()
                .add(made)
                .add("double[] $L = new double[$L];\n", direction, length)
                .add(loop(i, length, body.build()))
                .add("return $L;\n", hessian)
                .build();
    }

    private static CodeBlock loop(String i, String length, CodeBlock body) {
        return CodeBlock.of("for (int $1L = 0; $1L < $2L; $1L++) {\n$>$3L$<}\n", i, length, body);
    }

    /** The loop, with the direction in the workspace, and for the time of an iteration the copies. */
    private CodeBlock reusing(
            CodeBlock made, CodeBlock returned, String direction, String i, String length, CodeBlock body) {
        String used = unique.take("used");
        String before = unique.take("before");
        CodeBlock releasing = CodeBlock.of("$L.release($L);\n$L", workspace, before, body);
        return CodeBlock.builder()
                .add("int $L = $L.used();\n", used, workspace)
                .add("try {\n$>")
                .add(made)
                .add("double[] $L = $L.doubles($L);\n", direction, workspace, length)
                .add("int $L = $L.used();\n", before, workspace)
                .add(loop(i, length, releasing))
                .add(returned)
                .add("$<} finally {\n$>$L.release($L);\n$<}\n", workspace, used)
                .build();
    }

    private String call(List<String> arguments, String direction) {
        Stream<String> last = workspace == null ? Stream.of(direction) : Stream.of(direction, workspace);
        return product + Stream.concat(arguments.stream(), last).collect(Collectors.joining(", ", "(", ")"));
    }
}
