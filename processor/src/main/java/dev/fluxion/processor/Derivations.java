package dev.fluxion.processor;

import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.IdleCalls;
import dev.fluxion.processor.transform.Singularities;
import dev.fluxion.processor.transform.dispatch.ArrayFunctions;
import dev.fluxion.processor.transform.forward.ForwardMode;
import dev.fluxion.processor.transform.inline.Inlining;
import dev.fluxion.processor.transform.reverse.Calls;
import dev.fluxion.processor.transform.reverse.ReverseMode;
import dev.fluxion.processor.transform.simplify.Simplify;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The functions of a compilation: lowered ones, and those derived from them, made when they are asked for and kept. */
final class Derivations implements Program {

    private final Program sources;
    private final UserRules users;
    private final Options options;
    private final Summaries summaries;
    private final Predicate<Callee.Method> annotated;
    private final Map<Callee.Derived, Function> made = new HashMap<>();

    /** What is being derived: a recursion that looks at itself meanwhile sees nothing. */
    private final Set<Callee.Derived> open = new HashSet<>();

    /**
     * @param annotated the methods that have companions of their own
     */
    Derivations(Program sources, UserRules users, Options options, Predicate<Callee.Method> annotated) {
        this.annotated = annotated;
        this.sources = sources;
        this.users = users;
        this.options = options;
        this.summaries = new Summaries(sources);
    }

    @Override
    public Optional<Function> find(Callee callee) {
        if (callee instanceof Callee.Method) {
            return sources.find(callee);
        }
        Callee.Derived derived = (Callee.Derived) callee;
        if (derived.derivation().transform() == Derivation.Transform.UNPACKED) {
            return sources.find(derived);
        }
        Optional<Function> given = ArrayFunctions.derived(derived);
        if (given.isPresent()) {
            return given;
        }
        if (!made.containsKey(derived) && open.add(derived)) {
            find(derived.of()).ifPresent(f -> made.put(derived, derive(f, derived.derivation())));
            open.remove(derived);
        }
        return Optional.ofNullable(made.get(derived));
    }

    private Function derive(Function function, Derivation derivation) {
        RuleTable rules = RuleTable.of(function.strongZero()).with(users);
        Function marked = withActivity(inlined(asPrimal(function), rules), derivation.active());
        Function derived = derivation.transform() == Derivation.Transform.TANGENT
                ? ForwardMode.apply(marked, derivation, rules)
                : ReverseMode.apply(marked, derivation, rules, calls(function), options::after);
        options.after(derivation.transform().name(), derived);
        Function simple = Simplify.apply(derived, options::isEnabled, options::after);
        options.after("simplify", simple);
        return withoutIdleCalls(simple, options::after);
    }

    /** What is called in vain, and what that is called with, goes in the end. */
    Function withoutIdleCalls(Function function, BiConsumer<String, Function> watcher) {
        Function busy = options.isEnabled("idle") ? IdleCalls.apply(function, this) : function;
        if (busy.body().equals(function.body())) {
            return function;
        }
        watcher.accept("idle", busy);
        return Simplify.apply(busy, options::isEnabled, watcher);
    }

    private Calls calls(Function function) {
        Callee callee = function.callee();
        Callee.Method root = callee instanceof Callee.Method m ? m : ((Callee.Derived) callee).root();
        return new Calls(
                options.isEnabled("preaccumulate"),
                new Singularities(sources, users, root)::in,
                summaries,
                options.isEnabled("number"),
                options.isEnabled("distance"),
                options.isEnabled("independent"),
                options.isEnabled("snapshot"),
                options.isEnabled("kept") ? annotated : m -> true);
    }

    private Function inlined(Function function, RuleTable rules) {
        if (!options.isEnabled("inline")) {
            return function;
        }
        return Inlining.apply(function, sources, rules::isKnown);
    }

    /** The function with variables that are all values: the derivatives in it are part of the primal now, and must keep their bits. */
    private static Function asPrimal(Function f) {
        if (f.callee() instanceof Callee.Method) {
            return f;
        }
        Map<Var, Var> fresh = new HashMap<>();
        Rewriter renaming = new Rewriter() {
            @Override
            protected Var variable(Var v) {
                return fresh.computeIfAbsent(v, Var::asPrimal);
            }
        };
        List<Parameter> parameters = f.parameters().stream()
                .map(p -> new Parameter(fresh.computeIfAbsent(p.variable(), Var::asPrimal), p.role(), p.active()))
                .toList();
        return new Function(
                f.callee(), parameters, f.results(), renaming.block(f.body()), f.thrown(), f.strongZero(), f.span());
    }

    /** The function with its parameters active as a derivation says. */
    private static Function withActivity(Function f, List<Boolean> active) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < f.parameters().size(); i++) {
            Parameter p = f.parameters().get(i);
            parameters.add(new Parameter(p.variable(), p.role(), active.get(i)));
        }
        return new Function(f.callee(), parameters, f.results(), f.body(), f.thrown(), f.strongZero(), f.span());
    }
}
