package dev.fluxion.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Prints the handles of hidden members, the static initialiser that looks them up, and the accessors. */
final class HiddenMembersWriter {

    private static final ClassName VAR_HANDLE = ClassName.get("java.lang.invoke", "VarHandle");
    private static final ClassName METHOD_HANDLE = ClassName.get("java.lang.invoke", "MethodHandle");
    private static final ClassName METHOD_HANDLES = ClassName.get("java.lang.invoke", "MethodHandles");
    private static final ClassName METHOD_TYPE = ClassName.get("java.lang.invoke", "MethodType");

    private final HiddenMembers hidden;
    private final TypeSpec.Builder companion;
    private final Map<Type.Declared, String> lookups = new LinkedHashMap<>();
    private final CodeBlock.Builder initialiser = CodeBlock.builder();

    private HiddenMembersWriter(HiddenMembers hidden, TypeSpec.Builder companion) {
        this.hidden = hidden;
        this.companion = companion;
    }

    static void write(HiddenMembers hidden, TypeSpec.Builder companion) {
        if (!hidden.fields().isEmpty() || !hidden.methods().isEmpty()) {
            new HiddenMembersWriter(hidden, companion).write();
        }
    }

    private void write() {
        initialiser.add("try {\n$>");
        hidden.fields().forEach((field, access) -> field(field, access.constant));
        hidden.methods().forEach((method, access) -> method(method, access.constant()));
        initialiser.add("$<} catch ($T e) {\n$>", ReflectiveOperationException.class);
        initialiser.add("throw new $T(e);\n$<}\n", ExceptionInInitializerError.class);
        companion.addStaticBlock(initialiser.build());
        hidden.fields().forEach(this::accessors);
        hidden.methods().forEach((method, access) -> companion.addMethod(caller(method, access)));
        if (!hidden.methods().isEmpty()) {
            companion.addMethod(rethrow());
        }
    }

    private void field(Field field, String constant) {
        constant(VAR_HANDLE, constant);
        String find = field.isStatic() ? "findStaticVarHandle" : "findVarHandle";
        initialiser.add(
                "$L = $L.$L($L, $S, $L);\n",
                constant,
                lookup(field.owner()),
                find,
                classOf(field.owner()),
                field.name(),
                classOf(field.type()));
    }

    private void method(Callee.Method method, String constant) {
        constant(METHOD_HANDLE, constant);
        CodeBlock.Builder type = CodeBlock.builder().add("$T.methodType($L", METHOD_TYPE, classOf(method.result()));
        method.parameters().forEach(p -> type.add(", $L", classOf(p)));
        String find = method.isStatic() ? "findStatic" : "findVirtual";
        initialiser.add(
                "$L = $L.$L($L, $S, $L);\n",
                constant,
                lookup(method.owner()),
                find,
                classOf(method.owner()),
                method.name(),
                type.add(")").build());
    }

    private void constant(ClassName type, String name) {
        companion.addField(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build());
    }

    private String lookup(Type.Declared owner) {
        String known = lookups.get(owner);
        if (known != null) {
            return known;
        }
        String name = lookups.isEmpty() ? "lookup" : "lookup" + (lookups.size() + 1);
        lookups.put(owner, name);
        initialiser.add(
                "$1T.Lookup $2L = $1T.privateLookupIn($3L, $1T.lookup());\n", METHOD_HANDLES, name, classOf(owner));
        return name;
    }

    /** A class literal, or a look-up by name where the companion cannot name the class. */
    private CodeBlock classOf(Type type) {
        if (type instanceof Type.Declared d && !hidden.isVisible(d)) {
            return CodeBlock.of("$T.forName($S)", Class.class, d.binaryName());
        }
        return CodeBlock.of("$T.class", TypeNames.of(type instanceof Type.Declared d ? d.erasure() : type));
    }

    private TypeName seen(Type type) {
        return TypeNames.of(type instanceof Type.Declared d && !hidden.isVisible(d) ? Types.OBJECT : type);
    }

    private void accessors(Field field, HiddenMembers.FieldAccess access) {
        TypeName type = seen(field.type());
        if (access.reader != null) {
            MethodSpec.Builder reader = accessor(access.reader).returns(type);
            String self = self(field.isStatic(), field.owner(), reader);
            companion.addMethod(reader.addCode("return ($T) $L.get($L);\n", type, access.constant, self)
                    .build());
        }
        if (access.writer != null) {
            MethodSpec.Builder writer = accessor(access.writer);
            String self = self(field.isStatic(), field.owner(), writer);
            companion.addMethod(writer.addParameter(type, "value")
                    .addCode("$L.set($L$L);\n", access.constant, self.isEmpty() ? "" : self + ", ", "value")
                    .build());
        }
    }

    private String self(boolean isStatic, Type.Declared owner, MethodSpec.Builder accessor) {
        if (isStatic) {
            return "";
        }
        accessor.addParameter(seen(owner), "self");
        return "self";
    }

    private static MethodSpec.Builder accessor(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    private MethodSpec caller(Callee.Method method, HiddenMembers.MethodAccess access) {
        MethodSpec.Builder caller = accessor(access.caller()).returns(seen(method.result()));
        List<String> arguments = new ArrayList<>();
        if (!method.isStatic()) {
            arguments.add(self(false, method.owner(), caller));
        }
        for (int i = 0; i < method.parameters().size(); i++) {
            String name = "a" + (i + 1);
            caller.addParameter(seen(method.parameters().get(i)), name);
            arguments.add(name);
        }
        String list = String.join(", ", arguments);
        boolean isVoid = method.result().equals(Types.VOID);
        CodeBlock result = isVoid ? CodeBlock.of("") : CodeBlock.of("return ($T) ", seen(method.result()));
        return caller.addCode("try {\n$>")
                .addCode("$L$L.$L($L);\n", result, access.constant(), isExact(method) ? "invokeExact" : "invoke", list)
                .addCode("$<} catch ($T e) {\n$>", Throwable.class)
                .addCode("throw $L(e);\n$<}\n", hidden.rethrow())
                .build();
    }

    /** Whether the accessor has the very types of the method. */
    private boolean isExact(Callee.Method method) {
        return Stream.concat(method.parameters().stream(), Stream.of(method.result(), method.owner()))
                .allMatch(t -> seen(t).equals(TypeNames.of(t)));
    }

    private MethodSpec rethrow() {
        TypeVariableName thrown = TypeVariableName.get("E", Throwable.class);
        return accessor(hidden.rethrow())
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "unchecked")
                        .build())
                .addTypeVariable(thrown)
                .addParameter(Throwable.class, "e")
                .addException(thrown)
                .returns(RuntimeException.class)
                .addCode("throw ($T) e;\n", thrown)
                .build();
    }
}
