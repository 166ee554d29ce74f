package dev.fluxion.processor;

import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Walk;
import java.util.List;
import java.util.Optional;

/**
 * Finds where generated code would have to name a class that it does not see: a private one, or a package-private one of another package. Their members are
 * reached by handles, and their objects are kept and handed on as {@code Object}; they cannot be made or tested, nor be known by a type that is seen.
 */
final class HiddenTypes {

    private final Surroundings surroundings;
    private final Findings findings;
    private final Span caller;

    /** @param caller where the function is called; unknown for the annotated one */
    HiddenTypes(Surroundings surroundings, Findings findings, Span caller) {
        this.surroundings = surroundings;
        this.findings = findings;
        this.caller = caller;
    }

    /** Of a callee, what its caller would hand over; the parameters of an annotated method are looked at with its header. */
    void parameters(Function f) {
        if (caller.isKnown()) {
            f.variables().stream()
                    .filter(v -> !isObject(v.type()))
                    .forEach(v -> hidden(v.type()).ifPresent(t -> tell(t, caller)));
        }
    }

    void statement(Stmt s) {
        boolean[] found = {false};
        Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> found[0] |= expression(part, s.span())));
        if (!found[0]) {
            needed(s).flatMap(this::hidden).ifPresent(t -> tell(t, s.span()));
        }
        if (s instanceof Stmt.Try t) {
            t.catches()
                    .forEach(c -> c.types().forEach(type -> hidden(type).ifPresent(found2 -> tell(found2, s.span()))));
        }
    }

    private Optional<Type> needed(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return given(d.variable().type(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            return given(a.variable().type(), a.value());
        } else if (s instanceof Stmt.StoreField f) {
            return given(f.field().type(), f.value());
        } else if (s instanceof Stmt.StoreElement e) {
            return given(((Type.Array) e.array().type()).component(), e.value());
        } else if (s instanceof Stmt.Throw t) {
            return Optional.of(t.exception().type());
        }
        return s instanceof Stmt.Switch w ? Optional.of(w.selector().type()) : Optional.empty();
    }

    /** What a place of one type would have to be told of a value. */
    private Optional<Type> given(Type to, Expr value) {
        if (isObject(to) || to.equals(Types.OBJECT)) {
            return Optional.empty();
        }
        return hidden(to).isPresent() || value == null || !isObject(value.type())
                ? Optional.of(to)
                : Optional.of(value.type());
    }

    /** Whether values of a type are known as mere objects. */
    private boolean isObject(Type type) {
        return type instanceof Type.Declared d && !surroundings.isVisible(d.erasure());
    }

    /** The first of some values that is known as a mere object. */
    private Optional<Type.Declared> object(List<Expr> values) {
        return values.stream()
                .map(Expr::type)
                .filter(this::isObject)
                .map(t -> (Type.Declared) t)
                .findFirst();
    }

    private boolean expression(Expr e, Span statement) {
        Optional<Type.Declared> type = needed(e);
        type.ifPresent(t -> tell(t, span(e).isKnown() ? span(e) : statement));
        return type.isPresent();
    }

    private Optional<Type.Declared> needed(Expr e) {
        Optional<Type.Declared> part = ofParts(e);
        if (part.isPresent()) {
            return part;
        } else if (e instanceof Expr.New
                || e instanceof Expr.Cast
                || e instanceof Expr.NewArray
                || e instanceof Expr.ArrayLiteral
                || e instanceof Expr.Opaque
                || e instanceof Expr.FieldRead && e.type() instanceof Type.Array) {
            return hidden(e.type());
        } else if (e instanceof Expr.InstanceOf i) {
            return hidden(i.tested());
        } else if (e instanceof Expr.Constant c && c.value() instanceof Type.Declared d) {
            return hidden(d);
        }
        return e instanceof Expr.Call c && c.callee() instanceof Callee.Method m ? called(c, m) : Optional.empty();
    }

    /** A mere object where a member of a class that is seen is asked for, or where the compiler wants another type. */
    private Optional<Type.Declared> ofParts(Expr e) {
        if (e instanceof Expr.FieldRead f
                && f.target() != null
                && !isObject(f.field().owner())) {
            return object(List.of(f.target()));
        }
        boolean isTyped = e instanceof Expr.Opaque
                || e instanceof Expr.New
                || (e instanceof Expr.Cast || e instanceof Expr.Conditional || e instanceof Expr.ArrayLiteral)
                        && !isObject(e.type())
                        && !e.type().equals(Types.OBJECT)
                        && !e.type().equals(new Type.Array(Types.OBJECT));
        return isTyped ? object(Walk.parts(e)) : Optional.empty();
    }

    /** An accessor takes and gives objects; a method that is called by its name wants them to be of its parameters' types. */
    private Optional<Type.Declared> called(Expr.Call c, Callee.Method m) {
        if (c.type() instanceof Type.Array && hidden(c.type()).isPresent()) {
            return hidden(c.type());
        }
        List<Expr> parts = Walk.parts(c);
        int receivers = m.isStatic() ? 0 : 1;
        boolean isOwn = isObject(m.owner()) || m.owner().equals(Types.OBJECT);
        if (receivers == 1 && !isOwn && isObject(parts.get(0).type())) {
            return object(parts);
        }
        boolean isByHandle = m.access() == Callee.Access.PRIVATE || isObject(m.owner());
        for (int i = 0; i < Math.min(m.parameters().size(), parts.size() - receivers); i++) {
            Type to = m.parameters().get(i);
            boolean fits = to.equals(Types.OBJECT) || isByHandle && isObject(to);
            Optional<Type.Declared> given = object(List.of(parts.get(i + receivers)));
            if (!fits && given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    private static Span span(Expr e) {
        if (e instanceof Expr.New n) {
            return n.span();
        } else if (e instanceof Expr.Cast c) {
            return c.span();
        } else if (e instanceof Expr.Call c) {
            return c.span();
        } else if (e instanceof Expr.FieldRead f) {
            return f.span();
        }
        return e instanceof Expr.Opaque o ? o.span() : Span.NONE;
    }

    private void tell(Type.Declared type, Span at) {
        findings.add(Code.HIDDEN_TYPE, at.isKnown() ? at : caller, type.simpleName());
    }

    /** The first class in a type that generated code does not see. */
    private Optional<Type.Declared> hidden(TypeArgument type) {
        if (type instanceof Type.Array a) {
            return hidden(a.component());
        } else if (type instanceof TypeArgument.Wildcard w && w.bound() != null) {
            return hidden(w.bound());
        }
        return type instanceof Type.Declared d ? ofClass(d) : Optional.empty();
    }

    private Optional<Type.Declared> ofClass(Type.Declared type) {
        if (!surroundings.isVisible(type.erasure())) {
            return Optional.of(type);
        }
        return type.arguments().stream().flatMap(a -> hidden(a).stream()).findFirst();
    }
}
