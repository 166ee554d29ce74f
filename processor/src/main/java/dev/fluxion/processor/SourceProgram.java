package dev.fluxion.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fluxion.processor.analysis.DerivativeCycles;
import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.MethodLowering;
import dev.fluxion.processor.frontend.lowering.Source;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.CompanionSource;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.Problem;
import dev.fluxion.processor.frontend.mirror.Slice;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeVariables;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.dispatch.GivenCalls;
import dev.fluxion.processor.transform.dispatch.Receivers;
import dev.fluxion.processor.transform.dispatch.Widening;
import dev.fluxion.processor.transform.scalars.FunctionValues;
import dev.fluxion.processor.transform.scalars.ScalarReplacement;
import dev.fluxion.processor.transform.scalars.Unpacking;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * The methods of this compilation, lowered when they are asked for. The mirror grows until it holds the files of every method that an annotated one
 * calls, directly or through others.
 */
final class SourceProgram implements Program {

    /** Finds the source file of a class of this compilation by its qualified name. */
    interface Files {
        Optional<SourceFile> find(String qualifiedName);
    }

    /** A method's tree. */
    record Located(TreePath path, Source source, ExecutableElement element) {}

    private final Map<String, Located> methods = new HashMap<>();
    private final Map<String, Function> lowered = new HashMap<>();
    private final Map<String, Findings> findings = new HashMap<>();
    private final CompanionIndex companions;
    private final Options options;
    private DerivativeCycles cycles = new DerivativeCycles(this);
    private Summaries summaries = new Summaries(this);
    private final Map<String, Function> replaced = new HashMap<>();
    private final CompiledClasses classes;
    private final FinalFields fields;
    private final CompiledStructures structures;
    private final Dispatchers dispatchers;
    private Mirror mirror;

    SourceProgram(
            MirrorCompilation compiler,
            Collection<SourceFile> roots,
            CompanionSource predicted,
            CompanionIndex companions,
            Files files,
            CompiledClasses classes,
            Options options) {
        this.classes = classes;
        this.fields = new FinalFields(companions);
        this.dispatchers = new Dispatchers(classes);
        this.structures = new CompiledStructures(classes, this);
        this.companions = companions;
        this.options = options;
        Set<SourceFile> all = new LinkedHashSet<>(roots);
        boolean grown = true;
        while (grown) {
            Slice slice = options.isEnabled("slice") ? compiler.slice(all) : Slice.whole(all);
            attribute(compiler.attribute(slice.files(), predicted), slice);
            grown = all.addAll(calledFiles(files));
        }
    }

