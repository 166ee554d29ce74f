package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Dual;
import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is generated for instance methods, called with receivers of several classes. */
class InstanceMethodsTest {

    private static final String BASE = """
            package p;
            import dev.fluxion.*;
            public class Base {
                private final double rate;
                protected int calls;
                public Base(double rate) { this.rate = rate; }
                @Differentiable(order = 2)
                public double decay(double t) { calls++; return Math.exp(-rate * t) * factor(t); }
                protected double factor(double t) { return t * t; }
                @Differentiable
                public double fill(double[] x, double t) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) { sum += rate * x[i] * t; }
                    return sum;
                }
                public int calls() { return calls; }
            }
            """;

    private static final String SUB = """
            package p;
            public class Sub extends Base {
                public Sub() { super(2); }
                @Override protected double factor(double t) { return t * t * t; }
            }
            """;

    private static final String OTHER = """
            package p;
            public final class Other extends Base {
                public Other() { super(2); }
                @Override public double decay(double t) { return t; }
            }
            """;

    private static final String LATER = """
            package q;
            public class Later extends p.Base {
                public Later() { super(2); }
                @Override protected double factor(double t) { return 1; }
            }
            """;

    private static final InMemory COMPILED = compile();

    private static InMemory compile() {
        InMemory run = InMemory.derive(Map.of("p.Base", BASE, "p.Sub", SUB, "p.Other", OTHER));
        assertThat(run.isSuccessful()).as(run.errors().toString()).isTrue();
        return run;
    }

    private static Object create(String type, Object... arguments) throws ReflectiveOperationException {
        Constructor<?> c = COMPILED.loadClass(type).getConstructors()[0];
        return c.newInstance(arguments);
    }

