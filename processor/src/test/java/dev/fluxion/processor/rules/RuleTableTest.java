package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which primitives the table knows, and as what. */
class RuleTableTest {

    private static final RuleTable TABLE = RuleTable.of(true);

    static List<Primitive> primitives() {
        return Primitives.all();
    }

    /** A method that a newer JDK adds shows here first. */
    @ParameterizedTest
    @ValueSource(classes = {Math.class, StrictMath.class, dev.fluxion.Derivatives.class, dev.fluxion.StrongZero.class})
    void find_ofEveryMethodOfTheClass_knowsIt(Class<?> owner) {
        assertThat(methods(owner).filter(m -> m.getParameterCount() > 0).filter(m -> !isKnown(m)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Double.class, Float.class})
    void find_ofEveryMethodOfTheWrapper_knowsItUnlessItIsGeneral(Class<?> owner) {
        Set<String> general = Set.of(
                "describeConstable", "resolveConstantDesc", "compareTo", "getClass", "wait", "notify", "notifyAll");
        assertThat(methods(owner).filter(m -> !general.contains(m.getName())).filter(m -> !isKnown(m)))
                .isEmpty();
    }

    private static Stream<Method> methods(Class<?> owner) {
        return Arrays.stream(owner.getMethods()).filter(m -> m.getDeclaringClass() == owner && !m.isBridge());
    }

    private static boolean isKnown(Method m) {
        return TABLE.find(callee(m)).isPresent();
    }

    private static Callee.Method callee(Method m) {
        Class<?> c = m.getDeclaringClass();
        Type.Declared owner = Type.Declared.of(c.getPackageName(), c.getSimpleName());
        List<Type> parameters =
                Arrays.stream(m.getParameterTypes()).map(RuleTableTest::type).toList();
        boolean isStatic = Modifier.isStatic(m.getModifiers());
        return new Callee.Method(
                owner, m.getName(), parameters, type(m.getReturnType()), isStatic, Callee.Access.PUBLIC);
    }

    private static Type type(Class<?> c) {
        for (Type.Primitive p : Type.Primitive.values()) {
            if (p.keyword().equals(c.getName())) {
                return p;
            }
        }
        return c == void.class ? Types.VOID : Type.Declared.of(c.getPackageName(), c.getSimpleName());
    }

    /** Else a row would be without its test against differences. */
    @Test
    void everyRowThatPassesDerivatives_isAmongTheTestedPrimitives() {
        Set<String> tested = new TreeSet<>();
        for (Primitive p : Primitives.all()) {
            Walk.expressions(p.value(), e -> {
                if (e instanceof Expr.Call c) {
                    tested.add(((Callee.Method) c.callee()).key());
                }
            });
        }
        List<String> conversions = List.of("valueOf", "doubleValue", "floatValue");
        assertThat(TABLE.differentiableMethods())
                .filteredOn(key -> conversions.stream().noneMatch(key::contains))
                .filteredOn(key -> !key.startsWith("dev.fluxion.Derivatives.pow"))
                .filteredOn(key -> !key.startsWith("dev.fluxion.Derivatives.instead("))
                .isSubsetOf(tested);
    }

    /** Its value is by intention not the one that it has the derivative of, so that no difference tells. */
    @Test
    void instead_hasTheDerivativeOfItsSecondOperand() {
        Callee.Method method = Callee.Method.publicStatic(
                Types.DERIVATIVES, "instead", Type.Primitive.DOUBLE, Type.Primitive.DOUBLE, Type.Primitive.DOUBLE);
        Rule rule = TABLE.find(method).orElseThrow();
        Expr seed = Expr.read(new Var("seed", Type.Primitive.DOUBLE));

        assertThat(rule.differentiable(0)).isFalse();
        assertThat(rule.contribution(1, List.of(seed, seed), seed, seed)).isEqualTo(seed);
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void contribution_ofEveryRow_readsTheSeedExactlyOnce(Primitive p) {
        for (boolean strongZero : new boolean[] {true, false}) {
            Rule rule = RuleTable.of(strongZero).of(p.value()).orElseThrow();
            for (int i = 0; i < p.arity(); i++) {
                if (rule.differentiable(i)) {
                    Var seed = new Var("seed", p.value().type().tangent());
                    Expr contribution = rule.contribution(i, operands(p), p.value(), Expr.read(seed));
                    int[] reads = {0};
                    Walk.expressions(contribution, e -> reads[0] += e.equals(Expr.read(seed)) ? 1 : 0);
                    assertThat(reads[0]).as("%s by %d", p, i).isEqualTo(1);
                }
            }
        }
    }

    private static List<Expr> operands(Primitive p) {
        return Walk.parts(p.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"floor", "ceil", "rint", "round", "signum", "ulp", "getExponent"})
    void find_ofASteppedFunction_isPiecewiseConstant(String name) {
        assertPiecewiseConstant(find(Types.MATH, name, DOUBLE));
        assertPiecewiseConstant(find(RuleTable.STRICT_MATH, name, DOUBLE));
    }

    private static void assertPiecewiseConstant(Rule rule) {
        assertThat(rule.piecewiseConstant()).isTrue();
        assertThat(rule.differentiable(0)).isFalse();
        assertThatThrownBy(() -> rule.contribution(0, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void find_ofADecisionOrAnIntegerFunction_isInactive() {
        assertThat(find(Types.boxed(DOUBLE), "compare", DOUBLE, DOUBLE).kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(find(Types.boxed(FLOAT), "isNaN", FLOAT).kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(find(Types.MATH, "floorMod", INT, INT).kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(find(Types.MATH, "abs", LONG).kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(find(Types.boxed(INT), "parseInt", Types.STRING).kind()).isEqualTo(Rule.Kind.INACTIVE);
    }

    @Test
    void find_ofBitsAndText_saysWhatIsLost() {
        assertThat(find(Types.boxed(DOUBLE), "doubleToRawLongBits", DOUBLE).kind())
                .isEqualTo(Rule.Kind.BITS);
        assertThat(find(Types.boxed(FLOAT), "floatToIntBits", FLOAT).kind()).isEqualTo(Rule.Kind.BITS);
        assertThat(find(Types.boxed(DOUBLE), "toString", DOUBLE).kind()).isEqualTo(Rule.Kind.TEXT);
        assertThat(find(Types.boxed(DOUBLE), "parseDouble", Types.STRING).kind())
                .isEqualTo(Rule.Kind.TEXT);
    }

    @Test
    void find_ofAnUnknownMethod_isEmpty() {
        Callee.Method unknown = Callee.Method.publicStatic(Type.Declared.of("p", "Curves"), "f", DOUBLE, DOUBLE);
        assertThat(TABLE.find(unknown)).isEmpty();
    }

    private static Rule find(Type.Declared owner, String name, Type... parameters) {
        return TABLE.find(Callee.Method.publicStatic(owner, name, DOUBLE, parameters))
                .orElseThrow();
    }

    @Test
    void cast_toAnInteger_isPiecewiseConstant() {
        assertPiecewiseConstant(cast(DOUBLE, INT).orElseThrow());
        assertPiecewiseConstant(cast(Types.boxed(FLOAT), LONG).orElseThrow());
    }

    @Test
    void cast_ofAnInteger_isInactive() {
        assertThat(cast(INT, DOUBLE).orElseThrow().kind()).isEqualTo(Rule.Kind.INACTIVE);
    }

    @Test
    void cast_toAReferenceThatCarriesNoDerivative_hasNoRule() {
        assertThat(cast(Types.boxed(DOUBLE), Types.OBJECT)).isEmpty();
    }

    /** Forward the seed has the operand's type, in reverse the value's. */
    @Test
    void cast_betweenFloats_convertsTheSeedEitherWay() {
        Primitive p = Primitive.cast(FLOAT, DOUBLE);
        Rule rule = TABLE.of(p.value()).orElseThrow();
        Expr tangent = Expr.read(new Var("xDot", FLOAT));
        Expr adjoint = Expr.read(new Var("valueBar", DOUBLE));
        assertThat(rule.contribution(0, p.operands(), p.value(), tangent))
                .isEqualTo(new Expr.Cast(DOUBLE, tangent, Span.NONE));
        assertThat(rule.contribution(0, p.operands(), p.value(), adjoint))
                .isEqualTo(new Expr.Cast(FLOAT, adjoint, Span.NONE));
    }

    @Test
    void boxing_leavesTheSeedAlone() {
        Primitive p = Primitive.cast(DOUBLE, Types.boxed(DOUBLE));
        Expr seed = Expr.read(new Var("seed", DOUBLE));
        assertThat(TABLE.of(p.value()).orElseThrow().contribution(0, p.operands(), p.value(), seed))
                .isSameAs(seed);
    }

    private static Optional<Rule> cast(Type from, Type to) {
        return TABLE.operator(Primitive.cast(from, to).value());
    }

    @Test
    void operator_onIntegersOrOfADecision_isInactive() {
        Expr i = Expr.read(new Var("i", INT));
        Expr x = Expr.read(new Var("x", DOUBLE));
        Expr sum = new Expr.Binary(Operator.ADD, i, i, INT);
        Expr less = new Expr.Binary(Operator.LESS, x, x, BOOLEAN);
        assertThat(TABLE.operator(sum).orElseThrow().kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(TABLE.operator(less).orElseThrow().kind()).isEqualTo(Rule.Kind.INACTIVE);
        assertThat(TABLE.operator(less).orElseThrow().differentiable(0)).isFalse();
    }

    @Test
    void operator_ofWhatIsNone_isEmpty() {
        assertThat(TABLE.operator(Expr.read(new Var("x", DOUBLE)))).isEmpty();
    }
}
