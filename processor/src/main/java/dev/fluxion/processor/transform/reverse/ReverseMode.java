package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.DefiniteAssignment;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.rules.TensorTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reverse mode: the function that computes a function's values and, from adjoints of its results, those of its active parameters. The forward
 * sweep is the user's code with what the reverse sweep cannot get otherwise recorded; the reverse sweep is its statements backwards.
 */
public final class ReverseMode {

    private final Function primal;
    private final Derivation derivation;
    private final Var tape = new Var("tape", Types.TAPE);
    private final Sweeps sweeps;

    private ReverseMode(
            Function primal, Derivation derivation, RuleTable rules, Calls calls, BiConsumer<String, Function> after) {
        this.primal = primal;
        this.derivation = derivation;
        Function simple = Preparation.simple(primal, rules, calls, after);
        Sweeps first = sweeps(simple, rules, calls, after);
        Function copying = calls.takesSnapshots() ? first.withSnapshots(simple) : simple;
        if (copying != simple) {
            after.accept("snapshot", copying);
        }
        this.sweeps = copying == simple ? first : sweeps(copying, rules, calls, after);
    }

    private Sweeps sweeps(Function simple, RuleTable rules, Calls calls, BiConsumer<String, Function> after) {
        Preparation preparation = Preparation.of(simple, rules, isSplit(derivation), calls, tape, after);
        return new Sweeps(preparation, calls, kept(), tape, unitSeed(), isSplit(derivation));
    }

    /** The parameters whose arrays are not written to between the two sweeps. */
    private Set<Var> kept() {
        Set<Var> kept = new HashSet<>();
        for (int i = 0; i < primal.variables().size(); i++) {
            if (derivation.isKept(i)) {
                kept.add(primal.variables().get(i));
            }
        }
        return kept;
    }

    private static boolean isSplit(Derivation derivation) {
        return derivation.transform() == Derivation.Transform.FORWARD_SWEEP
                || derivation.transform() == Derivation.Transform.REVERSE_SWEEP;
    }

    private boolean unitSeed() {
        return derivation.transform() == Derivation.Transform.GRADIENT
                || derivation.transform() == Derivation.Transform.DERIVATIVE;
    }

    /**
     * One of the reverse derivations of a function: {@code VJP}, {@code GRADIENT}, {@code DERIVATIVE}, {@code FORWARD_SWEEP} or
     * {@code REVERSE_SWEEP}.
     *
     * @param primal the function, its parameters marked active as the derivation says
     * @param calls what is done with calls
     * @param after told of every stage on the way, by name, and of what it made
     */
    public static Function apply(
            Function primal, Derivation derivation, RuleTable rules, Calls calls, BiConsumer<String, Function> after) {
        return new ReverseMode(primal, derivation, rules, calls, after).run();
    }

    private Function run() {
        return switch (derivation.transform()) {
            case VJP, GRADIENT -> function(joint(true), parameters(seeds(), bars()), results(true, true));
            case DERIVATIVE -> function(joint(false), parameters(bars()), results(false, true));
            case FORWARD_SWEEP -> function(firstHalf(), parameters(bars(), List.of(tapeParameter())), swept());
            case REVERSE_SWEEP -> function(secondHalf(), secondParameters(), results(false, true));
            case TANGENT, UNPACKED -> throw new IllegalArgumentException("not reverse mode");
        };
    }

    private Function function(List<Stmt> body, List<Parameter> parameters, List<Result> results) {
        return new Function(
                new Callee.Derived(primal.callee(), derivation),
                parameters,
                results,
                DefiniteAssignment.of(Snapshots.settled(new Block(body))),
                isReverseSweep(derivation) && SilentSweeps.are(body) ? List.of() : primal.thrown(),
                primal.strongZero(),
                primal.span());
    }

    private static boolean isReverseSweep(Derivation derivation) {
        return derivation.transform() == Derivation.Transform.REVERSE_SWEEP;
    }

    private List<Parameter> seeds() {
        List<Parameter> seeds = new ArrayList<>();
        if (!unitSeed()) {
            sweeps.seeds().forEach(v -> seeds.add(new Parameter(v, Parameter.Role.SEED, true)));
        }
        return seeds;
    }

