package dev.fluxion.processor.diagnostics;

import dev.fluxion.processor.ir.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found about one method, in the order in which it was found; the same thing at the same place counts once. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    public void add(Code code, Span span, String... arguments) {
        add(Finding.of(code, span, arguments));
    }

    public void add(Finding finding) {
        boolean known = all.stream()
                .anyMatch(f -> f.equals(finding)
                        && f.span().start() == finding.span().start()
                        && f.span().end() == finding.span().end()
                        && f.span().file().equals(finding.span().file()));
        if (!known) {
            all.add(finding);
        }
    }

    public void addAll(Findings others) {
        others.all.forEach(this::add);
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.code().severity() == Severity.ERROR);
    }
}
