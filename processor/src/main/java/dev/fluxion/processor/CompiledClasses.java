package dev.fluxion.processor;

import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.transform.dispatch.Implementations;
import dev.fluxion.processor.transform.scalars.Structures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The classes of the compilation and what instance calls run on objects of them. Elements are looked up by name and kept for a round. */
final class CompiledClasses implements Implementations {

    private record Question(Type.Declared type, Callee.Method called) {}

    private final Elements elements;
    private final Types types;
    private final Set<String> roots;
    private final Predicate<Callee.Method> isAnnotated;
    private final Predicate<ExecutableElement> isPlain;
    private final Members members;
    private final Map<Type.Declared, List<Type.Declared>> subclasses = new HashMap<>();
    private final Map<Question, Optional<Callee.Method>> targets = new HashMap<>();
    private final Map<Type.Declared, Optional<Structures.Structure>> shapes = new HashMap<>();
    private List<TypeElement> concrete;
    private ConstantBodies bodies = new ConstantBodies();

    /**
     * @param roots the names of the top-level classes of the compilation
     * @param isAnnotated whether a method has a companion
     * @param isPlain whether the accessor of a record returns its component and does nothing else
     */
    CompiledClasses(
            Elements elements,
            Types types,
            Set<String> roots,
            Predicate<Callee.Method> isAnnotated,
            Predicate<ExecutableElement> isPlain) {
        this.elements = elements;
        this.types = types;
        this.roots = roots;
        this.isAnnotated = isAnnotated;
        this.isPlain = isPlain;
        this.members = new Members(new TypeLowering(types));
    }

    boolean isAnnotated(Callee.Method method) {
        return isAnnotated.test(method);
    }

    /** What a mirror knows more than the one before. */
    void know(ConstantBodies more) {
        bodies = more;
        subclasses.clear();
        targets.clear();
    }

    @Override
    public List<Type.Declared> classes(Type.Declared type) {
        return subclasses.computeIfAbsent(type.erasure(), this::find);
    }

    private List<Type.Declared> find(Type.Declared type) {
        TypeElement element = element(type);
        if (element == null || type.isBody()) {
            return type.isBody() ? List.of(type) : List.of();
        }
        Stream<TypeElement> own = isConcrete(element) ? Stream.of(element) : Stream.empty();
        return Stream.concat(own, concrete().stream().filter(c -> isSubclass(c, element)))
                .map(TypeLowering::name)
                .distinct()
                .flatMap(c -> Stream.concat(Stream.of(c), bodies.of(c).stream()))
                .sorted(Comparator.comparing(Type.Declared::canonicalName))
                .toList();
    }

    /** The enums of the compilation that are, or implement, a type: calls on their constants may run what only the constants have. */
    List<Type.Declared> enums(Type.Declared type) {
        TypeElement element = element(type);
        return element == null
                ? List.of()
                : concrete().stream()
                        .filter(c -> c.getKind() == ElementKind.ENUM && isSubclass(c, element))
                        .map(TypeLowering::name)
                        .toList();
    }

    @Override
    public Field constant(Type.Declared body) {
        return bodies.constant(body);
    }

    private boolean isSubclass(TypeElement c, TypeElement of) {
        return types.isSubtype(types.erasure(c.asType()), types.erasure(of.asType()));
    }

    @Override
    public boolean isSubtype(Type.Declared type, Type.Declared of) {
        TypeElement element = element(type);
        TypeElement other = element(of);
        return element == null || other == null || isSubclass(element, other);
    }

    private TypeElement element(Type.Declared type) {
        return elements.getTypeElement(type.named().canonicalName());
    }

    private List<TypeElement> concrete() {
        if (concrete == null) {
            List<TypeElement> found = new ArrayList<>();
            roots.stream().map(elements::getTypeElement).filter(t -> t != null).forEach(t -> collect(t, found));
            concrete = found;
        }
        return concrete;
    }

