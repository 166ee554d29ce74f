package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Activity analysis (Griewank and Walther, chapter 6): a variable is <em>varied</em> if it depends differentiably on an active parameter, <em>useful</em> if a
 * differentiable result depends differentiably on it, active if both. The answer holds for all of a variable's life; loops
 * are followed until nothing more is found.
 */
public final class Activity {

    private final RuleTable rules;
    private final Set<Var> varied = new HashSet<>();
    private final Set<Var> useful = new HashSet<>();

    /** What was found out of expressions since the sets are complete. */
    private final Map<Expr, Boolean> known = new IdentityHashMap<>();

    private boolean changed;
    private boolean complete;

    private Activity(Function function, RuleTable rules) {
        this.rules = rules;
        for (Parameter p : function.parameters()) {
            if (p.active()) {
                varied.add(p.variable());
            }
            if (p.active() && isShared(p.variable().type())) {
                useful.add(p.variable());
            }
        }
        List<Stmt> statements = new ArrayList<>();
        Walk.statements(function.body(), statements::add);
        repeat(statements, this::vary);
        Collections.reverse(statements);
        repeat(statements, this::use);
        complete = true;
    }

    public static Activity of(Function function, RuleTable rules) {
        return new Activity(function, rules);
    }

    /** Whether derivatives flow through a variable from a parameter to a result. */
    public boolean isActive(Var v) {
        return varied.contains(v) && useful.contains(v);
    }

    /** Whether a differentiable result depends differentiably on a variable. */
    public boolean isUseful(Var v) {
        return useful.contains(v);
    }

    /** Whether a variable depends differentiably on an active parameter. */
    public boolean isVaried(Var v) {
        return varied.contains(v);
    }

    /** In the order in which facts spread: what straight-line code says is found at once. */
    private void repeat(List<Stmt> statements, Consumer<Stmt> visit) {
        do {
            changed = false;
            statements.forEach(visit);
        } while (changed);
    }

    private void mark(Set<Var> set, Var v) {
        changed |= set.add(v);
    }