    private static Object call(String name, Object... arguments) throws Throwable {
        Method method = PlainMethods.of(COMPILED.loadClass("p.BaseGrad"))
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
                .filter(m -> name.equals("decay") == (m.getParameterTypes()[1] == Dual.class))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static double component(Object record, String name) throws ReflectiveOperationException {
        return ((Number) record.getClass().getMethod(name).invoke(record)).doubleValue();
    }

    @Test
    void receiver_isAConstant() throws Throwable {
        Object base = create("p.Base", 0.5);
        double t = 1.25;
        double exact = Math.exp(-0.5 * t) * (2 * t - 0.5 * t * t);
        double second = Math.exp(-0.5 * t) * (2 - 2 * t + 0.25 * t * t);
        assertThat((Double) call("decayDerivative", base, t)).isCloseTo(exact, within(1e-14));
        Object gradient = call("decayGradient", base, t);
        assertThat(component(gradient, "value")).isEqualTo(Math.exp(-0.5 * t) * (t * t));
        assertThat(component(gradient, "dT")).isCloseTo(exact, within(1e-14));
        assertThat(component(call("decayVjp", base, t, 2.0), "dT")).isCloseTo(2 * exact, within(1e-14));
        assertThat(((Dual) call("decayJvp", base, t, 1.0)).tangent()).isCloseTo(exact, within(1e-14));
        assertThat(((Dual) call("decay", base, Dual.variable(t))).tangent()).isCloseTo(exact, within(1e-14));
        assertThat((Double) call("decaySecondDerivative", base, t)).isCloseTo(second, within(1e-13));
        assertThat((Integer) base.getClass().getMethod("calls").invoke(base)).isEqualTo(6);
    }

    @Test
    void arrays_areDifferentiatedBesideTheReceiver() throws Throwable {
        Object base = create("p.Base", 0.5);
        double[] bar = new double[2];
        Object gradient = call("fillGradient", base, new double[] {1, 2}, 3.0, bar);
        assertThat(bar).containsExactly(1.5, 1.5);
        assertThat(component(gradient, "dT")).isEqualTo(1.5);
    }

    @Test
    void subclassThatInherits_runsItsOwnOverrides() throws Throwable {
        double t = 0.75;
        double exact = Math.exp(-2 * t) * (3 * t * t - 2 * t * t * t);
        assertThat((Double) call("decayDerivative", create("p.Sub"), t)).isCloseTo(exact, within(1e-14));
    }

    @Test
    void subclassThatOverrides_isRefused() {
        assertThatThrownBy(() -> call("decayDerivative", create("p.Other"), 1.0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no derivative of Base.decay in p.Other");
    }

    @Test
    void classThatWasNotThere_isRefusedBeforeAnythingHappens() throws Throwable {
        InMemory later = InMemory.compile(Map.of("q.Later", LATER, "p.Base", BASE), java.util.List.of("-proc:none"));
        assertThat(later.isSuccessful()).as(later.errors().toString()).isTrue();
        Object receiver =
                new Foreign(COMPILED).define("q.Later", later).getConstructor().newInstance();
        assertThatThrownBy(() -> call("decayGradient", receiver, 1.0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no derivative of Base.decay in q.Later");
        assertThat((Integer) receiver.getClass().getMethod("calls").invoke(receiver))
                .isZero();
    }

    @Test
    void virtualCall_isCheckedInEveryImplementation() {
        String caller = """
                package p;
                import dev.fluxion.*;
                class Caller {
                    double kept;
                    double step(double x) { kept = x; return x; }
                    @Differentiable
                    static double f(Caller c, double x) { return c.step(x); }
                }
                """;
        String overriding = """
                package p;
                class Overriding extends Caller {
                    @Override double step(double x) { kept = x * x; return kept; }
                }
                """;
        assertThat(InMemory.derive(Map.of("p.Caller", caller, "p.Overriding", overriding))
                        .errors())
                .hasSize(2)
                .allMatch(e -> e.contains("FLX0207"))
                .anyMatch(e -> e.contains("Overriding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            double k = 2; double pay(double s) { return k * s; } | FLX0201 | a field of a constant's own
            int n; double pay(double s) { n = 2; return s; } | FLX0201 | a field of a constant's own
            static int n() { return 2; } double pay(double s) { return n() * s; } | FLX0201 | a method of a constant's own
            double n(double s) { return s < 1 ? s : n(s - 1); } double pay(double s) { return n(s); } | FLX0201 | a method of a constant's own
            int k; double pay(double s) { Runnable r = () -> k++; return r.hashCode() * s; } | FLX0228 | k
            """)
    void whatAConstantHasForItself_isAnError(String body, String code, String what) {
        String text = """
                package p;
                import dev.fluxion.*;
                class Example {
                    enum Kind { PUT { %s }; abstract double pay(double s); }
                    @Differentiable
                    static double f(Kind k, double x) { return k.pay(x); }
                }
                """.formatted(body);
        assertThat(InMemory.derive(Map.of("p.Example", text)).errors())
                .anySatisfy(e -> assertThat(e).contains(code).contains(what));
    }

    @Test
    void constantThatOverrides_isRefusedWhereTheMethodOfTheOthersIsMeant() throws Throwable {
        String text = """
                package p;
                import dev.fluxion.*;
                public enum Kind {
                    PLAIN, OWN { @Override public double pay(double s) { return s; } }, EMPTY {};
                    @Differentiable
                    public double pay(double s) { return s * s; }
                }
                """;
        InMemory run = InMemory.derive(Map.of("p.Kind", text));
        assertThat(run.isSuccessful()).as(run.errors().toString()).isTrue();
        Object[] kinds = run.loadClass("p.Kind").getEnumConstants();
        Method derivative = run.loadClass("p.KindGrad").getMethod("payDerivative", kinds[0].getClass(), double.class);
        assertThat(derivative.invoke(null, kinds[0], 3.0)).isEqualTo(6.0);
        assertThat(derivative.invoke(null, kinds[2], 3.0)).isEqualTo(6.0);
        assertThatThrownBy(() -> derivative.invoke(null, kinds[1], 3.0))
                .hasCauseInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> derivative.invoke(null, null, 3.0)).hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void superWithoutSource_isAnError() {
        String text = """
                package p;
                import dev.fluxion.*;
                class Example {
                    @Differentiable
                    double f(double x) { return x * super.hashCode(); }
                }
                """;
        assertThat(InMemory.derive(Map.of("p.Example", text)).errors())
                .singleElement()
                .satisfies(e -> assertThat(e).contains("FLX0201").contains("a call through super"));
    }

    @Test
    void receiverThatIsNull_throwsAsACallDoes() {
        assertThatThrownBy(() -> call("decayGradient", null, 1.0)).isInstanceOf(NullPointerException.class);
    }

    /** Loads a class of another compilation against the first one. */
    private static final class Foreign extends ClassLoader {

        Foreign(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(String name, InMemory from) {
            byte[] bytes = from.classes().get(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
