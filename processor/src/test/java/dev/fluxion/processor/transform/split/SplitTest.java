package dev.fluxion.processor.transform.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class SplitTest {

    /** Values that depend on all before, branches that change them, a loop around, a return and an exception in the middle. */
    private static final String STATEMENTS = IntStream.range(0, 300)
            .mapToObj(i -> switch (i % 6) {
                case 0 -> "double a" + i + " = s * v + " + i + ";";
                case 1 -> "s += Math.sin(a" + (i - 1) + ") / 10;";
                case 2 -> "if (s > a" + (i - 2) + ") { s = s / 2; count++; } else { s = s - u * 0.01; }";
                case 3 -> "if (count > 100000) { throw new IllegalStateException(\"\" + count); }";
                case 4 ->
                    "for (int i" + i + " = 0; i" + i + " < 2; i" + i + "++) { s = s * 0.5 + a" + (i - 4)
                            + " * 0.001; }";
                default -> "boolean low" + i + " = s < 0.5; s = low" + i + " ? s + 0.25 : s;";
            })
            .collect(Collectors.joining("\n"));

    private static final String SOURCE = """
            import dev.fluxion.Differentiable;
            class Large {
                @Differentiable
                static double f(double u, double v) {
                    double s = u;
                    int count = 0;
                    STATEMENTS
                    if (s > 1e9) {
                        return u;
                    }
                    return s + count;
                }
            }
            """.replace("STATEMENTS", STATEMENTS);

    @Test
    void parts_computeTheSameBits() throws ReflectiveOperationException {
        InMemory split = compiled();
        InMemory whole = compiled("-Afluxion.disable=split");
        assertThat(split.generated().get("LargeGrad")).contains("Part2(");
        assertThat(whole.generated().get("LargeGrad")).doesNotContain("Part1(");
        for (double u : new double[] {0.25, 1, -3, 40, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(gradient(split, u, 0.75)).isEqualTo(gradient(whole, u, 0.75));
        }
    }

    @Test
    void methods_areNoLargerThanTheJitCompiles() {
        compiled().classes().forEach((name, bytes) -> {
            if (name.startsWith("LargeGrad")) {
                assertThat(sizes(bytes)).allMatch(size -> size <= 8000);
            }
        });
    }

    private static InMemory compiled(String... options) {
        InMemory run = InMemory.derive(Map.of("Large", SOURCE), options);
        assertThat(run.errors()).isEmpty();
        return run;
    }

    private static String gradient(InMemory run, double u, double v) throws ReflectiveOperationException {
        Method gradient = run.loadClass("LargeGrad").getDeclaredMethod("fGradient", double.class, double.class);
        gradient.setAccessible(true);
        return gradient.invoke(null, u, v).toString();
    }

    /** The bytes of each method: the last place that its line numbers and variables mention. */
    private static List<Integer> sizes(byte[] bytes) {
        List<Integer> sizes = new ArrayList<>();
        int[] end = {0};
        new ClassReader(bytes) {
            @Override
            protected Label readLabel(int offset, Label[] labels) {
                end[0] = Math.max(end[0], offset);
                return super.readLabel(offset, labels);
            }
        }.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        sizes.add(end[0]);
                        end[0] = 0;
                        return new MethodVisitor(Opcodes.ASM9) {};
                    }
                },
                0);
        sizes.add(end[0]);
        return sizes;
    }
}
