package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Prints functions as static methods. */
final class MethodWriter {

    private final Members members;
    private final SourceText source;
    private final Set<String> reserved;

    /** @param reserved names that no variable may hide */
    MethodWriter(Members members, SourceText source, Set<String> reserved) {
        this.members = members;
        this.source = source;
        this.reserved = reserved;
    }

    /** A generated method with its function as body. */
    MethodSpec generated(Signature signature, Function function) {
        Returned returned = new Returned(
                recordOf(signature),
                signature.record() == null && !signature.isTangent() ? List.of(signature.result()) : types(function));
        MethodSpec.Builder method = header(signature);
        List<String> names = write(method, function, returned);
        return method.addJavadoc(Javadocs.of(signature, names)).build();
    }

    private static Type.Declared recordOf(Signature signature) {
        boolean tangent = signature.isTangent() && !signature.method().isVoid();
        return signature.record() != null || tangent ? (Type.Declared) signature.result() : null;
    }

    private static List<Type> types(Function function) {
        return function.results().stream().map(r -> r.type()).toList();
    }

    /** A method whose body the backend writes. */
    MethodSpec generated(Signature signature, List<String> names, CodeBlock body) {
        MethodSpec.Builder method = header(signature);
        for (int i = 0; i < names.size(); i++) {
            method.addParameter(TypeNames.of(signature.parameters().get(i).type()), names.get(i));
        }
        return method.addJavadoc(Javadocs.of(signature, names)).addCode(body).build();
    }

    private static MethodSpec.Builder header(Signature signature) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(signature.name())
                .addModifiers(modifiers(signature.method().isPublic()))
                .varargs(signature.isVarargs())
                .returns(TypeNames.of(signature.result()));
        signature.method().thrown().forEach(t -> method.addException(TypeNames.of(t)));
        return method;
    }

    private static List<Modifier> modifiers(boolean isPublic) {
        return isPublic ? List.of(Modifier.PUBLIC, Modifier.STATIC) : List.of(Modifier.STATIC);
    }

    /** A private method for a function that the generated ones call. */
    MethodSpec helper(DerivedMethod header, Function function) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(header.name()).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        method.returns(TypeNames.of(header.result()));
        function.thrown().forEach(t -> method.addException(TypeNames.of(t)));
        Type.Declared record = header.accessors().isEmpty() ? null : (Type.Declared) header.result();
        write(method, function, new Returned(record, types(function)));
        if (function.callee() instanceof Callee.Derived d) {
            method.addJavadoc(Javadocs.ofHelper(d));
        }
        return method.build();
    }

    /** A private method for a run of statements of one that is too large. */
    MethodSpec part(Callee.Method callee, Function function) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(callee.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("A part of a method that is too large for the JIT compiler as a whole.\n");
        function.thrown().forEach(t -> method.addException(TypeNames.of(t)));
        write(method, function, new Returned(null, List.of()));
        return method.build();
    }

    /** Adds parameters and body; returns the names of the parameters. */
    private List<String> write(MethodSpec.Builder method, Function function, Returned returned) {
        Function prepared = HiddenVariables.of(function.withBody(Preparation.of(function)), members);
        Names names = Names.of(prepared, reserved, members);
        List<String> parameters = new ArrayList<>();
        for (Var v : prepared.variables()) {
            parameters.add(names.of(v));
            method.addParameter(TypeNames.of(v.type()), names.of(v));
        }
        ExpressionWriter expressions = new ExpressionWriter(names, members);
        SimpleStatements simple = new SimpleStatements(expressions, members, returned);
        StatementWriter statements =
                new StatementWriter(expressions, simple, names, Labels.of(prepared.body()), source);
        method.addCode(statements.write(prepared.body()));
        return parameters;
    }
}
