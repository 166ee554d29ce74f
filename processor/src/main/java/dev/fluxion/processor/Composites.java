package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionNames;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Which records derivatives are taken by, and what the records of their tangents are called (DESIGN §2). */
final class Composites {

    private final Elements elements;
    private final Predicate<TypeElement> isCompiled;
    private final TypeLowering types;
    private final Members members;

    /** For each class the records of other compilations in the headers of its annotated methods. */
    private final Map<String, Set<Type.Declared>> foreign = new HashMap<>();

    /** @param isCompiled whether a class is in this compilation */
    Composites(Elements elements, Predicate<TypeElement> isCompiled, TypeLowering types) {
        this.elements = elements;
        this.isCompiled = isCompiled;
        this.types = types;
        this.members = new Members(types);
    }

    /**
     * A type as a record by whose components derivatives are taken; empty for any other, and for one with type parameters. Of
     * one that holds itself, what it holds of itself is constant.
     *
     * @param user the class in whose companion the record of tangents is nested if it can be nowhere else
     */
    Optional<Composite> of(TypeMirror type, TypeElement user) {
        return of(type, user, List.of());
    }

    private Optional<Composite> of(TypeMirror type, TypeElement user, List<TypeElement> around) {
        if (!(type instanceof DeclaredType d)
                || !(d.asElement() instanceof TypeElement record)
                || record.getKind() != ElementKind.RECORD
                || TypeLowering.name(record).equals(Types.TENSOR_WITH_INDICES)
                || !record.getTypeParameters().isEmpty()
                || around.contains(record)) {
            return Optional.empty();
        }
        List<TypeElement> within = new ArrayList<>(around);
        within.add(record);
        List<Composite.Component> components = new ArrayList<>();
        for (RecordComponentElement c : record.getRecordComponents()) {
            Field field = field(record, c);
            Optional<Composite> inner = isCut(record, c) ? Optional.empty() : of(c.asType(), user, within);
            boolean active = inner.isPresent() || Headers.isActivatable(field.type()) && !isCut(record, c);
            components.add(new Composite.Component(field, active, inner.orElse(null)));
        }
        Type.Declared name = TypeLowering.name(record);
        return components.stream().anyMatch(Composite.Component::active)
                ? Optional.of(new Composite(name, tangent(record, user), components))
                : Optional.empty();
    }

    /** The components of a record that the user has not cut. */
    List<? extends RecordComponentElement> uncut(TypeMirror type) {
        TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
        return record.getRecordComponents().stream()
                .filter(c -> !isCut(record, c))
                .toList();
    }

    private Field field(TypeElement record, RecordComponentElement c) {
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(f -> f.getSimpleName().equals(c.getSimpleName()))
                .map(members::field)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCut(TypeElement record, RecordComponentElement c) {
        return AnnotatedMethods.isCut(c)
                || ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                        .anyMatch(f -> f.getSimpleName().equals(c.getSimpleName()) && AnnotatedMethods.isCut(f));
    }

    /**
     * What the record of a record's tangents is called: beside the record, where the record is compiled too or an earlier compilation has made one; else in the
     * companion, with the name of its package where the class has methods over records of one name out of several packages.
     */
    Type.Declared tangent(TypeElement record, TypeElement user) {
        Type.Declared name = TypeLowering.name(record);
        Type.Declared companion = CompanionNames.companionOf(TypeLowering.any(user));
        String flat = String.join("_", name.simpleNames()) + "Tangent";
        Type.Declared beside = Type.Declared.of(name.packageName(), flat);
        String prefix = isAmbiguous(name, user) ? name.packageName().replace('.', '_') + "_" : "";
        Type.Declared within = Type.Declared.of(
                companion.packageName(), companion.simpleNames().get(0), prefix + flat);
        boolean isThere = elements.getTypeElement(beside.canonicalName()) != null
                && elements.getTypeElement(within.canonicalName()) == null;
        return isCompiled.test(record) || isThere ? beside : within;
    }

    /** Whether the headers of a class's annotated methods mention another record of the same name, of another package, of another compilation too. */
    private boolean isAmbiguous(Type.Declared record, TypeElement user) {
        return foreign.computeIfAbsent(user.getQualifiedName().toString(), name -> foreign(user)).stream()
                .anyMatch(r -> r.simpleNames().equals(record.simpleNames())
                        && !r.packageName().equals(record.packageName()));
    }

    private Set<Type.Declared> foreign(TypeElement user) {
        Set<Type.Declared> found = new LinkedHashSet<>();
        foreign(user.asType(), found);
        for (ExecutableElement m : Round.methods(user)) {
            foreign(m.getReturnType(), found);
            m.getParameters().forEach(p -> foreign(p.asType(), found));
        }
        return found;
    }

    private void foreign(TypeMirror type, Set<Type.Declared> found) {
        if (type instanceof DeclaredType d
                && d.asElement() instanceof TypeElement record
                && record.getKind() == ElementKind.RECORD
                && (isCompiled.test(record) || found.add(TypeLowering.name(record)))) {
            record.getRecordComponents().forEach(c -> foreign(c.asType(), found));
        }
    }

    /** Whether a type is a record with numbers or arrays of them among its components, or an array of such records. */
    boolean holdsNumbers(TypeMirror type) {
        return holdsNumbers(type, new ArrayList<>());
    }

    private boolean holdsNumbers(TypeMirror type, List<Element> seen) {
        if (type instanceof ArrayType a) {
            return holdsNumbers(a.getComponentType(), seen);
        }
        if (!(type instanceof DeclaredType d)
                || d.asElement().getKind() != ElementKind.RECORD
                || seen.contains(d.asElement())) {
            return false;
        }
        seen.add(d.asElement());
        return ElementFilter.recordComponentsIn(d.asElement().getEnclosedElements()).stream()
                .anyMatch(c -> types.of(c.asType()).isActivatable() || holdsNumbers(c.asType(), seen));
    }
}
