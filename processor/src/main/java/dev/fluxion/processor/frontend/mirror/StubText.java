package dev.fluxion.processor.frontend.mirror;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Writes a type of the outer compilation as a stub source: everything about it that attribution of other code can ask
 * for, and no body.
 *
 * <p>Members are kept by name. Beyond the names in use these are kept: the abstract methods of interfaces, since their
 * number makes an interface functional; what overrides an inherited abstract or default method in an interface or in a
 * type that a root extends, which would have to implement it otherwise, or be torn between two defaults; all constructors that others can call, all enum constants and all record components.
 */
final class StubText {

    private static final Set<Modifier> UNWRITTEN = EnumSet.of(
            Modifier.NATIVE, Modifier.SYNCHRONIZED, Modifier.STRICTFP, Modifier.TRANSIENT, Modifier.VOLATILE);

    private final OuterTypes outer;
    private final Initializers initializers;
    private final StubNeeds needs;
    private final TypeText types;
    private final AnnotationText annotations;
    private final StubHead heads;

    StubText(OuterTypes outer, StubNeeds needs) {
        this.outer = outer;
        this.initializers = outer.initializers();
        this.needs = needs;
        this.types = new TypeText(needs::mention, needs::unresolved);
        this.annotations = new AnnotationText(outer.elements(), types);
        this.heads = new StubHead(types, annotations);
    }

    /** The declaration up to its opening brace. */
    String head(TypeElement type) {
        return heads.of(type);
    }