    private Parameter tapeParameter() {
        return new Parameter(tape, Parameter.Role.TAPE, true);
    }

    /** The adjoints of active arrays, which are added to. */
    private List<Parameter> bars() {
        List<Parameter> bars = new ArrayList<>();
        for (Var v : primal.activeVariables()) {
            if (v.type().isFloatingArray()) {
                bars.add(new Parameter(sweeps.bar(v), Parameter.Role.ADJOINT, true));
            }
        }
        return bars;
    }

    @SafeVarargs
    private List<Parameter> parameters(List<Parameter>... more) {
        List<Parameter> all = new ArrayList<>(primal.parameters());
        for (List<Parameter> list : more) {
            all.addAll(list);
        }
        return all;
    }

    private List<Parameter> secondParameters() {
        List<Parameter> all = new ArrayList<>(sweeps.given());
        all.addAll(seeds());
        all.add(tapeParameter());
        return all;
    }

    private List<Result> results(boolean values, boolean adjoints) {
        List<Result> results = new ArrayList<>(values ? primal.results() : List.of());
        for (Var v : primal.activeVariables()) {
            String name = v.name();
            if (adjoints && !v.type().isFloatingArray()) {
                results.add(new Result(
                        "d" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                        v.type().tangent()));
            }
        }
        return results;
    }

    /** What a forward sweep returns: the values, and for each array the array of its adjoint. */
    private List<Result> swept() {
        List<Result> results = new ArrayList<>(primal.results());
        for (Result r : primal.results()) {
            if (r.type().isFloatingArray()) {
                results.add(new Result(r.name() + "Bar", r.type()));
            }
        }
        return results;
    }

    private List<Stmt> joint(boolean values) {
        List<Stmt> body = new ArrayList<>();
        if (sweeps.usesTape()) {
            body.add(new Stmt.Declare(tape, new Expr.New(Types.TAPE, List.of(), Span.NONE), Span.NONE));
        }
        List<Expr> shapes = shapes(body);
        body.addAll(sweeps.forward());
        body.addAll(sweeps.reverse());
        List<Expr> returned = new ArrayList<>(values ? sweeps.values() : List.of());
        for (int i = 0; i < shapes.size(); i++) {
            Expr bar = sweeps.adjoints().get(i);
            returned.add(shapes.get(i) == null ? bar : TensorTerms.orZeros(bar, shapes.get(i)));
        }
        body.add(new Stmt.Return(returned, Span.NONE));
        return body;
    }

    /** For each adjoint that is returned the tensor whose shape it has, as it was when the function began; null for numbers. */
    private List<Expr> shapes(List<Stmt> body) {
        List<Expr> shapes = new ArrayList<>();
        for (Var v : primal.activeVariables()) {
            if (v.type().isFloatingArray()) {
                continue;
            }
            Var first = v;
            if (v.type().isOfTensors() && Occurrences.of(primal).definitions(v) > 1) {
                first = Var.temporary(v.name(), v.type());
                body.add(new Stmt.Declare(first, new Expr.Read(v), Span.NONE));
            }
            shapes.add(v.type().isOfTensors() ? new Expr.Read(first) : null);
        }
        return shapes;
    }

    private List<Stmt> firstHalf() {
        List<Stmt> body = new ArrayList<>(sweeps.forward());
        for (Var v : sweeps.across()) {
            body.add(Tapes.push(tape, new Expr.Read(v)));
        }
        List<Expr> returned = new ArrayList<>(sweeps.values());
        returned.addAll(sweeps.shadows(body));
        body.add(new Stmt.Return(returned, Span.NONE));
        return body;
    }

    private List<Stmt> secondHalf() {
        List<Stmt> body = new ArrayList<>();
        List<Var> across = sweeps.across();
        for (int i = across.size() - 1; i >= 0; i--) {
            Var v = across.get(i);
            body.add(new Stmt.Declare(v, Tapes.pop(tape, v.type()), Span.NONE));
        }
        body.addAll(sweeps.reverse());
        body.add(new Stmt.Return(sweeps.adjoints(), Span.NONE));
        return body;
    }

    /** The number one or the seed parameter of a result. */
    static Expr seed(Var seed, boolean unit) {
        return unit ? Defaults.one(seed.type()) : new Expr.Read(seed);
    }
}
