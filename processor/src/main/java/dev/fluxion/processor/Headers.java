package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the headers of annotated methods and says what is wrong with them. */
final class Headers {

    /** A problem of a method's header: at the parameter, or at the method if that is null. */
    record Problem(Code code, VariableElement parameter, List<String> arguments) {}

    /** Mistakes that leave no doubt about the generated members. */
    private static final Set<Code> SIGNATURE_KNOWN =
            Set.of(Code.ORDER_OUT_OF_RANGE, Code.TENSOR_ORDER, Code.NATIVE_METHOD);

    /** Mistakes with which there is no body that could be looked at. */
    private static final Set<Code> WITHOUT_BODY = Set.of(
            Code.UNRESOLVED_TYPE, Code.GENERIC_METHOD, Code.NATIVE_METHOD, Code.ABSTRACT_METHOD, Code.ARRAY_PARAMETER);

    private final TypeLowering types;
    private final Members members;
    private final Composites composites;
    private final Predicate<ExecutableElement> isRepeatable;

    Headers(TypeLowering types, Composites composites, Predicate<ExecutableElement> isRepeatable) {
        this.types = types;
        this.composites = composites;
        this.members = new Members(types);
        this.isRepeatable = isRepeatable;
    }

    /** The header as the layout of a companion wants it. */
    UserMethod read(ExecutableElement method) {
        List<UserMethod.UserParameter> parameters = new ArrayList<>();
        if (isInstance(method)) {
            Composite self = record(method, method.getEnclosingElement().asType());
            parameters.add(new UserMethod.UserParameter("self", owner(method), self != null, self));
        }
        for (VariableElement p : method.getParameters()) {
            Type type = types.of(p.asType());
            Composite record = AnnotatedMethods.isCut(p) ? null : record(method, p.asType());
            boolean active = record != null || isActive(p, type);
            Type taken = AnnotatedMethods.isCut(p) ? type : FunctionType.ofParameter(type);
            parameters.add(new UserMethod.UserParameter(p.getSimpleName().toString(), taken, active, record));
        }
        List<Type> thrown = method.getThrownTypes().stream().map(types::of).toList();
        return new UserMethod(
                members.method(method).exact(),
                AnnotatedMethods.stem(method),
                parameters,
                false,
                types.of(method.getReturnType()),
                thrown,
                method.getModifiers().contains(Modifier.PUBLIC)
                        || method.getEnclosingElement().getKind().isInterface(),
                hasTensors(method) ? 1 : Math.max(1, Math.min(2, AnnotatedMethods.order(method))),
                isRepeatable.test(method),
                record(method, method.getReturnType()),
                false);
    }

    private boolean hasTensors(ExecutableElement method) {
        boolean ofSelf = isInstance(method)
                && isOfTensors(method, method.getEnclosingElement().asType());
        return ofSelf
                || isOfTensors(method, method.getReturnType())
                || method.getParameters().stream()
                        .anyMatch(p -> !AnnotatedMethods.isCut(p) && isOfTensors(method, p.asType()));
    }

    private boolean isOfTensors(ExecutableElement method, TypeMirror type) {
        Composite record = record(method, type);
        return record != null ? record.holdsTensors() : types.of(type).isOfTensors();
    }

    /** The record that a type is, if derivatives are taken by components of it, or null. */
    private Composite record(ExecutableElement method, TypeMirror type) {
        return composites.of(type, (TypeElement) method.getEnclosingElement()).orElse(null);
    }

    /** The name of the record of a record's tangents, as it is seen from the companion of a class. */
    String tangentName(TypeElement record, TypeElement user) {
        return composites.tangent(record, user).canonicalName();
    }

