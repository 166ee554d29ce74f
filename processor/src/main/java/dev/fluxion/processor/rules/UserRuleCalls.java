package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRule.Form;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Applies a user's rule. A rule is a method of unknown effects: each call of it is a statement of its own, made once however
 * many derivatives are taken from it. The operands have to be free of effects.
 */
public final class UserRuleCalls {

    private final UserRule rule;
    private final List<Expr> operands;
    private final Span span;
    private final List<Stmt> statements = new ArrayList<>();

    private UserRuleCalls(UserRule rule, List<Expr> operands, Span span) {
        this.rule = rule;
        this.operands = operands;
        this.span = span;
    }

    /** The tangent of a call, and the statements that have to run before it is read. */
    public record Forward(List<Stmt> statements, Expr tangent) {}

    /** What the adjoints of the operands gain, null for those not asked for, and the statements that have to run before. */
    public record Reverse(List<Stmt> statements, List<Expr> contributions) {
        public Reverse {
            contributions = Collections.unmodifiableList(new ArrayList<>(contributions));
        }
    }

    /**
     * Forward mode.
     *
     * @param operands of the call, the receiver first
     * @param tangents of the operands, null for one that does not vary; at least one does
     */
    public static Forward forward(UserRule rule, List<Expr> operands, List<Expr> tangents, Span span) {
        UserRuleCalls calls = new UserRuleCalls(rule, operands, span);
        Expr tangent = rule.form() == Form.VJP ? calls.combined(tangents) : calls.push(calls.seeds(tangents));
        return new Forward(List.copyOf(calls.statements), tangent);
    }

    /** The value and the tangent of a call, which the rule has one method for: it is the call itself. */
    public static Expr both(UserRule rule, List<Expr> operands, List<Expr> tangents, Span span) {
        UserRuleCalls calls = new UserRuleCalls(rule, operands, span);
        return calls.call(rule.both(), calls.seeds(tangents), rule.both().result());
    }

    /**
     * Reverse mode.
     *
     * @param operands of the call, the receiver first
     * @param wanted for each operand whether its adjoint is wanted; never one that the rule has no derivative by
     * @param seed the adjoint of the result, free of effects; it may be read several times
     */
    public static Reverse reverse(UserRule rule, List<Expr> operands, List<Boolean> wanted, Expr seed, Span span) {
        UserRuleCalls calls = new UserRuleCalls(rule, operands, span);
        List<Expr> contributions = rule.form() == Form.JVP ? calls.columns(wanted, seed) : calls.pulled(wanted, seed);
        return new Reverse(List.copyOf(calls.statements), contributions);
    }

    /** The tangents that the rule takes, zeros where an operand does not vary. */
    private List<Expr> seeds(List<Expr> tangents) {
        List<Expr> seeds = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            if (rule.active().get(i)) {
                Expr tangent = tangents.get(i);
                seeds.add(tangent != null ? tangent : Terms.number(0, tangentType(i)));
            }
        }
        return seeds;
    }

    private Type tangentType(int operand) {
        return rule.operands().get(operand).tangent();
    }

    private Expr push(List<Expr> seeds) {
        return called("tangent", seeds, rule.resultTangent());
    }

    /** A call of the rule, kept in a variable. */
    private Expr called(String name, List<Expr> seeds, Type type) {
        Var result = new Var(name, type);
        statements.add(new Stmt.Declare(result, call(rule.rule(), seeds, type), span));
        return Expr.read(result);
    }

    /** A method of the rule's class, or of the function that is the first operand. */
    private Expr call(Callee.Method method, List<Expr> seeds, Type type) {
        List<Expr> arguments = new ArrayList<>(operands);
        arguments.addAll(seeds);
        if (method.isStatic()) {
            return new Expr.Call(method, null, arguments, type, span);
        }
        Expr given = arguments.remove(0);
        Expr function = given.type().equals(method.owner()) ? given : new Expr.Cast(method.owner(), given, Span.NONE);
        return new Expr.Call(method, function, arguments, type, span);
    }

    /** Forward by a VJP: the partials are the adjoints for the seed 1. */
    private Expr combined(List<Expr> tangents) {
        List<Expr> partials = pulled(wanted(tangents), Terms.number(1, rule.resultTangent()));
        Expr sum = null;
        for (int i = 0; i < tangents.size(); i++) {
            if (partials.get(i) != null) {
                Expr product = product(tangents.get(i), partials.get(i), rule.resultTangent());
                sum = sum == null ? product : Terms.plus(sum, product);
            }
        }
        return sum;
    }

    private List<Boolean> wanted(List<Expr> tangents) {
        List<Boolean> wanted = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            wanted.add(rule.active().get(i) && tangents.get(i) != null);
        }
        return wanted;
    }

    /** The factors differ in type where one of operand and result is a float: what is wanted is computed in the wider one. */
    private static Expr product(Expr seed, Expr partial, Type type) {
        Type wide = seed.type() == partial.type() ? seed.type() : Type.Primitive.DOUBLE;
        return converted(Terms.times(converted(seed, wide), converted(partial, wide)), type);
    }

    private static Expr converted(Expr e, Type type) {
        return e.type() == type ? e : new Expr.Cast(type, e, Span.NONE);
    }

    /** Reverse by a JVP: one call with a unit tangent per operand. */
    private List<Expr> columns(List<Boolean> wanted, Expr seed) {
        List<Expr> contributions = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            contributions.add(wanted.get(i) ? product(seed, push(seeds(unit(i))), tangentType(i)) : null);
        }
        return contributions;
    }

    private List<Expr> unit(int operand) {
        List<Expr> unit = new ArrayList<>(Collections.nCopies(operands.size(), null));
        unit.set(operand, Terms.number(1, tangentType(operand)));
        return unit;
    }

    /** Reverse by a VJP: one call, of whose result each adjoint is a part. */
    private List<Expr> pulled(List<Boolean> wanted, Expr seed) {
        Expr result = rule.tangents().size() == 1
                ? called("adjoint", List.of(seed), rule.tangents().get(0))
                : called("adjoints", List.of(seed), rule.rule().result());
        List<Expr> contributions = new ArrayList<>();
        int position = 0;
        for (int i = 0; i < operands.size(); i++) {
            boolean active = rule.active().get(i);
            contributions.add(active && wanted.get(i) ? part(result, position, tangentType(i)) : null);
            position += active ? 1 : 0;
        }
        return contributions;
    }

    private Expr part(Expr result, int position, Type type) {
        if (rule.tangents().size() == 1) {
            return result;
        } else if (rule.components().isEmpty()) {
            Expr index = new Expr.Constant(position, Type.Primitive.INT);
            return converted(new Expr.Element(result, index, Type.Primitive.DOUBLE), type);
        }
        Callee.Method accessor = rule.components().get(position);
        return new Expr.Call(accessor, result, List.of(), type, span);
    }
}
