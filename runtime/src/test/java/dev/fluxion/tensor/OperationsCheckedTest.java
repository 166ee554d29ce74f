package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public operation on tensors has its derivatives of first and second order compared with differences. */
class OperationsCheckedTest {

    /** Results that are no functions of elements, or step functions of them by their nature. */
    private static final Set<String> WITHOUT_DERIVATIVE =
            Set.of("argmax", "argmin", "gt", "ge", "lt", "le", "eq", "ne", "isNaN");

    /** The graph and its attributes; they have tests of their own. */
    private static final Set<String> ATTRIBUTES = Set.of("data", "detach", "grad", "requiresGrad", "retainGrad");

    @Test
    void everyOperation_isCheckedAgainstDifferences() {
        Set<String> called = new TreeSet<>();
        called.addAll(CalledMethods.of(OperationGradientTest.class));
        called.addAll(CalledMethods.of(CompositeGradientTest.class));
        called.addAll(CalledMethods.of(InPlaceGradientTest.class));
        assertThat(called).containsAll(operations());
    }

    @Test
    void everyOperation_isComparedWithPyTorch() throws ClassNotFoundException {
        Class<?> compared = Class.forName("dev.fluxion.tensor.conformance.Operations");
        assertThat(CalledMethods.of(compared)).containsAll(operations());
    }

    @Test
    void operations_areFoundByReflection() {
        assertThat(operations())
                .hasSizeGreaterThan(120)
                .contains("mul(Tensor)", "mul(double)", "max(int)", "cat(int,Tensor[])");
    }

    /** What takes a tensor and answers with one or several. */
    private static Set<String> operations() {
        Set<String> names = new TreeSet<>();
        Stream.concat(Stream.of(Tensor.class), Arrays.stream(Tensor.class.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(OperationsCheckedTest::isOperation)
                .forEach(m -> names.add(CalledMethods.text(m.getName(), Arrays.asList(m.getParameterTypes()))));
        return names;
    }

    private static boolean isOperation(Method m) {
        boolean takes = !Modifier.isStatic(m.getModifiers())
                || Arrays.stream(m.getParameterTypes()).anyMatch(p -> p == Tensor.class || p == Tensor[].class);
        boolean answers =
                List.of(Tensor.class, List.class, TensorWithIndices.class).contains(m.getReturnType());
        return Modifier.isPublic(m.getModifiers())
                && !m.isSynthetic()
                && takes
                && answers
                && !WITHOUT_DERIVATIVE.contains(m.getName())
                && !ATTRIBUTES.contains(m.getName());
    }
}
