package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What lowering one method needs to know: the attributed trees, the variables so far, and where findings go. */
final class Context {

    /** {@code Fluxion.constant}, by which a user's cut is written down. */
    private static final Type.Declared FLUXION = Type.Declared.of("dev.fluxion", "Fluxion");

    private final Trees trees;
    private final Elements elements;
    private final CompilationUnitTree unit;
    private final String file;
    private final Function<TreePath, Object> constants;
    private Findings findings;
    private final TypeLowering types;
    private final Members members;
    private final CompanionCalls companions;
    private final Emitter emitter = new Emitter();
    private final Patterns patterns = new Patterns(this);
    private final Map<Element, Var> variables = new HashMap<>();
    private final javax.lang.model.util.Types relations;
    private TypeElement home;
    private Var receiver;

    Context(Source source, CompanionCalls companions, Findings findings) {
        this.trees = source.mirror().trees();
        this.elements = source.mirror().elements();
        this.unit = source.unit();
        this.file = source.file();
        this.constants = path -> source.mirror().constantValue(path).orElse(null);
        this.relations = source.mirror().types();
        this.types = new TypeLowering(relations);
        this.members = new Members(types);
        this.companions = companions;
        this.findings = findings;
    }

    Emitter emitter() {
        return emitter;
    }

    CompanionCalls companions() {
        return companions;
    }

    Members members() {
        return members;
    }

    Patterns patterns() {
        return patterns;
    }

    TypeLowering types() {
        return types;
    }

    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** A declaration's tree; null where it has none. */
    Tree tree(Element declaration) {
        return trees.getTree(declaration);
    }

    /** Whether every value of a type is one of another, as far as that is known when the program runs. */
    boolean isSubtype(TypeMirror type, TypeMirror of) {
        return relations.isSubtype(relations.erasure(type), relations.erasure(of));
    }

    /** Whether a type has a member, its own or an inherited one. */
    boolean isMember(Element member, TypeElement type) {
        return elements.getAllMembers(type).contains(member);
    }

    TypeMirror mirror(TreePath path) {
        return trees.getTypeMirror(path);
    }

    Type type(TreePath path) {
        return types.of(trees.getTypeMirror(path));
    }

    Object constant(TreePath path) {
        return constants.apply(path);
    }

    long start(Tree t) {
        return trees.getSourcePositions().getStartPosition(unit, t);
    }

    long end(Tree t) {
        return trees.getSourcePositions().getEndPosition(unit, t);
    }

