package dev.fluxion.processor;

import dev.fluxion.processor.analysis.DerivativeCalls;
import dev.fluxion.processor.analysis.DerivativeCycles;
import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionModel;
import dev.fluxion.processor.backend.CompanionWriter;
import dev.fluxion.processor.backend.GeneratedKind;
import dev.fluxion.processor.backend.Packaging;
import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.backend.SourceText;
import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.frontend.mirror.Problem;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.IrPrinter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.dispatch.Dispatcher;
import dev.fluxion.processor.transform.reverse.UnsupportedDerivative;
import dev.fluxion.processor.transform.scalars.FirstReads;
import dev.fluxion.processor.transform.simplify.Simplify;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Makes one class's companion: checks its methods, derives the functions and prints them. */
final class CompanionBuilder {

    private final TypeElement type;
    private final SourceProgram sources;
    private final CompanionIndex companions;
    private final Headers headers;
    private final UserRules rules;
    private final Options options;
    private final Reporter reporter;
    private final Derivations derivations;
    private final TensorForms tensorForms;
    private final Workspaces workspaces;
    private final FunctionParameters functions;
    private final Map<String, String> unexplained = new TreeMap<>();
    private final Set<Callee.Method> broken = new HashSet<>();
    private final Map<Callee.Method, Boolean> usable = new HashMap<>();
    private final Map<UserMethod, Findings> found = new HashMap<>();

    CompanionBuilder(
            TypeElement type,
            SourceProgram sources,
            CompanionIndex companions,
            Headers headers,
            UserRules rules,
            Options options,
            Reporter reporter) {
        this.type = type;
        this.sources = sources;
        this.companions = companions;
        this.headers = headers;
        this.rules = rules;
        this.options = options;
        this.reporter = reporter;
        this.derivations = new Derivations(
                sources, rules, options, m -> companions.annotated(m).isPresent());
        this.functions = new FunctionParameters(companions);
        this.tensorForms = new TensorForms(sources, rules);
        this.workspaces = new Workspaces(sources.summaries(), options);
    }

    /** Finds what is wrong with the class's methods, and tells it. */
    void check() {
        settle();
        for (ExecutableElement m : Round.methods(type)) {
            headers.notes(m)
                    .forEach(p -> reporter.report(p.code(), p.arguments(), p.parameter() == null ? m : p.parameter()));
            UserMethod method = headers.read(m);
            List<Headers.Problem> problems = headers.problems(m);
            boolean readable = problems.stream().allMatch(p -> Headers.isBodyReadable(p.code()));
            usable.put(method.callee(), readable && isUsable(m, method, problems.isEmpty()));
        }
    }

    /** Finds out which classes virtual calls leave out, for all methods of the companion alike. */
    private void settle() {
        sources.leftOut().clear();
        int before;
        do {
            before = sources.leftOut().size();
            for (ExecutableElement m : Round.methods(type)) {
                UserMethod method = headers.read(m);
                boolean isReadable = headers.problems(m).stream().allMatch(p -> Headers.isBodyReadable(p.code()));
                if (isReadable && sources.problems(method.callee()).isEmpty()) {
                    try {
                        found.put(method, checks().check(method));
                    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
                        found.remove(method); // It happens again where it is told.
                    }
                }
            }
        } while (sources.leftOut().size() > before);
    }

    private ActivityChecks checks() {
        return new ActivityChecks(sources, companions, rules, surroundings());
    }

    /** Whether a method can be derived; what is wrong is reported. Mistakes in Java are javac's to report. */
    private boolean isUsable(ExecutableElement element, UserMethod method, boolean isHeaderGood) {
        Map<Problem, String> problems = sources.problems(method.callee());
        problems.forEach((p, topLevel) -> unexplained.put(topLevel, p.message()));
        if (!problems.isEmpty()) {
            return false;
        }
        try {
            Findings findings = found.containsKey(method) ? found.get(method) : checks().check(method);
            sources.cycles().of(method.callee()).forEach(c -> findings.add(needsItself(c)));
            reporter.report(findings.all(), element);
            options.found(method, findings);
            if (isHeaderGood && !findings.hasErrors()) {
                if (!Headers.handsNothingOut(method)) {
                    Independence.of(method, sources, rules).forEach(i -> warn(element, i));
                }
                noteEffects(element, method);
            }
            return isHeaderGood && !findings.hasErrors() && !sources.cycles().reachedFrom(method.callee());
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            fail(method, e);
            return false;
        }
    }

    private Surroundings surroundings() {
        Elements elements = sources.mirror().elements();
        TypeElement own = elements.getTypeElement(type.getQualifiedName());
        return own == null ? Surroundings.open() : new PackageView(elements, own, m -> true);
    }

    /** There is no Hessian of what cannot be run once for each of its rows. */
    private void noteEffects(ExecutableElement element, UserMethod method) {
        boolean wantsHessian = method.order() >= 2 && method.result().isDifferentiable();
        if (wantsHessian && !tensorForms.isRepeatableWithCopies(method)) {
            String[] names = {element.getSimpleName().toString()};
            reporter.report(Code.NOT_REPEATABLE, List.of(names), element);
        }
    }

