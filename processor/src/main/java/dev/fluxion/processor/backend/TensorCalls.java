package dev.fluxion.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A method and what is generated for it, as the functions behind its form over tensors call them. */
final class TensorCalls {

    static final ClassName TENSOR = ClassName.get("dev.fluxion.tensor", "Tensor");
    static final ClassName COMPILED = ClassName.get("dev.fluxion.tensor", "CompiledFunction");
    static final ClassName ARRAYS = ClassName.get("dev.fluxion.tensor", "TensorArrays");
    static final ClassName ZEROS = ClassName.get("dev.fluxion.tape", "Zeros");
    static final TypeName TENSORS = ArrayTypeName.of(TENSOR);

    private final UserMethod method;
    private final CompanionLayout layout;
    private final Members members;

    TensorCalls(UserMethod method, CompanionLayout layout, Members members) {
        this.method = method;
        this.layout = layout;
        this.members = members;
    }

    UserMethod method() {
        return method;
    }

    /** Names for the variables of a function: those of the user's parameters are taken, in order, and those of classes. */
    UniqueNames names(List<String> parameters) {
        UniqueNames names = new UniqueNames(List.of(
                TENSOR.simpleName(),
                COMPILED.simpleName(),
                ARRAYS.simpleName(),
                ZEROS.simpleName(),
                layout.companion().simpleName(),
                layout.user().simpleNames().get(0)));
        method.parameters().forEach(p -> parameters.add(names.take(p.name())));
        return names;
    }

    /** A private function that takes the inactive parameters first. */
    MethodSpec.Builder function(String name, String javadoc, List<String> names) {
        MethodSpec.Builder function = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("$L of {@code $L}.\n", javadoc, method.callee().name());
        for (int i = 0; i < names.size(); i++) {
            UserParameter p = method.parameters().get(i);
            if (!p.active()) {
                function.addParameter(TypeNames.of(p.type()), names.get(i));
            }
        }
        return function;
    }

    /** Declares a variable. */
    static void declare(CodeBlock.Builder out, int column, Type type, String name, Text value) {
        LineBreaker.add(out, column, Text.of(TypeNames.of(type), " " + name + " = ", value, ";"));
    }

    /** The value of the method. */
    Text primal(List<String> arguments) {
        List<Text> all = texts(arguments);
        return method.callee().isStatic()
                ? members.call(method.callee(), null, all)
                : members.call(method.callee(), all.get(0), all.subList(1, all.size()));
    }

    /** A call of a method that is generated for it. */
    Text call(GeneratedKind kind, List<String> arguments, Text... more) {
        List<Text> all = texts(arguments);
        all.addAll(List.of(more));
        return Text.of(signature(kind).name(), Text.items("(", all, ")"));
    }

    Type result(GeneratedKind kind) {
        return signature(kind).result();
    }

    private Signature signature(GeneratedKind kind) {
        return layout.signaturesByMethod().get(method).stream()
                .filter(s -> s.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    static List<Text> texts(List<String> words) {
        List<Text> texts = new ArrayList<>();
        words.forEach(w -> texts.add(Text.of(w)));
        return texts;
    }
}
