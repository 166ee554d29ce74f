package dev.fluxion.processor.fuzz.grammar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
    private final Set<Trait> traits;

    /** What is special about a place. */
    private enum Trait {
        /** No value may be active. */
        INACTIVE,
        /** No jump leaves, and no return. */
        CLOSED,
        /** The method goes on behind an exception. */
        GUARDED,
        /** Inside a switch expression. */
        YIELDING,
        /** Inside a lambda, which sees nothing but what is declared in it. */
        LAMBDA
    }

    private Scope(Scope parent, Unit unit, List<Target> targets, int loops, int nesting, Set<Trait> traits) {
        this.parent = parent;
        this.unit = unit;
        this.targets = targets;
        this.loops = loops;
        this.nesting = nesting;
        this.traits = traits;
    }

    static Scope of(Unit unit) {
        return new Scope(null, unit, List.of(), 0, 0, Set.of());
    }

    /** A block in this one. */
    Scope inner() {
        return new Scope(this, unit, targets, loops, nesting + 1, traits);
    }

    /** The body of a loop. */
    Scope loop(String label) {
        return new Scope(this, unit, and(new Target(label, true)), loops + 1, nesting + 1, traits);
    }

    /** The body of a labelled block or a switch. */
    Scope left(String label) {
        return new Scope(this, unit, and(new Target(label, false)), loops, nesting + 1, traits);
    }

    /** The same place where no value may be active and no jump leaves. */
    Scope inactive() {
        return new Scope(this, unit, List.of(), loops, nesting + 1, with(Trait.INACTIVE, Trait.CLOSED));
    }

    /** The same place in a switch expression, which no jump leaves. */
    Scope yielding() {
        return new Scope(this, unit, List.of(), loops, nesting + 1, with(Trait.CLOSED, Trait.YIELDING));
    }

    /** A block behind whose exceptions the method goes on. */
    Scope guarded() {
        return new Scope(this, unit, targets, loops, nesting + 1, with(Trait.GUARDED));
    }

    /** The body of a lambda. */
    Scope lambda() {
        return new Scope(null, unit, List.of(), loops, nesting + 1, with(Trait.LAMBDA, Trait.CLOSED));
    }

    /** The same place within a loop that cannot be continued. */
    Scope nested() {
        return new Scope(this, unit, targets, loops + 1, nesting, traits);
    }

    private Set<Trait> with(Trait... more) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(List.of(more));
        return all;
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
        return traits.contains(Trait.INACTIVE);
    }

    /** Whether the method may be left from here. */
    boolean isOpen() {
        return !traits.contains(Trait.CLOSED);
    }

    /** Whether an exception that is thrown here may be caught. */
    boolean isGuarded() {
        return traits.contains(Trait.GUARDED);
    }

    /** Whether it is inside a switch expression, around which javac 17 does not get {@code try} right. */
    boolean isYielding() {
        return traits.contains(Trait.YIELDING);
    }

    boolean isLambda() {
        return traits.contains(Trait.LAMBDA);
    }

    List<Target> targets() {
        return targets;
    }

    void declare(Variable v) {
        variables.add(v);
    }

    /** The variables that may be read here. */
    List<Variable> readable(Sort sort) {
        return visible(v -> v.sort() == sort && !(isInactive() && v.isActive()));
    }

    /** The variables that may be assigned here. */
    List<Variable> writable(Sort sort) {
        return visible(v -> v.sort() == sort && v.isMutable() && !(isInactive() && v.isActive()));
    }

    List<Variable> visible(Predicate<Variable> wanted) {
        List<Variable> found = new ArrayList<>();
        for (Scope s = this; s != null; s = s.parent) {
            s.variables.stream().filter(wanted).forEach(found::add);
        }
        return found;
    }
}