    private static Finding needsItself(DerivativeCycles.Cycle cycle) {
        List<Callee.Method> through = cycle.through();
        String way = through.stream().map(Callee.Method::toString).collect(Collectors.joining(" needs "));
        return Finding.of(Code.NEEDS_ITSELF, cycle.call(), through.get(0).name(), way);
    }

    private void warn(ExecutableElement method, int parameter) {
        int receivers = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
        boolean isReceiver = parameter < receivers;
        Element p = isReceiver ? method : method.getParameters().get(parameter - receivers);
        String name = isReceiver ? "self" : p.getSimpleName().toString();
        reporter.report(Code.RESULT_INDEPENDENT, List.of(method.getSimpleName().toString(), name), p);
    }

    /** What our reading of Java found wrong, by the top-level class that it is wrong in: javac should find it too. */
    Map<String, String> unexplained() {
        return unexplained;
    }

    String build(CompanionLayout layout, SourceText text, Surroundings surroundings) {
        List<CompanionModel.Method> methods = new ArrayList<>();
        for (Signature s : layout.signatures()) {
            if (exists(s)) {
                CompanionModel.Method made = method(s, layout);
                methods.add(workspaces.ofSweep(made));
                workspaces.overload(made).ifPresent(methods::add);
            }
        }
        Collection<Function> helpers = helpers(methods, layout).values();
        CompanionModel model = new Parts(layout, options).split(methods, workspaces.ofSweeps(helpers));
        return CompanionWriter.write(model, text, companions, surroundings);
    }

    /**
     * Whether a method of the layout is generated: one over tensors, or of several passes, only where its method may be run again, one for which arguments must stay as
     * they are only where no array is written.
     */
    private boolean exists(Signature s) {
        return !isUsable(s.method())
                || switch (s.kind()) {
                    case TENSOR -> tensorForms.isRepeatable(s.method());
                    case HVP, HESSIAN -> tensorForms.isRepeatableWithCopies(s.method());
                    case JACOBIAN -> written(s).isEmpty() && tensorForms.isRepeatableWithCopies(s.method());
                    case FUNCTION -> written(s).isEmpty();
                    default -> true;
                };
    }

    private boolean isUsable(UserMethod method) {
        return usable.getOrDefault(method.callee(), false);
    }

    /** The companion with its members, none of which works. */
    String failed(CompanionLayout layout, SourceText text, Surroundings surroundings) {
        List<CompanionModel.Method> methods = layout.signatures().stream()
                .map(s -> s.kind().isWrapper() ? CompanionModel.Method.wrapper(s) : CompanionModel.Method.failed(s))
                .toList();
        return CompanionWriter.write(new CompanionModel(layout, methods, List.of()), text, companions, surroundings);
    }

    private CompanionModel.Method method(Signature s, CompanionLayout layout) {
        if (s.kind().isWrapper()) {
            return CompanionModel.Method.wrapper(s);
        } else if (!isUsable(s.method())) {
            return CompanionModel.Method.failed(s);
        }
        try {
            CompanionModel.Method made = working(s);
            helpers(List.of(made), layout);
            return made;
        } catch (UnsupportedDerivative e) {
            sources.find(s.method().callee()).ifPresent(f -> {
                boolean isFunction = FunctionType.isDifferentiable(e.method().owner());
                Span at = DerivativeCalls.place(f, e.method())
                        .or(() -> isFunction ? DerivativeCalls.ofGiven(f) : Optional.empty())
                        .orElse(f.span());
                Finding finding = isFunction
                        ? Finding.of(Code.FUNCTION_ORDER, at)
                        : Finding.of(Code.SECOND_ORDER_MISSING, at, e.method().toString());
                reporter.report(List.of(finding), element(s.method()));
            });
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            fail(s.method(), e);
        }
        return CompanionModel.Method.failed(s);
    }

    private CompanionModel.Method working(Signature s) {
        if (s.kind() == GeneratedKind.TENSOR) {
            return CompanionModel.Method.overTensors(s, tensorForms.of(s.method(), element(s.method())));
        }
        Function derived = derivations
                .find(source(s))
                .orElseThrow(() ->
                        new IllegalStateException("no source of " + s.method().callee()));
        return CompanionModel.Method.of(s, packaged(s, derived));
    }

    private ExecutableElement element(UserMethod method) {
        return Round.methods(type).stream()
                .filter(m -> headers.read(m).callee().equals(method.callee()))
                .findFirst()
                .orElseThrow();
    }

    /** An internal failure: told once for a method, with what is needed to look into it. */
    private void fail(UserMethod method, Throwable e) {
        if (broken.add(method.callee())) {
            String[] arguments = {
                method.callee().name(), Failures.describe(e), Failures.details(e) + ir(method.callee())
            };
            reporter.report(Code.INTERNAL, List.of(arguments), element(method));
        }
    }

