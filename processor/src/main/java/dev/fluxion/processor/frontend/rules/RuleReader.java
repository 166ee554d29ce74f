package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.UserRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads and checks the rules that elements are annotated with. */
public final class RuleReader {

    private final Elements elements;
    private final Types types;
    private final ElementTypes elementTypes;
    private final TargetReader targets;

    public RuleReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
        this.elementTypes = new ElementTypes(types);
        this.targets = new TargetReader(elements, elementTypes);
    }

    /**
     * Reads the rules of this compilation, and those that it is compiled against.
     *
     * @param annotated the elements of this compilation that have a {@code DerivativeOf}, in any order
     * @param index where to find the others
     */
    public RulesFound read(Collection<? extends Element> annotated, RuleIndex index) {
        RulesFound.Collector found = new RulesFound.Collector();
        sorted(annotated).forEach(e -> read(e, found));
        for (TypeElement holder : index.holders(annotated)) {
            List<Element> members = new ArrayList<>(List.of(holder));
            members.addAll(ElementFilter.methodsIn(holder.getEnclosedElements()));
            members.stream()
                    .filter(RuleReader::isUsableElsewhere)
                    .filter(e -> e instanceof TypeElement || index.isExported(holder))
                    .forEach(e -> read(e, found.ofLibrary()));
        }
        return found.result();
    }

    /** Whether an element is annotated as a rule. */
    public static boolean isRule(Element e) {
        return RuleAnnotation.of(e) != null;
    }

    /** Whether a rule names a class that is not there: perhaps not yet. */
    public static boolean isUnresolved(Element e) {
        RuleAnnotation annotation = RuleAnnotation.of(e);
        return annotation != null && !annotation.isResolved();
    }

    /** A twin calls nothing that would have to be visible. */
    static boolean isUsableElsewhere(Element e) {
        return RuleAnnotation.of(e) != null
                && (e instanceof TypeElement || ElementTypes.access(e) == Callee.Access.PUBLIC);
    }

    private List<Element> sorted(Collection<? extends Element> annotated) {
        return annotated.stream()
                .<Element>map(e -> e)
                .sorted(Comparator.comparing(this::name))
                .toList();
    }

    private String name(Element e) {
        return e instanceof ExecutableElement m
                ? elementTypes.method(m).key()
                : ElementTypes.declared((TypeElement) e).canonicalName();
    }

    private void read(Element e, RulesFound.Collector found) {
        RuleAnnotation annotation = RuleAnnotation.of(e);
        if (!annotation.isResolved()) {
            return;
        } else if (e.getKind() != ElementKind.METHOD) {
            readTwin(annotation, (TypeElement) e, found);
        } else if (isCallable(annotation, (ExecutableElement) e, found)) {
            readRule(annotation, (ExecutableElement) e, found);
        }
    }

    private void readTwin(RuleAnnotation annotation, TypeElement holder, RulesFound.Collector found) {
        String name = holder.getSimpleName().toString();
        if (!annotation.method().isEmpty()) {
            found.problem(Code.RULE_METHOD_ON_TYPE, annotation, name);
        } else if (annotation.value() == null) {
            found.problem(Code.RULE_TARGET_UNKNOWN, annotation, name);
        } else if (annotation.like() == null) {
            found.problem(Code.RULE_NO_LIKE, annotation, name, simple(annotation.value()));
        } else if (annotation.like().equals(annotation.value())) {
            found.problem(Code.RULE_TWIN_OF_ITSELF, annotation, simple(annotation.value()));
        } else if (!haveMethodInCommon(annotation.value(), annotation.like())) {
            String[] both = {simple(annotation.value()), simple(annotation.like())};
            found.problem(Code.RULE_TWIN_WITHOUT_METHODS, annotation, both);
        } else {
            found.twin(annotation);
        }
    }

    private static String simple(TypeElement type) {
        return type.getSimpleName().toString();
    }

    private boolean haveMethodInCommon(TypeElement a, TypeElement b) {
        List<String> ofA = staticSignatures(a);
        return staticSignatures(b).stream().anyMatch(ofA::contains);
    }

    private List<String> staticSignatures(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(elementTypes::method)
                .filter(Callee.Method::isStatic)
                .map(m -> m.name() + m.parameters())
                .toList();
    }

    private boolean isCallable(RuleAnnotation annotation, ExecutableElement e, RulesFound.Collector found) {
        Callee.Method method = elementTypes.method(e);
        String name = method.toString();
        if (annotation.like() != null) {
            found.problem(Code.RULE_LIKE_ON_METHOD, annotation, name);
        } else if (annotation.value() == null) {
            found.problem(Code.RULE_TARGET_UNKNOWN, annotation, name);
        } else if (annotation.method().isEmpty()) {
            found.problem(Code.RULE_NO_METHOD, annotation, name, simple(annotation.value()));
        } else if (!method.isStatic()) {
            found.problem(Code.RULE_NOT_STATIC, annotation.ofElement(), name);
        } else if (ElementTypes.access(e) == Callee.Access.PRIVATE) {
            found.problem(Code.RULE_NOT_VISIBLE, annotation.ofElement(), name);
        } else {
            return true;
        }
        return false;
    }

    private void readRule(RuleAnnotation annotation, ExecutableElement e, RulesFound.Collector found) {
        List<Target> candidates = targets.named(annotation.value(), annotation.method());
        RuleShape shape = new RuleShape(elementTypes.method(e), components(e.getReturnType()));
        List<Target> fitting =
                candidates.stream().filter(t -> shape.rule(t).isPresent()).toList();
        if (candidates.isEmpty()) {
            found.problem(Code.RULE_TARGET_NOT_FOUND, annotation, simple(annotation.value()), annotation.method());
        } else if (fitting.size() > 1) {
            found.problem(Code.RULE_TARGET_AMBIGUOUS, annotation, shape.name(), list(fitting));
        } else if (fitting.isEmpty()) {
            explain(annotation, shape, candidates, found);
        } else {
            checkThrown(annotation, e, shape.rule(fitting.get(0)).orElseThrow(), found);
        }
    }

    private static String list(List<Target> targets) {
        return String.join(" and ", targets.stream().map(Target::toString).toList());
    }

    /** Says what is wrong with regard to the overload that is meant, where that can be told. */
    private static void explain(
            RuleAnnotation annotation, RuleShape shape, List<Target> candidates, RulesFound.Collector found) {
        List<Target> meant = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(shape::beginsLike).toList();
        if (meant.isEmpty()) {
            String[] arguments = {shape.name(), annotation.method(), list(candidates)};
            found.problem(Code.RULE_TARGET_FITS_NONE, annotation.ofElement(), arguments);
            return;
        }
        Target longest = meant.stream()
                .max(Comparator.comparingInt(t -> t.operands().size()))
                .orElseThrow();
        RuleShape.Mismatch mismatch = shape.mismatch(longest);
        found.problem(
                mismatch.code(), annotation.ofElement(), mismatch.arguments().toArray(String[]::new));
    }

    private List<Callee.Method> components(TypeMirror result) {
        if (result instanceof DeclaredType d && d.asElement().getKind() == ElementKind.RECORD) {
            return ElementFilter.recordComponentsIn(d.asElement().getEnclosedElements()).stream()
                    .map(c -> elementTypes.method(c.getAccessor()))
                    .toList();
        }
        return List.of();
    }

    private void checkThrown(
            RuleAnnotation annotation, ExecutableElement e, UserRule rule, RulesFound.Collector found) {
        List<? extends TypeMirror> declared = thrownByTarget(annotation.value(), rule.target());
        for (TypeMirror thrown : e.getThrownTypes()) {
            boolean allowed = isUnchecked(thrown)
                    || declared.stream().anyMatch(d -> types.isSubtype(types.erasure(thrown), types.erasure(d)));
            if (!allowed) {
                found.problem(
                        Code.RULE_THROWS,
                        annotation.ofElement(),
                        rule.rule().toString(),
                        Target.simple(elementTypes.erased(thrown)),
                        rule.target().toString());
                return;
            }
        }
        found.rule(annotation, rule);
    }

    private List<? extends TypeMirror> thrownByTarget(TypeElement owner, Callee.Method target) {
        return ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
                .filter(m -> elementTypes.method(m).key().equals(target.key()))
                .findFirst()
                .<List<? extends TypeMirror>>map(ExecutableElement::getThrownTypes)
                .orElse(List.of());
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return List.of("java.lang.RuntimeException", "java.lang.Error").stream()
                .map(name -> elements.getTypeElement(name).asType())
                .anyMatch(base -> types.isSubtype(types.erasure(thrown), base));
    }
}