    /** The members, without nested types, which are only mentioned. */
    String members(TypeElement type) {
        StringBuilder text = new StringBuilder();
        if (type.getKind() == ElementKind.ENUM) {
            text.append(enumConstants(type)).append(";\n");
        }
        Set<String> inherited = outer.inheritedOpenNames(type);
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                mentionIfNeeded(nested);
            } else if (member instanceof VariableElement field && isKept(field)) {
                text.append(field(field));
            } else if (member instanceof ExecutableElement method && isKept(method, type, inherited)) {
                text.append(method(method, type));
            }
        }
        return text.append(constructors(type)).toString();
    }

    private void mentionIfNeeded(TypeElement nested) {
        if (isUsed(nested) || needs.isUsedByConstant(nested.getSimpleName().toString())) {
            needs.mention(nested);
        }
    }

    private boolean isUsed(Element member) {
        return !isPrivate(member) && needs.isUsed(member.getSimpleName().toString());
    }

    private static boolean isPrivate(Element member) {
        return member.getModifiers().contains(Modifier.PRIVATE);
    }

    private boolean isKept(VariableElement field) {
        return field.getKind() == ElementKind.FIELD
                && (isUsed(field)
                        || needs.isUsedByConstant(field.getSimpleName().toString()));
    }

    private boolean isKept(ExecutableElement method, TypeElement type, Set<String> inherited) {
        if (method.getKind() != ElementKind.METHOD || isPrivate(method) || isImplicit(method, type)) {
            return false;
        }
        Set<Modifier> modifiers = method.getModifiers();
        boolean ofFunctionalShape = type.getKind().isInterface() && modifiers.contains(Modifier.ABSTRACT);
        boolean overriding = (type.getKind().isInterface() || needs.isExtended(type))
                && !modifiers.contains(Modifier.STATIC)
                && inherited.contains(method.getSimpleName().toString());
        return ofFunctionalShape || overriding || isUsed(method);
    }

    /** Whether javac adds the method itself. An accessor that does more than to return its component is written down, so that it is seen to. */
    private boolean isImplicit(ExecutableElement method, TypeElement type) {
        String name = method.getSimpleName().toString();
        int parameters = method.getParameters().size();
        return switch (type.getKind()) {
            case ENUM ->
                method.getModifiers().contains(Modifier.STATIC)
                        && (name.equals("values") && parameters == 0 || name.equals("valueOf") && parameters == 1);
            case RECORD ->
                parameters == 0
                        && type.getRecordComponents().stream()
                                .anyMatch(component -> component.getSimpleName().contentEquals(name))
                        && outer.isPlain(method);
            default -> false;
        };
    }

    private static String enumConstants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(OuterTypes::isEnumConstant)
                .map(constant -> constant.getSimpleName().toString())
                .collect(Collectors.joining(", "));
    }

    private String field(VariableElement field) {
        String type = types.of(field.asType());
        String value = field.getModifiers().contains(Modifier.FINAL) ? " = " + value(field, type) : "";
        return annotations.of(field) + modifiers(field) + type + " " + field.getSimpleName() + value + ";\n";
    }

    private String value(VariableElement field, String type) {
        boolean mayBeConstant = field.asType().getKind().isPrimitive() || type.equals("java.lang.String");
        // Not a constant expression, whatever the type.
        String unknown = "(" + type + ") (java.lang.Object) null";
        if (!mayBeConstant) {
            return unknown;
        }
        if (!initializers.isSource(field)) {
            Object constant = field.getConstantValue();
            return constant == null ? unknown : outer.elements().getConstantExpression(constant);
        }
        Optional<Initializers.Initializer> initializer = initializers.of(field);
        initializer.ifPresent(copied -> needs.copied(copied.names()));
        return initializer.map(Initializers.Initializer::text).orElse(unknown);
    }

    private static String modifiers(Element member) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        modifiers.addAll(member.getModifiers());
        modifiers.removeAll(UNWRITTEN);
        if (member.getEnclosingElement().getKind() != ElementKind.CLASS) {
            modifiers.remove(Modifier.ABSTRACT);
        }
        return StubHead.written(modifiers);
    }

    private String method(ExecutableElement method, TypeElement type) {
        boolean withoutBody = method.getModifiers().contains(Modifier.ABSTRACT) && type.getKind() != ElementKind.ENUM;
        return annotations.of(method)
                + modifiers(method)
                + types.parameters(method.getTypeParameters())
                + " "
                + types.of(method.getReturnType())
                + " "
                + method.getSimpleName()
                + signature(method)
                + defaultValue(method)
                + (withoutBody ? ";\n" : " { throw null; }\n");
    }

    private String defaultValue(ExecutableElement method) {
        return method.getDefaultValue() == null ? "" : " default " + annotations.value(method.getDefaultValue());
    }

    private String signature(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        List<String> texts = new ArrayList<>();
        for (VariableElement parameter : parameters) {
            boolean last = texts.size() == parameters.size() - 1;
            String name = parameter.getSimpleName().toString();
            texts.add(annotations.of(parameter)
                    + StubHead.parameterType(types, parameter.asType(), method.isVarArgs() && last)
                    + " "
                    + (SourceVersion.isName(name) ? name : "p" + texts.size()));
        }
        List<? extends TypeMirror> thrown = method.getThrownTypes();
        return texts.stream().collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + types.list(thrown));
    }

    private String constructors(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return "";
        }
        List<ExecutableElement> callable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !isPrivate(constructor))
                .toList();
        if (type.getKind() == ElementKind.CLASS && callable.isEmpty()) {
            // Else there would be a default constructor.
            return "private " + type.getSimpleName() + "() { throw null; }\n";
        }
        ExecutableElement canonical = StubHead.canonicalConstructor(type);
        return callable.stream()
                .map(constructor -> constructor(constructor, type, constructor.equals(canonical)))
                .collect(Collectors.joining());
    }

    private String constructor(ExecutableElement constructor, TypeElement type, boolean canonical) {
        String start = annotations.of(constructor)
                + modifiers(constructor)
                + types.parameters(constructor.getTypeParameters())
                + " "
                + type.getSimpleName();
        return start + (canonical ? " { }\n" : signature(constructor) + " { throw null; }\n");
    }
}
