package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where active values leave the world of derivatives as text or as objects that print. To print and to log is harmless; to read a number
 * back from what was printed is a dependence without a derivative.
 *
 * <p>An object is a <em>remnant</em> if it is text that was made of an active value, or if another remnant went into its making. As with activity the answer holds for
 * all of a variable's life; loops are followed until nothing more is found.
 */
public final class Remnants {

    /** Classes that make text of what they are handed, or look at it and keep nothing. */
    private static final Set<String> PRINTING = Set.of(
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.io.Console",
            "java.lang.String",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.lang.System.Logger",
            "java.text.MessageFormat",
            "java.util.Formatter",
            "java.util.StringJoiner",
            "java.util.logging.Logger");

    private static final Map<String, Set<String>> PRINTING_METHODS = Map.of(
            "java.util.Objects", Set.of("hash", "hashCode", "toString", "equals", "isNull", "nonNull"),
            "java.util.Arrays", Set.of("toString", "deepToString", "hashCode", "deepHashCode"));

    private final Activity activity;
    private final RuleTable rules;
    private final Program program;
    private final Set<Var> variables = new HashSet<>();
    private final Set<Field> fields = new HashSet<>();
    private final Set<Var> printed = new HashSet<>();
    private final Set<Var> thrown = new HashSet<>();
    private boolean changed;

    private Remnants(Function function, Activity activity, RuleTable rules, Program program, Collection<Var> handedIn) {
        this.activity = activity;
        this.rules = rules;
        this.program = program;
        variables.addAll(handedIn);
        uses(function.body());
        do {
            changed = false;
            Walk.statements(function.body(), this::spread);
        } while (changed);
    }

    /**
     * The remnants in a function.
     *
     * @param program the methods that are looked into: what they hand out may be made of what they are handed
     * @param handedIn the parameters that are remnants of a caller's active values
     */
    public static Remnants of(
            Function function, Activity activity, RuleTable rules, Program program, Collection<Var> handedIn) {
        return new Remnants(function, activity, rules, program, handedIn);
    }

    /** Whether a method prints its operands, and hands out nothing of them but text. */
    public static boolean prints(Callee.Method method) {
        String owner = method.owner().canonicalName();
        return PRINTING.contains(owner)
                || PRINTING_METHODS.getOrDefault(owner, Set.of()).contains(method.name());
    }

    /** Whether an expression is text, or an object, that was made of an active value. */
    public boolean isRemnant(Expr e) {
        if (e instanceof Expr.Read r) {
            return variables.contains(r.variable());
        } else if (e instanceof Expr.FieldRead f) {
            return fields.contains(f.field());
        } else if (e.type() instanceof Type.Primitive || e.type().isDifferentiable()) {
            return false;
        } else if (e instanceof Expr.Concat || e instanceof Expr.Call c && isPrinted(c)) {
            return Walk.parts(e).stream().anyMatch(this::wentIn);
        } else if (e instanceof Expr.ArrayLiteral a) {
            return !carries(a.type()) && a.elements().stream().anyMatch(this::wentIn);
        }
        return Walk.parts(e).stream().anyMatch(this::isRemnant);
    }

    private boolean wentIn(Expr e) {
        return activity.isVaried(e) || isRemnant(e);
    }

    /** Whether a variable holds an array that is only handed to methods that print it, as those of variable arity are. */
    public boolean isOnlyPrinted(Var v) {
        return printed.contains(v);
    }

    /** Whether a variable holds an exception that is only thrown, in a function that catches none. */
    public boolean isOnlyThrown(Var v) {
        return thrown.contains(v);
    }

    private boolean isPrinted(Expr.Call c) {
        boolean isText = rules.of(c).filter(r -> r.kind() == Rule.Kind.TEXT).isPresent();
        return isText
                || c.callee() instanceof Callee.Method m
                        && (prints(m) || program.find(m).isPresent());
    }

    private static boolean carries(Type.Array type) {
        return type.component().isDifferentiable() || type.component() instanceof Type.Array a && carries(a);
    }

    private void spread(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() != null && isRemnant(d.value())) {
            mark(d.variable());
        } else if (s instanceof Stmt.Assign a && isRemnant(a.value())) {
            mark(a.variable());
        } else if (s instanceof Stmt.StoreField f && isRemnant(f.value())) {
            changed |= fields.add(f.field());
        } else if (s instanceof Stmt.StoreElement e && isRemnant(e.value()) && e.array() instanceof Expr.Read r) {
            mark(r.variable());
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::spread));
    }

    /** A receiver keeps what it is handed: {@code builder.append(x)}. */
    private void spread(Expr e) {
        if (e instanceof Expr.Call c
                && c.target() instanceof Expr.Read r
                && !r.type().equals(Types.STRING)
                && c.arguments().stream().anyMatch(a -> isPrinted(c) ? wentIn(a) : isRemnant(a))) {
            mark(r.variable());
        }
    }

    private void mark(Var v) {
        changed |= variables.add(v);
    }

    private void uses(Block body) {
        Set<Var> otherwise = new HashSet<>();
        Walk.statements(body, s -> {
            boolean isThrow =
                    s instanceof Stmt.Throw t && t.exception() instanceof Expr.Read r && thrown.add(r.variable());
            if (!isThrow) {
                Walk.expressions(s).forEach(e -> uses(e, otherwise));
            }
        });
        printed.removeAll(otherwise);
        thrown.removeAll(otherwise);
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Try t && !t.catches().isEmpty()) {
                thrown.clear();
            }
        });
    }

    private void uses(Expr e, Set<Var> otherwise) {
        if (e instanceof Expr.Read r) {
            otherwise.add(r.variable());
        }
        boolean prints = e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && prints(m);
        for (Expr part : Walk.parts(e)) {
            if (prints && part instanceof Expr.Read r) {
                printed.add(r.variable());
            } else {
                uses(part, otherwise);
            }
        }
    }
}