    private String ir(Callee.Method method) {
        try {
            return sources.find(method)
                    .map(f -> "\nThe method in the compiler's own words:\n" + IrPrinter.print(f))
                    .orElse("");
        } catch (RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    private Function packaged(Signature s, Function derived) {
        Function fitted = FunctionParameters.typed(s, functions.handingOn(checked(s, fitted(s, derived))));
        options.packaged("package", fitted);
        if (fitted == derived) {
            return fitted;
        }
        Function simple = Simplify.apply(fitted, options::isEnabled, options::packaged);
        return derivations.withoutIdleCalls(simple, options::packaged);
    }

    private Function fitted(Signature s, Function derived) {
        if (!s.method().hasRecords()) {
            return Packaging.fit(s, derived, written(s));
        }
        Function unpacked = Packaging.fit(layout(s).unpacked(s), derived, written(s));
        return Packaging.records(s, unpacked, sources.nullable(s.method()), askedLater(s.method()));
    }

    /** The records that a method takes, by number, and does not ask at its beginning: where one is null, it may do other things before it throws. */
    private Set<Integer> askedLater(UserMethod method) {
        Function f = sources.written(method.callee()).orElseThrow();
        List<Type> nullable = sources.nullable(method);
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            Var v = f.variables().get(i);
            Composite record = method.parameters().get(i).record();
            boolean isChecked = record == null || v.isReceiver() || nullable.contains(v.type());
            if (!isChecked && !FirstReads.areOf(f, v, record)) {
                found.add(i);
            }
        }
        return found;
    }

    private CompanionLayout layout(Signature s) {
        return headers.layout(type, s.method().callee()::equals);
    }

    /** The function that first looks at the class of the receiver that it is handed. */
    private Function checked(Signature s, Function fitted) {
        boolean isFree = s.kind() == GeneratedKind.REVERSE_SWEEP || s.method().hasRecords() && isRecord(s);
        if (!s.method().callee().isExact() || isFree) {
            return fitted;
        }
        Expr self = Expr.read(fitted.variables().get(0));
        return Packaging.after(Dispatcher.entry(s.method().callee(), self, sources.classes()), fitted);
    }

    /** Whether the receiver is one of the records, which cannot be null where components of it are read. */
    private static boolean isRecord(Signature s) {
        return s.method().parameters().get(0).record() != null;
    }

    /** The parameters, by number, whose arrays a method writes to. */
    private Set<Integer> written(Signature s) {
        return sources.find(s.method().primal())
                .map(f -> sources.summaries().written(f))
                .orElse(Set.of());
    }

    private static Callee.Derived source(Signature s) {
        return switch (s.kind()) {
            case DERIVATIVE -> s.method().derived(Transform.DERIVATIVE);
            case GRADIENT, GRADIENT_INTO -> s.method().derived(Transform.GRADIENT);
            case JVP, UNPACKED_JVP -> s.method().derived(Transform.TANGENT);
            case VJP, VJP_INTO -> s.method().derived(Transform.VJP);
            case SECOND_DERIVATIVE, HVP -> s.method().secondOrder();
            case FORWARD_SWEEP -> s.method().derived(Transform.FORWARD_SWEEP);
            case REVERSE_SWEEP -> s.method().derived(Transform.REVERSE_SWEEP);
            case DUAL, HESSIAN, TENSOR, JACOBIAN, FUNCTION -> throw new IllegalArgumentException(s.name());
        };
    }

    /** The derived functions that bodies call and that are in no companion's layout, each once, in the order of the first call. */
    private Map<Callee.Derived, Function> helpers(List<CompanionModel.Method> methods, CompanionLayout layout) {
        Map<Callee.Derived, Function> helpers = new LinkedHashMap<>();
        Deque<Callee.Derived> open = new ArrayDeque<>();
        methods.forEach(m -> open.addAll(called(m)));
        while (!open.isEmpty()) {
            Callee.Derived callee = open.remove();
            boolean elsewhere = layout.find(callee).isPresent()
                    || companions.search(callee).isPresent()
                    || helpers.containsKey(callee);
            if (!elsewhere) {
                Function body = functions.handingOn(
                        derivations.find(callee).orElseThrow(() -> new UnsupportedDerivative(callee, Span.NONE)));
                helpers.put(callee, body);
                open.addAll(called(body));
            }
        }
        return helpers;
    }

    private static List<Callee.Derived> called(CompanionModel.Method m) {
        if (m.tensorForm() != null && m.tensorForm().secondSweep() != null) {
            return List.of(m.tensorForm().secondSweep());
        }
        return m.body() == null ? List.of() : called(m.body());
    }

    private static List<Callee.Derived> called(Function f) {
        List<Callee.Derived> found = new ArrayList<>();
        Block body = f.body();
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Invoke i) {
                found.add(i.callee());
            }
        });
        Walk.allExpressions(body, e -> {
            if (e instanceof Expr.Call c && c.callee() instanceof Callee.Derived d) {
                found.add(d);
            }
        });
        return found;
    }
}
