package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the reverse transform asks of the operation at the root of an expression in three-address form. */
record Primitives(RuleTable rules, Predicate<Var> active, Map<Var, Var> bars, Map<Var, Boolean> partials) {

    Primitives(RuleTable rules, Predicate<Var> active, Map<Var, Var> bars) {
        this(rules, active, bars, Map.of());
    }

    /** The same where some variables hold partials of preaccumulated calls. */
    Primitives with(Map<Var, Boolean> partials) {
        return new Primitives(rules, active, bars, partials);
    }

    /** The variable with the partial of the call that a statement makes, if that is taken on the way. */
    Optional<Var> partial(Stmt.Invoke i) {
        return i.targets().stream()
                .filter(v -> v != null && partials.containsKey(v))
                .findFirst();
    }

    /** Whether derivatives flow through a number. */
    boolean isActiveNumber(Var v) {
        return v.type().isDifferentiable() && active.test(v);
    }

    /** Whether an array has adjoints. */
    boolean isActiveArray(Expr e) {
        return e instanceof Expr.Read r && bars.containsKey(r.variable());
    }

    /** The shadows of the active arrays among arguments, in order. */
    List<Var> bars(List<Expr> arguments) {
        List<Var> found = new ArrayList<>();
        for (Expr a : arguments) {
            if (isActiveArray(a)) {
                found.add(bars.get(((Expr.Read) a).variable()));
            }
        }
        return found;
    }

    /** The rule of an operation, or of a plain copy. */
    Optional<Rule> rule(Expr e) {
        return e instanceof Expr.Read ? Optional.of(Copy.RULE) : rules.of(e);
    }

    /** The operands in the order in which rules number them. */
    List<Expr> operands(Expr e) {
        return e instanceof Expr.Read ? List.of(e) : Walk.parts(e);
    }

    /** Whether a call has no rule but a derivative that is made from its body, and something active goes in. */
    boolean isDerived(Expr.Call c) {
        return hasBody(c, rules) && pattern(c.arguments()).contains(true);
    }

    /** Whether the derivative of a call is made from its callee's body. */
    static boolean hasBody(Expr.Call c, RuleTable rules) {
        return c.target() == null
                && !isOfRuntime(c)
                && !rules.isKnown(c)
                && !isQuestion(c)
                && ArrayOperation.of(c).isEmpty();
    }

    /** A pure method of the platform's that looks at its arguments and hands on no derivative, such as {@code Objects.requireNonNull} of an array. */
    private static boolean isQuestion(Expr.Call c) {
        return c.callee() instanceof Callee.Method m
                && PureMethods.isPure(m)
                && !c.type().isActivatable();
    }

    /** Whether a call is of a forward sweep already: that of a callee which returns an array with its shadow. */
    static boolean isSweep(Stmt.Invoke i) {
        return i.callee().derivation().transform() == Derivation.Transform.FORWARD_SWEEP;
    }

    /** What this transform itself calls to make and copy arrays of adjoints. */
    private static boolean isOfRuntime(Expr.Call c) {
        return c.callee() instanceof Callee.Method m && m.owner().packageName().equals(Types.TAPE.packageName());
    }

    /** Which arguments are active. */
    List<Boolean> pattern(List<Expr> arguments) {
        List<Boolean> pattern = new ArrayList<>();
        for (Expr a : arguments) {
            pattern.add(a instanceof Expr.Read r
                    && active.test(r.variable())
                    && (r.type().isDifferentiable() || isActiveArray(r)));
        }
        return pattern;
    }

    /** Whether a derivation is one that records: its own derivative is taken by forward mode, the second derivatives being symmetric. */
    static boolean isReverseMode(Callee callee) {
        return callee instanceof Callee.Derived d
                && (d.derivation().transform() != Derivation.Transform.TANGENT || isReverseMode(d.of()));
    }

    /** {@code v = u}. */
    private static final class Copy implements Rule {

        private static final Rule RULE = new Copy();

        @Override
        public Kind kind() {
            return Kind.DIFFERENTIABLE;
        }

        @Override
        public boolean differentiable(int operand) {
            return true;
        }

        @Override
        public Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed) {
            return seed;
        }
    }
}
