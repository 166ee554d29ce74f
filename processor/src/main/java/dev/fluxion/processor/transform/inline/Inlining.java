package dev.fluxion.processor.transform.inline;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.TypeVariables;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Replaces calls of small helpers by their bodies, helpers of helpers first. */
public final class Inlining {

    private final Program program;
    private final Predicate<Expr.Call> hasRule;
    private final Set<Callee.Method> open = new HashSet<>();

    private Inlining(Program program, Predicate<Expr.Call> hasRule) {
        this.program = program;
        this.hasRule = hasRule;
    }

    /**
     * The same function with fewer calls.
     *
     * @param program the methods as they were lowered
     * @param hasRule whether the derivative of a call is given by a rule
     */
    public static Function apply(Function function, Program program, Predicate<Expr.Call> hasRule) {
        return function.callee() instanceof Callee.Method m
                ? new Inlining(program, hasRule).inlined(function, m)
                : function;
    }

    private Function inlined(Function caller, Callee.Method name) {
        open.add(name);
        Block body = new Calls(caller, name).block(caller.body());
        open.remove(name);
        return body.equals(caller.body()) ? caller : caller.withBody(body);
    }

    private final class Calls extends Rewriter {

        private final Function caller;
        private final Callee.Method name;

        Calls(Function caller, Callee.Method name) {
            this.caller = caller;
            this.name = name;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
            Optional<Function> helper = value instanceof Expr.Call c ? helper(c) : Optional.empty();
            if (helper.isEmpty()) {
                return List.of(descend(s));
            }
            List<Stmt> code = new ArrayList<>();
            Expr result = expand(helper.get(), (Expr.Call) value, s.span(), code);
            code.add(
                    s instanceof Stmt.Declare d
                            ? new Stmt.Declare(d.variable(), result, d.span())
                            : new Stmt.Assign(((Stmt.Assign) s).variable(), result, s.span()));
            return code;
        }

        private Optional<Function> helper(Expr.Call c) {
            if (!(c.callee() instanceof Callee.Method m)
                    || c.target() != null
                    || !m.isStatic() && !m.isExact()
                    || !m.owner().equals(name.owner())
                    || open.contains(m)
                    || hasRule.test(c)) {
                return Optional.empty();
            }
            return program.find(m)
                    .filter(f -> f.strongZero() == caller.strongZero() && !TypeVariables.in(f))
                    .map(f -> inlined(f, m))
                    .map(Size::withOneReturn)
                    .filter(Size::isSmall);
        }
    }

    /** Appends a helper's statements, its variables fresh ones, and returns what it returns. */
    private static Expr expand(Function helper, Expr.Call call, Span at, List<Stmt> code) {
        Map<Var, Var> fresh = new HashMap<>();
        Rewriter renaming = new Rewriter() {
            @Override
            protected Var variable(Var v) {
                return fresh.computeIfAbsent(v, old -> Var.temporary(old.name(), old.type()));
            }
        };
        for (int i = 0; i < call.arguments().size(); i++) {
            Var parameter = renaming.expr(new Expr.Read(helper.variables().get(i))) instanceof Expr.Read r
                    ? r.variable()
                    : null;
            code.add(new Stmt.Declare(parameter, call.arguments().get(i), at));
        }
        List<Stmt> body = renaming.block(helper.body()).statements();
        code.addAll(body.subList(0, body.size() - 1));
        return ((Stmt.Return) body.get(body.size() - 1)).values().get(0);
    }
}
