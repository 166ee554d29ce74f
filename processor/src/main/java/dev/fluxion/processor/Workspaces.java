package dev.fluxion.processor;

import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.backend.CompanionModel;
import dev.fluxion.processor.backend.GeneratedKind;
import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.memory.Reuse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The overloads of one companion that take their memory from a workspace: of methods of reverse mode and second order that reach a loop, a recursion or an array
 * (DESIGN section 2). One without anything to take calls the method that takes no workspace.
 */
final class Workspaces {

    private final Summaries summaries;
    private final Options options;

    /** The methods with a product of their Hessian that takes a workspace. */
    private final Set<UserMethod> products = new HashSet<>();

    Workspaces(Summaries summaries, Options options) {
        this.summaries = summaries;
        this.options = options;
    }

    /** The overload of a generated method, where there is one. */
    Optional<CompanionModel.Method> overload(CompanionModel.Method of) {
        Signature s = of.signature();
        if (!s.kind().mayReuse()) {
            return Optional.empty();
        } else if (of.failed()) {
            return Optional.of(CompanionModel.Method.failed(s.reusing()));
        } else if (s.kind() == GeneratedKind.HESSIAN) {
            return products.contains(s.method())
                    ? Optional.of(CompanionModel.Method.wrapper(s.reusing()))
                    : Optional.empty();
        } else if (!reaches(of.body())) {
            return Optional.empty();
        } else if (s.kind() == GeneratedKind.HVP) {
            products.add(s.method());
        }
        return Optional.of(reused(of.body())
                .map(f -> CompanionModel.Method.of(s.reusing(), f))
                .orElseGet(() -> CompanionModel.Method.wrapper(s.reusing())));
    }

    private Optional<Function> reused(Function function) {
        if (!options.isEnabled("reuse")) {
            return Optional.empty();
        }
        Optional<Function> reused = Reuse.of(function, summaries);
        reused.ifPresent(f -> options.packaged("reuse", f));
        return reused;
    }

    /** Whether there are loops, calls of sweeps or arrays: what may need memory that grows with the arguments. */
    private static boolean reaches(Function f) {
        boolean[] found = {f.variables().stream().anyMatch(v -> v.type() instanceof Type.Array)};
        Walk.statements(f.body(), s -> found[0] |= s instanceof Stmt.Loop || s instanceof Stmt.Invoke);
        Walk.allExpressions(
                f.body(),
                e -> found[0] |= e instanceof Expr.Call c && c.callee() instanceof Callee.Derived
                        || e.type() instanceof Type.Array
                        || e.type().equals(Types.TAPE));
        return found[0];
    }

    /** A sweep takes its memory from its tape, which may be one of a workspace. */
    CompanionModel.Method ofSweep(CompanionModel.Method method) {
        boolean isSweep = method.signature().kind() == GeneratedKind.FORWARD_SWEEP
                || method.signature().kind() == GeneratedKind.REVERSE_SWEEP;
        return isSweep && method.body() != null
                ? CompanionModel.Method.of(method.signature(), ofSweep(method.body()))
                : method;
    }

    /** The same for the functions that a companion has for itself, where they have tapes. */
    List<Function> ofSweeps(Collection<Function> helpers) {
        return helpers.stream().map(this::ofSweep).toList();
    }

    private Function ofSweep(Function f) {
        Optional<Var> tape = f.parameters().stream()
                .filter(p -> p.role() == Parameter.Role.TAPE)
                .map(Parameter::variable)
                .findFirst();
        if (tape.isEmpty() || !options.isEnabled("reuse")) {
            return f;
        }
        Function reused = Reuse.ofSweep(f, tape.get(), summaries);
        options.packaged("reuse", reused);
        return reused;
    }
}
