package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.rules.Terms;
import dev.fluxion.processor.rules.UserRuleCalls;
import dev.fluxion.processor.transform.normalise.TemporaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assignments of active variables, each with that of the tangent. */
final class TangentAssignments {

    private final Tangents tangents;
    private final RuleTable rules;
    private final TangentCalls calls;

    TangentAssignments(Tangents tangents, RuleTable rules, TangentCalls calls) {
        this.tangents = tangents;
        this.rules = rules;
        this.calls = calls;
    }

    void declare(Stmt.Declare d, List<Stmt> out) {
        if (d.value() == null) {
            out.add(d);
            if (tangents.isActive(d.variable())) {
                out.add(new Stmt.Declare(tangents.dot(d.variable()), null, d.span()));
            }
            return;
        }
        assignment(new Target(d.variable(), true, d.span(), out), d.value(), d);
    }

    void assign(Stmt.Assign a, List<Stmt> out) {
        assignment(new Target(a.variable(), false, a.span(), out), a.value(), a);
    }

    private void assignment(Target t, Expr value, Stmt original) {
        boolean active = tangents.isActive(t.variable);
        if (ArrayOperation.of(value).filter(o -> o == ArrayOperation.SORT).isPresent()) {
            t.out.add(original);
            Stmt sorted = calls.sorted((Expr.Call) value, t.variable, t.span);
            if (sorted != null) {
                t.out.add(sorted);
            }
        } else if (value instanceof Expr.Call c && calls.isDerived(c, active)) {
            calls.assign(c, t.variable, t.declares, t.span, t.out);
        } else if (value instanceof Expr.Pop p && tangents.isActive(p.stack()) && TangentTypes.exists(p.type())) {
            t.out.add(original);
            Expr popped = new Expr.Pop(
                    tangents.dot(p.stack()), TangentTypes.of(p.type()).orElseThrow());
            if (active) {
                t.dot(popped);
            } else {
                t.out.add(new Stmt.Eval(popped, t.span));
            }
        } else if (!active) {
            t.out.add(original);
        } else if (t.variable.type().isDifferentiable()) {
            number(t, value);
        } else {
            t.value(value);
            t.dot(object(t, value));
        }
    }

    /** The tangent of a fresh array or stack, or of one that another variable holds. */
    private Expr object(Target t, Expr value) {
        Type type = TangentTypes.of(t.variable.type()).orElseThrow();
        if (value instanceof Expr.Call c && calls.isLinear(c)) {
            return calls.ofTangents(c, t.out);
        } else if (value instanceof Expr.NewArray n) {
            return new Expr.NewArray((Type.Array) type, n.lengths());
        } else if (value instanceof Expr.New n) {
            return new Expr.New((Type.Declared) type, n.arguments(), n.span());
        } else if (value instanceof Expr.ArrayLiteral l) {
            List<Expr> elements = new ArrayList<>();
            l.elements().forEach(e -> elements.add(tangents.of(e, t.out)));
            return new Expr.ArrayLiteral((Type.Array) type, elements);
        } else if (tangents.hasActiveRoot(value) || value instanceof Expr.Constant) {
            return tangents.of(value, t.out);
        }
        return Tangents.zeros(Expr.read(t.variable), type);
    }

    private void number(Target t, Expr value) {
        if (value instanceof Expr.Call c && calls.isLinear(c)) {
            t.value(value);
            t.dot(calls.ofTangents(c, t.out));
            return;
        } else if (value instanceof Expr.Read || value instanceof Expr.Element) {
            t.value(value);
            t.dot(tangents.of(value, t.out));
            return;
        }
        Optional<UserRule> written = value instanceof Expr.Call c && c.callee() instanceof Callee.Method m
                ? rules.findUserRule(m)
                : Optional.empty();
        if (written.isPresent()) {
            byUserRule(t, value, written.get());
            return;
        }
        Var result = t.variable.copy();
        Expr tangent = sum(value, Expr.read(result));
        if (tangent == null) {
            t.value(value);
            t.dot(Defaults.of(t.variable.type().tangent()));
        } else if (!reads(value, t.variable)) {
            t.value(value);
            t.dot(Renaming.of(tangent, result, t.variable));
        } else if (!reads(tangent, result) && !mayThrow(value)) {
            t.dot(tangent);
            t.value(value);
        } else {
            Var kept = Var.temporary(TemporaryNames.of(value), t.variable.type());
            t.out.add(new Stmt.Declare(kept, value, t.span));
            t.dot(Renaming.of(tangent, result, kept));
            t.value(Expr.read(kept));
        }
    }

