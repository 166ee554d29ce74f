package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Prints the nested records. */
final class Records {

    private Records() {}

    /** The record that a generated method returns. */
    static TypeSpec of(Signature signature) {
        TypeSpec.Builder record = shape(signature.record());
        if (signature.method().isPublic()) {
            record.addModifiers(Modifier.PUBLIC);
        }
        CodeBlock javadoc = Javadocs.of(signature.record(), signature.method());
        return record.addJavadoc(javadoc).build();
    }

    /** The record of a private function. */
    static TypeSpec of(RecordShape helper) {
        return shape(helper).addModifiers(Modifier.PRIVATE).build();
    }

    private static TypeSpec.Builder shape(RecordShape record) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        record.components().forEach(c -> components.addParameter(TypeNames.of(c.type()), c.name()));
        return TypeSpec.recordBuilder(record.type().simpleName()).recordConstructor(components.build());
    }
}
