package dev.fluxion.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import java.util.List;

/** IR types as JavaPoet's. */
final class TypeNames {

    private TypeNames() {}

    static TypeName of(Type type) {
        if (type instanceof Type.Primitive p) {
            return primitive(p);
        } else if (type instanceof Type.Array a) {
            return ArrayTypeName.of(of(a.component()));
        } else if (type instanceof Type.Declared d) {
            return declared(d);
        } else if (type instanceof Type.Variable v) {
            return TypeVariableName.get(v.name());
        } else if (type instanceof Type.Undenotable u) {
            return of(u.erasure());
        }
        return type instanceof Type.Void ? TypeName.VOID : ClassName.get(Object.class);
    }

    static ClassName className(Type.Declared type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    private static TypeName declared(Type.Declared type) {
        ClassName raw = className(type);
        return type.arguments().isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw, type.arguments().stream().map(TypeNames::argument).toArray(TypeName[]::new));
    }

    private static TypeName argument(TypeArgument argument) {
        if (argument instanceof Type t) {
            return of(t);
        }
        TypeArgument.Wildcard wildcard = (TypeArgument.Wildcard) argument;
        if (wildcard.bound() == null) {
            return WildcardTypeName.subtypeOf(ClassName.get(Object.class));
        }
        TypeName bound = of(wildcard.bound());
        return wildcard.isSuper() ? WildcardTypeName.supertypeOf(bound) : WildcardTypeName.subtypeOf(bound);
    }

    private static TypeName primitive(Type.Primitive type) {
        return switch (type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }
}
