package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Where the processing environment is not javac's own, or fails. */
class EnvironmentsTest {

    private static final Map<String, String> TWO = Map.of(
            "First", """
            import dev.fluxion.*;

            class First {
                @Differentiable
                static double f(double x, double y) {
                    return x * Math.floor(x);
                }

                @Differentiable
                static double g(double x) {
                    return x * x;
                }
            }
            """,
            "Second", """
            import dev.fluxion.*;

            class Second {
                @Differentiable
                static double h(double x) {
                    return 3 * x;
                }
            }
            """);

    /** IntelliJ's wrapper: a proxy, and a class beside it that opens it. */
    private static final Map<String, String> WRAPPERS = Map.of("org.jetbrains.jps.javac.APIWrappers", """
            package org.jetbrains.jps.javac;

            import java.lang.reflect.InvocationHandler;
            import java.lang.reflect.Method;
            import java.lang.reflect.Proxy;

            public final class APIWrappers {
                private record Wrapper(Object delegate, InvocationHandler handler) implements InvocationHandler {
                    @Override
                    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
                        return handler.invoke(delegate, method, arguments);
                    }
                }

                public static Object wrap(Class<?> type, Object delegate, InvocationHandler handler) {
                    ClassLoader loader = APIWrappers.class.getClassLoader();
                    return Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Wrapper(delegate, handler));
                }

                public static <T> T unwrap(Class<T> type, T wrapper) {
                    return type.cast(((Wrapper) Proxy.getInvocationHandler(wrapper)).delegate());
                }
            }
            """);

    @Test
    void aCompilerWithoutTrees_givesOneErrorThatSaysSo() {
        InMemory run = InMemory.compile(
                TWO, List.of(), new Inside(environment -> proxy(ProcessingEnvironment.class, environment, Map.of())));

        assertThat(run.messages()).hasSize(1);
        assertThat(run.messages().get(0))
                .matches("error: \\[FLX0502\\] this compiler offers no syntax trees \\(.*Proxy\\d+\\);"
                        + " Fluxion reads method bodies through com.sun.source; compile with javac, from the command line,"
                        + " Maven, Gradle or IntelliJ");
        assertThat(run.generated()).isEmpty();
    }

    @Test
    void intellijsWrapper_isOpened() {
        InMemory run = InMemory.compile(
                TWO, List.of(), new Inside(environment -> wrapped(environment, EnvironmentsTest::call)));

        assertThat(run.generated()).isEqualTo(InMemory.derive(TWO).generated()).hasSize(2);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aFilerThatFails_isAnErrorOfItsClassAlone() {
        InMemory run = InMemory.compile(TWO, List.of(), failing("createSourceFile", "FirstGrad"));

        assertThat(run.generated()).containsOnlyKeys("SecondGrad");
        assertThat(errors(run)).hasSize(1);
        assertThat(errors(run).get(0))
                .matches(
                        "First.java:3:1: error: \\[FLX0503\\] the derivative of First could not be generated because of a mistake"
                                + " in Fluxion: IllegalStateException in EnvironmentsTest\\.\\S+:\\d+: no FirstGrad;"
                                + " please report it with the method's source");
    }

    @Test
    void aMistakeInOneMethod_leavesTheOthersAlone() throws ReflectiveOperationException {
        InMemory run = InMemory.compile(TWO, List.of(), failing("printMessage", "[FLX0103]"));

        assertThat(errors(run)).hasSize(1);
        assertThat(errors(run).get(0)).startsWith("First.java:5:19: error: [FLX0503] the derivative of f could not be");
        assertThat(run.generated()).containsOnlyKeys("FirstGrad", "SecondGrad");
        assertThat(run.generated().get("FirstGrad")).contains("return 2 * x;");
        assertThat(run.generated().get("SecondGrad")).contains("return 3;");
    }

    private static List<String> errors(InMemory run) {
        return run.messages().stream().filter(m -> m.contains("error: ")).toList();
    }

    /** The processor in an environment whose filer or messager throws where it is called with a text. */
    private static Inside failing(String method, String text) {
        InvocationHandler handler = (real, called, arguments) -> {
            Object result = call(real, called, arguments);
            return result instanceof Filer f
                    ? proxy(Filer.class, f, Map.of(method, text))
                    : result instanceof Messager m ? proxy(Messager.class, m, Map.of(method, text)) : result;
        };
        return new Inside(environment -> wrapped(environment, handler));
    }

    /** Forwards everything but calls of some methods with some texts. */
    private static <T> T proxy(Class<T> type, T real, Map<String, String> failing) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String text = failing.get(method.getName());
            for (Object argument : text == null ? new Object[0] : arguments) {
                if (argument instanceof CharSequence c && c.toString().startsWith(text)) {
                    throw new IllegalStateException("no " + text);
                }
            }
            return call(real, method, arguments);
        };
        return type.cast(
                Proxy.newProxyInstance(EnvironmentsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static ProcessingEnvironment wrapped(ProcessingEnvironment environment, InvocationHandler handler) {
        try {
            return (ProcessingEnvironment) InMemory.compile(WRAPPERS, List.of())
                    .loadClass("org.jetbrains.jps.javac.APIWrappers")
                    .getMethod("wrap", Class.class, Object.class, InvocationHandler.class)
                    .invoke(null, ProcessingEnvironment.class, environment, handler);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The processor in another environment than the one it is given. */
    private static final class Inside extends AbstractProcessor {

        private final FluxionProcessor processor = new FluxionProcessor();
        private final UnaryOperator<ProcessingEnvironment> environment;

        Inside(UnaryOperator<ProcessingEnvironment> environment) {
            this.environment = environment;
        }

        @Override
        public void init(ProcessingEnvironment real) {
            super.init(real);
            processor.init(environment.apply(real));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
