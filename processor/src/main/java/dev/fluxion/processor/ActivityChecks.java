package dev.fluxion.processor;

import dev.fluxion.processor.analysis.ArrayEffects;
import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.rules.TensorRules;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.Leaks;
import dev.fluxion.processor.transform.Remnants;
import dev.fluxion.processor.transform.dispatch.Widening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The language fence behind activity analysis: finds where a dependence on an active value would be lost, in an annotated method and in the methods of this
 * compilation that it hands active values to (DESIGN §2, promise 2).
 */
final class ActivityChecks {

    private final SourceProgram sources;
    private final CompanionIndex companions;
    private final Surroundings surroundings;
    private final Leaks leaks = new Leaks();
    private Findings findings = new Findings();
    private final Set<List<Object>> checked = new HashSet<>();
    private final UserRules users;
    private RuleTable rules;
    private Activity activity;
    private Remnants remnants;
    private Memory memory;

    /** The same, with the arrays of fields that a caller hands in; what is said there if active values are stored in them. */
    private Memory handed;

    private Finding handing;
    private Callee root;

    /** What the method that is looked at returns; of the annotated one its header has been checked. */
    private List<Result> results = List.of();

    /** Where the method that is looked at is called; unknown for the annotated one. */
    private Span caller = Span.NONE;

    /** @param surroundings what the companion sees */
    ActivityChecks(SourceProgram sources, CompanionIndex companions, UserRules users, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.sources = sources;
        this.companions = companions;
        this.users = users;
    }

    Findings check(UserMethod method) {
        root = method.primal();
        List<Boolean> active = sources.find(root).orElseThrow().parameters().stream()
                .map(Parameter::active)
                .toList();
        List<Boolean> none = Collections.nCopies(active.size(), false);
        int known;
        do {
            known = leaks.size();
            findings = new Findings();
            checked.clear();
            function(root, new Handed(active, none, none), Span.NONE, null);
        } while (leaks.size() > known);
        return findings;
    }

    /** Which arguments of a call are active, which are text or objects made of active values, and which are arrays of fields. */
    private record Handed(List<Boolean> active, List<Boolean> remnant, List<Boolean> held) {

        boolean isNothing() {
            return !active.contains(true) && !remnant.contains(true);
        }
    }

