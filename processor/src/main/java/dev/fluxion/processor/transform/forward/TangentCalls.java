package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Calls of functions with a body of their own: the tangent of the function is called in their place, for the value and the tangent. */
final class TangentCalls {

    private final Tangents tangents;
    private final RuleTable rules;

    TangentCalls(Tangents tangents, RuleTable rules) {
        this.tangents = tangents;
        this.rules = rules;
    }

    /**
     * Whether the callee's tangent is called: something active goes in, and comes out as the result or in an object that both sides hold.
     *
     * @param result whether the result is wanted with its tangent
     */
    boolean isDerived(Expr.Call c, boolean result) {
        if (c.callee() instanceof Callee.Method m
                && (m.owner().equals(Types.ZEROS)
                        || m.owner().equals(Types.TAPE)
                        || Types.isOfAdjoints(m.owner())
                        || ArrayOperation.of(c).isPresent()
                        || rules.find(m).isPresent()
                        || rules.findUserRule(m).isPresent())) {
            return false;
        }
        List<Expr> operands = Walk.parts(c);
        boolean changes = operands.stream().anyMatch(e -> tangents.isActive(e) && TangentTypes.isShared(e.type()));
        boolean own = c.callee() instanceof Callee.Derived || isOwn((Callee.Method) c.callee());
        return operands.stream().anyMatch(tangents::isActive) && (result || changes && own);
    }

    /** What is linear in its arrays is done to the tangents as well; of an operation that writes to an array, where that one has a tangent. */
    boolean isLinear(Expr.Call c) {
        Optional<ArrayOperation> operation = ArrayOperation.of(c);
        if (operation.isPresent()) {
            Expr target = operation.get().target(c);
            return operation.get() != ArrayOperation.SORT
                    && operation.get() != ArrayOperation.READ
                    && tangents.isActive(target == null ? operation.get().source(c) : target);
        }
        return c.callee() instanceof Callee.Method m
                && Types.isOfAdjoints(m.owner())
                && c.arguments().stream().anyMatch(tangents::isActive);
    }

    /** The same call of the tangents. */
    Expr.Call ofTangents(Expr.Call c, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>();
        c.arguments().forEach(a -> arguments.add(ofArgument(a, out)));
        Expr target = c.target() == null ? null : tangents.of(c.target(), out);
        return new Expr.Call(c.callee(), target, arguments, c.type(), c.span());
    }

    private Expr ofArgument(Expr a, List<Stmt> out) {
        return TangentTypes.exists(a.type()) ? tangents.of(a, out) : a;
    }

    /** Puts the tangents in the order that sorting found; null where there are none. */
    Stmt sorted(Expr.Call c, Var order, Span span) {
        if (!tangents.isActive(c.arguments().get(0))) {
            return null;
        }
        Var array = tangents.dot(((Expr.Read) c.arguments().get(0)).variable());
        List<Expr> arguments = new ArrayList<>(List.of(Expr.read(array), Expr.read(order)));
        if (c.arguments().size() > 1) {
            arguments.add(c.arguments().get(1));
        }
        Type[] parameters = arguments.stream().map(Expr::type).toArray(Type[]::new);
        Callee.Method permute = Callee.Method.publicStatic(Types.SORTING, "permute", Types.VOID, parameters);
        return new Stmt.Eval(new Expr.Call(permute, null, arguments, Types.VOID, span), span);
    }

    /** Whether a method is not the platform's, of which those that write into arrays have rules. */
    private static boolean isOwn(Callee.Method m) {
        return !m.owner().packageName().startsWith("java.");
    }

    private List<Boolean> pattern(List<Expr> operands) {
        return operands.stream().map(tangents::isActive).toList();
    }

    private Callee.Derived tangent(Callee callee, List<Expr> operands) {
        return new Callee.Derived(callee, new Derivation(Derivation.Transform.TANGENT, pattern(operands)));
    }

    private List<Expr> inputs(List<Expr> operands, List<Stmt> out) {
        List<Expr> inputs = new ArrayList<>(operands);
        operands.stream().filter(tangents::isActive).forEach(e -> inputs.add(tangents.of(e, out)));
        return inputs;
    }

    /** {@code v = f(x)} for one result. */
    void assign(Expr.Call c, Var target, boolean declares, Span span, List<Stmt> out) {
        List<Expr> operands = Walk.parts(c);
        Callee.Derived callee = tangent(c.callee(), operands);
        List<Expr> inputs = inputs(operands, out);
        if (!TangentTypes.exists(target.type())) {
            Expr call = new Expr.Call(callee, null, inputs, c.type(), c.span());
            out.add(declares ? new Stmt.Declare(target, call, span) : new Stmt.Assign(target, call, span));
            return;
        }
        Var dot = tangents.isActive(target) ? tangents.dot(target) : null;
        if (declares) {
            out.add(new Stmt.Declare(target, null, span));
            if (dot != null) {
                out.add(new Stmt.Declare(dot, null, span));
            }
        }
        out.add(new Stmt.Invoke(Arrays.asList(target, dot), callee, inputs, span));
    }

    /** {@code f(x)} for what it does to its arguments; a result is dropped. */
    void eval(Expr.Call c, Span span, List<Stmt> out) {
        List<Expr> operands = Walk.parts(c);
        Callee.Derived callee = tangent(c.callee(), operands);
        List<Expr> inputs = inputs(operands, out);
        if (TangentTypes.exists(c.type())) {
            out.add(new Stmt.Invoke(Arrays.asList(null, null), callee, inputs, span));
        } else {
            out.add(new Stmt.Eval(new Expr.Call(callee, null, inputs, c.type(), c.span()), span));
        }
    }

    /** A call for several results. All that a derived function yields without being asked for carries derivatives. */
    void invoke(Stmt.Invoke i, List<Stmt> out) {
        boolean wanted = i.targets().stream().anyMatch(v -> v != null && tangents.isActive(v));
        boolean changes = i.arguments().stream().anyMatch(e -> tangents.isActive(e) && TangentTypes.isShared(e.type()));
        if (i.arguments().stream().noneMatch(tangents::isActive) || !(wanted || changes)) {
            out.add(i);
            i.targets().stream().filter(v -> v != null && tangents.isActive(v)).forEach(v -> zero(v, i.span(), out));
            return;
        }
        List<Var> targets = new ArrayList<>(i.targets());
        for (Var v : i.targets()) {
            if (v == null || TangentTypes.exists(v.type())) {
                targets.add(v != null && tangents.isActive(v) ? tangents.dot(v) : null);
            }
        }
        Callee.Derived callee = tangent(i.callee(), i.arguments());
        out.add(new Stmt.Invoke(targets, callee, inputs(i.arguments(), out), i.span()));
    }

    private void zero(Var v, Span span, List<Stmt> out) {
        Expr none = v.type().isDifferentiable()
                ? Defaults.of(v.type().tangent())
                : Tangents.zeros(Expr.read(v), tangents.dot(v).type());
        out.add(new Stmt.Assign(tangents.dot(v), none, span));
    }
}