    /** The contributions of the active operands; null if there are none. */
    private Expr sum(Expr value, Expr result) {
        Rule rule = rules.of(value).orElse(null);
        List<Expr> operands = Walk.parts(value);
        Expr sum = null;
        for (int k = 0; k < operands.size() && rule != null; k++) {
            if (tangents.isActive(operands.get(k)) && rule.differentiable(k)) {
                Expr seed = Expr.read(tangents.dot(((Expr.Read) operands.get(k)).variable()));
                Expr term = rule.tangent(k, operands, result, seed);
                sum = sum == null ? term : Terms.plus(sum, term);
            }
        }
        return sum;
    }

    /** A written rule may have effects and may throw: it is called before the variable changes, as the value is computed. */
    private void byUserRule(Target t, Expr value, UserRule rule) {
        List<Expr> operands = Walk.parts(value);
        List<Expr> seeds = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean passes = rule.active().get(i) && tangents.isActive(operands.get(i));
            seeds.add(passes ? tangents.of(operands.get(i), t.out) : null);
        }
        if (rule.both() != null && seeds.stream().anyMatch(s -> s != null)) {
            byDual(t, UserRuleCalls.both(rule, operands, seeds, t.span));
            return;
        }
        Expr kept = value;
        if (!t.declares) {
            Var v = Var.temporary(TemporaryNames.of(value), t.variable.type());
            t.out.add(new Stmt.Declare(v, value, t.span));
            kept = Expr.read(v);
        } else {
            t.value(value);
        }
        Expr tangent = Defaults.of(t.variable.type().tangent());
        if (seeds.stream().anyMatch(s -> s != null)) {
            UserRuleCalls.Forward call = UserRuleCalls.forward(rule, operands, seeds, t.span);
            t.out.addAll(call.statements());
            tangent = call.tangent();
        }
        t.dot(tangent);
        if (!t.declares) {
            t.value(kept);
        }
    }

    /** One call for the value and its tangent. */
    private void byDual(Target t, Expr call) {
        Var dual = Var.temporary("dual", Types.DUAL);
        t.out.add(new Stmt.Declare(dual, call, t.span));
        t.value(part(dual, "value", t.span));
        t.dot(part(dual, "tangent", t.span));
    }

    private static Expr part(Var dual, String name, Span span) {
        Type type = Type.Primitive.DOUBLE;
        Callee.Method accessor = new Callee.Method(Types.DUAL, name, List.of(), type, false, Callee.Access.PUBLIC);
        return new Expr.Call(accessor, Expr.read(dual), List.of(), type, span);
    }

    private static boolean reads(Expr e, Var v) {
        boolean[] found = {false};
        Walk.expressions(e, part -> found[0] |= part instanceof Expr.Read r && r.variable() == v);
        return found[0];
    }

    private static boolean mayThrow(Expr e) {
        if (e instanceof Expr.Call c) {
            return !(c.callee() instanceof Callee.Method m
                    && PureMethods.find(m)
                            .filter(p -> p == PureMethods.Purity.TOTAL)
                            .isPresent());
        }
        return e instanceof Expr.Cast c && !c.operand().type().isPrimitive();
    }

    /** The variable that is given a value, and where. */
    private final class Target {

        private final Var variable;
        private final boolean declares;
        private final Span span;
        private final List<Stmt> out;

        Target(Var variable, boolean declares, Span span, List<Stmt> out) {
            this.variable = variable;
            this.declares = declares;
            this.span = span;
            this.out = out;
        }

        void value(Expr e) {
            give(variable, e);
        }

        void dot(Expr e) {
            give(tangents.dot(variable), e);
        }

        private void give(Var v, Expr e) {
            out.add(declares ? new Stmt.Declare(v, e, span) : new Stmt.Assign(v, e, span));
        }
    }
}
