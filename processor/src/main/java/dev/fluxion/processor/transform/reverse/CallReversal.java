package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reverses calls of functions. One with a body of its own was called as a forward sweep that recorded on the tape, and its reverse sweep is called
 * here. One that is itself a gradient g of some f has the Hessian of f as its Jacobian, which is symmetric: the adjoint of its argument is the
 * tangent of g in the direction of the adjoint of its result.
 */
final class CallReversal {

    private final Operations operations;
    private final Primitives primitives;
    private final Var tape;

    CallReversal(Operations operations, Primitives primitives, Var tape) {
        this.operations = operations;
        this.primitives = primitives;
        this.tape = tape;
    }

    void reverse(Stmt s, Callee callee, List<Expr> arguments, List<Var> targets, List<Stmt> out) {
        Map<Var, Expr> contributions = new LinkedHashMap<>();
        List<Boolean> pattern = primitives.pattern(arguments);
        Optional<Var> partial = s instanceof Stmt.Invoke i ? primitives.partial(i) : Optional.empty();
        if (partial.isPresent()) {
            preaccumulated((Stmt.Invoke) s, partial.get(), contributions, out);
        } else if (!Primitives.isReverseMode(callee)) {
            sweep(s, callee, arguments, targets, pattern, contributions, out);
        } else if (pattern.contains(true)) {
            new Symmetric(s, (Callee.Derived) callee, arguments, targets, contributions, out).reverse();
        }
        operations.distribute(s, targets, contributions, out);
    }

    /** The call that takes the place of the primal one in the forward sweep, or the callee itself. */
    static Callee forward(Callee callee, Derivation sweep) {
        return Primitives.isReverseMode(callee) || !sweep.active().contains(true)
                ? callee
                : new Callee.Derived(callee, sweep);
    }

    private void preaccumulated(Stmt.Invoke i, Var partial, Map<Var, Expr> contributions, List<Stmt> out) {
        Var target = i.targets().get(0);
        if (!operations.adjoints().isZero(target)) {
            Var argument = ((Expr.Read)
                            i.arguments().get(primitives.pattern(i.arguments()).indexOf(true)))
                    .variable();
            Expr slope = operations.result(i, partial, out);
            Expr seed = operations.adjoints().value(target);
            Expr term = primitives.partials().get(partial)
                    ? Terms.call(Types.STRONG_ZERO, "times", seed, slope)
                    : Operations.product(seed, slope);
            Type type = argument.type().tangent();
            contributions.put(argument, term.type().equals(type) ? term : new Expr.Cast(type, term, i.span()));
        }
    }

