package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** The bodies of {@code fFunction()}: a method with its derivatives as one object. */
final class FunctionObjects {

    private FunctionObjects() {}

    /** @param hasProduct whether there is a method for the Hessian times a direction */
    static CodeBlock of(Signature signature, Members members, boolean hasProduct) {
        UserMethod method = signature.method();
        UniqueNames unique = new UniqueNames(List.of());
        String x = unique.take(method.parameters().get(0).name());
        String direction = unique.take("direction");
        CodeBlock.Builder out = CodeBlock.builder()
                .add("return new $T() {\n$>", TypeNames.of(Types.FUNCTION))
                .add("@Override\npublic double value(double[] $L) {\n$>", x);
        LineBreaker.add(out, 16, Text.of("return ", members.call(method.callee(), null, List.of(Text.of(x))), ";"));
        String gradient = method.stem() + GeneratedKind.GRADIENT.suffix();
        String partial = CompanionNames.partial(method.parameters().get(0).name());
        out.add("$<}\n\n@Override\npublic double[] gradient(double[] $L) {\n$>", x)
                .add("return $L($L).$L();\n$<}\n", gradient, x, partial);
        if (hasProduct) {
            String hvp = method.stem() + GeneratedKind.HVP.suffix();
            out.add("\n@Override\npublic double[] hvp(double[] $L, double[] $L) {\n$>", x, direction)
                    .add("return $L($L, $L);\n$<}\n", hvp, x, direction);
        }
        return out.add("$<};\n").build();
    }
}
