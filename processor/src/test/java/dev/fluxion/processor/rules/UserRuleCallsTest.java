package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRule.Form;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a rule in both modes: the target is f(n, a, b) = n a b² with a double a and a float b. */
class UserRuleCallsTest {

    private static final Type.Declared HERE = Type.Declared.of("dev.fluxion.processor.rules", "UserRuleCallsTest");
    private static final Type.Declared ADJOINTS =
            Type.Declared.of("dev.fluxion.processor.rules", "UserRuleCallsTest", "Adjoints");
    private static final List<Type> OPERANDS = List.of(INT, DOUBLE, FLOAT);

    private static int calls;

    /** The adjoints of a and b. */
    public record Adjoints(double a, float b) {}

    public static double jvp(int n, double a, float b, double aDot, float bDot) {
        calls++;
        return n * b * b * aDot + 2 * n * a * b * bDot;
    }

    public static double[] vjpArray(int n, double a, float b, double bar) {
        calls++;
        return new double[] {n * b * b * bar, 2 * n * a * b * bar};
    }

    public static Adjoints vjpRecord(int n, double a, float b, double bar) {
        calls++;
        return new Adjoints(n * b * b * bar, (float) (2 * n * a * b * bar));
    }

    private static UserRule rule(String name) {
        Callee.Method target = Callee.Method.publicStatic(HERE, "f", DOUBLE, INT, DOUBLE, FLOAT);
        List<Callee.Method> components =
                name.equals("vjpRecord") ? List.of(accessor("a", DOUBLE), accessor("b", FLOAT)) : List.of();
        List<Type> parameters = new ArrayList<>(OPERANDS);
        parameters.addAll(name.equals("jvp") ? List.of(DOUBLE, FLOAT) : List.of(DOUBLE));
        Type result = switch (name) {
            case "jvp" -> DOUBLE;
            case "vjpArray" -> new Type.Array(DOUBLE);
            default -> ADJOINTS;
        };
        Callee.Method method = new Callee.Method(HERE, name, parameters, result, true, Callee.Access.PUBLIC);
        Form form = name.equals("jvp") ? Form.JVP : Form.VJP;
        return new UserRule(target, OPERANDS, List.of(false, true, true), method, form, components);
    }

    private static Callee.Method accessor(String name, Type type) {
        return new Callee.Method(ADJOINTS, name, List.of(), type, false, Callee.Access.PUBLIC);
    }

    private final Var n = new Var("n", INT);
    private final Var a = new Var("a", DOUBLE);
    private final Var b = new Var("b", FLOAT);
    private final Var seed = new Var("seed", DOUBLE);
    private final Var other = new Var("other", FLOAT);
    private final Map<Var, Object> values = new HashMap<>(Map.of(n, 3, a, 2.0, b, 5f, seed, 7.0, other, 11f));

    private List<Expr> operands() {
        return List.of(Expr.read(n), Expr.read(a), Expr.read(b));
    }

