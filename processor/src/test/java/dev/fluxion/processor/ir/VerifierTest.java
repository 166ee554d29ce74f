package dev.fluxion.processor.ir;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private final Var x = new Var("x", DOUBLE);
    private final Var n = new Var("n", INT);
    private final Var y = new Var("y", DOUBLE);
    private final Label label = new Label("outer");
    private final Type.Declared owner = Type.Declared.of("p", "C");

    private final Callee.Method method = Callee.Method.publicStatic(owner, "f", DOUBLE, DOUBLE, INT);

    private Function function(Stmt... body) {
        List<Parameter> parameters = List.of(Parameter.primal(x, true), Parameter.primal(n, false));
        return new Function(
                method, parameters, List.of(new Result("value", DOUBLE)), Block.of(body), List.of(), true, Span.NONE);
    }

    /** The problems of a body that then returns the first parameter. */
    private List<String> problems(Stmt... body) {
        Stmt[] whole = java.util.Arrays.copyOf(body, body.length + 1);
        whole[body.length] = Stmt.Return.of(read(x), Span.NONE);
        return Verifier.problems(function(whole));
    }

    private static Expr read(Var v) {
        return new Expr.Read(v);
    }

    private static Expr real(double value) {
        return new Expr.Constant(value, DOUBLE);
    }

    private static Expr truth(boolean value) {
        return new Expr.Constant(value, BOOLEAN);
    }

    private static Stmt declare(Var v, Expr value) {
        return new Stmt.Declare(v, value, Span.NONE);
    }

    private static Stmt assign(Var v, Expr value) {
        return new Stmt.Assign(v, value, Span.NONE);
    }

    private static Expr add(Expr a, Expr b) {
        return new Expr.Binary(Operator.ADD, a, b, a.type());
    }

    private Stmt loop(Expr condition, Stmt... body) {
        return Stmt.Loop.whileLoop(label, condition, Block.of(body), Span.NONE);
    }

    private static Expr call(Type.Declared owner, String name, Type result) {
        return new Expr.Call(Callee.Method.publicStatic(owner, name, result), null, List.of(), result, Span.NONE);
    }

    @Test
    void wellFormedFunction_hasNoProblems() {
        Stmt body = assign(y, add(read(y), real(1)));
        assertThat(problems(declare(y, read(x)), loop(truth(true), body, new Stmt.Break(label, Span.NONE))))
                .isEmpty();
    }

    @Test
    void undeclaredVariable_isReportedWithItsStatement() {
        assertThat(problems(assign(y, read(x))))
                .singleElement()
                .asString()
                .isEqualTo("variable y is not declared\n  at: y = x;");
    }

    @Test
    void statementOfKnownOrigin_isReportedWithItsLine() {
        Stmt s = new Stmt.Assign(y, read(x), new Span("C.java", 1, 2, 7));
        assertThat(problems(s)).singleElement().asString().endsWith("// line 7");
    }

    @Test
    void variableOfAClosedBlock_isOutOfScope() {
        Stmt inner = new Stmt.If(truth(true), Block.of(declare(y, read(x))), Block.EMPTY, Span.NONE);
        assertThat(problems(inner, assign(x, read(y))))
                .singleElement()
                .asString()
                .contains("y is out of scope");
    }

    @Test
    void secondDeclaration_isReported() {
        assertThat(problems(declare(y, real(1)), declare(y, real(2))))
                .singleElement()
                .asString()
                .contains("y is declared twice");
    }

    @Test
    void readBeforeAssignment_onOnePath_isReported() {
        Stmt half = new Stmt.If(truth(true), Block.of(assign(y, read(x))), Block.EMPTY, Span.NONE);
        assertThat(problems(declare(y, null), half, assign(x, read(y))))
                .singleElement()
                .asString()
                .contains("y may be read before it is assigned");
    }

    @Test
    void readAfterAssignmentOnAllPathsThatArrive_isAccepted() {
        Stmt half = new Stmt.If(
                truth(true), Block.of(assign(y, read(x))), Block.of(Stmt.Return.of(real(0), Span.NONE)), Span.NONE);
        assertThat(problems(declare(y, null), half, assign(x, read(y)))).isEmpty();
    }

    @Test
    void assignmentInALoopThatMayNotRun_isNotEnough() {
        assertThat(problems(declare(y, null), loop(truth(false), assign(y, read(x))), assign(x, read(y))))
                .singleElement()
                .asString()
                .contains("y may be read before");
    }

    @Test
    void assignmentInADoLoop_isEnough() {
        Stmt loop = new Stmt.Loop(
                label,
                Stmt.Loop.Form.DO,
                Block.EMPTY,
                truth(false),
                Block.EMPTY,
                Block.of(assign(y, read(x))),
                Span.NONE);
        assertThat(problems(declare(y, null), loop, assign(x, read(y)))).isEmpty();
    }

    @Test
    void assignmentInATry_isNotSeenByItsHandler() {
        Var e = new Var("e", Type.Declared.of("java.lang", "RuntimeException"));
        Stmt attempt = new Stmt.Try(
                List.of(),
                Block.of(assign(y, read(x))),
                List.of(new Stmt.Catch(List.of(e.type()), e, Block.of(assign(x, read(y))))),
                Block.EMPTY,
                Span.NONE);
        assertThat(problems(declare(y, null), attempt))
                .singleElement()
                .asString()
                .contains("y may be read before");
    }

    @Test
    void wideningWithoutACast_isReported() {
        assertThat(problems(declare(y, read(n))))
                .singleElement()
                .asString()
                .contains("n has type int, not double")
                .contains("at: double y = n;");
    }

    @Test
    void operandsOfDifferentTypes_areReported() {
        Expr sum = new Expr.Binary(Operator.ADD, read(x), read(n), DOUBLE);
        assertThat(problems(assign(x, sum))).singleElement().asString().contains("no ADD of double and int in x + n");
    }

    @Test
    void shiftByALong_isAccepted() {
        Expr shift = new Expr.Binary(Operator.SHIFT_LEFT, read(n), new Expr.Constant(1L, LONG), INT);
        assertThat(problems(assign(n, shift))).isEmpty();
    }

    @Test
    void conditionThatIsNoBoolean_isReported() {
        assertThat(problems(new Stmt.If(read(n), Block.EMPTY, Block.EMPTY, Span.NONE)))
                .singleElement()
                .asString()
                .contains("n has type int, not boolean");
    }

    @Test
    void constantOfAnotherKind_isReported() {
        assertThat(problems(assign(x, new Expr.Constant(1, DOUBLE))))
                .singleElement()
                .asString()
                .contains("a constant 1 of type double");
    }

    @Test
    void argumentsThatDoNotFit_areReported() {
        Expr call = new Expr.Call(method, null, List.of(read(n), read(n)), DOUBLE, Span.NONE);
        assertThat(problems(assign(x, call)))
                .singleElement()
                .asString()
                .contains("arguments [int, int] for [double, int]");
    }

    @Test
    void derivedCallWithTooFewTargets_isReported() {
        Callee.Derived gradient =
                new Callee.Derived(method, new Derivation(Derivation.Transform.GRADIENT, List.of(true, false)));
        Stmt invoke = new Stmt.Invoke(List.of(x), gradient, List.of(read(x), read(n)), Span.NONE);
        assertThat(problems(invoke)).singleElement().asString().contains("1 targets for results [double, double]");
    }

    @Test
    void jumpToALabelThatIsNotAround_isReported() {
        assertThat(problems(loop(truth(false)), new Stmt.Break(label, Span.NONE)))
                .anySatisfy(p -> assertThat(p).contains("label outer names no enclosing statement"));
    }

    @Test
    void continueOfABlock_isReported() {
        Stmt block = new Stmt.Labeled(label, Block.of(new Stmt.Continue(label, Span.NONE)), Span.NONE);
        assertThat(problems(block)).singleElement().asString().contains("label outer names no enclosing loop");
    }

    @Test
    void impureCallInsideAnExpression_isReported() {
        assertThat(problems(assign(x, add(call(owner, "g", DOUBLE), read(x)))))
                .singleElement()
                .asString()
                .contains("the effect of C.g() does not stand at the root");
    }

    @Test
    void impureCallAtARoot_andPureOneInside_areAccepted() {
        Expr pure = new Expr.Call(
                Callee.Method.publicStatic(Types.MATH, "sin", DOUBLE, DOUBLE),
                null,
                List.of(read(x)),
                DOUBLE,
                Span.NONE);
        assertThat(problems(declare(y, call(owner, "g", DOUBLE)), assign(x, add(pure, read(y)))))
                .isEmpty();
    }

    @Test
    void pathWithoutAReturn_isReported() {
        assertThat(Verifier.problems(function(assign(x, read(x)))))
                .singleElement()
                .asString()
                .contains("runs off the end");
    }

    @Test
    void returnOfAnotherType_isReported() {
        assertThat(Verifier.problems(function(Stmt.Return.of(read(n), Span.NONE))))
                .singleElement()
                .asString()
                .contains("returns [int] where the results are [double]");
    }

    @Test
    void parameterInTheWrongRole_isReported() {
        Function good = function(Stmt.Return.of(read(x), Span.NONE));
        List<Parameter> parameters = List.of(Parameter.primal(x, true), new Parameter(n, Parameter.Role.TAPE, false));
        Function bad = new Function(method, parameters, good.results(), good.body(), List.of(), true, Span.NONE);
        assertThat(Verifier.problems(bad)).singleElement().asString().contains("n of type int cannot be a TAPE");
    }

    @Test
    void missingParameter_isReported() {
        Function good = function(Stmt.Return.of(read(x), Span.NONE));
        Function bad = new Function(
                method, good.parameters().subList(0, 1), good.results(), good.body(), List.of(), true, Span.NONE);
        assertThat(Verifier.problems(bad)).singleElement().asString().contains("parameters of types [double]");
    }

    @Test
    void valueOnAStackOfAnotherType_isReported() {
        Var stack = new Var("tape", Types.stackOf(DOUBLE));
        assertThat(problems(
                        declare(stack, new Expr.New((Type.Declared) stack.type(), List.of(), Span.NONE)),
                        new Stmt.Push(stack, read(n), Span.NONE)))
                .singleElement()
                .asString()
                .contains("does not hold values of type int");
    }

    @Test
    void caseThatStandsTwice_isReported() {
        Stmt.Case one = new Stmt.Case(List.of(new Expr.Constant(1, INT)), false, Block.EMPTY);
        assertThat(problems(new Stmt.Switch(label, read(n), List.of(one, one), Span.NONE)))
                .singleElement()
                .asString()
                .contains("case 1 stands twice");
    }

    @Test
    void check_namesTheStageAndPrintsTheFunction() {
        Function bad = function(assign(y, read(x)), Stmt.Return.of(read(x), Span.NONE));
        assertThatThrownBy(() -> Verifier.check("lower", bad))
                .isInstanceOf(MalformedFunction.class)
                .hasMessageContaining("after lower, C.f is not well-formed")
                .hasMessageContaining("y is not declared")
                .hasMessageContaining("(double value) C.f(double x, @NoDiff int n) {");
    }
}
