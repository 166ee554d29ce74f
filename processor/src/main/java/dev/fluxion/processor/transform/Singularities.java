package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods may meet a primitive of the closed list for which a zero adjoint wins over an infinite or NaN partial. Only bodies of one source
 * file are looked into, so that what is generated for it does not depend on the others; of what is elsewhere the answer is yes.
 */
public final class Singularities {

    private final Program sources;
    private final UserRules users;
    private final String file;
    private final Set<Callee.Method> seen = new HashSet<>();

    /** Prepares an answer for callees of the methods of a file, which is named by one of its methods. */
    public Singularities(Program sources, UserRules users, Callee.Method within) {
        this.sources = sources;
        this.users = users;
        this.file = topLevel(within);
    }

    private static String topLevel(Callee.Method m) {
        return m.owner().packageName() + "." + m.owner().simpleNames().get(0);
    }

    /** Whether a method, or one that it calls, may meet a singular primitive. */
    public boolean in(Callee.Method method) {
        seen.clear();
        return search(method);
    }

    private boolean search(Callee.Method method) {
        Optional<Function> body = topLevel(method).equals(file) ? sources.find(method) : Optional.empty();
        return body.isEmpty() || seen.add(method) && isSingular(body.get());
    }

    private boolean isSingular(Function f) {
        RuleTable rules = RuleTable.of(f.strongZero()).with(users);
        boolean[] found = {false};
        Walk.allExpressions(f.body(), e -> found[0] |= isSingular(e, rules));
        return found[0];
    }

    private boolean isSingular(Expr e, RuleTable rules) {
        if (rules.findUserRule(e).isPresent()) {
            return false;
        }
        Optional<Rule> rule = rules.of(e);
        if (rule.isEmpty() && e instanceof Expr.Call c && e.type().isActivatable()) {
            return !(c.callee() instanceof Callee.Method m) || search(m);
        }
        return rule.isPresent() && isStrong(rule.get(), Walk.parts(e), e);
    }

    /** Whether a rule's terms use a strong zero. */
    private static boolean isStrong(Rule rule, List<Expr> operands, Expr value) {
        if (!value.type().isNumber()) {
            return false;
        }
        List<Expr> names = new ArrayList<>();
        operands.forEach(
                o -> names.add(o instanceof Expr.Constant ? o : new Expr.Read(Var.temporary("operand", o.type()))));
        Expr result = new Expr.Read(Var.temporary("value", value.type()));
        Expr seed = new Expr.Read(Var.temporary("seed", value.type().tangent()));
        boolean[] found = {false};
        for (int k = 0; k < operands.size(); k++) {
            if (rule.differentiable(k) && names.get(k).type().isDifferentiable()) {
                Walk.expressions(rule.contribution(k, names, result, seed), e -> found[0] |= isStrongZero(e));
            }
        }
        return found[0];
    }

    private static boolean isStrongZero(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && m.owner().equals(Types.STRONG_ZERO);
    }
}
