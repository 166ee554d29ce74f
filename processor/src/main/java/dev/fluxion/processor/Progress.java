package dev.fluxion.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What is kept from one round to the next: names and texts, since elements and trees of one round mean nothing in another. */
final class Progress {

    private final Set<String> classes = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> newRules = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> roots = new TreeSet<>();
    private final Set<String> shown = new HashSet<>();

    /** The top-level classes of a round: companions cannot have their names. */
    void addRoots(Set<? extends Element> roots) {
        roots.forEach(r -> names.add(r.toString()));
        roots.stream()
                .filter(r -> r instanceof TypeElement)
                .map(Element::toString)
                .forEach(this.roots::add);
    }

    /** The top-level classes of this compilation, by name. */
    Set<String> roots() {
        return Collections.unmodifiableSet(roots);
    }

    /** Takes a name for a generated class, if it is free. */
    boolean takeName(String name) {
        return names.add(name);
    }

    void addMethod(Element annotated) {
        classes.add(((TypeElement) annotated.getEnclosingElement())
                .getQualifiedName()
                .toString());
    }

    void addRule(Element annotated) {
        Element holder = annotated.getKind() == ElementKind.METHOD ? annotated.getEnclosingElement() : annotated;
        String name = ((TypeElement) holder).getQualifiedName().toString();
        rules.add(name);
        newRules.add(name);
    }

    boolean hasWork() {
        return !classes.isEmpty() || !newRules.isEmpty();
    }

    /** The classes whose companions are still to be made, in the order of their names. */
    List<TypeElement> classes(Elements elements) {
        return types(classes, elements);
    }

    /** The classes that hold rules, of this round and of those before. */
    List<TypeElement> rules(Elements elements) {
        return types(rules, elements);
    }

    /** Whether a holder of rules has not been dealt with yet. */
    boolean isNewRule(TypeElement holder) {
        return newRules.contains(holder.getQualifiedName().toString());
    }

    private static List<TypeElement> types(Collection<String> names, Elements elements) {
        return new ArrayList<>(names.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList());
    }

    /** A class waits unless it is finished. */
    void finish(TypeElement type) {
        classes.remove(type.getQualifiedName().toString());
    }

    void finishRule(TypeElement holder) {
        newRules.remove(holder.getQualifiedName().toString());
    }

    void finishAll() {
        classes.clear();
        newRules.clear();
    }

    /** Whether something is told for the first time. */
    boolean isNews(String what) {
        return shown.add(what);
    }
}
