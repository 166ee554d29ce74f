package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.declare;
import static dev.fluxion.processor.backend.Ir.give;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.backend.Ir.times;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenMembersTest {

    private static final String CURVES = """
            package p;

            public final class Curves {
                private static double fieldRate = 0.5;
                private static final int COUNT = 3;

                public static double f(double x) {
                    return x;
                }

                private static double helper(double x, int times) {
                    if (times < 0) {
                        throw new IllegalStateException("negative");
                    }
                    return x * times;
                }

                private static void log() {}
            }
            """;

    private final UserMethod f = Companions.method("f", 1, "x");
    private final Var x = real("x");
    private final Field rate = new Field(Ir.CURVES, "fieldRate", DOUBLE, true, false, Callee.Access.PRIVATE);
    private final Field count = new Field(Ir.CURVES, "COUNT", INT, true, true, Callee.Access.PRIVATE);
    private final Callee.Method helper =
            new Callee.Method(Ir.CURVES, "helper", List.of(DOUBLE, INT), DOUBLE, true, Callee.Access.PRIVATE);

    private String derivative(Stmt... body) {
        Function function = Companions.function(
                f.derived(Derivation.Transform.DERIVATIVE), List.of(x), List.of(new Result("dX", DOUBLE)), body);
        return Companions.write(Companions.layout(f), GeneratedKind.DERIVATIVE, function);
    }

    private static Object run(String companion, double x) {
        return Compiled.of("p.Curves", CURVES, "p.CurvesGrad", companion).call("p.CurvesGrad", "fDerivative", x);
    }

    private static Expr call(Callee.Method method, Expr... arguments) {
        return new Expr.Call(method, null, List.of(arguments), method.result(), Span.NONE);
    }

    @Test
    void privateFields_readAndAssignedThroughVarHandles() {
        Expr value = new Expr.FieldRead(rate, null, DOUBLE, Span.NONE);
        Expr three = new Expr.FieldRead(count, null, INT, Span.NONE);
        String text = derivative(
                new Stmt.StoreField(rate, null, times(value, read(x)), Span.NONE),
                give(add(value, Ir.cast(DOUBLE, three))));
        assertThat(text).contains("""
                    private static final VarHandle FIELD_RATE;

                    private static final VarHandle COUNT;

                    static {
                        try {
                            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Curves.class, MethodHandles.lookup());
                            FIELD_RATE = lookup.findStaticVarHandle(Curves.class, "fieldRate", double.class);
                            COUNT = lookup.findStaticVarHandle(Curves.class, "COUNT", int.class);
                        } catch (ReflectiveOperationException e) {
                            throw new ExceptionInInitializerError(e);
                        }
                    }
                """);
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                setFieldRate(fieldRate() * x);
                return fieldRate() + count();
                """);
        assertThat(run(text, 4)).isEqualTo(5.0);
    }

    @Test
    void privateMethods_calledThroughMethodHandles_withTheirExceptions() {
        Var n = new Var("n", INT);
        Callee.Method log = new Callee.Method(Ir.CURVES, "log", List.of(), Types.VOID, true, Callee.Access.PRIVATE);
        String text = derivative(
                declare(n, Ir.cast(INT, read(x))),
                new Stmt.Eval(call(log), Span.NONE),
                give(call(helper, number(1.5), read(n))));
        assertThat(Companions.body(text, "fDerivative")).isEqualTo("""
                int n = (int) x;
                log();
                return helper(1.5, n);
                """);
        assertThat(run(text, 4)).isEqualTo(6.0);
        assertThatThrownBy(() -> run(text, -1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("negative");
    }

    @Test
    void packagePrivateMembersOfOtherPackages_areHiddenToo() {
        Type.Declared other = Type.Declared.of("q", "Other");
        Callee.Method twice = new Callee.Method(other, "twice", List.of(DOUBLE), DOUBLE, true, Callee.Access.PACKAGE);
        String text = derivative(give(call(twice, read(x))));
        String source = "package q; public class Other { static double twice(double x) { return 2 * x; } }";
        Object result = Compiled.of("p.Curves", CURVES, "q.Other", source, "p.CurvesGrad", text)
                .call("p.CurvesGrad", "fDerivative", 4.0);
        assertThat(result).isEqualTo(8.0);
    }

    @Test
    void accessors_giveWayToGeneratedMethods() {
        Callee.Method same = new Callee.Method(Ir.CURVES, "fJvp", List.of(DOUBLE), DOUBLE, true, Callee.Access.PRIVATE);
        assertThat(Companions.body(derivative(give(call(same, read(x)))), "fDerivative"))
                .isEqualTo("return fJvp2(x);\n");
    }

    @Test
    void classThatTheCompanionCannotName_isFoundByName() {
        Type.Declared secret = Type.Declared.of("p", "Curves", "Secret");
        Callee.Method twice = new Callee.Method(secret, "twice", List.of(DOUBLE), DOUBLE, true, Callee.Access.PACKAGE);
        Function function = Companions.function(
                f.derived(Derivation.Transform.DERIVATIVE),
                List.of(x),
                List.of(new Result("dX", DOUBLE)),
                give(call(twice, read(x))));
        CompanionLayout layout = Companions.layout(f);
        CompanionModel.Method method =
                CompanionModel.Method.of(Companions.signature(layout, GeneratedKind.DERIVATIVE), function);
        String text = CompanionWriter.write(
                new CompanionModel(layout, List.of(method), List.of()),
                SourceText.none(),
                DerivedMethods.none(),
                new SurroundingsWithout(secret));
        String source = CURVES.replace(
                "private static void log() {}",
                "private static class Secret { static double twice(double x) { return 2 * x; } }");
        Object result = Compiled.of("p.Curves", source, "p.CurvesGrad", text).call("p.CurvesGrad", "fDerivative", 4.0);
        assertThat(result).isEqualTo(8.0);
    }
}
