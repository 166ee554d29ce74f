package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Bodies of the methods with a workspace that have nothing to take from it themselves. */
final class Reusing {

    private Reusing() {}

    static CodeBlock body(Signature signature, List<String> names, Members members) {
        return signature.kind() == GeneratedKind.HESSIAN
                ? Hessians.of(signature, names, members)
                : plain(signature, names);
    }

    /** The call of the method without a workspace, which allocates nothing but what it returns either. */
    private static CodeBlock plain(Signature signature, List<String> names) {
        List<Text> arguments =
                names.subList(0, names.size() - 1).stream().map(Text::of).toList();
        String start = signature.result().equals(Types.VOID) ? "" : "return ";
        CodeBlock.Builder out = CodeBlock.builder();
        LineBreaker.add(out, 8, Text.of(start + signature.name(), Text.items("(", arguments, ")"), ";"));
        return out.build();
    }
}