    /** The parameters, by their indices, that the result cannot depend on although they are active. */
    List<Integer> independent(UserMethod method) {
        Function f = sources.find(method.primal()).orElseThrow();
        Activity of = Activity.of(f, rules(f));
        List<Integer> found = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < method.parameters().size(); i++) {
            UserMethod.UserParameter p = method.parameters().get(i);
            int leaves = p.record() == null ? 0 : p.record().leaves("").size();
            List<Var> all = f.variables().subList(next, next + 1 + leaves);
            next += all.size();
            if (p.active() && all.stream().noneMatch(of::isActive)) {
                found.add(i);
            }
        }
        return found;
    }

    private RuleTable rules(Function f) {
        return RuleTable.of(f.strongZero()).with(users);
    }

    private static Callee.Method root(Callee callee) {
        return callee instanceof Callee.Derived derived ? derived.root() : (Callee.Method) callee;
    }

    private void function(Callee callee, Handed arguments, Span call, Finding ifStored) {
        if (!checked.add(List.of(callee, arguments))) {
            return;
        }
        Function f = sources.find(callee).orElseThrow();
        Findings lowering = sources.findings(callee);
        if (!arguments.isNothing()) {
            lowering.all()
                    .forEach(found -> findings.add(call.isKnown() && isHeader(found, f) ? found.at(call) : found));
        }
        if (lowering.hasErrors()) {
            return;
        } else if (arguments.active().contains(true) && sources.isGeneric(root(callee))) {
            findings.add(
                    Code.GENERIC_METHOD,
                    call.isKnown() ? call : f.span(),
                    root(callee).name());
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < f.variables().size(); i++) {
            parameters.add(
                    Parameter.primal(f.variables().get(i), arguments.active().get(i)));
        }
        Function marked =
                new Function(f.callee(), parameters, f.results(), f.body(), f.thrown(), f.strongZero(), f.span());
        RuleTable outerRules = rules;
        Activity outer = activity;
        Remnants outerRemnants = remnants;
        Memory outerMemory = memory;
        Memory outerHanded = handed;
        Finding outerHanding = handing;
        rules = rules(f);
        activity = Activity.of(marked, rules);
        remnants = Remnants.of(marked, activity, rules, sources, chosen(f, arguments.remnant()), leaks);
        memory = Memory.of(marked, v -> null, sources.summaries());
        handed = Memory.of(marked, v -> null, sources.summaries(), chosen(f, arguments.held()));
        handing = ifStored;
        List<Result> outerResults = results;
        Span outerCaller = caller;
        caller = call;
        results = callee.equals(root) ? List.of() : f.results();
        TextNumbers numbers = new TextNumbers(activity, remnants, rules, findings, call);
        GuardedWrites guarded = new GuardedWrites(f, activity, memory, findings);
        HiddenTypes hidden = new HiddenTypes(surroundings, findings, call);
        boolean isGenerated = arguments.active().contains(true);
        if (isGenerated) {
            hidden.parameters(f);
        }
        Walk.statements(f.body(), s -> {
            statement(s);
            numbers.statement(s);
            guarded.statement(s);
            if (isGenerated) {
                hidden.statement(s);
            }
        });
        results = outerResults;
        caller = outerCaller;
        rules = outerRules;
        activity = outer;
        remnants = outerRemnants;
        memory = outerMemory;
        handed = outerHanded;
        handing = outerHanding;
    }

    private static List<Var> chosen(Function f, List<Boolean> which) {
        return IntStream.range(0, which.size())
                .filter(which::get)
                .mapToObj(f.variables()::get)
                .toList();
    }

    /** What is wrong with a method as a whole is told where it is called. */
    private static boolean isHeader(Finding found, Function f) {
        return found.span().start() == f.span().start()
                && found.span().file().equals(f.span().file());
    }

    private void statement(Stmt s) {
        Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> expression(part, s)));
        if (s instanceof Stmt.StoreField f && isCarrying(f.value())) {
            findings.add(Code.FIELD_STORE, s.span(), f.field().name());
        } else if (s instanceof Stmt.StoreElement e && isCarrying(e.value())) {
            stored(e.array(), s.span());
        } else if (s instanceof Stmt.Declare d && d.value() != null) {
            reference(d.variable(), d.value(), s.span());
            known(d.value(), d.variable().type(), d.span());
        } else if (s instanceof Stmt.Assign a) {
            reference(a.variable(), a.value(), s.span());
            known(a.value(), a.variable().type(), a.span());
        } else if (s instanceof Stmt.Return r && !r.values().isEmpty() && !results.isEmpty()) {
            known(r.values().get(0), results.get(0).type(), r.span());
        }
    }

    /** Whether derivatives are lost with a value: those of an active one, or of one by whose components derivatives are taken. */
    private boolean isCarrying(Expr e) {
        return activity.isVaried(e) || Remnants.isWhole(e);
    }

    /** An active value in an array of a field may be read from there later, in this call or another. */
    private void stored(Expr array, Span span) {
        if (memory.isHeld(array)) {
            findings.add(held(array, span));
        } else if (!isFollowed(array)) {
            findings.add(Code.ARRAY_STORE, span);
        } else if (handed.isHeld(array)) {
            findings.add(handing);
        }
    }

    private Finding held(Expr array, Span span) {
        return memory.holder(array)
                .map(f -> Finding.of(Code.FIELD_STORE, span, f.name()))
                .orElse(Finding.of(Code.ARRAY_STORE, span));
    }

    /** Whether a store into an array is followed: one of numbers that a local variable holds. */
    private static boolean isFollowed(Expr array) {
        if (array instanceof Expr.Conditional c) {
            return isFollowed(c.whenTrue()) && isFollowed(c.whenFalse());
        }
        return array instanceof Expr.Element e
                ? isFollowed(e.array())
                : array instanceof Expr.Read r && r.type().isFloatingArray();
    }

    /** An active array must come from where its adjoints can be told. */
    private void reference(Var v, Expr value, Span span) {
        if (v.type().isFloatingArray() && activity.isVaried(v)) {
            if (value instanceof Expr.Call c
                    && sources.summaries().of(c.callee()).isPresent()) {
                return;
            } else if (isCopy(value)) {
                return;
            } else if (value instanceof Expr.Call c
                    && c.callee() instanceof Callee.Method m
                    && sources.find(m).isEmpty()) {
                findings.add(
                        Code.UNSUPPORTED_SYNTAX, span, "the active array that " + m + " returns, without its source,");
            } else if (value instanceof Expr.Call || value instanceof Expr.Opaque || value instanceof Expr.Cast) {
                findings.add(Code.UNSUPPORTED_SYNTAX, span, "a call that returns an active array");
            }
        }
    }

    private static boolean isCopy(Expr e) {
        return ArrayOperation.ofNumbers(e).filter(o -> o == ArrayOperation.COPY).isPresent();
    }

    /** A boxed number or an array that is known by a wider type is out of sight: {@code Object o = x}. */
    private void known(Expr value, Type by, Span span) {
        if (value.type().isActivatable() && !by.isActivatable() && activity.isVaried(value)) {
            findings.add(Code.ESCAPES, spanOf(value, span), "the type " + Headers.text(by));
        }
    }

    private static Span spanOf(Expr e, Span otherwise) {
        return e instanceof Expr.Cast c && c.span().isKnown() ? c.span() : otherwise;
    }

    private void expression(Expr e, Stmt s) {
        if (e instanceof Expr.Call c) {
            if (!isOnlyAsked(c, s)) {
                call(c);
            }
        } else if (e instanceof Expr.New n && n.arguments().stream().anyMatch(this::isCarrying) && !isThrown(s)) {
            findings.add(Code.ESCAPES, n.span(), "new " + n.type().simpleName());
        } else if (e instanceof Expr.Opaque o && o.holes().stream().anyMatch(this::isCarrying)) {
            findings.add(Code.ESCAPES, o.span(), "this lambda or class");
        } else if (e instanceof Expr.Opaque o
                && isCarrier(o.type().unboxed())
                && o.holes().stream().anyMatch(remnants::isRemnant)) {
            findings.add(Code.TEXT_CONVERSION, o.span(), "this call");
        } else if (e instanceof Expr.ArrayLiteral a
                && !a.type().isFloatingArray()
                && a.elements().stream().anyMatch(this::isCarrying)) {
            literal(a, s);
        } else if (e instanceof Expr.Conditional c && !c.type().isActivatable()) {
            known(c.whenTrue(), c.type(), spanOf(c.whenTrue(), Span.NONE));
            known(c.whenFalse(), c.type(), spanOf(c.whenFalse(), Span.NONE));
        } else if (e instanceof Expr.Cast c) {
            conversion(c);
        }
    }

    /** Whether a pure method is called for what it throws alone, such as {@code Objects.requireNonNull(x)}: no derivative goes on from there. */
    private static boolean isOnlyAsked(Expr.Call c, Stmt s) {
        return s instanceof Stmt.Eval e
                && e.value() == c
                && c.callee() instanceof Callee.Method m
                && PureMethods.isPure(m);
    }

    /** An exception takes what it says along to where nothing is computed any more. */
    private boolean isThrown(Stmt s) {
        return s instanceof Stmt.Declare whole && whole.variable().isWhole()
                || s instanceof Stmt.Throw
                || s instanceof Stmt.Declare d && remnants.isOnlyThrown(d.variable());
    }

    private void literal(Expr.ArrayLiteral a, Stmt s) {
        boolean ofObjects = !(a.type().component() instanceof Type.Array)
                && !a.type().component().isDifferentiable();
        if (!ofObjects) {
            findings.add(Code.ARRAY_STORE, s.span());
        } else if (!(s instanceof Stmt.Declare d && remnants.isOnlyPrinted(d.variable()))) {
            findings.add(
                    Code.ESCAPES,
                    s.span(),
                    "an array of " + Headers.text(a.type().component()));
        }
    }

    /** Whether values of a type could hand on a derivative. */
    private static boolean isCarrier(Type type) {
        return type.isFloating() || type.isFloatingArray() || type.isOfTensors();
    }

    private void conversion(Expr.Cast c) {
        Type to = c.type().unboxed();
        if (!(to instanceof Type.Primitive) && isCarrier(to) && remnants.isRemnant(c.operand())) {
            findings.add(Code.TEXT_CONVERSION, spanOf(c, caller), "this cast");
        } else if (!activity.isVaried(c.operand()) || Widening.isImplicit(c)) {
            return;
        } else if (to instanceof Type.Primitive && !to.isFloating()) {
            findings.add(Code.INTEGER_CONVERSION, c.span(), Headers.text(c.type()));
        } else if (!(to instanceof Type.Primitive)) {
            findings.add(Code.ESCAPES, c.span(), "the type " + Headers.text(c.type()));
        }
    }

    private void call(Expr.Call c) {
        List<Expr> operands = Walk.parts(c);
        boolean hasRemnant = operands.stream().anyMatch(remnants::isRemnant);
        boolean isVaried = operands.stream().anyMatch(this::isCarrying);
        Optional<ArrayOperation> operation = ArrayOperation.ofNumbers(c);
        if (operation.isPresent() && isVaried && operation.get().target(c) != null) {
            stored(operation.get().target(c), c.span());
        }
        boolean isWritten = rules.findUserRule(c).isPresent() || operation.isPresent();
        if (isWritten || !hasRemnant && !isVaried && leaks.size() == 0) {
            return;
        }
        Optional<Rule> rule = rules.of(c);
        String name = c.callee() instanceof Callee.Method m
                ? m.toString()
                : c.callee().toString();
        if (rule.isPresent()) {
            known(c, rule.get(), name, hasRemnant);
        } else if (c.callee() instanceof Callee.Method m) {
            unknown(c, m, name, hasRemnant);
        }
    }

    private void known(Expr.Call c, Rule rule, String name, boolean hasRemnant) {
        switch (rule.kind()) {
            case DIFFERENTIABLE -> {
                if (TensorRules.isOperation(c.callee()) && isLost(c, rule)) {
                    findings.add(Code.NO_DERIVATIVE, c.span(), name + " by this argument");
                }
            }
            case PIECEWISE_CONSTANT -> findings.add(Code.PIECEWISE_CONSTANT, c.span(), name);
            case BITS -> {
                if (hasRemnant && c.type().isDifferentiable()) {
                    Optional<Expr.Call> origin = c.arguments().stream()
                            .flatMap(a -> remnants.origin(a).stream())
                            .findFirst();
                    Expr.Call at = origin.filter(o -> o.span().isKnown()).orElse(c);
                    findings.add(Code.BIT_CONVERSION, at.span(), at.callee().toString());
                }
            }
            case TEXT -> {
                if (hasRemnant && c.type().isDifferentiable()) {
                    findings.add(Code.TEXT_CONVERSION, c.span(), name);
                }
            }
            default -> {}
        }
    }

    /** Whether an operation on tensors is given an active value by which it has no derivative, such as the slope of a leaky relu. */
    private boolean isLost(Expr.Call c, Rule rule) {
        List<Expr> operands = Walk.parts(c);
        return IntStream.range(0, operands.size())
                .anyMatch(k -> !rule.differentiable(k) && activity.isVaried(operands.get(k)));
    }

    private void unknown(Expr.Call c, Callee.Method m, String name, boolean hasRemnant) {
        boolean isVaried = Walk.parts(c).stream().anyMatch(this::isCarrying);
        if (sources.isCut(m)) {
            return;
        } else if (Walk.parts(c).stream().anyMatch(Remnants::isWhole)) {
            whole(c, m, name);
            return;
        } else if (companions.annotated(m).isPresent()) {
            annotated(c, m);
            return;
        }
        if (c.target() == null && sources.find(m).isPresent()) {
            Span at = c.span().isKnown() ? c.span() : caller;
            List<Type> parameters =
                    sources.find(m).get().variables().stream().map(Var::type).toList();
            for (int i = 0; i < parameters.size(); i++) {
                known(c.arguments().get(i), parameters.get(i), at);
            }
            Optional<Expr> held =
                    c.arguments().stream().filter(memory::reachesHeld).findFirst();
            function(m, handed(c), at, held.map(a -> held(a, at)).orElse(handing));
        } else if (isVaried && !Remnants.prints(m)) {
            findings.add(c.type().isDifferentiable() ? Code.NO_DERIVATIVE : Code.ESCAPES, c.span(), name);
        } else if (hasRemnant && c.type().isDifferentiable()) {
            findings.add(Code.TEXT_CONVERSION, c.span(), name);
        }
    }

    /** A record may be printed and compared as a whole. */
    private void whole(Expr.Call c, Callee.Method m, String name) {
        if (!Remnants.prints(m) && !Remnants.isOfEveryObject(m) && !isNullCheck(c, m)) {
            findings.add(c.type().isDifferentiable() ? Code.NO_DERIVATIVE : Code.ESCAPES, c.span(), name);
        }
    }

    private static boolean isNullCheck(Expr.Call c, Callee.Method m) {
        return m.owner().canonicalName().equals("java.util.Objects") && m.name().equals("requireNonNull");
    }

    private Handed handed(Expr.Call c) {
        List<Expr> arguments = c.arguments();
        return new Handed(
                arguments.stream().map(activity::isVaried).toList(),
                arguments.stream().map(remnants::isRemnant).toList(),
                arguments.stream().map(handed::reachesHeld).toList());
    }

    /** An annotated callee is looked at by itself; to which arrays of fields it writes is seen where they are handed to it. */
    private void annotated(Expr.Call c, Callee.Method m) {
        Optional<ArrayEffects> effects = sources.summaries().of(m);
        if (effects.isEmpty() || c.arguments().stream().noneMatch(activity::isVaried)) {
            return;
        }
        for (int i : effects.get().written()) {
            Expr array = c.arguments().get(i);
            if (memory.reachesHeld(array)) {
                findings.add(held(array, c.span()));
            } else if (handed.reachesHeld(array)) {
                findings.add(handing);
            }
        }
    }
}
