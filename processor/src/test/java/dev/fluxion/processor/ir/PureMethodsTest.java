package dev.fluxion.processor.ir;

import static dev.fluxion.processor.ir.PureMethods.Purity.MAY_THROW;
import static dev.fluxion.processor.ir.PureMethods.Purity.TOTAL;
import static dev.fluxion.processor.ir.Type.Primitive.CHAR;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PureMethodsTest {

    private static final Type.Declared INTEGER = Types.boxed(INT);

    @Test
    void find_ofMath_isTotalButWhereItChecks() {
        assertThat(PureMethods.find(ofStatic(Types.MATH, "exp", DOUBLE))).contains(TOTAL);
        assertThat(PureMethods.find(ofStatic(Types.MATH, "floorMod", INT, INT))).contains(MAY_THROW);
        assertThat(PureMethods.find(ofStatic(Types.MATH, "clamp", DOUBLE, DOUBLE, DOUBLE)))
                .contains(MAY_THROW);
        assertThat(PureMethods.find(ofStatic(Types.MATH, "random"))).isEmpty();
    }

    @Test
    void find_ofAWrapper_mayThrowWhereItUnboxesOrParses() {
        assertThat(PureMethods.find(ofStatic(INTEGER, "compare", INT, INT))).contains(TOTAL);
        assertThat(PureMethods.find(ofStatic(INTEGER, "divideUnsigned", INT, INT)))
                .contains(MAY_THROW);
        assertThat(PureMethods.find(ofStatic(INTEGER, "parseInt", Types.STRING)))
                .contains(MAY_THROW);
        assertThat(PureMethods.find(ofInstance(Types.boxed(DOUBLE), "doubleValue")))
                .contains(MAY_THROW);
        assertThat(PureMethods.find(ofStatic(INTEGER, "getInteger", Types.STRING)))
                .isEmpty();
    }

    @Test
    void find_ofString_isPureUnlessItCallsBackOrAllocatesAnArray() {
        assertThat(PureMethods.find(ofInstance(Types.STRING, "charAt", INT))).contains(MAY_THROW);
        assertThat(PureMethods.find(ofInstance(Types.STRING, "replace", CHAR, CHAR)))
                .contains(MAY_THROW);
        Type sequence = Type.Declared.of("java.lang", "CharSequence");
        assertThat(PureMethods.find(ofInstance(Types.STRING, "replace", sequence, sequence)))
                .isEmpty();
        assertThat(PureMethods.find(ofInstance(Types.STRING, "toCharArray"))).isEmpty();
        assertThat(PureMethods.find(ofInstance(Types.STRING, "toLowerCase"))).isEmpty();
        assertThat(PureMethods.find(ofStatic(Types.STRING, "valueOf", Types.OBJECT)))
                .isEmpty();
        assertThat(PureMethods.find(ofStatic(Types.STRING, "valueOf", DOUBLE))).contains(TOTAL);
    }

    @Test
    void find_ofWhatGeneratedCodeCalls_isTotal() {
        assertThat(PureMethods.find(ofStatic(Types.STRONG_ZERO, "times", DOUBLE, DOUBLE)))
                .contains(TOTAL);
        assertThat(PureMethods.find(ofStatic(Types.DERIVATIVES, "logPartial", DOUBLE)))
                .contains(TOTAL);
    }

    @Test
    void find_ofAnUnknownMethod_isEmpty() {
        assertThat(PureMethods.isPure(ofStatic(Type.Declared.of("java.lang", "System"), "nanoTime")))
                .isFalse();
    }

    private static Callee.Method ofStatic(Type.Declared owner, String name, Type... parameters) {
        return Callee.Method.publicStatic(owner, name, DOUBLE, parameters);
    }

    private static Callee.Method ofInstance(Type.Declared owner, String name, Type... parameters) {
        return new Callee.Method(owner, name, List.of(parameters), DOUBLE, false, Callee.Access.PUBLIC);
    }
}
