package dev.fluxion.processor;

import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.diagnostics.Severity;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is found in the methods that a virtual call may run, by the method. Those that cannot be differentiated are left out, as long as another one can: objects
 * of their classes throw. The call is refused where none is left.
 */
final class Dispatch {

    private final Callee.Method called;
    private final CompiledClasses classes;
    private final LeftOut leftOut;
    private final Map<Callee.Method, Findings> found = new LinkedHashMap<>();

    Dispatch(Callee.Method called, CompiledClasses classes, LeftOut leftOut) {
        this.called = called;
        this.classes = classes;
        this.leftOut = leftOut;
    }

    /** The methods that calls may run, by the classes that implement them so. */
    private Map<Type.Declared, Callee.Method> targets() {
        Map<Type.Declared, Callee.Method> all = new HashMap<>();
        for (Type.Declared c : classes.classes(called.owner())) {
            classes.target(c, called).ifPresent(t -> all.put(c, t));
        }
        all.keySet().removeAll(leftOut.of(called));
        return all;
    }

    /** Leaves out the classes that generated code cannot name, if there are others. */
    void leaveOutHidden(Surroundings surroundings) {
        Map<Type.Declared, Callee.Method> targets = targets();
        List<Type.Declared> hidden = targets.keySet().stream()
                .filter(c -> !surroundings.isVisible(c)
                        || !surroundings.isVisible(targets.get(c).owner()))
                .toList();
        if (hidden.size() < targets.size()) {
            hidden.forEach(c -> leftOut.add(called, c, "generated code cannot name the class"));
        }
    }

    /** What is found in one of the methods. */
    void found(Callee.Method target, Findings findings) {
        found.computeIfAbsent(target, t -> new Findings()).addAll(findings);
    }

    /** What is to be told of all: errors only if there is no method without. */
    Findings told() {
        Map<Type.Declared, Callee.Method> targets = targets();
        List<Type.Declared> failing = targets.keySet().stream()
                .filter(c -> found.containsKey(targets.get(c))
                        && found.get(targets.get(c)).hasErrors())
                .toList();
        boolean isUseless = failing.size() == targets.size();
        Findings all = new Findings();
        found.forEach((target, findings) -> {
            if (isUseless || !findings.hasErrors()) {
                all.addAll(findings);
            }
        });
        if (!isUseless) {
            failing.forEach(c -> leftOut.add(called, c, why(found.get(targets.get(c)))));
        }
        return all;
    }

    private static String why(Findings findings) {
        Optional<Finding> error = findings.all().stream()
                .filter(f -> f.code().severity() == Severity.ERROR)
                .findFirst();
        return error.map(f -> {
                    String text = f.message().replaceFirst("^\\[\\w+] ", "");
                    String file = f.span().file();
                    String place = f.span().isKnown()
                            ? ", " + file.substring(file.lastIndexOf('/') + 1) + ":"
                                    + f.span().line()
                            : "";
                    return text.substring(0, Math.max(text.indexOf(';'), 0)) + place;
                })
                .orElse("");
    }
}
