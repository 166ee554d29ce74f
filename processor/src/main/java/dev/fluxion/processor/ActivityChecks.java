package dev.fluxion.processor;

import dev.fluxion.processor.analysis.ArrayEffects;
import dev.fluxion.processor.analysis.GivenFunctions;
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
import dev.fluxion.processor.ir.FunctionType;
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
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.Leaks;
import dev.fluxion.processor.transform.Remnants;
import dev.fluxion.processor.transform.dispatch.Widening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The language fence behind activity analysis: finds where a dependence on an active value would be lost, in an annotated method and in the methods of this
 * compilation that it hands active values to (DESIGN §2, promise 2).
 */
final class ActivityChecks {

    private final SourceProgram sources;
    private final CompanionIndex companions;
    private final Surroundings surroundings;
    private Leaks leaks = new Leaks();
    private Findings findings = new Findings();

    /** What was found in functions and in those that they call, by what they were handed. */
    private final Map<List<Object>, Findings> checked = new HashMap<>();

    /** The virtual call whose choice is being looked at, or null. */
    private Dispatch dispatch;

    private final UserRules users;
    private RuleTable rules;
    private Activity activity;
    private Remnants remnants;
    private Memory memory;
    private GivenFunctions given;

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
            int without = sources.leftOut().size();
            findings = new Findings();
            checked.clear();
            function(root, new Handed(active, none, none, functions(method)), Span.NONE, null);
            if (sources.leftOut().size() > without) {
                leaks = new Leaks(); // There may be none in what is left.
                known = -1;
            }
        } while (leaks.size() > known);
        return findings;
    }

    /**
     * Which arguments of a call are active, which are text or objects made of active values, which are arrays of fields, and which are functions with
     * derivatives.
     */
    private record Handed(List<Boolean> active, List<Boolean> remnant, List<Boolean> held, List<Boolean> functions) {

        boolean isNothing() {
            return !active.contains(true) && !remnant.contains(true);
        }
    }

    /** Which parameters are functions that are handed in with their derivatives. */
    private static List<Boolean> functions(UserMethod method) {
        return (method.hasRecords() ? method.unpacked() : method)
                .parameters().stream()
                        .map(p -> FunctionType.isDifferentiable(p.type()))
                        .toList();
    }

    private RuleTable rules(Function f) {
        return RuleTable.of(f.strongZero()).with(users);
    }

    private static Callee.Method root(Callee callee) {
        return callee instanceof Callee.Derived derived ? derived.root() : (Callee.Method) callee;
    }

    /** What was found in a function is found where it is called; in one of several that a virtual call may run, where there is no other. */
    private void function(Callee callee, Handed arguments, Span call, Finding ifStored) {
        List<Object> key = List.of(callee, arguments);
        if (!checked.containsKey(key)) {
            checked.put(key, new Findings());
            Findings outer = findings;
            Dispatch outerDispatch = dispatch;
            findings = checked.get(key);
            boolean chooses = callee instanceof Callee.Method m
                    && m.isVirtual()
                    && arguments.active().contains(true);
            dispatch = chooses ? new Dispatch((Callee.Method) callee, sources.classes(), sources.leftOut()) : null;
            if (dispatch != null) {
                dispatch.leaveOutHidden(surroundings);
            }
            body(callee, arguments, call, ifStored);
            if (dispatch != null) {
                findings.addAll(dispatch.told());
                leftOut((Callee.Method) callee, call);
            }
            dispatch = outerDispatch;
            findings = outer;
        }
        findings.addAll(checked.get(key));
    }

    private void leftOut(Callee.Method called, Span call) {
        if (!sources.leftOut().of(called).isEmpty() && call.isKnown()) {
            findings.add(
                    Code.BRANCH_LEFT_OUT,
                    call,
                    called.toString(),
                    sources.leftOut().explained(called));
        }
    }

    private void body(Callee callee, Handed arguments, Span call, Finding ifStored) {
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
        Scope outer = new Scope(rules, activity, remnants, memory, handed, given, handing, results, caller);
        rules = rules(f);
        activity = Activity.of(marked, rules);
        remnants = Remnants.of(marked, activity, rules, sources, chosen(f, arguments.remnant()), leaks);
        memory = Memory.of(marked, v -> null, sources.summaries());
        handed = Memory.of(marked, v -> null, sources.summaries(), chosen(f, arguments.held()));
        given = GivenFunctions.of(marked, chosen(f, arguments.functions()));
        handing = ifStored;
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
        back(outer);
    }

    /** What is known of the function that is looked at. */
    private record Scope(
            RuleTable rules,
            Activity activity,
            Remnants remnants,
            Memory memory,
            Memory handed,
            GivenFunctions given,
            Finding handing,
            List<Result> results,
            Span caller) {}

    private void back(Scope outer) {
        rules = outer.rules();
        activity = outer.activity();
        remnants = outer.remnants();
        memory = outer.memory();
        handed = outer.handed();
        given = outer.given();
        handing = outer.handing();
        results = outer.results();
        caller = outer.caller();
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
        } else if (!Shapes.isFollowed(array)) {
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

    /** An active array must come from where its adjoints can be told. */
    private void reference(Var v, Expr value, Span span) {
        if (v.type().isFloatingArray() && activity.isVaried(v)) {
            if (value instanceof Expr.Call c && sources.summaries().of(c).isPresent()) {
                return;
            } else if (Shapes.isCopy(value)) {
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

    /** A boxed number or an array that is known by a wider type is out of sight: {@code Object o = x}. */
    private void known(Expr value, Type by, Span span) {
        if (value.type().isActivatable() && !by.isActivatable() && activity.isVaried(value)) {
            findings.add(Code.ESCAPES, Shapes.spanOf(value, span), "the type " + Headers.text(by));
        }
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
                && Shapes.isCarrier(o.type().unboxed())
                && o.holes().stream().anyMatch(remnants::isRemnant)) {
            findings.add(Code.TEXT_CONVERSION, o.span(), "this call");
        } else if (e instanceof Expr.ArrayLiteral a
                && !a.type().isFloatingArray()
                && a.elements().stream().anyMatch(this::isCarrying)) {
            literal(a, s);
        } else if (e instanceof Expr.Conditional c && !c.type().isActivatable()) {
            known(c.whenTrue(), c.type(), Shapes.spanOf(c.whenTrue(), Span.NONE));
            known(c.whenFalse(), c.type(), Shapes.spanOf(c.whenFalse(), Span.NONE));
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

    private void conversion(Expr.Cast c) {
        Type to = c.type().unboxed();
        if (!(to instanceof Type.Primitive) && Shapes.isCarrier(to) && remnants.isRemnant(c.operand())) {
            findings.add(Code.TEXT_CONVERSION, Shapes.spanOf(c, caller), "this cast");
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
        Optional<FunctionType> function = FunctionType.givenTo(c.callee());
        if (function.isPresent()) {
            function(c, function.get(), isVaried, hasRemnant);
            return;
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
            new RuleChecks(activity, remnants, findings).check(c, rule.get(), name, hasRemnant);
        } else if (c.callee() instanceof Callee.Method m) {
            unknown(c, m, name, hasRemnant);
        }
    }

    /** A call of a function, which may have been handed in without its derivatives. */
    private void function(Expr.Call c, FunctionType type, boolean isVaried, boolean hasRemnant) {
        if (given.isGiven(Walk.parts(c).get(0))) {
            return;
        } else if (isVaried) {
            findings.add(Code.NO_DERIVATIVE, c.span(), type.call().toString());
        } else if (hasRemnant) {
            findings.add(Code.TEXT_CONVERSION, c.span(), type.call().toString());
        }
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
            called(m, handed(c), at, held.map(a -> held(a, at)).orElse(handing));
        } else if (isVaried && !Remnants.prints(m)) {
            findings.add(c.type().isDifferentiable() ? Code.NO_DERIVATIVE : Code.ESCAPES, c.span(), name);
        } else if (hasRemnant && c.type().isDifferentiable()) {
            findings.add(Code.TEXT_CONVERSION, c.span(), name);
        }
    }

    private void called(Callee.Method m, Handed arguments, Span at, Finding ifStored) {
        if (dispatch == null) {
            function(m, arguments, at, ifStored);
            return;
        }
        Findings outer = findings;
        findings = new Findings();
        function(m, arguments, at, ifStored);
        dispatch.found(m, findings);
        findings = outer;
    }

    /** A record may be printed and compared as a whole. */
    private void whole(Expr.Call c, Callee.Method m, String name) {
        if (!Remnants.prints(m) && !Remnants.isOfEveryObject(m) && !Shapes.isNullCheck(m)) {
            findings.add(c.type().isDifferentiable() ? Code.NO_DERIVATIVE : Code.ESCAPES, c.span(), name);
        }
    }

    private Handed handed(Expr.Call c) {
        List<Expr> arguments = c.arguments();
        return new Handed(
                arguments.stream().map(activity::isVaried).toList(),
                arguments.stream().map(remnants::isRemnant).toList(),
                arguments.stream().map(handed::reachesHeld).toList(),
                arguments.stream().map(given::isGiven).toList());
    }

    /** An annotated callee is looked at by itself; to which arrays of fields it writes is seen where they are handed to it. */
    private void annotated(Expr.Call c, Callee.Method m) {
        List<Boolean> functions = functions(companions.annotated(m).orElseThrow());
        for (int i = 0; i < Math.min(functions.size(), c.arguments().size()); i++) {
            if (functions.get(i) && !given.isGiven(c.arguments().get(i))) {
                findings.add(Code.FUNCTION_WITHOUT_DERIVATIVE, c.span(), m.toString());
            }
        }
        Optional<ArrayEffects> effects = sources.summaries().of(c);
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
