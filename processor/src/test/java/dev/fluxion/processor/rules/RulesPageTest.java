package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Var;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The reference page shows each row as it is. Run with {@code -Dfluxion.goldens=write} to have the page written anew.
 */
class RulesPageTest {

    private static final Path PAGE = Path.of("docs", "rules.md");
    private static final String HEAD = "| value | by | what is added |\n|---|---|---|\n";

    @Test
    void page_showsEveryRow() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(page, "primitives", p -> !isHelper(p));
        expected = with(expected, "helpers", RulesPageTest::isHelper);
        if ("write".equals(System.getProperty("fluxion.goldens"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static boolean isHelper(Primitive p) {
        return p.name().startsWith("Derivatives.") || p.name().startsWith("StrongZero.");
    }

    private static String with(String page, String section, Predicate<Primitive> chosen) {
        String begin = "<!-- begin " + section + " -->\n";
        String end = "<!-- end " + section + " -->\n";
        StringBuilder table = new StringBuilder(HEAD);
        shown().stream().filter(chosen).forEach(p -> append(p, table));
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + table + page.substring(page.indexOf(end));
    }

    /** The rows of float and of StrictMath look the same. */
    private static List<Primitive> shown() {
        return Primitives.all().stream()
                .filter(p -> p.variables().get(0).type() == DOUBLE)
                .filter(p -> !p.name().startsWith("StrictMath."))
                .filter(p -> !(p.value() instanceof Expr.Cast))
                .toList();
    }

    private static void append(Primitive p, StringBuilder table) {
        Rule rule = RuleTable.of(true).of(p.value()).orElseThrow();
        Var seed = new Var("seed", DOUBLE);
        List<Expr> operands = dev.fluxion.processor.ir.Walk.parts(p.value());
        for (int i = 0; i < p.arity(); i++) {
            String by = p.variables().get(i).name();
            String added = "nothing";
            if (rule.differentiable(i)) {
                Expr value = Expr.read(new Var("value", DOUBLE));
                added = "`" + Notation.of(rule.contribution(i, operands, value, Expr.read(seed))) + "`";
            }
            table.append("| `").append(Notation.of(p.value())).append("` | `");
            table.append(by).append("` | ").append(added).append(" |\n");
        }
    }
}
