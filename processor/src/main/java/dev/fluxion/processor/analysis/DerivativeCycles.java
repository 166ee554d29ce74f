package dev.fluxion.processor.analysis;

import dev.fluxion.processor.analysis.DerivativeCalls.Called;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds methods that need their own derivative. To differentiate a method that calls a derivative of order k takes one of order k + 1, so a
 * cycle of calls with a derivative on it has no bound; a cycle of plain calls is a recursion, which has derivatives like any other.
 */
public final class DerivativeCycles {

    private final Program program;
    private final Map<Callee.Method, List<Called>> edges = new HashMap<>();

    public DerivativeCycles(Program program) {
        this.program = program;
    }

    /**
     * A call of a derivative that leads back to the method that it stands in.
     *
     * @param through the methods on the way, the first and the last being that method
     */
    public record Cycle(Span call, List<Callee.Method> through) {}

    /** The calls of derivatives in a method's own body that need the method's derivative in turn. */
    public List<Cycle> of(Callee.Method method) {
        List<Cycle> cycles = new ArrayList<>();
        for (Called e : edges(method)) {
            if (e.isDerivative()) {
                path(e.method(), method).ifPresent(way -> {
                    way.add(0, method);
                    cycles.add(new Cycle(e.span(), List.copyOf(way)));
                });
            }
        }
        return cycles;
    }

    /** Whether a method, or one that it calls in any way, needs its own derivative. */
    public boolean reachedFrom(Callee.Method method) {
        return reached(method).keySet().stream().anyMatch(m -> !of(m).isEmpty());
    }

    /** The methods on a shortest way, both ends included. */
    private Optional<List<Callee.Method>> path(Callee.Method from, Callee.Method to) {
        Map<Callee.Method, Callee.Method> before = reached(from);
        if (!before.containsKey(to)) {
            return Optional.empty();
        }
        List<Callee.Method> way = new ArrayList<>();
        for (Callee.Method at = to; at != null; at = before.get(at)) {
            way.add(at);
        }
        Collections.reverse(way);
        return Optional.of(way);
    }

    /** The methods that are called in any way, each with the one before it on a shortest way. */
    private Map<Callee.Method, Callee.Method> reached(Callee.Method from) {
        Map<Callee.Method, Callee.Method> before = new LinkedHashMap<>();
        before.put(from, null);
        Deque<Callee.Method> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Callee.Method at = open.remove();
            for (Called e : edges(at)) {
                if (!before.containsKey(e.method())) {
                    before.put(e.method(), at);
                    open.add(e.method());
                }
            }
        }
        return before;
    }

    private List<Called> edges(Callee.Method method) {
        List<Called> known = edges.get(method);
        if (known == null) {
            known = program.find(method).map(DerivativeCalls::of).orElse(List.of());
            edges.put(method, known);
        }
        return known;
    }
}
