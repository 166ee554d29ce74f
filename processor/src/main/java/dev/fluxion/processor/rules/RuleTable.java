package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRules;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of all primitives: Java's operators and conversions, {@link Math}, {@link StrictMath}, {@link Double}, {@link Float}
 * and the runtime's own helpers.
 *
 * <p>There are two tables: with strong zeros, where a zero seed wins over the infinite or NaN partial of a singular primitive, and
 * without. They differ in nothing else. Either can be extended by what users have written.
 */
public final class RuleTable {

    static final Type.Declared STRICT_MATH = Type.Declared.of("java.lang", "StrictMath");

    private static final RuleTable STRONG = new RuleTable(true);
    private static final RuleTable PLAIN = new RuleTable(false);

    private final Rows methods;
    private final OperatorRules operators;
    private final Rule inactive;
    private final UserRules users;

    private RuleTable(RuleTable builtIn, UserRules users) {
        this.methods = builtIn.methods;
        this.operators = builtIn.operators;
        this.inactive = builtIn.inactive;
        this.users = users;
    }

    private RuleTable(boolean strongZero) {
        users = UserRules.NONE;
        methods = new Rows(strongZero);
        MathRules.add(Types.MATH, methods);
        MathRules.add(STRICT_MATH, methods);
        BoxRules.add(methods);
        HelperRules.add(methods);
        operators = new OperatorRules(strongZero);
        inactive = new Row(Rule.Kind.INACTIVE, strongZero, List.of());
    }

    /** The table for a function; {@link dev.fluxion.processor.ir.Function#strongZero()} says which. */
    public static RuleTable of(boolean strongZero) {
        return strongZero ? STRONG : PLAIN;
    }

    /** This table with what users have added. */
    public RuleTable with(UserRules rules) {
        return new RuleTable(this, rules);
    }

    /**
     * The rule of a method, or of the one that a user says it is a twin of; none where the table knows neither. The operands of
     * an instance method are its receiver and then its arguments.
     */
    public Optional<Rule> find(Callee.Method method) {
        return users.chain(method).stream()
                .map(this::builtIn)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The user's rule of a method, which goes before {@link #find}; {@link UserRuleCalls} applies it. */
    public Optional<UserRule> findUserRule(Callee.Method method) {
        return users.find(method).or(() -> FunctionRules.find(method));
    }

    /** The user's rule of an expression that calls a method which has one. */
    public Optional<UserRule> findUserRule(Expr e) {
        return e instanceof Expr.Call c && c.callee() instanceof Callee.Method m ? findUserRule(m) : Optional.empty();
    }

    /** Whether the derivative of an expression is given by a rule, a user's or the table's. */
    public boolean isKnown(Expr e) {
        return findUserRule(e).isPresent() || of(e).isPresent();
    }

    /** Whether a derivative passes from an operand to the value, as far as rules tell. */
    public boolean passes(Expr e, int operand) {
        Optional<UserRule> written = findUserRule(e);
        return written.isPresent()
                ? written.get().active().get(operand)
                : of(e).map(r -> r.differentiable(operand)).orElse(true);
    }

    private Rule builtIn(Callee.Method method) {
        Rule row = methods.find(method);
        if (row == null && TensorRules.isOfTensors(method)) {
            return TensorRules.find(method).orElse(null);
        }
        return row == null && isOfIntegers(method) ? inactive : row;
    }

    /** The rule of a unary or binary operator or a conversion, whose operands are its parts; none where a reference cast loses a derivative. */
    public Optional<Rule> operator(Expr e) {
        return operators.find(e);
    }

    /** The rule of an expression that is an operator, a conversion or a call of a method in the table. */
    public Optional<Rule> of(Expr e) {
        if (e instanceof Expr.Call c) {
            return c.callee() instanceof Callee.Method m ? find(m) : Optional.empty();
        }
        return operator(e);
    }

    /** The methods by which derivatives pass, by {@link Callee.Method#key()}, sorted. */
    public List<String> differentiableMethods() {
        return methods.differentiable();
    }

    /** The static methods of Math and the wrapper classes that take no floating-point operand. */
    private static boolean isOfIntegers(Callee.Method method) {
        Type.Declared owner = method.owner();
        boolean known = owner.equals(Types.MATH)
                || owner.equals(STRICT_MATH)
                || Arrays.stream(Type.Primitive.values()).anyMatch(p -> owner.equals(Types.boxed(p)));
        boolean receives = !method.isStatic() && owner.isDifferentiable();
        return known && !receives && method.parameters().stream().noneMatch(Type::isDifferentiable);
    }
}
