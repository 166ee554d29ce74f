package dev.fluxion.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Prints what stands behind {@code Tensor f(Tensor...)}: functions over stretches of numbers or over whole tensors, which call the method
 * and its generated derivatives, and a class that holds them as a node, so that nothing of tensors is loaded before one is used.
 */
final class TensorNodes {

    private static final ClassName DTYPE = ClassName.get("dev.fluxion.tensor", "DType");
    private static final ClassName SIGNATURE = TensorCalls.COMPILED.nestedClass("Signature");

    private final Members members;
    private final CompanionLayout layout;
    private final Helpers helpers;
    private final List<MethodSpec> functions = new ArrayList<>();
    private final List<TypeSpec> nodes = new ArrayList<>();

    TensorNodes(Members members, CompanionLayout layout, Helpers helpers) {
        this.members = members;
        this.layout = layout;
        this.helpers = helpers;
    }

    /** The functions, once all bodies have been asked for. */
    List<MethodSpec> functions() {
        return functions;
    }

    /** The classes that hold nodes. */
    List<TypeSpec> nodes() {
        return nodes;
    }

    /** The body of a method over tensors, whose parameters have these names. */
    CodeBlock body(Signature signature, List<String> names, TensorForm form) {
        UserMethod method = signature.method();
        TensorCalls calls = new TensorCalls(method, layout, members);
        List<MethodSpec> made = method.isElementwise()
                ? new TensorKernels(calls, helpers.methodNames()).functions()
                : new TensorSweeps(calls, helpers, form).functions();
        made.forEach(f -> functions.add(form.isDeprecated() ? silenced(f) : f));
        String node = helpers.recordNames().take(CompanionNames.capitalised(method.stem()) + "Node");
        nodes.add(node(node, method, form, made));
        List<Text> tensors = new ArrayList<>();
        List<Text> constants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            UserParameter p = method.parameters().get(i);
            (p.active() ? tensors : constants).add(p.active() ? Text.of(names.get(i)) : kept(p.type(), names.get(i)));
        }
        Text function = constants.isEmpty() ? Text.of(".FUNCTION") : Text.of(".of", Text.items("(", constants, ")"));
        CodeBlock.Builder out = CodeBlock.builder();
        LineBreaker.add(out, 8, Text.of("return " + node, function, ".apply", Text.items("(", tensors, ")"), ";"));
        return out.build();
    }

    private static MethodSpec silenced(MethodSpec function) {
        return function.toBuilder()
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "deprecation")
                        .addMember("value", "$S", "removal")
                        .build())
                .build();
    }

    /** The argument as it is now: an array may have changed when the backward pass comes. */
    private static Text kept(Type type, String name) {
        return type instanceof Type.Array ? Text.of(TensorCalls.COMPILED, ".kept(" + name + ")") : Text.of(name);
    }

    private TypeSpec node(String name, UserMethod method, TensorForm form, List<MethodSpec> made) {
        TypeSpec.Builder node = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "What {@code $L} is in the graph of tensors.\n",
                        method.callee().name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        List<ParameterSpec> constants = constants(made.get(0), method);
        if (constants.isEmpty()) {
            return node.addField(constant(
                            TensorCalls.COMPILED,
                            "FUNCTION",
                            function(method, signature(method, form), made, constants)))
                    .build();
        }
        CodeBlock function = function(method, CodeBlock.of("SIGNATURE"), made, constants);
        return node.addField(constant(SIGNATURE, "SIGNATURE", signature(method, form)))
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.STATIC)
                        .returns(TensorCalls.COMPILED)
                        .addParameters(constants)
                        .addCode("return $L;\n", function)
                        .build())
                .build();
    }

    private static FieldSpec constant(ClassName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    /** The parameters that are no tensors, which every function takes first. */
    private static List<ParameterSpec> constants(MethodSpec function, UserMethod method) {
        int count = method.parameters().size() - method.active().size();
        return function.parameters().subList(0, count);
    }

    private CodeBlock function(
            UserMethod method, CodeBlock signature, List<MethodSpec> made, List<ParameterSpec> constants) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(signature));
        if (!method.isElementwise()) {
            String ranks = method.active().stream()
                    .map(p -> Integer.toString(rank(p.type())))
                    .collect(Collectors.joining(", "));
            arguments.add(CodeBlock.of("new int[] {$L}", ranks));
        }
        made.forEach(f -> arguments.add(reference(f, constants)));
        if (made.size() < 3) {
            arguments.add(CodeBlock.of("null"));
        }
        return CodeBlock.of(
                "$T.$L($>$>\n$L)$<$<",
                TensorCalls.COMPILED,
                method.isElementwise() ? "elementwise" : "array",
                CodeBlock.join(arguments, ",\n"));
    }

    private static int rank(Type type) {
        return type instanceof Type.Array a ? 1 + rank(a.component()) : 0;
    }

    /** A function as an object, with its constants. */
    private CodeBlock reference(MethodSpec function, List<ParameterSpec> constants) {
        if (constants.isEmpty()) {
            return CodeBlock.of("$L::$L", layout.companion().simpleName(), function.name());
        }
        List<String> names =
                function.parameters().stream().map(ParameterSpec::name).toList();
        String free = String.join(", ", names.subList(constants.size(), names.size()));
        String all = Stream.concat(
                        constants.stream().map(ParameterSpec::name),
                        names.subList(constants.size(), names.size()).stream())
                .collect(Collectors.joining(", "));
        return CodeBlock.of("($L) -> $L($L)", free, function.name(), all);
    }

    private static CodeBlock signature(UserMethod method, TensorForm form) {
        List<UserParameter> active = method.active();
        List<String> types = active.stream().map(p -> dtype(p.type())).toList();
        String result = dtype(method.result());
        CodeBlock names = active.stream().map(p -> CodeBlock.of("$S", p.name())).collect(CodeBlock.joining(", "));
        String name = method.callee().name();
        if (types.stream().allMatch(result::equals)) {
            String of = result.equals("FLOAT32") ? "ofFloats" : "ofDoubles";
            return CodeBlock.of("$T.$L($S, $S, $L)", SIGNATURE, of, name, form.location(), names);
        }
        CodeBlock each =
                types.stream().map(t -> CodeBlock.of("$T.$L", DTYPE, t)).collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "new $1T($>$>\n$2S, $3S, $4T.$5L,\n$6T.of($7L),\n$6T.of($8L))$<$<",
                SIGNATURE,
                name,
                form.location(),
                DTYPE,
                result,
                List.class,
                each,
                names);
    }

    /** The type and, where they matter, the number of dimensions of a tensor that stands for a parameter, for its Javadoc. */
    static String description(Type type, boolean isElementwise) {
        return ", of type {@code " + dtype(type) + "}" + (isElementwise ? "" : " and rank " + rank(type));
    }

    static String dtype(Type type) {
        Type element = type;
        while (element instanceof Type.Array a) {
            element = a.component();
        }
        return element.tangent() == Type.Primitive.FLOAT ? "FLOAT32" : "FLOAT64";
    }
}
