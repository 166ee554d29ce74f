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
import java.util.Optional;

/**
 * Finds where generated code would have to name a class that it does not see: a private one, or a package-private one of another package. Their members are
 * reached by handles, and their objects may pass through such accessors as {@code Object}; they cannot be made, kept or tested.
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
            f.variables().forEach(v -> hidden(v.type()).ifPresent(t -> tell(t, caller)));
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

    private static Optional<Type> needed(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return Optional.of(d.variable().type());
        } else if (s instanceof Stmt.Switch w) {
            return Optional.of(w.selector().type());
        }
        return Optional.empty();
    }

    private boolean expression(Expr e, Span statement) {
        Optional<Type.Declared> type = needed(e);
        type.ifPresent(t -> tell(t, span(e).isKnown() ? span(e) : statement));
        return type.isPresent();
    }

    private Optional<Type.Declared> needed(Expr e) {
        if (e instanceof Expr.New
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

    /** An accessor takes and gives objects; a method that is called by its name wants them to be of its parameters' types. */
    private Optional<Type.Declared> called(Expr.Call c, Callee.Method m) {
        if (c.type() instanceof Type.Array && hidden(c.type()).isPresent()) {
            return hidden(c.type());
        } else if (hidden(m.owner()).isPresent()) {
            return Optional.empty();
        } else if (c.target() != null && !m.owner().equals(Types.OBJECT)) {
            Optional<Type.Declared> receiver = hidden(c.target().type());
            if (receiver.isPresent()) {
                return receiver;
            }
        }
        for (int i = 0; i < Math.min(m.parameters().size(), c.arguments().size()); i++) {
            Optional<Type.Declared> given = hidden(c.arguments().get(i).type());
            boolean isNamed = !m.parameters().get(i).equals(Types.OBJECT)
                    && hidden(m.parameters().get(i)).isEmpty();
            if (c.target() != null && given.isPresent() && isNamed) {
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
