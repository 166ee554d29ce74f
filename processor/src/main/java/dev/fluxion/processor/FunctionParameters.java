package dev.fluxion.processor;

import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of functions that are handed in. To the transforms they have those of the JDK, as the user wrote; generated methods take the runtime's types, and so what
 * they hand on to other companions is known, or cast, to be of those.
 */
final class FunctionParameters {

    private final CompanionIndex companions;

    FunctionParameters(CompanionIndex companions) {
        this.companions = companions;
    }

    /** A function that hands on to companions what their methods take. */
    Function handingOn(Function function) {
        Block body = new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                Stmt below = descend(s);
                return List.of(
                        below instanceof Stmt.Invoke i
                                ? new Stmt.Invoke(i.targets(), i.callee(), handed(i.callee(), i.arguments()), i.span())
                                : below);
            }

            @Override
            protected Expr leave(Expr e) {
                return e instanceof Expr.Call c && c.callee() instanceof Callee.Derived d
                        ? new Expr.Call(d, c.target(), handed(d, c.arguments()), c.type(), c.span())
                        : e;
            }
        }.block(function.body());
        return function.withBody(body);
    }

    private List<Expr> handed(Callee.Derived callee, List<Expr> arguments) {
        Optional<UserMethod> method = companions.annotated(callee.root());
        boolean isReverse = callee.derivation().transform() == Derivation.Transform.REVERSE_SWEEP;
        if (method.isEmpty() || isReverse) {
            return arguments;
        }
        List<UserMethod.UserParameter> parameters =
                (method.get().hasRecords() ? method.get().unpacked() : method.get()).parameters();
        List<Expr> handed = new ArrayList<>(arguments);
        for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
            Type type = parameters.get(i).type();
            boolean isFunction = FunctionType.isDifferentiable(type);
            handed.set(i, isFunction ? as(type, arguments.get(i)) : arguments.get(i));
        }
        return handed;
    }

    private static Expr as(Type type, Expr e) {
        return e.type().equals(type) ? e : new Expr.Cast(type, e, Span.NONE);
    }

    /** A function that takes what the header of a generated method says; where the user assigns the parameter, a variable holds it. */
    static Function typed(Signature signature, Function function) {
        Set<Var> assigned = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Assign a) {
                assigned.add(a.variable());
            }
        });
        Map<Var, Var> typed = new HashMap<>();
        List<Stmt> code = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>(function.parameters());
        for (int i = 0; i < Math.min(parameters.size(), signature.parameters().size()); i++) {
            Type type = signature.parameters().get(i).type();
            Parameter p = parameters.get(i);
            if (FunctionType.isDifferentiable(type) && !p.variable().type().equals(type)) {
                Var v = new Var(p.variable().name(), type);
                parameters.set(i, new Parameter(v, p.role(), p.active()));
                if (assigned.contains(p.variable())) {
                    code.add(new Stmt.Declare(p.variable(), Expr.read(v), Span.NONE));
                } else {
                    typed.put(p.variable(), v);
                }
            }
        }
        if (typed.isEmpty() && code.isEmpty()) {
            return function;
        }
        code.addAll(new Typing(typed).block(function.body()).statements());
        return new Function(
                function.callee(),
                parameters,
                function.results(),
                new Block(code),
                function.thrown(),
                function.strongZero(),
                function.span());
    }

    /** Puts variables of other types in the place of parameters, where no cast is needed any more. */
    private static final class Typing extends Rewriter {

        private final Map<Var, Var> typed;

        Typing(Map<Var, Var> typed) {
            this.typed = typed;
        }

        @Override
        protected Var variable(Var v) {
            return typed.getOrDefault(v, v);
        }

        @Override
        protected Expr leave(Expr e) {
            boolean isNeedless = e instanceof Expr.Cast c
                    && FunctionType.isDifferentiable(c.type())
                    && c.operand().type().equals(c.type());
            return isNeedless ? ((Expr.Cast) e).operand() : e;
        }
    }
}
