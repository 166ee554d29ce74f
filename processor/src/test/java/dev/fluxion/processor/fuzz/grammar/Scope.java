package dev.fluxion.processor.fuzz.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What may be used at a place of a program. */
final class Scope {

    /** A statement that can be left or, if it is a loop, continued. */
    record Target(String label, boolean isLoop) {}

    private final Scope parent;
    private final Unit unit;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Target> targets;
    private final int loops;
    private final int nesting;
    private final boolean inactive;
    private final boolean open;

    private Scope(
            Scope parent, Unit unit, List<Target> targets, int loops, int nesting, boolean inactive, boolean open) {
        this.parent = parent;
        this.unit = unit;
        this.targets = targets;
        this.loops = loops;
        this.nesting = nesting;
        this.inactive = inactive;
        this.open = open;
    }

    static Scope of(Unit unit) {
        return new Scope(null, unit, List.of(), 0, 0, false, true);
    }

    /** A block in this one. */
    Scope inner() {
        return new Scope(this, unit, targets, loops, nesting + 1, inactive, open);
    }

    /** The body of a loop. */
    Scope loop(String label) {
        return new Scope(this, unit, and(new Target(label, true)), loops + 1, nesting + 1, inactive, open);
    }

    /** The body of a labelled block or a switch. */
    Scope left(String label) {
        return new Scope(this, unit, and(new Target(label, false)), loops, nesting + 1, inactive, open);
    }

    /** The same place where no value may be active and no jump leaves. */
    Scope inactive() {
        return new Scope(this, unit, List.of(), loops, nesting + 1, true, false);
    }

    /** The same place where no jump leaves. */
    Scope closed() {
        return new Scope(this, unit, List.of(), loops, nesting + 1, inactive, false);
    }

    /** The same place within a loop that cannot be continued. */
    Scope nested() {
        return new Scope(this, unit, targets, loops + 1, nesting, inactive, open);
    }

    private List<Target> and(Target target) {
        List<Target> all = new ArrayList<>(targets);
        all.add(target);
        return all;
    }

    Unit unit() {
        return unit;
    }

    int loops() {
        return loops;
    }

    int nesting() {
        return nesting;
    }

    boolean isInactive() {
        return inactive;
    }

    /** Whether the method may be left from here. */
    boolean isOpen() {
        return open;
    }

    List<Target> targets() {
        return targets;
    }

    void declare(Variable v) {
        variables.add(v);
    }

    /** The variables that may be read here. */
    List<Variable> readable(Sort sort) {
        return visible(v -> v.sort() == sort && !(inactive && v.isActive()));
    }

    /** The variables that may be assigned here. */
    List<Variable> writable(Sort sort) {
        return visible(v -> v.sort() == sort && v.isMutable() && !(inactive && v.isActive()));
    }

    List<Variable> visible(Predicate<Variable> wanted) {
        List<Variable> found = new ArrayList<>();
        for (Scope s = this; s != null; s = s.parent) {
            s.variables.stream().filter(wanted).forEach(found::add);
        }
        return found;
    }
}