    private static boolean isInstance(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC);
    }

    private static Type.Declared owner(ExecutableElement method) {
        return TypeLowering.any((TypeElement) method.getEnclosingElement());
    }

    private static boolean isActive(VariableElement p, Type type) {
        return isActivatable(type) && !AnnotatedMethods.isCut(p);
    }

    /** Whether what is handed in or out has a derivative: extremes with their indices are tensors within a method only. */
    static boolean isActivatable(Type type) {
        return type.isActivatable() && !type.equals(Types.TENSOR_WITH_INDICES);
    }

    /** The layout of a class's companion: of the methods whose headers can have one. */
    CompanionLayout layout(TypeElement type) {
        return layout(type, m -> true);
    }

    /** The same, without the methods that are not wanted. */
    CompanionLayout layout(TypeElement type, Predicate<Callee.Method> wanted) {
        List<UserMethod> users = Round.methods(type).stream()
                .filter(this::hasSignatures)
                .map(this::read)
                .filter(m -> wanted.test(m.callee()))
                .toList();
        return CompanionLayout.of(TypeLowering.name(type), isPublic(type), users);
    }

    static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean isPublic = e.getModifiers().contains(Modifier.PUBLIC)
                    || e.getEnclosingElement().getKind().isInterface();
            if (!isPublic) {
                return false;
            }
        }
        return true;
    }

    /** Whether a method's body can be looked at in spite of a mistake in its header, so that all its mistakes are told at once. */
    static boolean isBodyReadable(Code code) {
        return !WITHOUT_BODY.contains(code);
    }

    /** Whether it is known what is to be generated for a method, be it that it throws: then callers get no errors that are not theirs. */
    private boolean hasSignatures(ExecutableElement method) {
        return problems(method).stream().allMatch(p -> SIGNATURE_KNOWN.contains(p.code()));
    }

    /** Whether generated methods can have the header at all; if not, the problems say why. */
    List<Problem> problems(ExecutableElement method) {
        List<Problem> found = new ArrayList<>();
        String name = method.getSimpleName().toString();
        Optional<TypeMirror> unresolved = Unresolved.in(method);
        if (unresolved.isPresent()) {
            add(found, Code.UNRESOLVED_TYPE, name, unresolved.get().toString());
            return found;
        }
        shape(method, name, found);
        Type result = types.of(method.getReturnType());
        UserMethod header = read(method);
        if (!(result instanceof Type.Void) && !isActivatable(result) && header.record() == null) {
            add(found, Code.RESULT_NOT_DIFFERENTIABLE, name, text(result));
        }
        boolean active = !header.active().isEmpty();
        boolean array = false;
        for (VariableElement p : method.getParameters()) {
            Type type = types.of(p.asType());
            if (!AnnotatedMethods.isCut(p) && isFloatingArray(type) && !type.isActivatable()) {
                array = true;
                String[] arguments = {p.getSimpleName().toString(), name, text(type)};
                found.add(new Problem(Code.ARRAY_PARAMETER, p, List.of(arguments)));
            }
        }
        if (!active && !array) {
            add(found, Code.NO_ACTIVE_PARAMETER, name);
        }
        String stem = AnnotatedMethods.stem(method);
        if (!SourceVersion.isName(stem) || stem.contains(".")) {
            add(found, Code.BAD_NAME, stem, name);
        }
        int order = AnnotatedMethods.order(method);
        if (order < 1 || order > 2) {
            add(found, Code.ORDER_OUT_OF_RANGE, Integer.toString(order), name);
        } else if (order == 2 && hasTensors(method)) {
            add(found, Code.TENSOR_ORDER, name);
        }
        return found;
    }

    /** The parameters that carry floating-point values without being active, unless the user says that this is meant; and a method that hands nothing out. */
    List<Problem> notes(ExecutableElement method) {
        List<Problem> found = new ArrayList<>();
        if (handsNothingOut(read(method))) {
            add(found, Code.VOID_RESULT, method.getSimpleName().toString());
        }
        for (VariableElement p : method.getParameters()) {
            Composite record = record(method, p.asType());
            if (!AnnotatedMethods.isCut(p)) {
                String name = p.getSimpleName().toString();
                String of = method.getSimpleName().toString();
                inactive(p.asType(), record, name)
                        .forEach((n, t) -> found.add(new Problem(Code.INACTIVE_FLOATING, p, List.of(n, of, text(t)))));
            }
        }
        return found;
    }

    /** What carries floating-point values without being active, in a parameter: itself, or components of the record that it is. */
    private Map<String, Type> inactive(TypeMirror type, Composite record, String name) {
        if (record == null) {
            Type t = types.of(type);
            return carriesFloating(t) || composites.holdsNumbers(type) ? Map.of(name, t) : Map.of();
        }
        Map<String, Type> found = new LinkedHashMap<>();
        for (RecordComponentElement c : composites.uncut(type)) {
            record.components().stream()
                    .filter(k -> c.getSimpleName().contentEquals(k.name()))
                    .filter(k -> k.of() != null || !k.active())
                    .forEach(k -> found.putAll(inactive(c.asType(), k.of(), name + "." + k.name())));
        }
        return found;
    }

    /** Whether a method returns nothing, and has no array to write to. */
    static boolean handsNothingOut(UserMethod method) {
        return method.result() instanceof Type.Void && method.arrays().isEmpty();
    }

    private static void shape(ExecutableElement method, String name, List<Problem> found) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!method.getTypeParameters().isEmpty()) {
            add(found, Code.GENERIC_METHOD, name);
        }
        if (method.getModifiers().contains(Modifier.NATIVE)) {
            add(found, Code.NATIVE_METHOD, name);
        } else if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            add(found, Code.ABSTRACT_METHOD, name);
        }
    }

    private static void add(List<Problem> found, Code code, String... arguments) {
        found.add(new Problem(code, null, List.of(arguments)));
    }

    private static boolean isFloatingArray(Type type) {
        return type instanceof Type.Array a && (a.component().isDifferentiable() || isFloatingArray(a.component()));
    }

    /** A generic type over boxed numbers, such as {@code List<Double>}. */
    private static boolean carriesFloating(Type type) {
        return type instanceof Type.Declared d
                && d.arguments().stream()
                        .anyMatch(a -> a instanceof Type t && (t.isDifferentiable() || carriesFloating(t)));
    }

    /** A type as the user writes it. */
    static String text(Type type) {
        return type instanceof Type.Declared d && d.arguments().isEmpty()
                ? String.join(".", d.simpleNames())
                : type.toString().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }
}
