package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Declares variables of classes that the companion cannot name as objects. What is done with their values goes through accessors, which take and give
 * objects; where that is not enough the method has been refused.
 */
final class HiddenVariables extends Rewriter {

    private final Members members;
    private final Map<Var, Var> objects = new HashMap<>();

    private HiddenVariables(Members members) {
        this.members = members;
    }

    static Function of(Function function, Members members) {
        HiddenVariables pass = new HiddenVariables(members);
        List<Parameter> parameters = function.parameters().stream()
                .map(p -> new Parameter(pass.variable(p.variable()), p.role(), p.active()))
                .toList();
        return new Function(
                function.callee(),
                parameters,
                function.results(),
                pass.block(function.body()),
                function.thrown(),
                function.strongZero(),
                function.span());
    }

    @Override
    protected Var variable(Var v) {
        Type type = seen(v.type());
        return type.equals(v.type()) ? v : objects.computeIfAbsent(v, key -> as(key, type));
    }

    private static Var as(Var v, Type type) {
        if (v.isReceiver()) {
            return Var.receiver(type);
        } else if (v.isTape()) {
            return Var.tape(v.name(), type);
        }
        return v.isTemporary() ? Var.temporary(v.name(), type) : new Var(v.name(), type);
    }

    /** Stacks hold objects too. */
    @Override
    protected Expr leave(Expr e) {
        return e instanceof Expr.New n ? new Expr.New((Type.Declared) seen(n.type()), n.arguments(), n.span()) : e;
    }

    private Type seen(Type type) {
        if (!(type instanceof Type.Declared d)) {
            return type;
        } else if (!members.isVisible(d.erasure())) {
            return Types.OBJECT;
        }
        List<TypeArgument> arguments = d.arguments().stream()
                .map(a -> a instanceof Type t ? (TypeArgument) seen(t) : a)
                .toList();
        return arguments.equals(d.arguments()) ? d : new Type.Declared(d.packageName(), d.simpleNames(), arguments);
    }
}
