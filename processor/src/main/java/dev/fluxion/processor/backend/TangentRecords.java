package dev.fluxion.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Prints records of tangents, which are plain: a record's own constructor may check or change what it is given. */
public final class TangentRecords {

    private static final ClassName GENERATED = ClassName.get("dev.fluxion", "FluxionGenerated");

    private TangentRecords() {}

    /** The records by whose components methods are differentiated, and those in them, each once. */
    public static Collection<Composite> of(Collection<UserMethod> methods) {
        Map<Type.Declared, Composite> found = new LinkedHashMap<>();
        methods.forEach(m -> {
            m.records().forEach(r -> collect(r, found));
            collect(m.record(), found);
        });
        return found.values();
    }

    private static void collect(Composite record, Map<Type.Declared, Composite> found) {
        if (record != null && found.putIfAbsent(record.tangent(), record) == null) {
            record.active().forEach(c -> collect(c.of(), found));
        }
    }

    /** Whether the record of tangents stands in a companion, as that of a record of another compilation. */
    public static boolean isNested(Composite record) {
        return record.tangent().simpleNames().size() > 1;
    }

    /** The text of a file of its own. */
    public static String write(Composite record, boolean isPublic) {
        TypeSpec.Builder type = type(record)
                .addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "abi = $L", CompanionWriter.ABI)
                        .build());
        if (isPublic) {
            type.addModifiers(Modifier.PUBLIC);
        }
        return CompanionWriter.text(JavaFile.builder(record.tangent().packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build());
    }

    /** Those that stand in a companion. */
    static List<TypeSpec> nested(Collection<UserMethod> methods) {
        List<TypeSpec> types = new ArrayList<>();
        of(methods).stream()
                .filter(TangentRecords::isNested)
                .forEach(r -> types.add(type(r).addModifiers(Modifier.PUBLIC).build()));
        return types;
    }

    private static TypeSpec.Builder type(Composite record) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        record.active().forEach(c -> components.addParameter(TypeNames.of(c.tangent()), c.name()));
        TypeSpec.Builder type = TypeSpec.recordBuilder(record.tangent().simpleName())
                .recordConstructor(components.build())
                .addJavadoc(
                        "A tangent or adjoint of {@link $T}: those of its components.\n\n",
                        TypeNames.of(record.type()));
        record.active().forEach(c -> type.addJavadoc("@param $1L that of {@code $1L}\n", c.name()));
        return type;
    }
}
