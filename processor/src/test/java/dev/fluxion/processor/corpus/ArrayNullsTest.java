package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Arrays and rows that are null, in loops that may not run: what a function throws its derivatives throw, and nothing else. What the transforms evaluate before the
 * user's code does, such as a length, a copy or a shadow, must not throw.
 */
class ArrayNullsTest {

    @TestFactory
    Stream<DynamicTest> everyFunction_throwsWhatItThrowsWithoutDerivatives() {
        List<DynamicTest> tests = new ArrayList<>();
        add(tests, CorpusCompiler.compileArrays(), "");
        add(tests, CorpusCompiler.compileArrays("-Afluxion.disable=all"), " plain");
        return tests.stream();
    }

    private static void add(List<DynamicTest> tests, CompiledCorpus corpus, String variant) {
        for (ArrayFunction f : corpus.arrayFunctions()) {
            tests.add(DynamicTest.dynamicTest(f.name() + variant, () -> check(f)));
        }
    }

    private static void check(ArrayFunction function) {
        Random random = new Random(function.name().hashCode());
        for (int length : new int[] {3, 0, 2, 1}) {
            for (int i = 0; i < function.parameters().length; i++) {
                if (function.parameters()[i].getType().isArray()) {
                    for (int hole = -1; hole < length; hole++) {
                        ArrayPoint point = ArrayPoint.random(function, length, random);
                        new Nulls(function, point, i, hole).check();
                    }
                }
            }
        }
    }

    /** A point at which an array is null, or one of its rows. */
    private record Nulls(ArrayFunction function, ArrayPoint point, int parameter, int row) {

        void check() {
            boolean hasRows = function.parameters()[parameter]
                    .getType()
                    .getComponentType()
                    .isArray();
            if (row >= 0 && !hasRows) {
                return;
            }
            Object[] left = arguments();
            ArrayFunction.Outcome primal = function.call(left);
            Object[] forward = arguments();
            same(primal, left, function.jvp(forward, beside(forward, true)), forward, "JVP");
            Object[] backward = arguments();
            List<Object> seeds = function.isVoid() ? List.of() : seed(primal, function.result());
            if (seeds != null && isShapeKept(left)) {
                same(primal, left, function.vjp(backward, seeds, beside(backward, false)), backward, "VJP");
            }
        }

        /** Adjoints are given in the shape that the arrays are left in, and are in that which they had. */
        private boolean isShapeKept(Object[] left) {
            return shape(left).equals(shape(arguments()));
        }

        private static String shape(Object[] all) {
            return Arrays.deepToString(all).replaceAll("-?[0-9.E-]+|NaN|-?Infinity|true|false", "x");
        }

        private Object[] arguments() {
            Object[] all = point.arguments();
            if (row < 0) {
                all[parameter] = null;
            } else {
                Array.set(all[parameter], row, null);
            }
            return all;
        }

        /** The tangents, or the arrays of adjoints, of the shape of the arguments. */
        private List<Object> beside(Object[] all, boolean tangents) {
            List<Object> found = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                boolean isArray = function.parameters()[i].getType().isArray();
                if (function.isActive(function.parameters()[i]) && (tangents || isArray)) {
                    found.add(all[i] == null ? null : ArrayPoint.map(all[i], v -> 0));
                }
            }
            return found;
        }

        /** An adjoint for what is returned; null where it would have to be as what is not returned. */
        private static List<Object> seed(ArrayFunction.Outcome primal, Class<?> result) {
            if (result == double.class) {
                return List.of(1.0);
            } else if (result == float.class) {
                return List.of(1f);
            }
            return primal.value() == null ? null : List.of(ArrayPoint.map(primal.value(), v -> 1));
        }

        private void same(
                ArrayFunction.Outcome primal, Object[] left, ArrayFunction.Outcome derived, Object[] own, String what) {
            String where = function.name() + " at " + Arrays.deepToString(arguments()) + ": " + what;
            assertThat(type(derived.thrown())).as(where).isEqualTo(type(primal.thrown()));
            assertThat(Arrays.deepToString(own))
                    .as(where + ": what is left in the arrays")
                    .isEqualTo(Arrays.deepToString(left));
        }

        private static String type(Throwable thrown) {
            return thrown == null ? "none" : thrown.getClass().getName();
        }
    }
}
