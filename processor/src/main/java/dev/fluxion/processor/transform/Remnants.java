package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where active values leave the world of derivatives as text or as objects that print. To print and to log is harmless; to read a number
 * back from what was printed is a dependence without a derivative.
 *
 * <p>An object is a <em>remnant</em> if it is text that was made of an active value, or if another remnant went into its making. As with activity the answer holds for
 * all of a variable's life; loops are followed until nothing more is found. What is put into an object is in every name of it that is
 * seen: variables, fields, and calls that returned it. An integer that is read from a remnant is one too.
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

    private static final Set<String> SINKS =
            Set.of("java.io.PrintStream", "java.io.Console", "java.lang.System.Logger", "java.util.logging.Logger");

    private static final Map<String, Set<String>> PRINTING_METHODS = Map.of(
            "java.util.Objects", Set.of("hash", "hashCode", "toString", "equals", "isNull", "nonNull"),
            "java.util.Arrays", Set.of("toString", "deepToString", "hashCode", "deepHashCode"));

    /** Classes of the platform, beside containers and streams, that keep no text. */
    private static final Set<String> WITHOUT_TEXT = Set.of("Random", "SplittableRandom", "Locale", "UUID", "BitSet");

    private final Leaks leaks;
    private final Activity activity;
    private final RuleTable rules;
    private final Program program;
    private final Set<Var> variables = new HashSet<>();
    private final Map<Object, Expr.Call> origins = new HashMap<>();
    private final Set<Var> printed = new HashSet<>();
    private final Set<Var> thrown = new HashSet<>();
    private boolean changed;

    private Remnants(
            Function function,
            Activity activity,
            RuleTable rules,
            Program program,
            Collection<Var> handedIn,
            Leaks leaks) {
        this.activity = activity;
        this.rules = rules;
        this.program = program;
        this.leaks = leaks;
        variables.addAll(handedIn);
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d && d.variable().isWhole()) {
                variables.add(d.variable());
            }
        });
        uses(function.body());
        do {
            changed = false;
            Walk.statements(function.body(), s -> spread(s, function.callee()));
        } while (changed);
        leak(function, handedIn);
    }

    /**
     * The remnants in a function.
     *
     * @param program the methods that are looked into: what they hand out may be made of what they are handed
     * @param handedIn the parameters that are remnants of a caller's active values
     * @param leaks what is known of other functions, to which this one adds
     */
    public static Remnants of(
            Function function,
            Activity activity,
            RuleTable rules,
            Program program,
            Collection<Var> handedIn,
            Leaks leaks) {
        return new Remnants(function, activity, rules, program, handedIn, leaks);
    }

    /** What callers learn: which arguments remnants were put into, and whether one is returned. */
    private void leak(Function f, Collection<Var> handedIn) {
        Leaks.Context context = new Leaks.Context(
                f.callee(),
                f.parameters().stream().map(Parameter::active).toList(),
                f.variables().stream().map(handedIn::contains).toList());
        for (int i = 0; i < f.variables().size(); i++) {
            Var v = f.variables().get(i);
            if (variables.contains(v) && !handedIn.contains(v) && isObject(v.type())) {
                leaks.addFilled(context, i);
            }
        }
        Walk.statements(f.body(), s -> {
            if (s instanceof Stmt.Return r && r.values().stream().anyMatch(this::isRemnant)) {
                leaks.addReturned(context);
            }
        });
    }

    /** Whether a method prints its operands, and hands out nothing of them but text. */
    public static boolean prints(Callee.Method method) {
        String owner = method.owner().canonicalName();
        return PRINTING.contains(owner)
                || PRINTING_METHODS.getOrDefault(owner, Set.of()).contains(method.name());
    }

    /** Whether an expression is a record of which the function knows the components, as a whole. */
    public static boolean isWhole(Expr e) {
        if (e instanceof Expr.Conditional c) {
            return isWhole(c.whenTrue()) || isWhole(c.whenFalse());
        }
        return e instanceof Expr.Cast c && !c.type().isPrimitive()
                ? isWhole(c.operand())
                : e instanceof Expr.Read r && r.variable().isWhole();
    }

    /** Whether a method is one that every object has, and a record by its components. */
    public static boolean isOfEveryObject(Callee.Method m) {
        return m.name().equals("toString") && m.parameters().isEmpty()
                || m.name().equals("hashCode") && m.parameters().isEmpty()
                || m.name().equals("equals") && m.parameters().equals(List.of(Types.OBJECT));
    }

    /** Whether an expression is text, an object, or an integer, that was made of an active value. */
    public boolean isRemnant(Expr e) {
        if (e instanceof Expr.Read r) {
            return variables.contains(r.variable());
        } else if (e instanceof Expr.FieldRead f) {
            return leaks.isIn(f.field());
        } else if (e.type().isDifferentiable()
                || e.type().equals(Type.Primitive.BOOLEAN)
                || e instanceof Expr.NewArray) {
            return false;
        } else if (e instanceof Expr.Cast c && !c.type().isActivatable() && !isNumber(c)) {
            return wentIn(c.operand());
        } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            return called(c, m);
        } else if (e instanceof Expr.Concat) {
            return Walk.parts(e).stream().anyMatch(this::wentIn);
        } else if (e instanceof Expr.Length l) {
            return isRemnant(l.array()) && origin(l.array()).isPresent();
        } else if (e instanceof Expr.ArrayLiteral a) {
            return !carries(a.type()) && a.elements().stream().anyMatch(this::wentIn);
        }
        return Walk.parts(e).stream().anyMatch(this::isRemnant);
    }

    private boolean called(Expr.Call c, Callee.Method m) {
        List<Expr> parts = Walk.parts(c);
        if (leaks.isSource(m) && isObject(c.type())) {
            return true;
        } else if (isFollowed(m)) {
            boolean isNumber = c.type().unboxed().isPrimitive();
            boolean carries = c.type() instanceof Type.Array a && carries(a);
            return leaks.isReturned(context(c))
                    || !isNumber && parts.stream().anyMatch(carries ? this::isRemnant : this::wentIn);
        } else if (isPrinted(c)) {
            return parts.stream().anyMatch(this::wentIn);
        }
        return !isSize(c, m) && parts.stream().anyMatch(this::isRemnant);
    }

    /** How many entries there are does not depend on what they say. */
    private static boolean isSize(Expr.Call c, Callee.Method m) {
        return m.name().equals("size")
                && c.type().isPrimitive()
                && m.owner().packageName().equals("java.util");
    }

    private boolean isFollowed(Callee.Method m) {
        return !prints(m) && rules.find(m).isEmpty() && program.find(m).isPresent();
    }

    private Leaks.Context context(Expr.Call c) {
        List<Expr> handed = c.arguments();
        return new Leaks.Context(
                c.callee(),
                handed.stream().map(activity::isVaried).toList(),
                handed.stream().map(this::isRemnant).toList());
    }

    /** The call that made an integer of text, or something that it was computed from. */
    public Optional<Expr.Call> origin(Expr e) {
        if (e instanceof Expr.Read r) {
            return Optional.ofNullable(origins.get(r.variable()));
        } else if (e instanceof Expr.FieldRead f) {
            return Optional.ofNullable(origins.get(f.field()));
        } else if (e instanceof Expr.Call c && Walk.parts(c).stream().noneMatch(p -> isNumber(p) && isRemnant(p))) {
            return isRemnant(c) ? Optional.of(c) : Optional.empty();
        }
        return Walk.parts(e).stream()
                .filter(this::isRemnant)
                .flatMap(p -> origin(p).stream())
                .findFirst();
    }

    private static boolean isNumber(Expr e) {
        return e.type().unboxed().isPrimitive();
    }

    private boolean wentIn(Expr e) {
        return activity.isVaried(e) || isRemnant(e);
    }

    /**
     * Whether a variable holds an array that is only handed to methods that print it, as those of variable arity are, to exceptions that are thrown, and to
     * helpers, in which it is followed as a remnant.
     */
    public boolean isOnlyPrinted(Var v) {
        return printed.contains(v);
    }

    /** Whether a variable holds an exception that is only thrown, in a function that catches none. */
    public boolean isOnlyThrown(Var v) {
        return thrown.contains(v);
    }

    private boolean isPrinted(Expr.Call c) {
        Optional<Rule> rule = rules.of(c);
        return rule.isPresent()
                ? rule.get().kind() == Rule.Kind.TEXT || rule.get().kind() == Rule.Kind.BITS
                : c.callee() instanceof Callee.Method m
                        && (prints(m) || program.find(m).isPresent());
    }

    private static boolean carries(Type.Array type) {
        return type.component().isDifferentiable() || type.component() instanceof Type.Array a && carries(a);
    }

    private void spread(Stmt s, Callee function) {
        if (s instanceof Stmt.Declare d && d.value() != null) {
            spread(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            spread(a.variable(), a.value());
        } else if (s instanceof Stmt.StoreField f) {
            if (isRemnant(f.value())) {
                origin(f.value()).ifPresent(c -> origins.putIfAbsent(f.field(), c));
                changed |= leaks.add(f.field());
            } else if (leaks.isIn(f.field())) {
                fill(f.value());
            }
        } else if (s instanceof Stmt.StoreElement e && isRemnant(e.value())) {
            fill(e.array());
        } else if (s instanceof Stmt.Return r && leaks.isSource(function)) {
            r.values().forEach(this::fill);
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::spread));
    }

    /** Two names of one object share what is put into it. */
    private void spread(Var v, Expr value) {
        if (isRemnant(value)) {
            origin(value).ifPresent(c -> origins.putIfAbsent(v, c));
            mark(v);
        } else if (variables.contains(v)) {
            fill(value);
        }
    }

    /** A receiver keeps what it is handed, {@code builder.append(x)}, and so may an argument that can. */
    private void spread(Expr e) {
        if (!(e instanceof Expr.Call c) || !(c.callee() instanceof Callee.Method m)) {
            return;
        } else if (c.target() == null && isFollowed(m)) {
            Leaks.Context context = context(c);
            for (int i = 0; i < c.arguments().size(); i++) {
                if (leaks.isFilled(context, i)) {
                    fill(c.arguments().get(i));
                }
            }
        } else if (c.arguments().stream().anyMatch(a -> isPrinted(c) ? wentIn(a) : !isNumber(a) && isRemnant(a))) {
            if (c.target() != null) {
                fill(c.target());
            } else if (!prints(m) && !PureMethods.isPure(m)) {
                c.arguments().stream().filter(a -> keepsText(a.type())).forEach(this::fill);
            }
        }
    }

    /** Marks what an object is reached by, and the objects that it writes to. */
    private void fill(Expr e) {
        if (!isObject(e.type())) {
            return;
        } else if (e instanceof Expr.Read r) {
            mark(r.variable());
        } else if (e instanceof Expr.FieldRead f) {
            if (!isSink(f.type())) {
                changed |= leaks.add(f.field());
            }
            if (f.target() != null && !Effects.isReceiver(f.target())) {
                fill(f.target());
            }
        } else if (e instanceof Expr.Cast c) {
            fill(c.operand());
        } else if (e instanceof Expr.Element a) {
            fill(a.array());
        } else if (e instanceof Expr.Conditional c) {
            fill(c.whenTrue());
            fill(c.whenFalse());
        } else if (e instanceof Expr.Call c && c.target() != null) {
            fill(c.target());
        } else if (e instanceof Expr.Call c) {
            changed |= leaks.addSource(c.callee());
        } else if (e instanceof Expr.New || e instanceof Expr.Opaque) {
            Walk.parts(e).stream().filter(a -> keepsText(a.type())).forEach(this::fill);
        }
    }

    /** Whether values of a type are objects that can change. */
    private static boolean isObject(Type type) {
        return !type.unboxed().isPrimitive() && !type.equals(Types.STRING);
    }

    private static boolean keepsText(Type type) {
        return type instanceof Type.Declared d
                && (d.packageName().startsWith("java.util")
                        || d.packageName().startsWith("java.io")
                        || d.packageName().startsWith("java.nio")
                        || d.simpleName().startsWith("StringBu"))
                && !WITHOUT_TEXT.contains(d.simpleName());
    }

    /** What is printed or logged is gone: nothing reads it from where it was put. */
    private static boolean isSink(Type type) {
        return type instanceof Type.Declared d && SINKS.contains(d.canonicalName());
    }

    private void mark(Var v) {
        changed |= variables.add(v);
    }

    private void uses(Block body) {
        Set<Var> otherwise = new HashSet<>();
        Walk.statements(body, s -> {
            if (!(s instanceof Stmt.Throw t && t.exception() instanceof Expr.Read r && thrown.add(r.variable()))) {
                Walk.expressions(s).forEach(e -> reads(e, otherwise));
            }
        });
        thrown.removeAll(otherwise);
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Try t && !t.catches().isEmpty()) {
                thrown.clear();
            }
        });
        otherwise.clear();
        Walk.statements(body, s -> {
            boolean isThrown = s instanceof Stmt.Throw || s instanceof Stmt.Declare d && isOnlyThrown(d.variable());
            Walk.expressions(s).forEach(e -> uses(e, isThrown, otherwise));
        });
        printed.removeAll(otherwise);
    }

    private static void reads(Expr root, Set<Var> found) {
        Walk.expressions(root, e -> {
            if (e instanceof Expr.Read r) {
                found.add(r.variable());
            }
        });
    }

    private void uses(Expr e, boolean isThrown, Set<Var> otherwise) {
        if (e instanceof Expr.Read r) {
            otherwise.add(r.variable());
        }
        boolean isKnown = e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && (prints(m) || c.target() == null && isFollowed(m));
        for (Expr part : Walk.parts(e)) {
            if ((isKnown || isThrown && e instanceof Expr.New) && part instanceof Expr.Read r) {
                printed.add(r.variable());
            } else {
                uses(part, isThrown, otherwise);
            }
        }
    }
}
