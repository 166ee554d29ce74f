package dev.fluxion.processor.frontend.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRule.Form;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule at a time, right and wrong ones. */
class RuleReaderTest {

    private static final String TARGETS = """
            package p;

            public class Special {
                public static double erf(double x) { return x; }
                public static float narrow(double x) { return (float) x; }
                public static double beta(double a, double b) { return a * b; }
                public static double scaled(int n, double a, float b) { return n * a * b; }
                public static double cut(double a, @dev.fluxion.NoDiff double b) { return a * b; }
                public static Double boxed(Double a) { return a; }
                public double shifted(double a) { return a; }
                public static int count(double a) { return 1; }
                public static double index(int i) { return i; }
                public static double norm(double[] x) { return x[0]; }
                public static double both(double a, double b) { return a; }
                public static double both(double a, @dev.fluxion.NoDiff double b, @dev.fluxion.NoDiff double c) { return a; }
                public static double read(double a) throws java.io.IOException { return a; }
                public static double over(double a) { return a; }
                public static double over(int i, double a) { return a; }
                public record Pair(double a, double b) {
                    public double sum() { return a + b; }
                }
            }
            """;

    @TempDir
    Path output;

    private RulesFound read(String members) {
        String source = """
                package p;
                import dev.fluxion.DerivativeOf;
                class Rules {
                %s
                }
                """.formatted(members.replace("@Rule(", "@DerivativeOf(value = Special.class, method = "));
        return new RuleCompilation(output, "-cp", RuleCompilation.runtime().toString())
                .source("p/Special.java", TARGETS)
                .source("p/Rules.java", source)
                .read();
    }

