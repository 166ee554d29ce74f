package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.cast;
import static dev.fluxion.processor.backend.Ir.divide;
import static dev.fluxion.processor.backend.Ir.integer;
import static dev.fluxion.processor.backend.Ir.less;
import static dev.fluxion.processor.backend.Ir.math;
import static dev.fluxion.processor.backend.Ir.negate;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.backend.Ir.subtract;
import static dev.fluxion.processor.backend.Ir.times;
import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionWriterTest {

    private final Var x = real("x");
    private final Var y = real("y");
    private final Var i = integer("i");
    private final Var n = integer("n");

    private static ExpressionWriter writer() {
        HiddenMembers hidden = new HiddenMembers("p", Surroundings.open(), new UniqueNames(List.of()), List.of());
        Members members = new Members(Type.Declared.of("p", "CurvesGrad"), Map.of(), DerivedMethods.none(), hidden);
        Callee callee = Callee.Method.publicStatic(Ir.CURVES, "f", DOUBLE);
        Function empty = new Function(callee, List.of(), List.of(), Block.EMPTY, List.of(), true, Ir.line(1));
        return new ExpressionWriter(Names.of(empty, Set.of(), members), members);
    }

    private static String print(Expr e) {
        CodeBlock.Builder out = CodeBlock.builder();
        LineBreaker.add(out, 0, writer().assigned(e, e.type()));
        return out.build().toString().replace("java.lang.", "").strip();
    }

    @Test
    void parentheses_onlyWhereTheTreeNeedsThem() {
        assertThat(print(add(times(read(x), read(y)), read(x)))).isEqualTo("x * y + x");
        assertThat(print(times(add(read(x), read(y)), read(x)))).isEqualTo("(x + y) * x");
        assertThat(print(add(add(read(x), read(y)), read(x)))).isEqualTo("x + y + x");
        assertThat(print(add(read(x), add(read(y), read(x))))).isEqualTo("x + (y + x)");
        assertThat(print(subtract(read(x), subtract(read(y), read(x))))).isEqualTo("x - (y - x)");
        assertThat(print(divide(times(read(x), read(y)), read(x)))).isEqualTo("x * y / x");
        assertThat(print(times(read(x), divide(read(y), read(x))))).isEqualTo("x * (y / x)");
    }

    @Test
    void signs_neverBecomeDecrements() {
        assertThat(print(negate(negate(read(x))))).isEqualTo("-(-x)");
        assertThat(print(negate(number(-2.0)))).isEqualTo("-(-2.0)");
        assertThat(print(subtract(read(x), number(-2.0)))).isEqualTo("x - -2");
        assertThat(print(negate(times(read(x), read(y))))).isEqualTo("-(x * y)");
        assertThat(print(times(negate(read(x)), read(y)))).isEqualTo("-x * y");
    }

    @Test
    void widenings_leftToJava_whereItMakesTheSame() {
        assertThat(print(times(cast(DOUBLE, read(i)), read(x)))).isEqualTo("i * x");
        assertThat(print(divide(cast(DOUBLE, read(i)), cast(DOUBLE, read(n))))).isEqualTo("(double) i / n");
        assertThat(print(cast(DOUBLE, divide(read(i), read(n))))).isEqualTo("i / n");
        assertThat(print(times(read(x), cast(DOUBLE, divide(read(i), read(n))))))
                .isEqualTo("x * (i / n)");
        assertThat(print(divide(number(1.0), cast(DOUBLE, read(n))))).isEqualTo("1.0 / n");
        assertThat(print(divide(cast(DOUBLE, read(n)), number(2.0)))).isEqualTo("n / 2.0");
        assertThat(print(divide(number(1.0), number(3.0)))).isEqualTo("1.0 / 3");
        assertThat(print(math("sqrt", cast(DOUBLE, read(i))))).isEqualTo("Math.sqrt(i)");
        assertThat(print(math("max", read(x), number(0.0)))).isEqualTo("Math.max(x, 0)");
        assertThat(print(math("pow", number(2.0), cast(DOUBLE, read(i))))).isEqualTo("Math.pow(2, i)");
    }

    @Test
    void boxes_convertedByJava_whereItMustNotCompareReferences() {
        Var boxed = new Var("d", Types.boxed(DOUBLE));
        Expr unboxed = cast(DOUBLE, read(boxed));
        assertThat(print(times(unboxed, unboxed))).isEqualTo("d * d");
        assertThat(print(unboxed)).isEqualTo("d");
        assertThat(print(Ir.binary(Operator.EQUAL, unboxed, unboxed))).isEqualTo("(double) d == d");
        assertThat(print(cast(boxed.type(), times(unboxed, read(x))))).isEqualTo("d * x");
    }

    @Test
    void conditionals_ofDifferentBoxes_stayObjects() {
        Expr condition = less(read(x), read(y));
        Expr real = cast(Type.Declared.of("java.lang", "Double"), read(x));
        Expr integer = cast(Type.Declared.of("java.lang", "Integer"), read(i));
        assertThat(print(new Expr.Conditional(condition, integer, real, Types.OBJECT)))
                .isEqualTo("x < y ? (Object) Integer.valueOf(i) : Double.valueOf(x)");
        assertThat(print(new Expr.Conditional(condition, real, real, real.type())))
                .isEqualTo("x < y ? Double.valueOf(x) : Double.valueOf(x)");
    }

    @Test
    void conditionals_keepTheirType() {
        Expr condition = Ir.less(read(x), number(0.0));
        Expr clamp = new Expr.Conditional(condition, number(0.0), read(x), DOUBLE);
        assertThat(print(clamp)).isEqualTo("x < 0 ? 0 : x");
        assertThat(print(times(clamp, read(y)))).isEqualTo("(x < 0 ? 0 : x) * y");
        assertThat(print(new Expr.Conditional(condition, number(0.0), number(1.0), DOUBLE)))
                .isEqualTo("x < 0 ? 0.0 : 1.0");
        assertThat(print(new Expr.Conditional(condition, read(y), clamp, DOUBLE)))
                .isEqualTo("x < 0 ? y : x < 0 ? 0 : x");
    }

    @Test
    void arrays() {
        Type.Array vector = new Type.Array(DOUBLE);
        Type.Array matrix = new Type.Array(vector);
        assertThat(print(new Expr.NewArray(matrix, List.of(read(n))))).isEqualTo("new double[n][]");
        assertThat(print(new Expr.NewArray(matrix, List.of(read(n), number(3)))))
                .isEqualTo("new double[n][3]");
        assertThat(print(new Expr.ArrayLiteral(vector, List.of(number(1.0), read(x)))))
                .isEqualTo("new double[] {1, x}");
        Var a = new Var("a", matrix);
        Expr row = new Expr.Element(read(a), read(i), vector);
        assertThat(print(new Expr.Element(row, number(0), DOUBLE))).isEqualTo("a[i][0]");
        assertThat(print(new Expr.Length(row))).isEqualTo("a[i].length");
    }

    @Test
    void selector_inCondition_ofBooleans() {
        Var p = new Var("p", BOOLEAN);
        Var q = new Var("q", BOOLEAN);
        Expr or = new Expr.Binary(Operator.OR_ELSE, read(p), read(q), BOOLEAN);
        assertThat(print(new Expr.Binary(Operator.AND_THEN, or, read(p), BOOLEAN)))
                .isEqualTo("(p || q) && p");
        assertThat(print(new Expr.Binary(Operator.OR_ELSE, read(p), or, BOOLEAN)))
                .isEqualTo("p || p || q");
        assertThat(print(new Expr.Unary(Operator.NOT, or, BOOLEAN))).isEqualTo("!(p || q)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomExpressions_evaluateToTheSameBits_afterPrintingAndCompiling(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        List<Expr> expressions = new ArrayList<>();
        for (int e = 0; e < 400; e++) {
            expressions.add(e % 10 == 0 ? random.concatenation(2) : random.expression(random.type(), 1 + e % 5));
        }
        Compiled compiled = Compiled.of("p.E", fileOf(random.variables(), expressions));
        for (int point = 0; point < 10; point++) {
            Map<Var, Object> values = random.values();
            Object[] arguments = values.values().toArray();
            for (int e = 0; e < expressions.size(); e++) {
                Expr expression = expressions.get(e);
                Object expected = outcome(() -> new Interpreter(values).evaluate(expression));
                String method = "e" + e;
                Object actual = outcome(() -> compiled.call("p.E", method, arguments));
                assertThat(actual).as("%s at %s", print(expression), values).isEqualTo(expected);
            }
        }
    }

    private static Object outcome(java.util.function.Supplier<Object> evaluation) {
        try {
            return evaluation.get();
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    private static String fileOf(List<Var> variables, List<Expr> expressions) {
        TypeSpec.Builder type = TypeSpec.classBuilder("E")
                .addAnnotation(com.palantir.javapoet.AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "divzero")
                        .build());
        for (int e = 0; e < expressions.size(); e++) {
            Type result = expressions.get(e).type();
            MethodSpec.Builder method = MethodSpec.methodBuilder("e" + e)
                    .addModifiers(Modifier.STATIC)
                    .returns(TypeNames.of(result));
            variables.forEach(v -> method.addParameter(TypeNames.of(v.type()), v.name()));
            CodeBlock.Builder out = CodeBlock.builder();
            LineBreaker.add(out, 8, Text.of("return ", writer().assigned(expressions.get(e), result), ";"));
            type.addMethod(method.addCode(out.build()).build());
        }
        return JavaFile.builder("p", type.build())
                .skipJavaLangImports(true)
                .build()
                .toString();
    }
}
