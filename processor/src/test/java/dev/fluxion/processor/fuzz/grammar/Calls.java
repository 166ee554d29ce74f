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
        List<Helper> fitting = s.unit().helpers().stream()
                .filter(h -> h.result() == sort && fits(h, s))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Helper h = draw.of(fitting);
        Node[] arguments = new Node[h.parameters().size()];
        StringBuilder template = new StringBuilder(h.name() + "(");
        for (int i = 0; i < arguments.length; i++) {
            Sort wanted = h.parameters().get(i);
            arguments[i] = grammar.make(wanted, s, wanted.isArray() ? depth - 1 : depth);
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

    /** What writes arrays is nothing for places where no value may be active, or where it may be cut short (FLX0209); nor does a lambda know how deep it is. */
    private static boolean fits(Helper h, Scope s) {
        boolean isFree = !s.isInactive() && !s.isGuarded();
        return (isFree || h.parameters().stream().noneMatch(Sort::isArray))
                && !(s.isLambda() && h.isRecursive())
                && !(s.isInactive() && h.parameters().contains(Sort.POINT));
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
