package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Companions that tests make of hand-written functions. */
final class Companions {

    private Companions() {}

    static UserMethod method(String name, int order, String... active) {
        List<Type> types = new ArrayList<>();
        List<UserMethod.UserParameter> parameters = new ArrayList<>();
        for (String parameter : active) {
            types.add(DOUBLE);
            parameters.add(new UserMethod.UserParameter(parameter, DOUBLE, true));
        }
        Callee.Method callee = new Callee.Method(Ir.CURVES, name, types, DOUBLE, true, Callee.Access.PUBLIC);
        return new UserMethod(callee, name, parameters, false, DOUBLE, List.of(), true, order, true);
    }

    static CompanionLayout layout(UserMethod... methods) {
        return CompanionLayout.of(Ir.CURVES, true, List.of(methods));
    }

    static Signature signature(CompanionLayout layout, GeneratedKind kind) {
        return layout.signatures().stream()
                .filter(s -> s.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A function with parameters of the user's. */
    static Function function(Callee callee, List<Var> parameters, List<Result> results, Stmt... body) {
        List<Parameter> list =
                parameters.stream().map(v -> Parameter.primal(v, true)).toList();
        return new Function(callee, list, results, Block.of(body), List.of(), true, Span.NONE);
    }

    /** The gradient of a method over all its parameters. */
    static Function gradient(UserMethod method, List<Var> parameters, Stmt... body) {
        List<Result> results = new ArrayList<>();
        results.add(new Result("value", DOUBLE));
        parameters.forEach(v -> results.add(new Result(CompanionNames.partial(v.name()), DOUBLE)));
        return function(method.derived(Derivation.Transform.GRADIENT), parameters, results, body);
    }

    /** A companion with one method of one kind, and whatever helpers it calls. */
    static String write(CompanionLayout layout, GeneratedKind kind, Function body, Function... helpers) {
        return write(layout, kind, body, SourceText.none(), helpers);
    }

    static String write(
            CompanionLayout layout, GeneratedKind kind, Function body, SourceText source, Function... helpers) {
        CompanionModel.Method method = CompanionModel.Method.of(signature(layout, kind), body);
        CompanionModel model = new CompanionModel(layout, List.of(method), List.of(helpers));
        return CompanionWriter.write(model, source, DerivedMethods.none(), Surroundings.open());
    }

    /** The lines of a method's body, without its indentation. */
    static String body(String companion, String method) {
        int start = companion.indexOf(" " + method + "(");
        int open = companion.indexOf(" {\n", start) + 3;
        int close = companion.indexOf("\n    }\n", open);
        return companion.substring(open, close).replaceAll("(?m)^        ", "") + "\n";
    }
}
