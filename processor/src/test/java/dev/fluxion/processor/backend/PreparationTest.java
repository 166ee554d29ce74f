package dev.fluxion.processor.backend;

import static dev.fluxion.processor.backend.Ir.add;
import static dev.fluxion.processor.backend.Ir.assign;
import static dev.fluxion.processor.backend.Ir.declare;
import static dev.fluxion.processor.backend.Ir.give;
import static dev.fluxion.processor.backend.Ir.ifTrue;
import static dev.fluxion.processor.backend.Ir.integer;
import static dev.fluxion.processor.backend.Ir.less;
import static dev.fluxion.processor.backend.Ir.number;
import static dev.fluxion.processor.backend.Ir.read;
import static dev.fluxion.processor.backend.Ir.real;
import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final String CURVES =
            "package p; public class Curves { public static double f(double x) { return x; } }";
    private static final Expr TRUE = new Expr.Constant(true, BOOLEAN);

    private final UserMethod f = Companions.method("f", 1, "x");
    private final Var x = real("x");

    private String derivative(Stmt... body) {
        String text = Companions.write(
                Companions.layout(f),
                GeneratedKind.DERIVATIVE,
                Companions.function(
                        f.derived(Derivation.Transform.DERIVATIVE),
                        List.of(x),
                        List.of(new Result("dX", DOUBLE)),
                        body));
        Compiled.of("p.Curves", CURVES, "p.CurvesGrad", text);
        return Companions.body(text, "fDerivative");
    }

    private static Stmt forever(Label label, Stmt... body) {
        return Stmt.Loop.whileLoop(label, TRUE, Block.of(body), Span.NONE);
    }

    @Test
    void statementsAfterAnEndlessLoop_leftOut() {
        String body = derivative(
                forever(new Label(null), ifTrue(less(read(x), number(1.0)), give(read(x)))), give(number(0.0)));
        assertThat(body).isEqualTo("""
                while (true) {
                    if (x < 1) {
                        return x;
                    }
                }
                """);
    }

    @Test
    void endThatJavaThinksReachable_throws() {
        Stmt both = new Stmt.If(less(read(x), number(1.0)), Block.of(give(read(x))), Block.EMPTY, Span.NONE);
        assertThat(derivative(both)).isEqualTo("""
                if (x < 1) {
                    return x;
                }
                throw new AssertionError();
                """);
    }

    @Test
    void conditionRepeated_givesTheVariableAValue() {
        Var y = real("y");
        Var z = real("z");
        String body = derivative(
                declare(y, null),
                declare(z, null),
                ifTrue(less(read(x), number(1.0)), assign(y, read(x)), assign(z, read(x))),
                ifTrue(less(read(x), number(1.0)), give(read(y))),
                assign(z, number(3.0)),
                give(read(z)));
        assertThat(body).isEqualTo("""
                double z;
                double y = 0;
                if (x < 1) {
                    y = x;
                    z = x;
                }
                if (x < 1) {
                    return y;
                }
                z = 3;
                return z;
                """);
    }

    @Test
    void assignedBeforeEveryBreak_needsNoValue() {
        Var y = real("y");
        Label loop = new Label(null);
        String body = derivative(
                declare(y, null),
                forever(loop, ifTrue(less(read(x), number(1.0)), assign(y, read(x)), new Stmt.Break(loop, Span.NONE))),
                give(read(y)));
        assertThat(body).startsWith("double y;\nwhile (true) {");
    }

    @Test
    void lambda_getsACopyOfAVariableThatChanges() {
        Var n = integer("n");
        Var g = new Var("g", new Type.Declared("java.util.function", List.of("IntSupplier"), List.of()));
        Var constant = integer("k");
        String body = derivative(
                declare(n, number(1)),
                declare(constant, number(2)),
                assign(n, add(read(n), number(3))),
                declare(
                        g,
                        new Expr.Opaque(
                                List.of("() -> ", " + ", ""), List.of(read(n), read(constant)), g.type(), Span.NONE)),
                give(read(x)));
        assertThat(body).isEqualTo("""
                int n = 1;
                int k = 2;
                n += 3;
                int n2 = n;
                IntSupplier g = () -> n2 + k;
                return x;
                """);
    }
}