    private void sweep(
            Stmt s,
            Callee callee,
            List<Expr> arguments,
            List<Var> targets,
            List<Boolean> pattern,
            Map<Var, Expr> contributions,
            List<Stmt> out) {
        List<Expr> inputs = new ArrayList<>();
        for (Expr a : arguments) {
            if (a.type() instanceof Type.Primitive) {
                inputs.add(operations.read(a, s, out));
            }
        }
        targets.stream()
                .filter(t -> t == null || t.type().isDifferentiable())
                .forEach(t -> inputs.add(seed(t, callee)));
        inputs.add(new Expr.Read(tape));
        List<Var> bars = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (pattern.get(i) && arguments.get(i).type().isDifferentiable()) {
                Var v = ((Expr.Read) arguments.get(i)).variable();
                Var bar = v.derived("Term", v.type().tangent());
                bars.add(bar);
                contributions.merge(v, new Expr.Read(bar), Operations::sum);
            }
        }
        Derivation sweep = operations.sweep(Transform.REVERSE_SWEEP, s, callee, arguments);
        call(s, new Callee.Derived(callee, sweep), inputs, bars, out);
    }

    private void call(Stmt s, Callee.Derived callee, List<Expr> inputs, List<Var> results, List<Stmt> out) {
        if (results.isEmpty()) {
            out.add(new Stmt.Eval(new Expr.Call(callee, null, inputs, Types.VOID, s.span()), s.span()));
            return;
        } else if (results.size() == 1) {
            Var only = results.get(0);
            out.add(new Stmt.Declare(only, new Expr.Call(callee, null, inputs, only.type(), s.span()), s.span()));
            return;
        }
        results.stream().filter(v -> v != null).forEach(v -> out.add(new Stmt.Declare(v, null, s.span())));
        out.add(new Stmt.Invoke(results, callee, inputs, s.span()));
    }

    /** The adjoint of a result; one that nobody takes is of the callee's type. */
    private Expr seed(Var target, Callee callee) {
        return target == null && callee instanceof Callee.Method m
                ? Defaults.of(m.result().tangent())
                : seed(target);
    }

    private Expr seed(Var target) {
        return target == null || !operations.isActive(target)
                ? Defaults.of(
                        target == null ? Type.Primitive.DOUBLE : target.type().tangent())
                : operations.adjoints().value(target);
    }

    /** The adjoint of a gradient by the tangent of the gradient. */
    private final class Symmetric {

        private final Stmt s;
        private final Callee.Derived callee;
        private final List<Expr> arguments;
        private final List<Var> targets;
        private final Map<Var, Expr> contributions;
        private final List<Stmt> out;

        Symmetric(
                Stmt s,
                Callee.Derived callee,
                List<Expr> arguments,
                List<Var> targets,
                Map<Var, Expr> contributions,
                List<Stmt> out) {
            this.s = s;
            this.callee = callee;
            this.arguments = arguments;
            this.targets = targets;
            this.contributions = contributions;
            this.out = out;
        }

        void reverse() {
            switch (callee.derivation().transform()) {
                case DERIVATIVE -> derivative();
                case GRADIENT -> gradient();
                case VJP -> vjp();
                default -> columns();
            }
        }

        /** Where no symmetry helps: one tangent of the function for each argument. */
        private void columns() {
            List<Boolean> pattern = primitives.pattern(arguments);
            for (int j = 0; j < arguments.size(); j++) {
                if (pattern.get(j)) {
                    column(j, ((Expr.Read) arguments.get(j)).variable());
                }
            }
        }

        private void column(int argument, Var v) {
            List<Boolean> only = new ArrayList<>(Collections.nCopies(arguments.size(), false));
            only.set(argument, true);
            List<Expr> inputs = new ArrayList<>();
            arguments.forEach(a -> inputs.add(operations.read(a, s, out)));
            inputs.add(Defaults.one(v.type().tangent()));
            List<Var> results = new ArrayList<>(Collections.nCopies(targets.size(), null));
            Expr sum = null;
            for (Var t : targets) {
                boolean isWanted = t != null
                        && operations.isActive(t)
                        && !operations.adjoints().isZero(t);
                Var dot = isWanted ? Var.temporary("curvature", t.type().tangent()) : null;
                if (t == null || t.type().isDifferentiable()) {
                    results.add(dot);
                }
                if (isWanted) {
                    Expr term = Operations.product(seed(t), new Expr.Read(dot));
                    sum = sum == null ? term : Operations.sum(sum, term);
                }
            }
            if (sum != null) {
                call(s, new Callee.Derived(callee, new Derivation(Transform.TANGENT, only)), inputs, results, out);
                contributions.merge(v, sum, Operations::sum);
            }
        }

        private List<Boolean> active() {
            return callee.derivation().active();
        }

        /** Calls the tangent of a gradient and returns its results. */
        private List<Var> tangent(Callee.Derived gradient, List<Expr> direction, int results) {
            List<Expr> inputs = new ArrayList<>();
            for (int i = 0; i < active().size(); i++) {
                inputs.add(operations.read(arguments.get(i), s, out));
            }
            inputs.addAll(direction);
            List<Var> all = new ArrayList<>();
            for (int i = 0; i < 2 * results; i++) {
                all.add(Var.temporary(i < results ? "partial" : "curvature", typeOfActive(i % results, results)));
            }
            Callee.Derived tangent = new Callee.Derived(gradient, new Derivation(Transform.TANGENT, active()));
            call(s, tangent, inputs, all, out);
            return all;
        }

        private Type typeOfActive(int result, int results) {
            int skipped = results - callee.derivation().activeCount();
            return result < skipped
                    ? targets.get(0) == null
                            ? Type.Primitive.DOUBLE
                            : targets.get(0).type().tangent()
                    : activeArguments().get(result - skipped).type().tangent();
        }

        private List<Expr> activeArguments() {
            List<Expr> found = new ArrayList<>();
            for (int i = 0; i < active().size(); i++) {
                if (active().get(i)) {
                    found.add(arguments.get(i));
                }
            }
            return found;
        }

        private void contribute(int activeArgument, Expr term) {
            if (activeArguments().get(activeArgument) instanceof Expr.Read r && operations.isActive(r.variable())) {
                contributions.merge(r.variable(), term, Operations::sum);
            }
        }

        private void derivative() {
            int n = callee.derivation().activeCount();
            List<Expr> direction = targets.stream().map(CallReversal.this::seed).toList();
            List<Var> all = tangent(callee, direction, n);
            for (int j = 0; j < n; j++) {
                contribute(j, new Expr.Read(all.get(n + j)));
            }
        }

        private void gradient() {
            int n = callee.derivation().activeCount();
            List<Expr> direction = targets.subList(1, n + 1).stream()
                    .map(CallReversal.this::seed)
                    .toList();
            List<Var> all = tangent(callee, direction, n + 1);
            Expr valueBar = seed(targets.get(0));
            for (int j = 0; j < n; j++) {
                Expr term = new Expr.Read(all.get(n + 2 + j));
                boolean valueUsed =
                        targets.get(0) != null && !operations.adjoints().isZero(targets.get(0));
                Expr first = Operations.product(valueBar, new Expr.Read(all.get(1 + j)));
                contribute(j, valueUsed ? Operations.sum(first, term) : term);
            }
        }

        private void vjp() {
            int n = callee.derivation().activeCount();
            Callee.Derived gradient = new Callee.Derived(callee.of(), new Derivation(Transform.GRADIENT, active()));
            List<Expr> direction = targets.subList(1, n + 1).stream()
                    .map(CallReversal.this::seed)
                    .toList();
            List<Var> all = tangent(gradient, direction, n + 1);
            Expr scale = arguments.get(active().size());
            for (int j = 0; j < n; j++) {
                Expr curved = Operations.product(operations.read(scale, s, out), new Expr.Read(all.get(n + 2 + j)));
                Expr first = Operations.product(seed(targets.get(0)), new Expr.Read(all.get(1 + j)));
                contribute(j, Operations.sum(first, curved));
            }
            if (scale instanceof Expr.Read r && operations.isActive(r.variable())) {
                contributions.merge(r.variable(), new Expr.Read(all.get(n + 1)), Operations::sum);
            }
        }
    }
}