    /** The source's text between two offsets. */
    String text(long from, long to) {
        try {
            return unit.getSourceFile().getCharContent(true).toString().substring((int) from, (int) to);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Span span(Tree t) {
        long start = start(t);
        return start < 0
                ? Span.NONE
                : new Span(
                        file, (int) start, (int) end(t), (int) unit.getLineMap().getLineNumber(start));
    }

    Span spanOf(int start, int end) {
        return new Span(file, start, end, (int) unit.getLineMap().getLineNumber(start));
    }

    /** Reports what cannot be lowered, and a value in its place so that the rest is looked at too. */
    Expr refuse(TreePath path, String what) {
        return refuse(path, Code.UNSUPPORTED_SYNTAX, what);
    }

    Expr refuse(TreePath path, Code code, String... arguments) {
        findings.add(code, span(path.getLeaf()), arguments);
        TypeMirror type = trees.getTypeMirror(path);
        return placeholder(type == null ? Types.OBJECT : types.of(type));
    }

    /** Stands for what has been refused. */
    static Expr placeholder(Type type) {
        if (type instanceof Type.Primitive p) {
            return p == Type.Primitive.BOOLEAN ? new Expr.Constant(false, p) : Conversions.constant(0, p);
        }
        return new Expr.Constant(null, type);
    }

    /** What an action makes, whose variables are its own; null where it found something that cannot be lowered, of which nobody is told. */
    <T> T attempt(Supplier<T> action) {
        Findings told = findings;
        findings = new Findings();
        Set<Element> outer = Set.copyOf(variables.keySet());
        try {
            T made = action.get();
            return findings.hasErrors() ? null : made;
        } catch (RuntimeException e) {
            if (findings.hasErrors()) {
                return null; // What stands for a refused expression need not make sense to the rest.
            }
            throw e;
        } finally {
            findings = told;
            variables.keySet().retainAll(outer);
        }
    }

    /** The one abstract method of a functional interface, which lambdas implement. */
    Optional<ExecutableElement> descriptor(DeclaredType type) {
        List<ExecutableElement> found =
                ElementFilter.methodsIn(elements.getAllMembers((TypeElement) type.asElement())).stream()
                        .filter(m -> m.getModifiers().contains(Modifier.ABSTRACT))
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What iterating over a collection gives. */
    Type elementType(TypeMirror collection) {
        TypeElement iterable = elements.getTypeElement("java.lang.Iterable");
        ExecutableElement iterator = ElementFilter.methodsIn(iterable.getEnclosedElements()).stream()
                .filter(m -> m.getSimpleName().contentEquals("iterator"))
                .findFirst()
                .orElseThrow();
        TypeMirror seen = collection;
        while (seen instanceof TypeVariable v) {
            seen = v.getUpperBound();
        }
        List<? extends TypeMirror> arguments =
                ((DeclaredType) asMember(iterator, (DeclaredType) seen).getReturnType()).getTypeArguments();
        return arguments.isEmpty() ? Types.OBJECT : types.argumentOf(arguments.get(0));
    }

    /** The type of a method as a member of a type. */
    ExecutableType asMember(ExecutableElement method, DeclaredType of) {
        return (ExecutableType) relations.asMemberOf(of, method);
    }

    /** The exceptions that who calls a method has to handle, or to declare: those which are checked. */
    List<Type> checked(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .filter(t ->
                        !isSubtype(t, type("java.lang.RuntimeException")) && !isSubtype(t, type("java.lang.Error")))
                .map(types::of)
                .toList();
    }

    private TypeMirror type(String platform) {
        return elements.getTypeElement(platform).asType();
    }

    void report(Code code, Tree at, String... arguments) {
        findings.add(code, span(at), arguments);
    }

    /** Declares a local variable. */
    Var declare(Element element, Type type) {
        String name = element.getSimpleName().toString();
        Var v = new Var(name.isEmpty() ? "unused" : name, type);
        variables.put(element, v);
        return v;
    }

    /** Declares the receiver of an instance method. */
    Var declareReceiver(TypeElement type) {
        home = type;
        receiver = Var.receiver(
                TypeLowering.constant(type).isPresent()
                        ? TypeLowering.name(type).named()
                        : TypeLowering.any(type));
        return receiver;
    }

    /** The receiver itself; empty in a static method. */
    Optional<Expr> receiver() {
        return Optional.ofNullable(receiver).map(Expr.Read::new);
    }

    /** The receiver as the object that a bare name's member belongs to; empty where that is an object around it. */
    Optional<Expr> receiverOf(Element member) {
        boolean own = receiver != null
                && relations.isSubtype(
                        relations.erasure(home.asType()),
                        relations.erasure(member.getEnclosingElement().asType()));
        return own ? receiver() : Optional.empty();
    }

    /** Whether a class is the one that the method belongs to. */
    boolean isHome(Element type) {
        return home != null && home.equals(type);
    }

    /** The receiver as {@code Type.this}; empty where that is an object around it. */
    Optional<Expr> receiverNamed(TreePath qualified) {
        Element type = relations.asElement(mirror(qualified));
        return isHome(type) ? receiver() : Optional.empty();
    }

    Var variable(Element element) {
        return variables.get(element);
    }

    /** The user's word that a value is constant. */
    static Expr constantByRequest(Expr e, Span span) {
        Type type = e.type().isFloating() ? e.type() : Types.OBJECT;
        Callee.Method method = Callee.Method.publicStatic(FLUXION, "constant", type, type);
        return new Expr.Call(method, null, List.of(e), e.type(), span);
    }

    static boolean isNoDiff(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(a -> ((javax.lang.model.element.TypeElement)
                                a.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals("dev.fluxion.NoDiff"));
    }

    /**
     * What a method reads that a record without type parameters has for a component because nobody wrote one: it does nothing else. Of extremes with their
     * indices the methods have rules.
     */
    Optional<VariableElement> componentOf(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isImplicit = owner.getKind() == ElementKind.RECORD
                && !owner.getQualifiedName().contentEquals(Types.TENSOR_WITH_INDICES.canonicalName())
                && owner.getTypeParameters().isEmpty()
                && method.getParameters().isEmpty()
                && trees.getTree(method) == null;
        return isImplicit
                ? ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                        .filter(f -> f.getSimpleName().equals(method.getSimpleName()))
                        .findFirst()
                : Optional.empty();
    }

    /** A read of a field, cut where the field is marked so. */
    Expr fieldRead(VariableElement field, Expr target, TreePath path) {
        Expr read = new Expr.FieldRead(members.field(field), target, type(path), span(path.getLeaf()));
        return isNoDiff(field) && read.type().isDifferentiable() ? constantByRequest(read, span(path.getLeaf())) : read;
    }

    /** The method that a constant's body overrides, by which calls name it; any other is itself. */
    ExecutableElement named(ExecutableElement method) {
        if (!TypeLowering.isOfConstant(method)) {
            return method;
        }
        TypeElement body = (TypeElement) method.getEnclosingElement();
        TypeElement above = (TypeElement) relations.asElement(body.getSuperclass());
        return ElementFilter.methodsIn(elements.getAllMembers(above)).stream()
                .filter(m -> elements.overrides(method, m, body))
                .findFirst()
                .orElse(method);
    }

    /** A call of a method, cut where the method is marked so. */
    Expr call(ExecutableElement method, Expr target, List<Expr> arguments, Type type, Span span) {
        Callee.Method callee = target == null ? members.method(method) : members.method(method, target.type());
        return new Expr.Call(callee, target, arguments, type, span);
    }
}