    private void vary(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() != null) {
            vary(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            vary(a.variable(), a.value());
        } else if (s instanceof Stmt.StoreElement e) {
            roots(e.array()).forEach(v -> {
                if (isVaried(e.value())) {
                    mark(varied, v);
                }
                if (isShared(e.value().type()) && varied.contains(v)) {
                    roots(e.value()).forEach(r -> mark(varied, r));
                }
            });
        } else if (s instanceof Stmt.Push p) {
            if (isVaried(p.value())) {
                mark(varied, p.stack());
            } else if (isShared(p.value().type()) && varied.contains(p.stack())) {
                roots(p.value()).forEach(r -> mark(varied, r));
            }
        } else if (s instanceof Stmt.Invoke i) {
            vary(i);
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::varyTape));
        if (s instanceof Stmt.Invoke i) {
            varyTapes(i.arguments());
            varyArrays(i.arguments());
        }
    }

    /** What a callee returns depends on what it is given; an array that it returns may be one that it is given. */
    private void vary(Stmt.Invoke i) {
        boolean isVaried = i.arguments().stream().anyMatch(this::isVaried);
        for (Var v : i.targets()) {
            if (v != null && isVaried && carries(v.type())) {
                mark(varied, v);
            }
            if (v != null && varied.contains(v) && v.type().isFloatingArray()) {
                markArrays(varied, i.arguments());
            }
        }
    }

    private void markArrays(Set<Var> set, List<Expr> arguments) {
        arguments.stream().filter(a -> a.type().isFloatingArray()).forEach(a -> roots(a).forEach(v -> mark(set, v)));
    }

    private void vary(Var v, Expr value) {
        if (carries(v.type()) && isVaried(value)) {
            mark(varied, v);
        }
        share(varied, v, value);
    }

    /** Two names of one array share what is known of it. */
    private void share(Set<Var> set, Var v, Expr value) {
        if (isShared(v.type())) {
            roots(value).stream().filter(r -> set.contains(v)).forEach(r -> mark(set, r));
        }
    }

    /** Whether values of a type are objects in which a callee or another name can change what carries derivatives. */
    private static boolean isShared(Type type) {
        return !type.isDifferentiable() && carries(type);
    }

    private void varyTape(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Derived) {
            varyTapes(c.arguments());
        }
        if (e instanceof Expr.Call c && isMoveOfNumbers(c)) {
            if (isVaried(c.arguments().get(0))) {
                roots(c.arguments().get(2)).forEach(v -> mark(varied, v));
            }
        } else if (e instanceof Expr.Call c && changesArguments(c)) {
            varyArrays(Walk.parts(c));
        }
    }

    /** Numbers go from one array to another and, other than rows, are not shared by the two. */
    private static boolean isMoveOfNumbers(Expr e) {
        return ArrayOperation.of(e)
                .filter(o -> o == ArrayOperation.MOVE && !ArrayOperation.isNested(o.target((Expr.Call) e)))
                .isPresent();
    }

    /** A callee may write what it is given into the arrays that it is given. */
    private void varyArrays(List<Expr> arguments) {
        if (arguments.stream().anyMatch(this::isVaried)) {
            markArrays(varied, arguments);
        }
    }

    /** Whether a callee is followed, or one of the platform's that writes into an array. */
    private static boolean changesArguments(Expr.Call c) {
        return c.callee() instanceof Callee.Derived
                || c.callee() instanceof Callee.Method m
                        && !m.owner().equals(Types.ZEROS)
                        && (!m.owner().packageName().startsWith("java.")
                                || ArrayOperation.of(c)
                                        .filter(o -> o.target(c) != null)
                                        .isPresent());
    }

    private void varyTapes(List<Expr> arguments) {
        if (arguments.stream().anyMatch(this::isVaried)) {
            arguments.forEach(a -> {
                if (a instanceof Expr.Read r && r.type().equals(Types.TAPE)) {
                    mark(varied, r.variable());
                }
            });
        }
    }

    /** Whether values of a type carry derivatives, directly or in their elements. */
    private static boolean carries(Type type) {
        return type.isDifferentiable()
                || type instanceof Type.Array a && carries(a.component())
                || type instanceof Type.Declared d && d.packageName().equals("dev.fluxion.tape");
    }

    /** Whether an expression depends differentiably on an active parameter. */
    public boolean isVaried(Expr e) {
        Boolean found = complete ? known.get(e) : null;
        if (found == null) {
            found = depends(e);
            if (complete) {
                known.put(e, found);
            }
        }
        return found;
    }

    private boolean depends(Expr e) {
        if (e instanceof Expr.Read r) {
            return varied.contains(r.variable());
        } else if (e instanceof Expr.Element a) {
            return isVaried(a.array());
        } else if (e instanceof Expr.Pop p) {
            return carries(p.type()) && varied.contains(p.stack());
        } else if (e instanceof Expr.Conditional c) {
            return carries(c.type()) && (isVaried(c.whenTrue()) || isVaried(c.whenFalse()));
        } else if (e instanceof Expr.ArrayLiteral a) {
            return a.elements().stream().anyMatch(this::isVaried);
        } else if (!carries(e.type()) || isZeros(e)) {
            return false;
        }
        List<Expr> operands = Walk.parts(e);
        for (int k = 0; k < operands.size(); k++) {
            if (isVaried(operands.get(k)) && rules.passes(e, k)) {
                return e instanceof Expr.Call || rules.isKnown(e);
            }
        }
        return false;
    }

    /** What the runtime does with arrays of adjoints is linear, and its arrays share their rows. */
    private static boolean isOfBars(Expr.Call c) {
        return c.callee() instanceof Callee.Method m && Types.isOfAdjoints(m.owner());
    }

    /** Whether a call may return an array that it is given, or rows of one. */
    private static boolean mayReturnArgument(Expr.Call c) {
        return isOfBars(c)
                || c.callee() instanceof Callee.Derived
                || c.callee() instanceof Callee.Method m
                        && !m.owner().equals(Types.ZEROS)
                        && (!m.owner().packageName().startsWith("java.")
                                || ArrayOperation.of(c).isPresent() && ArrayOperation.isNested(c));
    }

    /** A fresh array of zeros, of which only the shape depends on an argument. */
    private static boolean isZeros(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && m.owner().equals(Types.ZEROS);
    }

    private void use(Stmt s) {
        if (s instanceof Stmt.Return r) {
            r.values().forEach(this::use);
        } else if (s instanceof Stmt.Declare d && d.value() != null && useful.contains(d.variable())) {
            use(d.value());
        } else if (s instanceof Stmt.Assign a && useful.contains(a.variable())) {
            use(a.value());
        } else if (s instanceof Stmt.StoreElement e && roots(e.array()).stream().anyMatch(useful::contains)) {
            use(e.value());
        } else if (s instanceof Stmt.Push p && useful.contains(p.stack())) {
            use(p.value());
        } else if (s instanceof Stmt.Invoke i
                && (i.targets().stream().anyMatch(useful::contains)
                        || usesTape(i.arguments())
                        || usesArray(i.arguments()))) {
            i.arguments().forEach(this::use);
        }
        if (s instanceof Stmt.Push p && isShared(p.value().type())) {
            if (roots(p.value()).stream().anyMatch(useful::contains)) {
                mark(useful, p.stack());
            }
        } else if (s instanceof Stmt.Declare d && d.value() != null) {
            shareUse(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            shareUse(a.variable(), a.value());
        } else if (s instanceof Stmt.StoreElement e) {
            roots(e.array()).forEach(v -> shareUse(v, e.value()));
        } else if (s instanceof Stmt.Invoke i && usesArray(i.arguments())) {
            i.targets().stream()
                    .filter(v -> v != null && v.type().isFloatingArray())
                    .forEach(v -> mark(useful, v));
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::useTape));
    }

    private void shareUse(Var v, Expr value) {
        if (isShared(v.type()) && roots(value).stream().anyMatch(useful::contains)) {
            mark(useful, v);
        }
    }

    private void useTape(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Derived && usesTape(c.arguments())) {
            c.arguments().forEach(this::use);
        }
        if (e instanceof Expr.Call c && isMoveOfNumbers(c)) {
            if (usesArray(c.arguments().subList(2, 3))) {
                use(c.arguments().get(0));
            }
        } else if (e instanceof Expr.Call c && changesArguments(c) && usesArray(Walk.parts(c))) {
            Walk.parts(c).forEach(this::use);
        }
    }

    private boolean usesArray(List<Expr> arguments) {
        return arguments.stream()
                .anyMatch(a -> a.type().isFloatingArray() && roots(a).stream().anyMatch(useful::contains));
    }

    private boolean usesTape(List<Expr> arguments) {
        return arguments.stream()
                .anyMatch(
                        a -> a instanceof Expr.Read r && r.type().equals(Types.TAPE) && useful.contains(r.variable()));
    }

    private void use(Expr e) {
        if (!carries(e.type())) {
            return;
        } else if (e instanceof Expr.Read r) {
            mark(useful, r.variable());
        } else if (e instanceof Expr.Pop p) {
            mark(useful, p.stack());
        } else if (e instanceof Expr.Element a) {
            use(a.array());
        } else if (e instanceof Expr.Conditional c) {
            use(c.whenTrue());
            use(c.whenFalse());
        } else {
            List<Expr> operands = Walk.parts(e);
            for (int k = 0; k < operands.size(); k++) {
                if (rules.passes(e, k)) {
                    use(operands.get(k));
                }
            }
        }
    }

    /** The variables one of which holds the array or stack that an expression is, or is an element of. */
    private static List<Var> roots(Expr e) {
        if (e instanceof Expr.Read r) {
            return List.of(r.variable());
        } else if (e instanceof Expr.Conditional c) {
            List<Var> both = new ArrayList<>(roots(c.whenTrue()));
            both.addAll(roots(c.whenFalse()));
            return both;
        } else if (e instanceof Expr.Cast c && !c.type().isPrimitive()) {
            return roots(c.operand());
        }
        if (e instanceof Expr.ArrayLiteral l) {
            return l.elements().stream()
                    .filter(x -> x.type() instanceof Type.Array)
                    .flatMap(x -> roots(x).stream())
                    .toList();
        } else if (e instanceof Expr.Pop p) {
            return List.of(p.stack());
        } else if (e instanceof Expr.Call c && e.type().isFloatingArray() && mayReturnArgument(c)) {
            return Walk.parts(c).stream()
                    .filter(x -> x.type().isFloatingArray())
                    .flatMap(x -> roots(x).stream())
                    .toList();
        }
        return e instanceof Expr.Element a ? roots(a.array()) : List.of();
    }
}
