package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionModel;
import dev.fluxion.processor.backend.CompanionWriter;
import dev.fluxion.processor.backend.Packaging;
import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.backend.SourceText;
import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.reverse.UnsupportedDerivative;
import dev.fluxion.processor.transform.simplify.Simplify;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Makes one class's companion: checks its methods, derives the functions and prints them. */
final class CompanionBuilder {

    private final TypeElement type;
    private final SourceProgram sources;
    private final CompanionIndex companions;
    private final Headers headers;
    private final Options options;
    private final Reporter reporter;
    private final Derivations derivations;
    private final Map<Callee.Derived, Function> helpers = new LinkedHashMap<>();
    private final Map<Callee.Method, Boolean> usable = new HashMap<>();

    CompanionBuilder(
            TypeElement type,
            SourceProgram sources,
            CompanionIndex companions,
            Headers headers,
            Options options,
            Reporter reporter) {
        this.type = type;
        this.sources = sources;
        this.companions = companions;
        this.headers = headers;
        this.options = options;
        this.reporter = reporter;
        this.derivations = new Derivations(sources, options);
    }

    String build(CompanionLayout layout, SourceText text, Surroundings surroundings) {
        for (ExecutableElement m : Round.methods(type)) {
            if (headers.problems(m).isEmpty()) {
                check(m, headers.read(m));
            }
        }
        List<CompanionModel.Method> methods = new ArrayList<>();
        for (Signature s : layout.signatures()) {
            methods.add(method(s));
        }
        collectHelpers(methods, layout);
        CompanionModel model = new CompanionModel(layout, methods, List.copyOf(helpers.values()));
        return CompanionWriter.write(model, text, companions, surroundings);
    }

    /** Whether a method can be derived; what is wrong is reported, once. */
    private void check(ExecutableElement element, UserMethod method) {
        Findings findings = new Findings();
        headers.notes(element).forEach(p -> reporter.report(p.code(), p.arguments(), p.parameter()));
        boolean good = hasNoErrors(method.callee());
        if (good) {
            findings.addAll(new ActivityChecks(sources, companions).check(method));
        }
        reporter.report(findings.all(), element);
        usable.put(method.callee(), good && !findings.hasErrors());
    }

    /** Whether javac has nothing against the method's file: else it reports that itself. */
    private boolean hasNoErrors(Callee.Method method) {
        return sources.locate(method)
                .map(m -> {
                    var unit = m.source().unit();
                    long from = m.source()
                            .mirror()
                            .positions()
                            .getStartPosition(unit, m.path().getLeaf());
                    long to = m.source()
                            .mirror()
                            .positions()
                            .getEndPosition(unit, m.path().getLeaf());
                    return m.source().mirror().problems(m.source().mirror().fileOf(unit)).stream()
                            .noneMatch(p -> p.isWithin(from, to));
                })
                .orElse(false);
    }

    private CompanionModel.Method method(Signature s) {
        if (s.kind().isWrapper()) {
            return CompanionModel.Method.wrapper(s);
        } else if (!usable.getOrDefault(s.method().callee(), false)) {
            return CompanionModel.Method.failed(s);
        }
        try {
            Function derived = derivations
                    .find(source(s))
                    .orElseThrow(() -> new IllegalStateException(
                            "no source of " + s.method().callee()));
            return CompanionModel.Method.of(s, packaged(s, derived));
        } catch (UnsupportedDerivative e) {
            Finding finding = Finding.of(
                    Code.SECOND_ORDER_MISSING, e.span(), s.method().callee().name(), e.getMessage());
            reporter.report(List.of(finding), type);
            return CompanionModel.Method.failed(s);
        } catch (RuntimeException | StackOverflowError e) {
            String what = e.getClass().getSimpleName() + ": " + e.getMessage() + FluxionProcessor.where(e);
            ExecutableElement at = Round.methods(type).stream()
                    .filter(m -> headers.read(m).callee().equals(s.method().callee()))
                    .findFirst()
                    .orElseThrow();
            reporter.report(Code.INTERNAL, List.of(s.method().callee().name(), what), at);
            return CompanionModel.Method.failed(s);
        }
    }

    private Function packaged(Signature s, Function derived) {
        Function fitted = Packaging.fit(s, derived);
        options.packaged("package", fitted);
        if (fitted == derived) {
            return fitted;
        }
        return Simplify.apply(fitted, options::isEnabled, options::packaged);
    }

    private static Callee.Derived source(Signature s) {
        return switch (s.kind()) {
            case DERIVATIVE -> s.method().derived(Transform.DERIVATIVE);
            case GRADIENT -> s.method().derived(Transform.GRADIENT);
            case JVP -> s.method().derived(Transform.TANGENT);
            case VJP -> s.method().derived(Transform.VJP);
            case SECOND_DERIVATIVE, HVP -> s.method().secondOrder();
            case FORWARD_SWEEP -> s.method().derived(Transform.FORWARD_SWEEP);
            case REVERSE_SWEEP -> s.method().derived(Transform.REVERSE_SWEEP);
            case DUAL, HESSIAN -> throw new IllegalArgumentException(s.name());
        };
    }

    /** The derived functions that bodies call and that are in no companion's layout, each once, in the order of the first call. */
    private void collectHelpers(List<CompanionModel.Method> methods, CompanionLayout layout) {
        Deque<Function> open = new ArrayDeque<>();
        methods.stream().map(CompanionModel.Method::body).filter(f -> f != null).forEach(open::add);
        while (!open.isEmpty()) {
            for (Callee.Derived callee : called(open.remove())) {
                boolean elsewhere = layout.find(callee).isPresent()
                        || companions.search(callee).isPresent()
                        || helpers.containsKey(callee);
                if (!elsewhere) {
                    Optional<Function> helper = derivations.find(callee);
                    Function body = helper.orElseThrow(() ->
                            new UnsupportedDerivative("no source of " + callee, dev.fluxion.processor.ir.Span.NONE));
                    helpers.put(callee, body);
                    open.add(body);
                }
            }
        }
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