    private UserRule rule(String members) {
        RulesFound found = read(members);
        assertThat(found.findings().stream().map(RuleFinding::message)).isEmpty();
        assertThat(found.rules().rules()).hasSize(1);
        return found.rules().rules().values().iterator().next();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOTH | p.Special.erf(double)               | @Rule("erf") static double r(double x, double d) { return d; }
            JVP  | p.Special.narrow(double)            | @Rule("narrow") static float r(double x, double d) { return 0; }
            VJP  | p.Special.narrow(double)            | @Rule("narrow") static double r(double x, float bar) { return 0; }
            JVP  | p.Special.beta(double,double)       | @Rule("beta") static double r(double a, double b, double s, double t) { return 0; }
            VJP  | p.Special.beta(double,double)       | @Rule("beta") static double[] r(double a, double b, double bar) { return null; }
            VJP  | p.Special.beta(double,double)       | record D(double a, double b) {} @Rule("beta") static D r(double a, double b, double bar) { return null; }
            JVP  | p.Special.scaled(int,double,float)  | @Rule("scaled") static double r(int n, double a, float b, double s, float t) { return 0; }
            VJP  | p.Special.scaled(int,double,float)  | record D(double a, float b) {} @Rule("scaled") static D r(int n, double a, float b, double bar) { return null; }
            BOTH | p.Special.cut(double,double)        | @Rule("cut") static double r(double a, double b, double d) { return 0; }
            BOTH | p.Special.boxed(java.lang.Double)   | @Rule("boxed") static double r(Double a, double d) { return 0; }
            BOTH | p.Special.shifted(double)           | @Rule("shifted") static double r(Special s, double a, double d) { return 0; }
            """)
    void read_ofARightRule_findsTargetAndForm(Form form, String target, String members) {
        UserRule rule = rule(members);
        assertThat(rule.form()).isEqualTo(form);
        assertThat(rule.target().key()).isEqualTo(target);
        assertThat(rule.rule().key()).startsWith("p.Rules.r(");
    }

    @Test
    void read_ofAnInstanceMethodsRule_countsTheReceiverAsAnOperand() {
        UserRule rule = rule("@Rule(\"shifted\") static double r(Special s, double a, double d) { return 0; }");
        assertThat(rule.active()).containsExactly(false, true);
        assertThat(rule.operands()).containsExactly(Type.Declared.of("p", "Special"), Type.Primitive.DOUBLE);
    }

    @Test
    void read_ofAVjpThatReturnsARecord_knowsItsAccessors() {
        UserRule rule = rule(
                "record D(double a, double b) {} @Rule(\"beta\") static D r(double a, double b, double c) { return null; }");
        assertThat(rule.components().stream().map(m -> m.name())).containsExactly("a", "b");
    }

    @Test
    void read_ofARuleThatThrowsWhatTheTargetDoes_isRight() {
        rule("@Rule(\"read\") static double r(double a, double d) throws java.io.IOException { return 0; }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RULE_NOT_STATIC        | @Rule("erf") double r(double x, double d) { return d; }
            RULE_NOT_VISIBLE       | @Rule("erf") private static double r(double x, double d) { return d; }
            RULE_NOT_VISIBLE       | private static class H { @Rule("erf") static double r(double x, double d) { return d; } }
            RULE_THROWS            | @Rule("erf") static double r(double x, double d) throws Exception { return d; }
            RULE_NO_METHOD         | @DerivativeOf(Special.class) static double r(double x, double d) { return d; }
            RULE_LIKE_ON_METHOD    | @DerivativeOf(value = Special.class, method = "erf", like = Math.class) static double r(double x, double d) { return d; }
            RULE_METHOD_ON_TYPE    | @Rule("erf") static class H {}
            RULE_NO_LIKE           | @DerivativeOf(Special.class) static class H {}
            RULE_TWIN_OF_ITSELF    | @DerivativeOf(value = Math.class, like = Math.class) static class H {}
            RULE_TWIN_WITHOUT_METHODS | @DerivativeOf(value = Special.class, like = Math.class) static class H {}
            RULE_TARGET_NOT_FOUND  | @Rule("erfc") static double r(double x, double d) { return d; }
            RULE_TARGET_AMBIGUOUS  | @Rule("both") static double r(double a, double b, double c, double d) { return d; }
            RULE_TARGET_FITS_NONE  | @Rule("over") static double r(float a, double d) { return d; }
            RULE_TARGET_NOT_DIFFERENTIABLE | @Rule("count") static int r(double a, double d) { return 0; }
            RULE_TARGET_NOT_DIFFERENTIABLE | @Rule("index") static double r(int i, double d) { return d; }
            RULE_TARGET_NOT_SCALAR | @Rule("norm") static double r(double[] x, double[] d) { return 0; }
            RULE_TARGET_NOT_SCALAR | @DerivativeOf(value = Special.Pair.class, method = "sum") static double r(Special.Pair p, double d) { return 0; }
            RULE_PARAMETER_COUNT   | @Rule("erf") static double r(double x) { return x; }
            RULE_PARAMETER_COUNT   | @Rule("beta") static double r(double a, double b) { return 0; }
            RULE_PARAMETER_TYPE    | @Rule("erf") static double r(double x, float d) { return x; }
            RULE_PARAMETER_TYPE    | @Rule("erf") static double r(float x, double d) { return x; }
            RULE_PARAMETER_TYPE    | @Rule("over") static double r(int i, double a, int d) { return 0; }
            RULE_RESULT_TYPE       | @Rule("erf") static float r(double x, double d) { return 0; }
            RULE_RESULT_TYPE       | @Rule("beta") static double r(double a, double b, double bar) { return 0; }
            RULE_RESULT_TYPE       | @Rule("beta") static double[] r(double a, double b, double s, double t) { return null; }
            RULE_RESULT_TYPE       | record D(double a, float b) {} @Rule("beta") static D r(double a, double b, double bar) { return null; }
            RULE_DUPLICATE         | @Rule("erf") static double r(double x, double d) { return d; } @Rule("erf") static double s(double x, double d) { return d; }
            RULE_DUPLICATE_TWIN    | @DerivativeOf(value = StrictMath.class, like = Math.class) static class H {} @DerivativeOf(value = StrictMath.class, like = Other.class) static class I {} static class Other { static double sin(double x) { return x; } }
            """)
    void read_ofAWrongRule_saysWhatIsWrong(Code code, String members) {
        RulesFound found = read(members);
        assertThat(found.findings()).extracting(RuleFinding::code).containsExactly(code);
        assertThat(found.findings().get(0).element()).isNotNull();
        assertThat(found.findings().get(0).message()).doesNotContain("null").doesNotContain("%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Rule("beta") static double r(double a) { return 0; } | [FLX0416] the rule Rules.r takes 1 parameters; for Special.beta(double, double) it takes 4 (JVP) or 3 (VJP); the forms are JVP double (double, double, double, double), VJP double[] or a record(double, double) (double, double, double)
            @Rule("erf") static double r(double x, float d) { return 0; } | [FLX0417] parameter 2 of the rule Rules.r is float; for Special.erf(double) it is double; the forms are double (double, double)
            @Rule("erf") static int r(double x, double d) { return 0; } | [FLX0418] the rule Rules.r returns int; for Special.erf(double) it returns double; the forms are double (double, double)
            """)
    void message_ofAWrongSignature_givesTheRightOnes(String members, String message) {
        assertThat(read(members).findings()).extracting(RuleFinding::message).containsExactly(message);
    }

    @Test
    void read_ofATwin_leadsToTheOtherClass() {
        RulesFound found = read("""
                @DerivativeOf(value = Fast.class, like = Math.class) static class H {}
                static class Fast { static double exp(double x) { return x; } }
                """);
        assertThat(found.findings()).isEmpty();
        assertThat(found.rules().twins())
                .containsEntry(Type.Declared.of("p", "Rules", "Fast"), Type.Declared.of("java.lang", "Math"));
    }

    @Test
    void read_ofSeveralRules_keepsTheRightOnes() {
        RulesFound found = read("""
                @Rule("erf") double r(double x, double d) { return d; }
                @Rule("cut") static double s(double a, double b, double d) { return d; }
                """);
        assertThat(found.findings()).hasSize(1);
        assertThat(List.copyOf(found.rules().rules().keySet())).containsExactly("p.Special.cut(double,double)");
    }
}