    private double after(List<Stmt> statements, Expr e) {
        for (Stmt s : statements) {
            Stmt.Declare d = (Stmt.Declare) s;
            values.put(d.variable(), new Evaluator(values).value(d.value()));
        }
        return new Evaluator(values).number(e);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvp", "vjpArray", "vjpRecord"})
    void forward_byEitherForm_combinesTheTangents(String name) {
        List<Expr> tangents = Arrays.asList(null, Expr.read(seed), Expr.read(other));
        UserRuleCalls.Forward forward = UserRuleCalls.forward(rule(name), operands(), tangents, Span.NONE);
        calls = 0;
        assertThat(after(forward.statements(), forward.tangent())).isEqualTo(3 * 25 * 7.0 + 2 * 3 * 2 * 5 * 11.0);
        assertThat(calls).isEqualTo(1);
        assertThat(forward.tangent().type()).isEqualTo(DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvp", "vjpArray", "vjpRecord"})
    void forward_whereOneOperandVaries_takesTheOthersTangentAsZero(String name) {
        List<Expr> tangents = Arrays.asList(null, null, Expr.read(other));
        UserRuleCalls.Forward forward = UserRuleCalls.forward(rule(name), operands(), tangents, Span.NONE);
        assertThat(after(forward.statements(), forward.tangent())).isEqualTo(2 * 3 * 2 * 5 * 11.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvp", "vjpArray", "vjpRecord"})
    void reverse_byEitherForm_givesEachAdjointInItsType(String name) {
        UserRuleCalls.Reverse reverse =
                UserRuleCalls.reverse(rule(name), operands(), List.of(false, true, true), Expr.read(seed), Span.NONE);
        Expr aBar = reverse.contributions().get(1);
        Expr bBar = reverse.contributions().get(2);
        calls = 0;
        assertThat(after(reverse.statements(), aBar)).isEqualTo(3 * 25 * 7.0);
        assertThat(calls).isEqualTo(name.equals("jvp") ? 2 : 1);
        assertThat(after(List.of(), bBar)).isEqualTo(2 * 3 * 2 * 5 * 7.0);
        assertThat(reverse.contributions().get(0)).isNull();
        assertThat(aBar.type()).isEqualTo(DOUBLE);
        assertThat(bBar.type()).isEqualTo(FLOAT);
    }

    @Test
    void reverse_byAJvp_callsItForWantedOperandsOnly() {
        UserRuleCalls.Reverse reverse =
                UserRuleCalls.reverse(rule("jvp"), operands(), List.of(false, false, true), Expr.read(seed), Span.NONE);
        assertThat(reverse.statements()).hasSize(1);
        assertThat(reverse.contributions().get(1)).isNull();
    }

    @Test
    void bothModes_ofARuleByOneOperand_callItWithTheSeed() {
        Callee.Method target = Callee.Method.publicStatic(HERE, "g", DOUBLE, DOUBLE);
        Callee.Method method = Callee.Method.publicStatic(HERE, "gRule", DOUBLE, DOUBLE, DOUBLE);
        UserRule rule = new UserRule(target, List.of(DOUBLE), List.of(true), method, Form.BOTH, List.of());
        List<Expr> operand = List.of(Expr.read(a));
        Expr call = new Expr.Call(method, null, List.of(Expr.read(a), Expr.read(seed)), DOUBLE, Span.NONE);
        List<Stmt> forward = UserRuleCalls.forward(rule, operand, List.of(Expr.read(seed)), Span.NONE)
                .statements();
        List<Stmt> reverse = UserRuleCalls.reverse(rule, operand, List.of(true), Expr.read(seed), Span.NONE)
                .statements();
        assertThat(((Stmt.Declare) forward.get(0)).value()).isEqualTo(call);
        assertThat(((Stmt.Declare) reverse.get(0)).value()).isEqualTo(call);
    }

    @Test
    void find_ofATwinsMethod_isTheRowOfTheOtherClass() {
        Type.Declared fast = Type.Declared.of("p", "FastMath");
        Type.Declared faster = Type.Declared.of("p", "FasterMath");
        RuleTable table =
                RuleTable.of(true).with(new UserRules(Map.of(), Map.of(fast, RuleTable.STRICT_MATH, faster, fast)));
        Callee.Method sin = Callee.Method.publicStatic(faster, "sin", DOUBLE, DOUBLE);
        Expr value = new Expr.Call(sin, null, List.of(Expr.read(a)), DOUBLE, Span.NONE);
        Rule rule = table.of(value).orElseThrow();
        assertThat(rule.contribution(0, List.of(Expr.read(a)), value, Expr.read(seed)))
                .isEqualTo(Terms.times(Expr.read(seed), Terms.call(RuleTable.STRICT_MATH, "cos", Expr.read(a))));
        assertThat(RuleTable.of(true).find(sin)).isEmpty();
    }

    @Test
    void find_ofTwinsOfEachOther_ends() {
        Type.Declared fast = Type.Declared.of("p", "FastMath");
        Type.Declared faster = Type.Declared.of("p", "FasterMath");
        UserRules rules = new UserRules(Map.of(), Map.of(fast, faster, faster, fast));
        Callee.Method sin = Callee.Method.publicStatic(faster, "sin", DOUBLE, DOUBLE);
        assertThat(RuleTable.of(true).with(rules).find(sin)).isEmpty();
    }

    @Test
    void findUserRule_ofATwinsMethod_isThatOfTheOtherClass() {
        UserRule rule = rule("jvp");
        Type.Declared twin = Type.Declared.of("p", "Twin");
        UserRules rules = new UserRules(Map.of(rule.target().key(), rule), Map.of(twin, HERE));
        RuleTable table = RuleTable.of(false).with(rules);
        assertThat(table.findUserRule(Callee.Method.publicStatic(twin, "f", DOUBLE, INT, DOUBLE, FLOAT)))
                .contains(rule);
        assertThat(table.findUserRule(Callee.Method.publicStatic(Types.MATH, "sin", DOUBLE, DOUBLE)))
                .isEmpty();
    }
}
