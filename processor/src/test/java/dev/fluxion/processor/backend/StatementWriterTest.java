package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.assign;
import static dev.fluxion.processor.backend.Ir.cast;
import static dev.fluxion.processor.backend.Ir.declare;
import static dev.fluxion.processor.backend.Ir.divide;
import static dev.fluxion.processor.backend.Ir.give;
import static dev.fluxion.processor.backend.Ir.ifTrue;
import static dev.fluxion.processor.backend.Ir.integer;
import static dev.fluxion.processor.backend.Ir.less;
import static dev.fluxion.processor.backend.Ir.math;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.backend.Ir.subtract;
import static dev.fluxion.processor.backend.Ir.times;
import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementWriterTest {

    private static final String CURVES =
            "package p; public class Curves { public static double f(double x) { return x; } }";

    private final UserMethod f = Companions.method("f", 1, "x");
    private final CompanionLayout layout = Companions.layout(f);
    private final Var x = real("x");

    private String derivative(Stmt... body) {
        return Companions.write(layout, GeneratedKind.DERIVATIVE, function(body));
    }

    private Function function(Stmt... body) {
        Callee.Derived callee = f.derived(Derivation.Transform.DERIVATIVE);
        return Companions.function(callee, List.of(x), List.of(new Result("dX", DOUBLE)), body);
    }

    private static double run(String companion, double x) {
        return (double)
                Compiled.of("p.Curves", CURVES, "p.CurvesGrad", companion).call("p.CurvesGrad", "fDerivative", x);
    }

    private static Stmt loop(Label label, Stmt.Loop.Form form, Stmt init, Expr condition, Stmt update, Stmt... body) {
        Block first = init == null ? Block.EMPTY : Block.of(init);
        Block last = update == null ? Block.EMPTY : Block.of(update);
        return new Stmt.Loop(label, form, first, condition, last, Block.of(body), Span.NONE);
    }

    private static Stmt plusOne(Var i) {
        return assign(i, add(read(i), number(1)));
    }

    @Test
    void countedLoop_readsAsWrittenByHand() {
        Var i = integer("i");
        Var sum = real("sum");
        String text = derivative(
                declare(sum, number(0.0)),
                loop(
                        new Label(null),
                        Stmt.Loop.Form.FOR,
                        declare(i, number(0)),
                        less(read(i), number(3)),
                        plusOne(i),
                        assign(sum, add(read(sum), times(cast(DOUBLE, read(i)), read(x))))),
                give(read(sum)));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += i * x;
                }
                return sum;
                """);
        assertThat(run(text, 2)).isEqualTo(6);
    }

    @Test
    void jumps_labelledOnlyWhereTheyLeaveMoreThanTheInnermost() {
        Var i = integer("i");
        Var j = integer("j");
        Label outer = new Label("rows");
        Label inner = new Label(null);
        String text = derivative(
                declare(i, number(0)),
                loop(
                        outer,
                        Stmt.Loop.Form.WHILE,
                        null,
                        less(read(i), number(5)),
                        null,
                        plusOne(i),
                        declare(j, number(0)),
                        loop(
                                inner,
                                Stmt.Loop.Form.WHILE,
                                null,
                                less(read(j), number(5)),
                                null,
                                plusOne(j),
                                ifTrue(less(read(i), read(j)), new Stmt.Continue(outer, Span.NONE)),
                                ifTrue(less(number(3), read(i)), new Stmt.Break(outer, Span.NONE)),
                                ifTrue(less(number(2), read(j)), new Stmt.Break(inner, Span.NONE)))),
                give(times(cast(DOUBLE, read(i)), read(x))));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                int i = 0;
                rows: while (i < 5) {
                    i++;
                    int j = 0;
                    while (j < 5) {
                        j++;
                        if (i < j) {
                            continue rows;
                        }
                        if (3 < i) {
                            break rows;
                        }
                        if (2 < j) {
                            break;
                        }
                    }
                }
                return i * x;
                """);
        assertThat(run(text, 1)).isEqualTo(4);
    }

    @Test
    void forWithConditionalUpdate_becomesAWhileThatContinuesAtTheUpdate() {
        Var i = integer("i");
        Var n = integer("n");
        Label label = new Label(null);
        String text = derivative(
                declare(n, number(0)),
                loop(
                        label,
                        Stmt.Loop.Form.FOR,
                        declare(i, number(0)),
                        less(read(i), number(10)),
                        new Stmt.If(
                                less(read(i), number(4)),
                                Block.of(plusOne(i)),
                                Block.of(assign(i, add(read(i), number(3)))),
                                Span.NONE),
                        ifTrue(less(read(i), number(2)), new Stmt.Continue(label, Span.NONE)),
                        plusOne(n)),
                give(times(cast(DOUBLE, read(n)), read(x))));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                int n = 0;
                int i = 0;
                while (i < 10) {
                    next: {
                        if (i < 2) {
                            break next;
                        }
                        n++;
                    }
                    if (i < 4) {
                        i++;
                    } else {
                        i += 3;
                    }
                }
                return n * x;
                """);
        assertThat(run(text, 1)).isEqualTo(4);
    }

    @Test
    void switchStatement_printedWithArrows() {
        Var n = new Var("n", INT);
        Var y = real("y");
        Label label = new Label(null);
        String text = derivative(
                declare(n, cast(INT, read(x))),
                declare(y, number(0.0)),
                new Stmt.Switch(
                        label,
                        read(n),
                        List.of(
                                new Stmt.Case(List.of(number(1), number(2)), false, Block.of(assign(y, number(0.5)))),
                                new Stmt.Case(
                                        List.of(number(3)),
                                        false,
                                        Block.of(
                                                ifTrue(less(read(x), number(3.5)), new Stmt.Break(label, Span.NONE)),
                                                assign(y, number(1e-12)),
                                                new Stmt.Break(label, Span.NONE))),
                                new Stmt.Case(List.of(), true, Block.EMPTY)),
                        Span.NONE),
                give(read(y)));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                int n = (int) x;
                double y = 0;
                switch (n) {
                    case 1, 2 -> {
                        y = 0.5;
                    }
                    case 3 -> {
                        if (x < 3.5) {
                            break;
                        }
                        y = 1e-12;
                    }
                    default -> {}
                }
                return y;
                """);
        assertThat(run(text, 3.75)).isEqualTo(1e-12);
    }

    @Test
    void chainOfIfs_isElseIf_andEmptyBranchIsNegated() {
        Var y = real("y");
        Stmt last = new Stmt.If(
                binaryAnd(less(read(x), number(9.0)), less(number(4.0), read(x))),
                Block.EMPTY,
                Block.of(assign(y, number(3.0))),
                Span.NONE);
        String text = derivative(
                declare(y, number(0.0)),
                new Stmt.If(
                        less(read(x), number(1.0)),
                        Block.of(assign(y, number(1.0))),
                        Block.of(new Stmt.If(
                                less(read(x), number(2.0)),
                                Block.of(assign(y, number(2.0))),
                                Block.of(last),
                                Span.NONE)),
                        Span.NONE),
                give(read(y)));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                double y = 0;
                if (x < 1) {
                    y = 1;
                } else if (x < 2) {
                    y = 2;
                } else if (!(x < 9 && 4 < x)) {
                    y = 3;
                }
                return y;
                """);
    }

    private static Expr binaryAnd(Expr a, Expr b) {
        return new Expr.Binary(Operator.AND_THEN, a, b, BOOLEAN);
    }

    @Test
    void root_asOnThePageOfExamples() {
        Var xs = real("x");
        Var a = real("a");
        UserMethod root = Companions.method("root", 1, "a");
        Var tape = new Var("xTape", Types.stackOf(DOUBLE));
        Var xBar = real("xBar");
        Var aBar = real("aBar");
        Var half = real("halfBar");
        Expr start =
                new Expr.Conditional(Ir.binary(Operator.GREATER, read(a), number(1.0)), read(a), number(1.0), DOUBLE);
        Expr error = math("abs", subtract(times(read(xs), read(xs)), read(a)));
        Function function = Companions.function(
                root.derived(Derivation.Transform.DERIVATIVE),
                List.of(a),
                List.of(new Result("dA", DOUBLE)),
                declare(xs, start),
                declare(tape, new Expr.New(Types.stackOf(DOUBLE), List.of(), Span.NONE)),
                Stmt.Loop.whileLoop(
                        new Label(null),
                        Ir.binary(Operator.GREATER, error, times(number(1e-12), read(a))),
                        Block.of(
                                new Stmt.Push(tape, read(xs), Span.NONE),
                                assign(xs, times(number(0.5), add(read(xs), divide(read(a), read(xs)))))),
                        Span.NONE),
                new Stmt.Comment("reverse sweep"),
                declare(xBar, number(1.0)),
                declare(aBar, number(0.0)),
                Stmt.Loop.whileLoop(
                        new Label(null),
                        new Expr.Unary(Operator.NOT, new Expr.IsEmpty(tape), BOOLEAN),
                        Block.of(
                                assign(xs, new Expr.Pop(tape, DOUBLE)),
                                declare(half, times(number(0.5), read(xBar))),
                                assign(aBar, add(read(aBar), divide(read(half), read(xs)))),
                                assign(
                                        xBar,
                                        subtract(
                                                read(half),
                                                divide(times(read(half), divide(read(a), read(xs))), read(xs))))),
                        Span.NONE),
                ifTrue(Ir.binary(Operator.GREATER, read(a), number(1.0)), assign(aBar, add(read(aBar), read(xBar)))),
                give(read(aBar)));
        String text = Companions.write(Companions.layout(root), GeneratedKind.DERIVATIVE, function);
        assertThat(Companions.body(text, "rootDerivative")).isEqualTo("""
                double x = a > 1 ? a : 1;
                DoubleStack xTape = new DoubleStack();
                while (Math.abs(x * x - a) > 1e-12 * a) {
                    xTape.push(x);
                    x = 0.5 * (x + a / x);
                }

                // reverse sweep
                double xBar = 1;
                double aBar = 0;
                while (!xTape.isEmpty()) {
                    x = xTape.pop();
                    double halfBar = 0.5 * xBar;
                    aBar += halfBar / x;
                    xBar = halfBar - halfBar * (a / x) / x;
                }
                if (a > 1) {
                    aBar += xBar;
                }
                return aBar;
                """);
        String user = "package p; public class Curves { public static double root(double a) { return a; } }";
        Object slope = Compiled.of("p.Curves", user, "p.CurvesGrad", text).call("p.CurvesGrad", "rootDerivative", 4.0);
        assertThat((double) slope).isCloseTo(0.25, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void callWithSeveralResults_readsThoseThatAreWanted() {
        Callee.Method helper =
                new Callee.Method(Ir.CURVES, "helper", List.of(DOUBLE), DOUBLE, true, Callee.Access.PRIVATE);
        Callee.Derived tangent =
                new Callee.Derived(helper, new Derivation(Derivation.Transform.TANGENT, List.of(true)));
        Var y = real("y");
        Var yDot = real("yDot");
        Var result = real("result");
        Var other = real("other");
        Function body = function(
                declare(y, null),
                declare(yDot, null),
                declare(result, number(1.0)),
                new Stmt.Invoke(Arrays.asList(y, yDot), tangent, List.of(read(x), number(1.0)), Span.NONE),
                declare(other, null),
                new Stmt.Invoke(Arrays.asList(null, other), tangent, List.of(read(y), read(yDot)), Span.NONE),
                give(add(read(other), read(result))));
        Var h = real("h");
        Var hDot = real("hDot");
        Function square = Companions.function(
                tangent,
                List.of(h, hDot),
                List.of(new Result("value", DOUBLE), new Result("valueDot", DOUBLE)),
                give(times(read(h), read(h)), times(times(number(2.0), read(h)), read(hDot))));
        String text = Companions.write(layout, GeneratedKind.DERIVATIVE, body, square);
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                double result = 1;
                HelperTangentResult result2 = helperTangent(x, 1);
                double y = result2.value();
                double yDot = result2.valueDot();
                double other = helperTangent(y, yDot).valueDot();
                return other + result;
                """);
        assertThat(run(text, 3)).isEqualTo(2 * 9 * 6 + 1);
    }

    @Test
    void longLines_brokenAtTheOperatorsThatBindLeast() {
        Var volatility = real("impliedVolatilityOfTheUnderlying");
        Var rate = real("riskFreeInterestRateOfTheMarket");
        Var drift = real("driftOfTheUnderlyingPerUnitOfTime");
        Expr product = times(times(read(volatility), read(rate)), read(drift));
        String text = derivative(
                declare(volatility, read(x)),
                declare(rate, read(x)),
                declare(drift, read(x)),
                give(add(add(product, math("exp", negated(product))), math("pow", product, add(product, read(x))))));
        assertThat(Companions.body(text, "fDerivative")).endsWith("""
                return impliedVolatilityOfTheUnderlying * riskFreeInterestRateOfTheMarket * driftOfTheUnderlyingPerUnitOfTime
                        + Math.exp(
                                -(impliedVolatilityOfTheUnderlying
                                        * riskFreeInterestRateOfTheMarket
                                        * driftOfTheUnderlyingPerUnitOfTime))
                        + Math.pow(
                                impliedVolatilityOfTheUnderlying
                                        * riskFreeInterestRateOfTheMarket
                                        * driftOfTheUnderlyingPerUnitOfTime,
                                impliedVolatilityOfTheUnderlying
                                                * riskFreeInterestRateOfTheMarket
                                                * driftOfTheUnderlyingPerUnitOfTime
                                        + x);
                """);
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        run(text, 1);
    }

    private static Expr negated(Expr e) {
        return Ir.negate(e);
    }

    @Test
    void variablesThatWishTheSameName_numberedWhereScopesOverlap() {
        Var first = real("t");
        Var second = real("t");
        Var third = real("t");
        Var math = real("Math");
        Var keyword = real("final");
        String text = derivative(
                ifTrue(less(read(x), number(0.0)), declare(first, number(1.0)), give(read(first))),
                declare(second, math("exp", read(x))),
                declare(math, read(second)),
                declare(keyword, read(math)),
                ifTrue(less(read(x), number(0.0)), declare(third, number(2.0)), give(read(third))),
                give(read(keyword)));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                if (x < 0) {
                    double t = 1;
                    return t;
                }
                double t = Math.exp(x);
                double Math2 = t;
                double final2 = Math2;
                if (x < 0) {
                    double t2 = 2;
                    return t2;
                }
                return final2;
                """);
        run(text, 1);
    }

    @Test
    void tryStatement_withResourcesCatchAndFinally() {
        Type.Declared scanner = Type.Declared.of("java.util", "Scanner");
        Var in = new Var("in", scanner);
        Var problem = new Var("e", Type.Declared.of("java.lang", "RuntimeException"));
        Var y = real("y");
        List<Type> caught = List.of(
                Type.Declared.of("java.lang", "IllegalStateException"),
                Type.Declared.of("java.util", "NoSuchElementException"));
        Expr nextDouble = new Expr.Call(
                new Callee.Method(scanner, "nextDouble", List.of(), DOUBLE, false, Callee.Access.PUBLIC),
                read(in),
                List.of(),
                DOUBLE,
                Span.NONE);
        String text = derivative(
                declare(y, number(0.0)),
                new Stmt.Try(
                        List.of(new Stmt.Declare(
                                in,
                                new Expr.New(scanner, List.of(new Expr.Constant("", Types.STRING)), Span.NONE),
                                Span.NONE)),
                        Block.of(assign(y, nextDouble)),
                        List.of(new Stmt.Catch(caught, problem, Block.of(assign(y, number(-0.0))))),
                        Block.of(assign(y, add(read(y), number(1.0)))),
                        Span.NONE),
                give(read(y)));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                double y = 0;
                try (Scanner in = new Scanner("")) {
                    y = in.nextDouble();
                } catch (IllegalStateException | NoSuchElementException e) {
                    y = -0.0;
                } finally {
                    y += 1;
                }
                return y;
                """);
        assertThat(run(text, 1)).isEqualTo(1);
    }
}
