package dev.fluxion.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of tensors beside the methods that tensors have. */
class TensorRulesTest {

    private static final RuleTable RULES = RuleTable.of(true);

    /** What changes a tensor or asks for its part in a graph of its own: an active tensor is refused there. */
    private static final Set<String> REFUSED = Set.of("data", "grad", "requiresGrad", "retainGrad");

    private static Stream<Method> methods() {
        return Stream.concat(Stream.of(Tensor.class), Arrays.stream(Tensor.class.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic());
    }

    private static boolean answersForTensor(Method m) {
        boolean takes = !Modifier.isStatic(m.getModifiers())
                || Arrays.asList(m.getParameterTypes()).contains(Tensor.class);
        return takes && m.getReturnType() == Tensor.class;
    }

    private static Callee.Method callee(Method m) {
        List<Type> parameters =
                Arrays.stream(m.getParameterTypes()).map(TensorRulesTest::type).toList();
        boolean isStatic = Modifier.isStatic(m.getModifiers());
        Type.Declared owner = (Type.Declared) type(m.getDeclaringClass());
        return new Callee.Method(
                owner, m.getName(), parameters, type(m.getReturnType()), isStatic, Callee.Access.PUBLIC);
    }

    private static Type type(Class<?> c) {
        if (c.isArray()) {
            return new Type.Array(type(c.getComponentType()));
        }
        return c.isPrimitive() && c != void.class
                ? Type.Primitive.valueOf(c.getName().toUpperCase(java.util.Locale.ROOT))
                : Type.Declared.of(c.getPackageName(), c.getSimpleName());
    }

    @Test
    void everyOperationOfTensors_hasARule_orIsRefused() {
        Set<String> without = new TreeSet<>();
        methods()
                .filter(TensorRulesTest::answersForTensor)
                .filter(m -> RULES.find(callee(m)).isEmpty())
                .forEach(m -> without.add(m.getName()));
        assertThat(without).allMatch(name -> name.endsWith("InPlace") || REFUSED.contains(name));
    }

    @Test
    void noRule_isForAMethodThatTensorsDoNotHave() {
        Set<String> names = new TreeSet<>();
        methods().forEach(m -> names.add(m.getName()));
        assertThat(names).containsAll(TensorRules.names());
    }

    @Test
    void tensorsThatOnlyChoose_haveNoDerivative_allOthersDo() {
        methods().filter(m -> TensorRules.isOperation(callee(m))).forEach(m -> {
            Rule rule = RULES.find(callee(m)).orElseThrow();
            int receiver = Modifier.isStatic(m.getModifiers()) ? 0 : 1;
            assertThat(receiver == 0 || rule.differentiable(0)).isTrue();
            Class<?>[] types = m.getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                boolean chooses = Set.of("where0", "maskedFill0", "gather1", "scatterAdd1", "crossEntropy0")
                        .contains(m.getName() + i);
                boolean number = types[i] == double.class
                        && Set.of("add", "sub", "rsub", "mul", "div", "rdiv", "pow")
                                .contains(m.getName());
                assertThat(rule.differentiable(receiver + i))
                        .as("%s by parameter %d", m.getName(), i)
                        .isEqualTo(types[i] == Tensor.class && !chooses || number);
            }
        });
    }

    @Test
    void methodsOfOthers_haveNone() {
        Type.Declared other = Type.Declared.of("p", "Tensor");
        Callee.Method exp = new Callee.Method(other, "exp", List.of(), other, false, Callee.Access.PUBLIC);
        assertThat(RULES.find(exp)).isEqualTo(Optional.empty());
    }
}
