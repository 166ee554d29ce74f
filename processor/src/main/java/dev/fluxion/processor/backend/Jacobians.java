package dev.fluxion.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bodies of Jacobians: column by column in forward mode where there are no more inputs than outputs, else row by row in reverse mode. The method is
 * run for each with the arguments as they were given, so it must not write to them.
 */
final class Jacobians {

    private static final ClassName BARS = ClassName.get("dev.fluxion.tape", "Bars");

    private final Signature signature;
    private final UserMethod method;
    private final List<String> names;
    private final UniqueNames unique;

    /** How the active numbers and arrays are read. */
    private final List<String> active;

    private Jacobians(Signature signature, List<String> names, Members members) {
        this.signature = signature;
        this.method = signature.method();
        this.names = names;
        this.active = Wrappers.numbers(method, names, members);
        this.unique = new UniqueNames(names);
    }

    static CodeBlock of(Signature signature, List<String> names, Members members) {
        return new Jacobians(signature, names, members).body();
    }

    private CodeBlock body() {
        String direction = unique.take("direction");
        String value = unique.take("value");
        String jacobian = unique.take("jacobian");
        CodeBlock tangents = call(GeneratedKind.JVP, tangents(direction));
        return CodeBlock.builder()
                .add("double[] $L = new double[$L];\n", direction, count(active))
                .add("$T $L = $L.value();\n", TypeNames.of(method.result()), value, tangents)
                .add("double[][] $L = new double[$T.count($L)][$L.length];\n", jacobian, BARS, value, direction)
                .add("if ($L.length <= $L.length) {\n$>", direction, jacobian)
                .add(columns(direction, jacobian, tangents))
                .add("$<}\n")
                .add(rows(value, jacobian))
                .add("return $L;\n", jacobian)
                .build();
    }

    private CodeBlock columns(String direction, String jacobian, CodeBlock tangents) {
        String i = unique.take("i");
        String j = unique.take("j");
        String column = unique.take("column");
        return CodeBlock.builder()
                .add("for (int $1L = 0; $1L < $2L.length; $1L++) {\n$>", j, direction)
                .add("$L[$L] = 1;\n", direction, j)
                .add("double[] $L = $T.flat($L.tangent());\n", column, BARS, tangents)
                .add("for (int $1L = 0; $1L < $2L.length; $1L++) {\n$>", i, column)
                .add("$1L[$2L][$3L] = $4L[$2L];\n", jacobian, i, j, column)
                .add("$<}\n")
                .add("$L[$L] = 0;\n", direction, j)
                .add("$<}\nreturn $L;\n", jacobian)
                .build();
    }

    private CodeBlock rows(String value, String jacobian) {
        String i = unique.take("i");
        String seed = unique.take("seed");
        String row = unique.take("row");
        String record = CompanionNames.capitalised(method.stem()) + "Gradient";
        String partials = method.active().stream()
                .flatMap(p -> partials(row + "." + CompanionNames.partial(p.name()) + "()", p))
                .collect(Collectors.joining(", "));
        CodeBlock adjoints = call(GeneratedKind.VJP, List.of(CodeBlock.of("$T.slice($L, $L, 0)", BARS, value, seed)));
        return CodeBlock.builder()
                .add("double[] $L = new double[$L.length];\n", seed, jacobian)
                .add("for (int $1L = 0; $1L < $2L.length; $1L++) {\n$>", i, seed)
                .add("$L[$L] = 1;\n", seed, i)
                .add("$L $L = $L;\n", record, row, adjoints)
                .add("$L[$L] = $T.flat($L);\n", jacobian, i, BARS, partials)
                .add("$L[$L] = 0;\n", seed, i)
                .add("$<}\n")
                .build();
    }

    private static Stream<String> partials(String partial, UserParameter p) {
        return p.record() == null
                ? Stream.of(partial)
                : p.record().leaves("").stream()
                        .map(leaf -> partial
                                + leaf.path().stream()
                                        .map(c -> "." + c.name() + "()")
                                        .collect(Collectors.joining()));
    }

    private static CodeBlock count(List<String> numbers) {
        return numbers.isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$T.count($L)", BARS, String.join(", ", numbers));
    }

    /** The parts of a direction, one for each active parameter. */
    private List<CodeBlock> tangents(String direction) {
        List<CodeBlock> parts = new ArrayList<>();
        List<UserParameter> numbers = method.unpacked().active();
        for (int i = 0; i < active.size(); i++) {
            Type type = numbers.get(i).type();
            CodeBlock at = count(active.subList(0, i));
            if (type.isFloatingArray()) {
                parts.add(CodeBlock.of("$T.slice($L, $L, $L)", BARS, active.get(i), direction, at));
            } else {
                String cast = type.tangent() == Type.Primitive.FLOAT ? "(float) " : "";
                parts.add(CodeBlock.of("$L$L[$L]", cast, direction, at));
            }
        }
        Iterator<CodeBlock> next = parts.iterator();
        return method.active().stream()
                .map(p -> p.record() == null ? next.next() : packed(p.record(), next))
                .toList();
    }

    private static CodeBlock packed(Composite record, Iterator<CodeBlock> parts) {
        List<CodeBlock> components = new ArrayList<>();
        record.active().forEach(c -> components.add(c.of() == null ? parts.next() : packed(c.of(), parts)));
        return CodeBlock.of("new $T($L)", TypeNames.of(record.tangent()), CodeBlock.join(components, ", "));
    }

    private CodeBlock call(GeneratedKind kind, List<CodeBlock> more) {
        List<CodeBlock> arguments = new ArrayList<>();
        names.forEach(n -> arguments.add(CodeBlock.of("$L", n)));
        arguments.addAll(more);
        return CodeBlock.of("$L$L($L)", signature.method().stem(), kind.suffix(), CodeBlock.join(arguments, ", "));
    }
}
