package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.assign;
import static dev.fluxion.processor.backend.Ir.declare;
import static dev.fluxion.processor.backend.Ir.give;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.backend.Ir.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanionWriterTest {

    private static final String CURVES =
            "package p; public final class Curves { public static double f(double u, double v) { return u * v + u * u; } }";

    private final UserMethod f = Companions.method("f", 1, "u", "v");
    private final CompanionLayout layout = Companions.layout(f);

    /** The gradient of {@code u * v + u * u}, as a transform might leave it. */
    private Function gradient() {
        Var u = real("u");
        Var v = real("v");
        Var value = real("value");
        Var uBar = real("uBar");
        Var vBar = real("vBar");
        return Companions.gradient(
                f,
                List.of(u, v),
                declare(value, add(times(read(u), read(v)), times(read(u), read(u))), 7),
                new Stmt.Comment("reverse sweep"),
                declare(uBar, null),
                declare(vBar, null),
                assign(uBar, add(read(v), times(number(2.0), read(u))), 7),
                assign(vBar, read(u), 7),
                give(read(value), read(uBar), read(vBar)));
    }

    @Test
    void gradient_printedWhole() {
        SourceText source = (file, line) -> "        return u * v   + u * u;";
        String text = Companions.write(layout, GeneratedKind.GRADIENT, gradient(), source);
        assertThat(text).isEqualTo("""
                package p;

                import dev.fluxion.FluxionGenerated;

                /**
                 * Derivatives of {@link Curves}, generated from its annotated methods.
                 */
                @FluxionGenerated(abi = 1)
                public final class CurvesGrad {
                    private CurvesGrad() {}

                    /**
                     * The value of {@link Curves#f(double, double)} and its derivatives by {@code u} and {@code v}, in one reverse
                     * pass.
                     *
                     * @param u a variable
                     * @param v a variable
                     * @return the value with {@code df/du} and {@code df/dv}
                     */
                    public static FGradient fGradient(double u, double v) {
                        // return u * v + u * u;
                        double value = u * v + u * u;

                        // reverse sweep
                        // return u * v + u * u;
                        double uBar = v + 2 * u;
                        double vBar = u;
                        return new FGradient(value, uBar, vBar);
                    }

                    /**
                     * The value of {@link Curves#f(double, double)} and its derivatives.
                     *
                     * @param value what the method returns
                     * @param dU the derivative by {@code u}
                     * @param dV the derivative by {@code v}
                     */
                    public record FGradient(double value, double dU, double dV) {}

                    /**
                     * Internal: the adjoints of the parameters of {@link Curves#f(double, double)}.
                     *
                     * @param dU the derivative by {@code u}
                     * @param dV the derivative by {@code v}
                     */
                    public record FAdjoints(double dU, double dV) {}
                }
                """);
        Object gradient =
                Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text).call("p.CurvesGrad", "fGradient", 1.0, 2.0);
        assertThat(gradient).hasToString("FGradient[value=3.0, dU=4.0, dV=1.0]");
    }
}
