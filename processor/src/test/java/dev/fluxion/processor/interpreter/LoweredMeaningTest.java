package dev.fluxion.processor.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Dual;
import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Var;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the lowered methods of {@code Tricky} beside what javac makes of them. */
class LoweredMeaningTest {

    private static final double[] REALS = {
        0, -0.0, 1, -1, 0.5, 2.75, -3.25, 1e-3, 100.125, 1e9, -1e18, 1e300, Double.NaN, Double.POSITIVE_INFINITY
    };
    private static final int[] INTS = {0, 1, -1, 2, 3, 4, 5, 7, 31, 33, -17, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private static LoweringProcessor lowered;
    private static InMemory classes;

    @BeforeAll
    static void compile() {
        lowered = new LoweringProcessor();
        classes = InMemory.compile(Map.of("tricky.Tricky", source()), List.of("-Xlint:none"), lowered);
        assertThat(classes.errors()).isEmpty();
    }

    private static String source() {
        try (InputStream in = LoweredMeaningTest.class.getResourceAsStream("/tricky/Tricky.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> methods() {
        return source().lines()
                .filter(l -> l.startsWith("    public static ") && l.endsWith(") {"))
                .map(l -> l.substring(0, l.indexOf('(')).replaceAll(".* ", ""));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void loweredMethod_computesTheSameBits(String name) throws Exception {
        Method method = method(name);
        Function function = lowered.named("tricky.Tricky", name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 400; i++) {
            Object[] arguments = arguments(method, random, i);
            assertThat(interpreted(function, arguments, new Doubles()))
                    .as("%s%s", name, Arrays.toString(arguments))
                    .isEqualTo(compiled(method, arguments));
        }
    }

    /** Dual numbers decide no branch otherwise. */
    @ParameterizedTest
    @MethodSource("methods")
    void dualNumbers_carryTheSameValue(String name) throws Exception {
        Method method = method(name);
        Function function = lowered.named("tricky.Tricky", name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 100; i++) {
            Object[] arguments = arguments(method, random, i);
            assertThat(interpreted(function, arguments, new Duals()))
                    .as("%s%s", name, Arrays.toString(arguments))
                    .isEqualTo(compiled(method, arguments));
        }
    }

    private static Method method(String name) throws ClassNotFoundException {
        return Arrays.stream(classes.loadClass("tricky.Tricky").getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && Modifier.isPublic(m.getModifiers()))
                .findFirst()
                .orElseThrow();
    }

    private static Object[] arguments(Method method, Random random, int round) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            double real = random.nextBoolean() ? random.nextGaussian() * 3 : REALS[random.nextInt(REALS.length)];
            int integer = round % 2 == 0 ? random.nextInt(8) : INTS[random.nextInt(INTS.length)];
            arguments[i] = types[i] == double.class
                    ? (Object) real
                    : types[i] == float.class
                            ? (Object) (float) real
                            : types[i] == int.class
                                    ? (Object) integer
                                    : types[i] == long.class ? (Object) (integer * 77L) : random.nextBoolean();
        }
        return arguments;
    }

    /** The result and what was left in the class, or the exception. */
    private static List<Object> compiled(Method method, Object[] arguments) throws Exception {
        reset();
        try {
            return List.of(String.valueOf(method.invoke(null, arguments)), left());
        } catch (InvocationTargetException e) {
            return List.of(e.getCause().getClass(), left());
        }
    }

    private static <A> List<Object> interpreted(Function f, Object[] arguments, Arithmetic<A> arithmetic)
            throws Exception {
        reset();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Var v = f.variables().get(i);
            values.add(
                    v.type().isFloating() ? arithmetic.constant(((Number) arguments[i]).doubleValue()) : arguments[i]);
        }
        Interpreter<A> interpreter = new Interpreter<>(lowered, arithmetic, classes);
        try {
            Object result = interpreter.run(f, values);
            return List.of(String.valueOf(plain(result, f)), left());
        } catch (RuntimeException e) {
            return List.of(e.getClass(), left());
        }
    }

    private static Object plain(Object result, Function f) {
        boolean single = f.results().get(0).type() == dev.fluxion.processor.ir.Type.Primitive.FLOAT;
        double d = result instanceof Dual dual ? dual.value() : result instanceof Double x ? x : 0;
        return result instanceof Dual || result instanceof Double ? single ? (Object) (float) d : (Object) d : result;
    }

    private static void reset() throws Exception {
        classes.loadClass("tricky.Tricky").getDeclaredField("log").set(null, "");
    }

    private static Object left() throws Exception {
        return classes.loadClass("tricky.Tricky").getDeclaredField("log").get(null);
    }
}
