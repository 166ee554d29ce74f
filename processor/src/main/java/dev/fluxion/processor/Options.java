package dev.fluxion.processor;

import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.IrPrinter;
import dev.fluxion.processor.ir.Verifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is set on the command line.
 *
 * <p>{@code -Afluxion.disable=simplify,split,...|all} switches passes off; {@code -Afluxion.print=lower,vjp,...|all} prints the IR after stages;
 * {@code -Afluxion.print=findings} prints all that was found of each method, also in helpers. {@code -Afluxion.verify=true} checks after every stage that it is well-formed.
 */
final class Options {

    static final String DISABLE = "fluxion.disable";
    static final String PRINT = "fluxion.print";
    static final String VERIFY = "fluxion.verify";

    private static final String FINDINGS = "findings";

    private final Set<String> disabled;
    private final Set<String> printed;
    private final boolean verified;
    private final Consumer<String> out;

    Options(Map<String, String> values, Consumer<String> out) {
        this.disabled = set(values.get(DISABLE));
        this.printed = set(values.get(PRINT));
        this.verified = Boolean.parseBoolean(values.get(VERIFY));
        this.out = out;
    }

    private static Set<String> set(String list) {
        return list == null ? Set.of() : new HashSet<>(Arrays.asList(list.split(",")));
    }

    /** Whether an optional pass runs. */
    boolean isEnabled(String pass) {
        return !disabled.contains(pass) && !disabled.contains("all");
    }

    /** What is done with a function after each stage: it is printed if that was asked for, and checked likewise. */
    void after(String stage, Function function) {
        String name = stage.toLowerCase(Locale.ROOT);
        if (printed.contains(name) || printed.contains("all")) {
            out.accept("after " + name + ":\n" + IrPrinter.print(function));
        }
        if (verified) {
            Verifier.check(name, function);
        }
    }

    /** What was found of a method is printed if that was asked for, also what has been told before, of a helper that it shares with others. */
    void found(UserMethod method, Findings findings) {
        if (printed.contains(FINDINGS) && !findings.all().isEmpty()) {
            String list = findings.all().stream()
                    .map(f -> "\n" + f.span().file() + ":" + f.span().line() + ": " + f.message())
                    .collect(Collectors.joining());
            out.accept("findings of " + method.stem() + ", " + method.callee() + ":" + list);
        }
    }

    /** What is done with the body of a generated method. */
    void packaged(String stage, Function function) {
        if (printed.contains(stage)) {
            out.accept("after " + stage + ":\n" + IrPrinter.print(function));
        }
        if (verified) {
            Verifier.checkPackaged(stage, function);
        }
    }
}
