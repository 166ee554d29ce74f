package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.give;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.backend.Ir.times;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Dual;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagingTest {

    private static final String CURVES = """
            package p;

            public class Curves {
                public static double f(double u, double v) {
                    return u * v + u * u;
                }

                public static double g(double x) {
                    return x * x * x;
                }
            }
            """;

    private static Function function(
            Callee callee, List<Var> variables, List<Var> tangents, List<String> results, Expr... values) {
        List<Parameter> parameters = new ArrayList<>();
        variables.forEach(v -> parameters.add(Parameter.primal(v, true)));
        tangents.forEach(v -> parameters.add(new Parameter(v, Parameter.Role.TANGENT, false)));
        List<Result> named = results.stream().map(r -> new Result(r, DOUBLE)).toList();
        return new Function(callee, parameters, named, Block.of(give(values)), List.of(), true, Span.NONE);
    }

    private static String write(CompanionLayout layout, CompanionModel.Method... methods) {
        CompanionModel model = new CompanionModel(layout, List.of(methods), List.of());
        return CompanionWriter.write(model, SourceText.none(), DerivedMethods.none(), Surroundings.open());
    }

    private static CompanionModel.Method fitted(CompanionLayout layout, GeneratedKind kind, Function function) {
        Signature signature = Companions.signature(layout, kind);
        return CompanionModel.Method.of(signature, Packaging.fit(signature, function));
    }

    @Test
    void hessianOfTwoVariables_isTwoProducts() {
        UserMethod f = Companions.method("f", 2, "u", "v");
        CompanionLayout layout = Companions.layout(f);
        Var u = real("u");
        Var v = real("v");
        Var uDot = real("uDot");
        Var vDot = real("vDot");
        Function second = function(
                f.secondOrder(),
                List.of(u, v),
                List.of(uDot, vDot),
                List.of("uBar", "vBar", "uBarDot", "vBarDot"),
                add(read(v), times(number(2.0), read(u))),
                read(u),
                add(read(vDot), times(number(2.0), read(uDot))),
                read(uDot));
        String text = write(
                layout,
                fitted(layout, GeneratedKind.HVP, second),
                CompanionModel.Method.wrapper(Companions.signature(layout, GeneratedKind.HESSIAN)));
        assertThat(Companions.body(text, "fHvp")).isEqualTo("""
                if (direction.length != 2) {
                    throw new IllegalArgumentException("direction must have length 2, not " + direction.length);
                }
                double uDot = direction[0];
                double vDot = direction[1];
                return new double[] {vDot + 2 * uDot, uDot};
                """);
        assertThat(Companions.body(text, "fHessian")).isEqualTo("""
                return new double[][] {fHvp(u, v, new double[] {1, 0}), fHvp(u, v, new double[] {0, 1})};
                """);
        Compiled compiled = Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text);
        assertThat((double[][]) compiled.call("p.CurvesGrad", "fHessian", 1.0, 2.0))
                .isDeepEqualTo(new double[][] {{2, 1}, {1, 0}});
        assertThatThrownBy(() -> compiled.call("p.CurvesGrad", "fHvp", 1.0, 2.0, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("direction must have length 2, not 3");
    }

    @Test
    void hessianOfMoreVariables_isALoop_whoseNamesGiveWay() {
        UserMethod f = Companions.method("f", 2, "i", "direction", "z");
        CompanionLayout layout = Companions.layout(f);
        String text = write(layout, CompanionModel.Method.wrapper(Companions.signature(layout, GeneratedKind.HESSIAN)));
        assertThat(Companions.body(text, "fHessian")).isEqualTo("""
                double[][] hessian = new double[3][];
                double[] direction2 = new double[3];
                for (int i2 = 0; i2 < 3; i2++) {
                    direction2[i2] = 1;
                    hessian[i2] = fHvp(i, direction, z, direction2);
                    direction2[i2] = 0;
                }
                return hessian;
                """);
    }

    @Test
    void secondDerivative_seedsTheTangentWithOne() {
        UserMethod g = Companions.method("g", 2, "x");
        CompanionLayout layout = Companions.layout(g);
        Var x = real("x");
        Var xDot = real("xDot");
        Function second = function(
                g.secondOrder(),
                List.of(x),
                List.of(xDot),
                List.of("xBar", "xBarDot"),
                times(number(3.0), times(read(x), read(x))),
                times(times(number(6.0), read(x)), read(xDot)));
        String text = write(layout, fitted(layout, GeneratedKind.SECOND_DERIVATIVE, second));
        assertThat(Companions.body(text, "gSecondDerivative")).isEqualTo("""
                double xDot = 1;
                return 6 * x * xDot;
                """);
        assertThat(Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text).call("p.CurvesGrad", "gSecondDerivative", 2.0))
                .isEqualTo(12.0);
    }

    @Test
    void dualOverload_callsTheJvp() {
        UserMethod g = Companions.method("g", 1, "x");
        CompanionLayout layout = Companions.layout(g);
        Var x = real("x");
        Var xDot = real("xDot");
        Expr square = times(read(x), read(x));
        Function tangent = function(
                g.derived(Derivation.Transform.TANGENT),
                List.of(x),
                List.of(xDot),
                List.of("value", "valueDot"),
                times(square, read(x)),
                times(times(number(3.0), square), read(xDot)));
        String text = write(
                layout,
                fitted(layout, GeneratedKind.JVP, tangent),
                CompanionModel.Method.wrapper(Companions.signature(layout, GeneratedKind.DUAL)));
        assertThat(Companions.body(text, "gJvp")).isEqualTo("return new Dual(x * x * x, 3 * (x * x) * xDot);\n");
        assertThat(Companions.body(text, "g")).isEqualTo("return gJvp(x.value(), x.tangent());\n");
        Object result =
                Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text).call("p.CurvesGrad", "g", Dual.variable(2));
        assertThat(result).isEqualTo(new Dual(8, 12));
    }

    @Test
    void derivative_takesTheResultsType() {
        Callee.Method callee = Callee.Method.publicStatic(Ir.CURVES, "h", FLOAT, DOUBLE);
        UserMethod h = new UserMethod(
                callee, "h", List.of(new UserParameter("x", DOUBLE, true)), false, FLOAT, List.of(), true, 1, true);
        CompanionLayout layout = CompanionLayout.of(Ir.CURVES, true, List.of(h));
        Var x = real("x");
        Function derivative =
                function(h.derived(Derivation.Transform.DERIVATIVE), List.of(x), List.of(), List.of("dX"), read(x));
        String text = write(layout, fitted(layout, GeneratedKind.DERIVATIVE, derivative));
        assertThat(text).contains("public static float hDerivative(double x) {\n        return (float) x;\n");
    }

    @Test
    void methodThatFailed_compilesAndThrows() {
        UserMethod g = Companions.method("g", 2, "x");
        CompanionLayout layout = Companions.layout(g);
        String text = write(
                layout,
                layout.signatures().stream().map(CompanionModel.Method::failed).toArray(CompanionModel.Method[]::new));
        Compiled compiled = Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text);
        assertThatThrownBy(() -> compiled.call("p.CurvesGrad", "gHessian", 1.0))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void classOfThePackage_neverTakenForOneOfJavaLang() {
        UserMethod g = Companions.method("g", 1, "x");
        CompanionLayout layout = Companions.layout(g);
        Var x = real("x");
        Stmt body = give(Ir.math("exp", read(x)));
        Function derivative = Companions.function(
                g.derived(Derivation.Transform.DERIVATIVE), List.of(x), List.of(new Result("dX", DOUBLE)), body);
        CompanionModel.Method method = fitted(layout, GeneratedKind.DERIVATIVE, derivative);
        String text = CompanionWriter.write(
                new CompanionModel(layout, List.of(method), List.of()),
                SourceText.none(),
                DerivedMethods.none(),
                new SurroundingsWithout(null));
        assertThat(Companions.body(text, "gDerivative")).isEqualTo("return java.lang.Math.exp(x);\n");
        Object one = Compiled.of("p.Curves", CURVES, "p.Math", "package p; class Math {}", "p.CurvesGrad", text)
                .call("p.CurvesGrad", "gDerivative", 0.0);
        assertThat(one).isEqualTo(1.0);
    }
}