    /** Methods that are left out are as those without source: what would need one after all is refused. */
    private void attribute(Mirror attributed, Slice slice) {
        mirror = attributed;
        methods.clear();
        fields.clear();
        Members members = new Members(new TypeLowering(mirror.types()));
        ConstantBodies bodies = new ConstantBodies();
        for (CompilationUnitTree unit : mirror.units()) {
            Source source = new Source(mirror, unit, mirror.fileOf(unit).name());
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree t, Void unused) {
                    if (mirror.trees().getElement(getCurrentPath()) instanceof VariableElement v) {
                        fields.add(v, getCurrentPath(), source);
                    }
                    return super.visitVariable(t, unused);
                }

                @Override
                public Void visitClass(ClassTree t, Void unused) {
                    if (mirror.trees().getElement(getCurrentPath()) instanceof TypeElement type) {
                        bodies.add(type, mirror, members);
                    }
                    return super.visitClass(t, unused);
                }

                @Override
                public Void visitMethod(MethodTree t, Void unused) {
                    if (mirror.trees().getElement(getCurrentPath()) instanceof ExecutableElement e
                            && e.getEnclosingElement() instanceof TypeElement
                            && !isBlank(source, t.getBody(), slice)) {
                        methods.put(members.method(e).key(), new Located(getCurrentPath(), source, e));
                    }
                    return super.visitMethod(t, unused);
                }
            }.scan(unit, null);
        }
        classes.know(bodies);
    }

    private boolean isBlank(Source source, Tree body, Slice slice) {
        CompilationUnitTree unit = source.unit();
        return body != null
                && slice.isBlank(mirror.fileOf(unit), mirror.positions().getStartPosition(unit, body));
    }

    /** What is behind final fields. */
    FinalFields fields() {
        return fields;
    }

    CompiledClasses classes() {
        return classes;
    }

    Mirror mirror() {
        return mirror;
    }

    /** The files of the methods that are called from annotated ones, through any number of others. */
    private Set<SourceFile> calledFiles(Files files) {
        Set<SourceFile> found = new LinkedHashSet<>();
        List<Located> annotated = methods.values().stream()
                .filter(m -> AnnotatedMethods.isAnnotated(m.element()))
                .toList();
        reach(annotated, owner -> files.find(owner).ifPresent(found::add));
        return found;
    }

    /**
     * The methods that are called from some, through any number of others, themselves included; what is annotated has a companion of its own.
     *
     * @param missing is told the owners of called methods whose trees are not here
     */
    private Collection<Located> reach(Collection<Located> from, Consumer<String> missing) {
        Map<String, Located> reached = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<TreePath> open = new ArrayDeque<>();
        Members members = new Members(new TypeLowering(mirror.types()));
        from.forEach(m -> reached.put(members.method(m.element()).key(), m));
        from.forEach(m -> open.add(m.path()));
        CalledMethods calls = new CalledMethods(
                mirror,
                classes,
                method -> {
                    String key = method.key();
                    if (seen.add(key) && !reached.containsKey(key)) {
                        Located callee = methods.get(key);
                        if (callee != null) {
                            reached.put(key, callee);
                            open.add(callee.path());
                        } else {
                            missing.accept(method.owner().canonicalName());
                        }
                    }
                },
                field -> {
                    if (seen.add(FinalFields.key(field)) && fields.has(field)) {
                        open.add(fields.path(field));
                    } else if (!fields.has(field)) {
                        missing.accept(((TypeElement) field.getEnclosingElement())
                                .getQualifiedName()
                                .toString());
                    }
                });
        from.stream()
                .filter(m -> !m.element().getModifiers().contains(Modifier.STATIC))
                .forEach(m -> calls.enums(members.method(m.element())));
        while (!open.isEmpty()) {
            calls.scan(open.remove(), null);
        }
        return reached.values();
    }

    /** What is wrong, in javac's eyes, with a method or with one that it calls, by the top-level class that it is wrong in. */
    Map<Problem, String> problems(Callee.Method method) {
        Map<Problem, String> found = new LinkedHashMap<>();
        if (!mirror.problems().isEmpty() && !methods.containsKey(method.key())) {
            mirror.problems().forEach(p -> found.put(p, topLevel(method)));
        } else if (!mirror.problems().isEmpty()) {
            for (Located m : reach(List.of(methods.get(method.key())), owner -> {})) {
                problemsWithin(m).forEach(p -> found.put(p, topLevel(m.element())));
            }
        }
        return found;
    }

    private Stream<Problem> problemsWithin(Located m) {
        CompilationUnitTree unit = m.source().unit();
        long from = mirror.positions().getStartPosition(unit, m.path().getLeaf());
        long to = mirror.positions().getEndPosition(unit, m.path().getLeaf());
        return mirror.problems(mirror.fileOf(unit)).stream().filter(p -> p.isWithin(from, to));
    }

    private static String topLevel(Callee.Method method) {
        Type.Declared owner = method.owner();
        return Type.Declared.of(owner.packageName(), owner.simpleNames().get(0)).canonicalName();
    }

    private static String topLevel(Element method) {
        Element e = method;
        while (e.getEnclosingElement() instanceof TypeElement outer) {
            e = outer;
        }
        return e.toString();
    }

    @Override
    public Optional<Function> find(Callee callee) {
        if (!(callee instanceof Callee.Method method)) {
            return isUnpacked(callee) ? unpacked((Callee.Derived) callee) : Optional.empty();
        } else if (FunctionType.givenTo(method).isPresent()) {
            return Optional.empty();
        } else if (method.isVirtual()) {
            settle();
            return dispatchers.find(method);
        } else if (!methods.containsKey(method.key())) {
            return Optional.empty();
        }
        return written(method).map(f -> withoutObjects(f, method.key()));
    }

    /** Forgets what is known by the classes that virtual calls leave out, once these are others. */
    private void settle() {
        if (dispatchers.settle()) {
            summaries = new Summaries(this);
            cycles = new DerivativeCycles(this);
        }
    }

    /** The classes that virtual calls leave out, for the companion that is being made. */
    LeftOut leftOut() {
        return dispatchers.leftOut();
    }

    private static boolean isUnpacked(Callee callee) {
        return callee instanceof Callee.Derived d && d.derivation().transform() == Derivation.Transform.UNPACKED;
    }

    /** An annotated method over what is in the records that it takes, where everything in it could be lowered. */
    private Optional<Function> unpacked(Callee.Derived callee) {
        Callee.Method method = callee.root();
        UserMethod header = companions.annotated(method).orElseThrow();
        return written(method).map(f -> {
            Findings lowering = new Findings();
            lowering.addAll(findings.get(method.key()));
            findings.putIfAbsent(key(callee), lowering);
            return withoutObjects(Unpacking.of(f, header.records(), header.record(), callee), key(callee));
        });
    }

    private static String key(Callee callee) {
        return callee instanceof Callee.Method m
                ? m.key()
                : "unpacked " + ((Callee.Derived) callee).root().key();
    }

    /** The types of the records that a method takes and asks whether they are null. */
    List<Type> nullable(UserMethod method) {
        Function f = written(method.callee()).orElseThrow();
        return method.parameters().stream()
                .filter(p -> p.record() != null)
                .map(UserMethod.UserParameter::type)
                .filter(t -> Unpacking.isNullable(f, t))
                .toList();
    }

    private Function withoutObjects(Function f, String key) {
        if (findings.get(key).hasErrors()) {
            return f;
        }
        if (!replaced.containsKey(key)) {
            Function function = f;
            Function before;
            do {
                before = function;
                function = ScalarReplacement.apply(FunctionValues.apply(function, structures), structures);
            } while (function != before);
            function = FunctionValues.withoutCode(function);
            function = isUnpacked(f.callee()) ? Unpacking.withoutUnread(function) : function;
            Findings found = findings.get(key);
            ownOfConstant(function, found);
            Walk.allExpressions(function.body(), e -> {
                if (e instanceof Expr.Opaque o && o.hidden() != null) {
                    found.add(Code.PRIVATE_IN_LAMBDA, o.span(), o.hidden());
                } else if (e instanceof Expr.Call c
                        && FunctionValues.isSuper(c)
                        && !((Callee.Method) c.callee()).owner().isBody()) {
                    found.add(Code.UNSUPPORTED_SYNTAX, c.span(), "a call through super");
                } else if (Unpacking.isLeft(e)) {
                    found.add(
                            Code.UNSUPPORTED_SYNTAX,
                            f.span(),
                            "what this method does with its " + Headers.text(e.type()));
                }
            });
            if (isUnpacked(f.callee())) {
                UserMethod header = companions
                        .annotated(((Callee.Derived) f.callee()).root())
                        .orElseThrow();
                new LostComponents(classes).tell(function, header.records(), found);
            }
            options.after("scalars", function);
            replaced.put(key, function);
        }
        return replaced.get(key);
    }

    /** What a constant's body has for itself, generated code cannot ask the constant for. */
    private static void ownOfConstant(Function function, Findings found) {
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.StoreField f && f.field().owner().isBody()) {
                found.add(Code.UNSUPPORTED_SYNTAX, f.span(), "a field of a constant's own");
            }
        });
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.FieldRead f && f.field().owner().isBody()) {
                found.add(Code.UNSUPPORTED_SYNTAX, f.span(), "a field of a constant's own");
            } else if (e instanceof Expr.Call c
                    && c.callee() instanceof Callee.Method m
                    && m.owner().isBody()
                    && (m.isStatic() || FunctionValues.isSuper(c))) {
                found.add(Code.UNSUPPORTED_SYNTAX, c.span(), "a method of a constant's own that is called here");
            }
        });
    }

    /** A method as it is written, where everything in it could be lowered. */
    Optional<Function> sound(Callee.Method method) {
        return written(method).filter(f -> !findings.get(method.key()).hasErrors() && !TypeVariables.in(f));
    }

    /** Whether a method mentions type variables, its own or those of its class, so that it cannot be written down elsewhere. */
    boolean isGeneric(Callee.Method method) {
        Located m = methods.get(method.key());
        if (m == null || method.isVirtual()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (Element e = m.element(); e instanceof Parameterizable p; e = e.getEnclosingElement()) {
            p.getTypeParameters().forEach(t -> names.add(t.getSimpleName().toString()));
        }
        return TypeVariables.in(lower(method, m), names);
    }

    /** A method as it is written, in which no object has been replaced; empty where its source has mistakes. */
    Optional<Function> written(Callee.Method method) {
        Located m = methods.get(method.key());
        boolean wrong = m == null
                || !mirror.problems().isEmpty() && problemsWithin(m).findAny().isPresent();
        return wrong ? Optional.empty() : Optional.of(lower(method, m));
    }

    private Function lower(Callee.Method method, Located m) {
        String key = method.key();
        if (!lowered.containsKey(key)) {
            Findings found = new Findings();
            Function function = MethodLowering.lower(
                            m.path(), m.source(), companions, AnnotatedMethods.isStrongZero(m.element()), found)
                    .named(method);
            if (!found.hasErrors()) {
                function = Receivers.apply(withGivenFunctions(function, m.element()), classes, fields::made);
                function = Widening.apply(function, callee -> methods.containsKey(callee.key()));
                options.after("lower", function);
            }
            lowered.put(key, function);
            findings.put(key, found);
        }
        return lowered.get(key);
    }

    private Function withGivenFunctions(Function function, ExecutableElement method) {
        List<Boolean> isCut = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            isCut.add(true);
        }
        boolean isHelper = !AnnotatedMethods.isAnnotated(method);
        method.getParameters().forEach(p -> isCut.add(AnnotatedMethods.isCut(p)));
        return GivenCalls.apply(function, isCut, isHelper, classes);
    }

    /** Whether a constructor of a class that is here is not written down. */
    boolean isImplicit(Callee.Method constructor) {
        return !methods.containsKey(constructor.key())
                && mirror.units().stream().anyMatch(u -> declares(u, constructor.owner()));
    }

    private static boolean declares(CompilationUnitTree unit, Type.Declared type) {
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return packageName.equals(type.packageName())
                && unit.getTypeDecls().stream()
                        .anyMatch(t -> t instanceof ClassTree c
                                && c.getSimpleName()
                                        .contentEquals(type.simpleNames().get(0)));
    }

    /** A constructor as a function; empty where it has no tree or something in it cannot be lowered. */
    Optional<Function> constructor(Callee.Method constructor) {
        Located m = methods.get(constructor.key());
        if (m == null || ((MethodTree) m.path().getLeaf()).getBody() == null) {
            return Optional.empty();
        }
        Findings found = new Findings();
        Function function = MethodLowering.constructor(m.path(), m.source(), companions, true, found);
        return found.hasErrors() ? Optional.empty() : Optional.of(Receivers.apply(function, classes, fields::made));
    }

    /** Whether a method is marked as without a derivative, so that nothing in it matters. */
    boolean isCut(Callee.Method method) {
        TypeElement owner = mirror.elements().getTypeElement(method.owner().canonicalName());
        Members members = new Members(new TypeLowering(mirror.types()));
        return owner != null
                && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .filter(AnnotatedMethods::isCut)
                        .anyMatch(m -> members.method(m).key().equals(method.key()));
    }

    /** What calls of these methods do to arrays. */
    Summaries summaries() {
        settle();
        return summaries;
    }

    /** Which of these methods need their own derivatives. */
    DerivativeCycles cycles() {
        settle();
        return cycles;
    }

    /** What was found while a method was lowered. */
    Findings findings(Callee callee) {
        if (callee instanceof Callee.Method m && m.isVirtual()) {
            return new Findings();
        }
        find(callee);
        return findings.getOrDefault(key(callee), new Findings());
    }
}
