package dev.fluxion.processor.fuzz.grammar;

import java.util.List;

/** Calls of the program's own methods. */
final class Calls {

    private final Grammar grammar;
    private final Draw draw;

    Calls(Grammar grammar) {
        this.grammar = grammar;
        this.draw = grammar.draw();
    }

    /** A call with a result of a type, or null where no method fits. */
    Node call(Sort sort, Scope s, int depth) {
        List<Helper> fitting =
                s.unit().helpers().stream().filter(h -> h.result() == sort).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Helper h = draw.of(fitting);
        Node[] arguments = new Node[h.parameters().size()];
        StringBuilder template = new StringBuilder(h.name() + "(");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = grammar.make(h.parameters().get(i), s, depth);
            template.append(i == 0 ? "#" : ", #");
        }
        if (h.isRecursive()) {
            String levels = levels(s);
            if (levels == null) {
                return null;
            }
            template.append(arguments.length == 0 ? "" : ", ").append(levels);
        }
        return Node.of(sort, template.append(")").toString(), arguments);
    }

    /** How deep a call may recur: less deep than the caller, where that recurs itself. */
    private String levels(Scope s) {
        boolean isWithin = !s.visible(v -> v.name().equals("levels")).isEmpty();
        if (isWithin) {
            return s.loops() <= 1 && s.unit().takeRecursion() ? "levels - " + (1 + s.loops()) : null;
        }
        return s.loops() > 1 ? null : "" + draw.between(0, 3);
    }
}