    private static void collect(TypeElement type, Collection<TypeElement> found) {
        if (!type.getModifiers().contains(Modifier.PRIVATE)) {
            if (isConcrete(type)) {
                found.add(type);
            }
            ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> collect(t, found));
        }
    }

    private static boolean isConcrete(TypeElement type) {
        return type.getKind() == ElementKind.ENUM
                || type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    @Override
    public Optional<Callee.Method> target(Type.Declared of, Callee.Method called) {
        return targets.computeIfAbsent(new Question(of.erasure(), called.called()), q -> search(q.type(), q.called()));
    }

    private Optional<Callee.Method> search(Type.Declared of, Callee.Method called) {
        TypeElement type = element(of);
        Optional<ExecutableElement> declared = declared(called);
        Optional<Callee.Method> own =
                bodies.target(of, declared.map(members::method).orElse(called));
        if (own.isPresent()) {
            return own;
        }
        if (type == null || declared.isEmpty()) {
            return Optional.empty();
        }
        boolean isPrivate = called.access() == Callee.Access.PRIVATE;
        return (isPrivate ? declared : implementation(type, declared.get()))
                .filter(m -> !m.getModifiers().contains(Modifier.ABSTRACT))
                .map(m -> members.method(m).exact())
                .filter(m -> isCompiled(m) || isAnnotated(m));
    }

    private Optional<ExecutableElement> declared(Callee.Method called) {
        TypeElement owner = element(called.owner());
        if (owner == null) {
            return Optional.empty();
        }
        List<ExecutableElement> named = ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
                .filter(m -> m.getSimpleName().contentEquals(called.name()))
                .toList();
        Optional<ExecutableElement> exact = named.stream()
                .filter(m -> members.method(m).parameters().equals(called.parameters()))
                .findFirst();
        return exact.isPresent() || called.parameters().stream().noneMatch(Type::isActivatable)
                ? exact
                : named.stream()
                        .filter(m -> instantiated(m, members.method(m), called.parameters(), called.result())
                                .parameters()
                                .equals(called.parameters()))
                        .findFirst();
    }

    @Override
    public Callee.Method instantiated(Callee.Method method, List<Type> given, Type result) {
        boolean mayBe = !method.isStatic()
                && isCompiled(method)
                && method.parameters().size() == given.size()
                && given.stream().anyMatch(Type::isActivatable);
        return mayBe
                ? declared(method)
                        .map(m -> instantiated(m, method, given, result))
                        .orElse(method)
                : method;
    }

    private static Callee.Method instantiated(
            ExecutableElement declared, Callee.Method method, List<Type> given, Type result) {
        List<Type> parameters = new ArrayList<>(method.parameters());
        for (int i = 0; i < parameters.size() && parameters.size() == given.size(); i++) {
            boolean isVariable = isOfClass(declared.getParameters().get(i).asType());
            if (isVariable && given.get(i).isActivatable() && !given.get(i).isPrimitive()) {
                parameters.set(i, given.get(i));
            }
        }
        boolean returnsOne = isOfClass(declared.getReturnType()) && result.isActivatable() && !result.isPrimitive();
        return new Callee.Method(
                method.owner(),
                method.name(),
                parameters,
                returnsOne ? result : method.result(),
                method.isStatic(),
                method.access(),
                method.isExact());
    }

    /** Whether a type is a type parameter of a class. */
    private static boolean isOfClass(TypeMirror type) {
        return type instanceof TypeVariable v
                && ((TypeParameterElement) v.asElement()).getGenericElement() instanceof TypeElement;
    }

    private Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement declared) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(m -> m.equals(declared) || elements.overrides(m, declared, type))
                .min(Comparator.comparing(m -> m.getModifiers().contains(Modifier.ABSTRACT)));
    }

    private boolean isCompiled(Callee.Method m) {
        return isCompiled(m.owner());
    }

    private boolean isCompiled(Type.Declared owner) {
        return roots.contains(
                Type.Declared.of(owner.packageName(), owner.simpleNames().get(0))
                        .canonicalName());
    }

    @Override
    public boolean isPrivate(Type.Declared type) {
        for (Element e = element(type); e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isFinal(Type.Declared type) {
        TypeElement element = element(type);
        return type.isBody() || element != null && element.getModifiers().contains(Modifier.FINAL);
    }

    /** The class of a type whose objects may be taken apart: a record, or a class of which all source is here, with numbers or objects in its fields. */
    Optional<Structures.Structure> structure(Type.Declared type) {
        return shapes.computeIfAbsent(type.erasure(), this::shape);
    }

    private Optional<Structures.Structure> shape(Type.Declared type) {
        TypeElement element = element(type);
        boolean isKnown = element != null && (isCompiled(type) || element.getKind() == ElementKind.RECORD);
        if (!isKnown || !isConcrete(element) || !isPlain(element)) {
            return Optional.empty();
        }
        List<Field> fields = fields(element);
        if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
            return Optional.empty(); // Two fields of one name, in a class and in one above it.
        }
        boolean holds = fields.stream()
                .anyMatch(f -> f.type().isActivatable() || f.type() instanceof Type.Declared d && mayHold(d));
        boolean isFinal = element.getModifiers().contains(Modifier.FINAL);
        boolean isRecord = element.getKind() == ElementKind.RECORD;
        boolean isImmutable = fields.stream().allMatch(Field::isFinal);
        return holds
                ? Optional.of(new Structures.Structure(
                        type, supertypes(element.asType()), fields, isImmutable, isFinal, isRecord, accessors(element)))
                : Optional.empty();
    }

    @Override
    public boolean isRecordOfNumbers(Type type) {
        return type instanceof Type.Declared d
                && structure(d).filter(Structures.Structure::isRecord).isPresent();
    }

    /** Whether a method is the accessor of a record of another compilation. */
    boolean isForeignAccessor(Callee.Method method) {
        TypeElement owner = element(method.owner());
        return owner != null
                && !isCompiled(method)
                && method.parameters().isEmpty()
                && ElementFilter.recordComponentsIn(owner.getEnclosedElements()).stream()
                        .anyMatch(c -> c.getSimpleName().contentEquals(method.name()));
    }

    private boolean mayHold(Type.Declared type) {
        TypeElement element = element(type);
        return isCompiled(type) || element != null && element.getKind() == ElementKind.RECORD;
    }

    /** The components of a record whose accessors return them and do nothing else. */
    private Set<String> accessors(TypeElement type) {
        return ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                .filter(c -> isPlain.test(c.getAccessor()))
                .map(c -> c.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    private Set<Type.Declared> supertypes(TypeMirror type) {
        Set<Type.Declared> all = new HashSet<>();
        all.add(TypeLowering.name((TypeElement) types.asElement(type)));
        types.directSupertypes(type).forEach(s -> all.addAll(supertypes(s)));
        return all;
    }

    /** The fields of a class's objects, those of the classes above it first. */
    private List<Field> fields(TypeElement type) {
        List<Field> all = new ArrayList<>();
        if (!isWithoutState(type.getSuperclass())) {
            all.addAll(fields((TypeElement) types.asElement(type.getSuperclass())));
        }
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(f -> !f.getModifiers().contains(Modifier.STATIC))
                .map(members::field)
                .forEach(all::add);
        return all;
    }

    /** Whether a class, and every class above it, stands by itself: nothing is known of its objects but its source. */
    private boolean isPlain(TypeElement type) {
        boolean isStatic = type.getModifiers().contains(Modifier.STATIC)
                || !(type.getEnclosingElement() instanceof TypeElement)
                || type.getKind() == ElementKind.RECORD;
        return isStatic
                && type.getTypeParameters().isEmpty()
                && type.getKind() != ElementKind.ENUM
                && (isWithoutState(type.getSuperclass())
                        || types.asElement(type.getSuperclass()) instanceof TypeElement above
                                && isCompiled(TypeLowering.name(above))
                                && isPlain(above));
    }

    /** Whether a class has no fields, and a constructor that does nothing. */
    private static boolean isWithoutState(TypeMirror superclass) {
        return Set.of("java.lang.Object", "java.lang.Record", "java.lang.Number")
                .contains(superclass.toString());
    }

    /** The constructor that arguments of these types are for; empty where several are. */
    Optional<ExecutableElement> constructor(Type.Declared type, List<Type> arguments) {
        List<ExecutableElement> found = ElementFilter.constructorsIn(
                        element(type).getEnclosedElements())
                .stream()
                .filter(c -> fits(members.method(c).parameters(), arguments))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean fits(List<Type> parameters, List<Type> arguments) {
        boolean fits = parameters.size() == arguments.size();
        for (int i = 0; fits && i < parameters.size(); i++) {
            Type to = parameters.get(i);
            Type from = arguments.get(i);
            boolean references = !to.isPrimitive() && !from.isPrimitive();
            fits = to.equals(from) || references && to.isDifferentiable() == from.isDifferentiable();
        }
        return fits;
    }

    Members members() {
        return members;
    }

    @Override
    public List<String> parameters(Callee.Method method) {
        return declared(method).orElseThrow().getParameters().stream()
                .map(p -> p.getSimpleName().toString())
                .toList();
    }

    @Override
    public List<Type> thrown(Callee.Method method) {
        TypeLowering lowering = new TypeLowering(types);
        return declared(method).stream()
                .flatMap(m -> m.getThrownTypes().stream())
                .filter(t -> !isUnchecked(t))
                .map(lowering::of)
                .toList();
    }

    private boolean isUnchecked(TypeMirror exception) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .anyMatch(e -> types.isSubtype(
                        types.erasure(exception), elements.getTypeElement(e).asType()));
    }
}
