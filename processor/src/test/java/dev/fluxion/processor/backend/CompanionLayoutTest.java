package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanionLayoutTest {

    private static UserMethod method(String name, String stem, int order, Type result, UserParameter... parameters) {
        List<Type> types = List.of(parameters).stream().map(UserParameter::type).toList();
        Callee.Method callee = new Callee.Method(Ir.CURVES, name, types, result, true, Callee.Access.PUBLIC);
        return new UserMethod(callee, stem, List.of(parameters), false, result, List.of(), true, order, true);
    }

    private static UserParameter active(String name, Type type) {
        return new UserParameter(name, type, true);
    }

    private static UserParameter constant(String name, Type type) {
        return new UserParameter(name, type, false);
    }

    private static List<String> members(CompanionLayout layout) {
        return layout.signatures().stream()
                .map(s -> (s.result() instanceof Type.Declared d
                                ? d.simpleName()
                                : s.result().toString()) + " " + s.key())
                .toList();
    }

    @Test
    void oneVariable_ofFirstOrder() {
        CompanionLayout layout = CompanionLayout.of(
                Ir.CURVES, true, List.of(method("f", "f", 1, DOUBLE, active("x", DOUBLE), constant("n", INT))));
        assertThat(layout.companion().canonicalName()).isEqualTo("p.CurvesGrad");
        assertThat(members(layout))
                .containsExactly(
                        "double fDerivative(double, int)",
                        "FGradient fGradient(double, int)",
                        "Dual fJvp(double, int, double)",
                        "FGradient fVjp(double, int, double)",
                        "Dual f(Dual, int)",
                        "Tensor f(Tensor, int)",
                        "double fForwardSweep(double, int, Tape)",
                        "double fReverseSweep(double, int, double, Tape)");
        assertThat(layout.records().get("FGradient").components())
                .extracting(c -> c.type() + " " + c.name())
                .containsExactly("double value", "double dX");
    }

    @Test
    void oneVariable_ofSecondOrder() {
        CompanionLayout layout =
                CompanionLayout.of(Ir.CURVES, true, List.of(method("f", "g", 2, DOUBLE, active("x", DOUBLE))));
        assertThat(members(layout))
                .containsExactly(
                        "double gDerivative(double)",
                        "GGradient gGradient(double)",
                        "Dual gJvp(double, double)",
                        "GGradient gVjp(double, double)",
                        "Dual g(Dual)",
                        "Tensor g(Tensor)",
                        "double gSecondDerivative(double)",
                        "double[] gHvp(double, double[])",
                        "double[][] gHessian(double)",
                        "double gForwardSweep(double, Tape)",
                        "double gReverseSweep(double, double, Tape)");
    }

    @Test
    void floatResultAndSeveralVariables() {
        Type boxed = Types.boxed(FLOAT);
        CompanionLayout layout = CompanionLayout.of(
                Type.Declared.of("p", "Outer", "Inner"),
                false,
                List.of(method("f", "f", 1, boxed, active("u", boxed), active("v", DOUBLE))));
        assertThat(layout.companion().canonicalName()).isEqualTo("p.Outer_InnerGrad");
        assertThat(members(layout))
                .containsExactly(
                        "FGradient fGradient(Float, double)",
                        "FTangent fJvp(Float, double, float, double)",
                        "FGradient fVjp(Float, double, float)",
                        "Tensor f(Tensor, Tensor)",
                        "Float fForwardSweep(Float, double, Tape)",
                        "FAdjoints fReverseSweep(double, float, Tape)");
        assertThat(layout.records().get("FTangent").components())
                .extracting(c -> c.type() + " " + c.name())
                .containsExactly("java.lang.Float value", "float tangent");
        assertThat(layout.records().get("FAdjoints").components())
                .extracting(c -> c.type() + " " + c.name())
                .containsExactly("float dU", "double dV");
    }

    @Test
    void sideEffects_excludeOperatorsOfSeveralPasses() {
        UserMethod pure = method("f", "f", 2, DOUBLE, active("x", DOUBLE));
        UserMethod impure =
                new UserMethod(pure.callee(), "f", pure.parameters(), false, DOUBLE, List.of(), true, 2, false);
        assertThat(CompanionLayout.of(Ir.CURVES, true, List.of(impure)).signatures())
                .extracting(Signature::kind)
                .contains(GeneratedKind.SECOND_DERIVATIVE)
                .doesNotContain(GeneratedKind.HVP, GeneratedKind.HESSIAN);
    }

    @Test
    void derivedFunctions_foundByTheirActivity() {
        UserMethod f = method("f", "f", 1, FLOAT, active("x", DOUBLE));
        CompanionLayout layout = CompanionLayout.of(Ir.CURVES, true, List.of(f));
        DerivedMethod derivative =
                layout.find(f.derived(Derivation.Transform.DERIVATIVE)).orElseThrow();
        assertThat(derivative.name()).as("fDerivative would round to float").isEqualTo("fGradient");
        assertThat(derivative.accessors()).containsExactly("dX");
        DerivedMethod tangent =
                layout.find(f.derived(Derivation.Transform.TANGENT)).orElseThrow();
        assertThat(tangent.accessors()).containsExactly("value", "tangent");
        Derivation inactive = new Derivation(Derivation.Transform.TANGENT, List.of(false));
        assertThat(layout.find(new Callee.Derived(f.callee(), inactive))).isEmpty();
    }

    @Test
    void overloads_collide_unlessOneHasAName() {
        UserMethod first = method("f", "f", 1, DOUBLE, active("x", DOUBLE));
        UserMethod second = method("f", "f", 1, DOUBLE, active("x", DOUBLE), active("y", DOUBLE));
        UserMethod named = method("f", "f2", 1, DOUBLE, active("x", DOUBLE), active("y", DOUBLE));
        assertThat(conflicts(first, second)).containsExactly(new Conflict.SameMember(second, first, "FGradient"));
        assertThat(conflicts(first, named)).isEmpty();
    }

    @Test
    void namesThatDifferInTheFirstLettersCase_collide() {
        UserMethod lower = method("f", "f", 1, DOUBLE, active("x", DOUBLE));
        UserMethod upper = method("F", "F", 1, DOUBLE, active("x", DOUBLE));
        UserMethod both = method("g", "g", 1, DOUBLE, active("x", DOUBLE), active("X", DOUBLE));
        assertThat(conflicts(lower, upper, both))
                .containsExactly(
                        new Conflict.SameMember(upper, lower, "FGradient"),
                        new Conflict.SameComponent(both, "x", "X", "dX"));
    }

    @Test
    void methodNamedAsAnothersDerivative_collides_onlyByItsSignature() {
        UserMethod f = method("f", "f", 1, DOUBLE, active("x", DOUBLE));
        UserMethod jvp = method("fJvp", "fJvp", 1, DOUBLE, active("x", DOUBLE));
        assertThat(conflicts(f, jvp)).isEmpty();
    }

    @Test
    void typesThatTheCompanionCannotName() {
        Type.Declared hidden = Type.Declared.of("p", "Curves", "Mode");
        UserMethod f = method("f", "f", 1, DOUBLE, active("x", DOUBLE), constant("mode", hidden));
        CompanionLayout layout = CompanionLayout.of(Ir.CURVES, true, List.of(f));
        assertThat(Conflicts.of(layout, new SurroundingsWithout(hidden)))
                .containsExactly(new Conflict.HiddenType(f, hidden));
    }

    private static List<Conflict> conflicts(UserMethod... methods) {
        return Conflicts.of(CompanionLayout.of(Ir.CURVES, true, List.of(methods)), Surroundings.open());
    }
}
