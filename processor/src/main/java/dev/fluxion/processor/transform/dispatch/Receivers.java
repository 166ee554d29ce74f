package dev.fluxion.processor.transform.dispatch;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the receiver of an instance call that can be looked into its first argument, and finds the one method that it runs, where there is one (class hierarchy
 * analysis: Dean, Grove and Chambers 1995). Calls that have an effect stand at the root of a statement, which is where they are looked for.
 *
 * <p>A method's own receiver is of one of the classes in the compilation: whoever calls the method has checked that.
 */
public final class Receivers extends Rewriter {

    private final Implementations classes;
    private final java.util.function.Function<Field, Optional<Type.Declared>> fields;
    private final Map<Var, Expr> definitions = new HashMap<>();

    private Receivers(
            Function function,
            Implementations classes,
            java.util.function.Function<Field, Optional<Type.Declared>> fields) {
        this.classes = classes;
        this.fields = fields;
        Set<Var> assigned = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d && d.value() != null) {
                definitions.put(d.variable(), d.value());
            } else if (s instanceof Stmt.Assign a) {
                assigned.add(a.variable());
            }
        });
        definitions.keySet().removeAll(assigned);
    }

    /** @param fields the classes of the objects that final fields hold, where that is known */
    public static Function apply(
            Function function,
            Implementations classes,
            java.util.function.Function<Field, Optional<Type.Declared>> fields) {
        return function.withBody(new Receivers(function, classes, fields).block(function.body()));
    }

    /** Throws where an object is null, as a call on it does. */
    public static Expr nonNull(Expr object) {
        return Dispatcher.nonNull(object);
    }

    /** Whether a call of a method may be differentiated: it takes a number, an array of numbers, or a record with some. */
    public static boolean isFollowed(Callee.Method method, Implementations classes) {
        return !method.isStatic()
                && !method.isExact()
                && FunctionType.givenTo(method).isEmpty()
                && method.parameters().stream().anyMatch(p -> p.isActivatable() || classes.isRecordOfNumbers(p));
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>(checks(s));
        if (s instanceof Stmt.Declare d && isFollowed(d.value())) {
            code.add(new Stmt.Declare(d.variable(), call((Expr.Call) d.value(), code, d.span()), d.span()));
        } else if (s instanceof Stmt.Assign a && isFollowed(a.value())) {
            code.add(new Stmt.Assign(a.variable(), call((Expr.Call) a.value(), code, a.span()), a.span()));
        } else if (s instanceof Stmt.Eval e && isFollowed(e.value())) {
            code.add(new Stmt.Eval(call((Expr.Call) e.value(), code, e.span()), e.span()));
        } else if (s instanceof Stmt.Return r
                && r.values().size() == 1
                && isFollowed(r.values().get(0))) {
            code.add(Stmt.Return.of(call((Expr.Call) r.values().get(0), code, r.span()), r.span()));
        } else {
            code.add(descend(s));
        }
        return code;
    }

    /** A companion checks the receiver that it is handed, and so does what takes the place of a call of it. */
    private List<Stmt> checks(Stmt s) {
        Expr root = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        if (root instanceof Expr.Call c && c.callee() instanceof Callee.Derived d) {
            return checks(d.root(), c.arguments());
        }
        return s instanceof Stmt.Invoke i ? checks(i.callee().root(), i.arguments()) : List.of();
    }

    private List<Stmt> checks(Callee.Method root, List<Expr> arguments) {
        return root.isExact() && !Effects.isReceiver(arguments.get(0))
                ? Dispatcher.entry(root, arguments.get(0), classes)
                : List.of();
    }

    private boolean isFollowed(Expr e) {
        return e instanceof Expr.Call c
                && c.target() != null
                && c.callee() instanceof Callee.Method m
                && isFollowed(instantiated(m, c), classes)
                && !targets(instantiated(m, c)).isEmpty();
    }

    private Callee.Method instantiated(Callee.Method m, Expr.Call c) {
        return classes.instantiated(m, c.arguments().stream().map(Expr::type).toList(), c.type());
    }

    private List<Callee.Method> targets(Callee.Method m) {
        return classes.classes(m.owner()).stream()
                .map(c -> classes.target(c, m))
                .flatMap(Optional::stream)
                .filter(t -> Dispatcher.fits(t, m))
                .distinct()
                .toList();
    }

    private Expr call(Expr.Call c, List<Stmt> code, Span span) {
        Callee.Method method = instantiated((Callee.Method) c.callee(), c);
        Optional<Callee.Method> only = only(c.target(), method);
        List<Expr> operands = new ArrayList<>();
        if (only.isPresent() && !Effects.isReceiver(c.target())) {
            operands.add(as(named(c.target(), code, span), only.get().owner().named()));
            c.arguments().forEach(a -> operands.add(Effects.isTotal(a) ? a : named(a, code, span)));
            code.add(new Stmt.Eval(Dispatcher.nonNull(operands.get(0)), span));
        } else {
            operands.add(only.map(m -> as(c.target(), m.owner().named())).orElse(c.target()));
            operands.addAll(c.arguments());
        }
        return new Expr.Call(only.orElse(method), null, operands, c.type(), c.span());
    }

    private Expr as(Expr e, Type.Declared type) {
        return e.type() instanceof Type.Declared d && !classes.isSubtype(d, type)
                ? new Expr.Cast(type, e, Span.NONE)
                : e;
    }

    private static Expr named(Expr e, List<Stmt> code, Span span) {
        if (e instanceof Expr.Read || e instanceof Expr.Constant) {
            return e;
        }
        Var v = Var.temporary(e instanceof Expr.FieldRead f ? f.field().name() : "operand", e.type());
        code.add(new Stmt.Declare(v, e, span));
        return Expr.read(v);
    }

    /** The one method that a call can run without asking for the receiver's class. */
    private Optional<Callee.Method> only(Expr receiver, Callee.Method m) {
        Optional<Callee.Method> exact =
                exact(receiver).flatMap(c -> classes.target(c, m)).filter(t -> Dispatcher.fits(t, m));
        if (exact.filter(t -> canBeReached(receiver, t)).isPresent()) {
            return exact;
        }
        Type.Declared type = receiver.type() instanceof Type.Declared d ? d.erasure() : m.owner();
        boolean known = Effects.isReceiver(receiver) || classes.isFinal(type);
        List<Callee.Method> targets = classes.classes(type).stream()
                .map(c ->
                        classes.target(c, m).filter(t -> Dispatcher.fits(t, m)).orElse(null))
                .distinct()
                .toList();
        return known && targets.size() == 1
                ? targets.stream().filter(Objects::nonNull).findFirst()
                : Optional.empty();
    }

    /** Whether an object can be handed to a method as its receiver: a private class has no name to know it by. */
    private boolean canBeReached(Expr receiver, Callee.Method target) {
        return !classes.isPrivate(target.owner())
                || receiver.type() instanceof Type.Declared d && classes.isSubtype(d, target.owner());
    }

    /** The class of an object that is made here, or where the final field is initialised that holds it. */
    private Optional<Type.Declared> exact(Expr e) {
        if (e instanceof Expr.New n) {
            return Optional.of(n.type().erasure());
        } else if (e instanceof Expr.FieldRead f) {
            return fields.apply(f.field());
        } else if (e instanceof Expr.Read r && definitions.containsKey(r.variable())) {
            return exact(definitions.get(r.variable()));
        }
        return e instanceof Expr.Cast c && !c.type().isPrimitive() ? exact(c.operand()) : Optional.empty();
    }
}
