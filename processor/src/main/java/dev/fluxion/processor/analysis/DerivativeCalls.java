package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls in a function, by the methods at the bottom of them. */
public final class DerivativeCalls {

    private DerivativeCalls() {}

    /** A call of a method, or of a derivative of it. */
    public record Called(Callee.Method method, boolean isDerivative, Span span) {}

    /** The calls in the order in which they are written, statement by statement. */
    public static List<Called> of(Function f) {
        List<Called> found = new ArrayList<>();
        Walk.statements(f.body(), s -> {
            if (s instanceof Stmt.Invoke i) {
                found.add(called(i.callee(), i.span()));
            }
            Walk.expressions(s)
                    .forEach(e -> Walk.expressions(e, part -> {
                        if (part instanceof Expr.Call c) {
                            found.add(called(c.callee(), c.span()));
                        }
                    }));
        });
        return found;
    }

    /** Where a function is called that a caller hands in. */
    public static Optional<Span> ofGiven(Function f) {
        return of(f).stream()
                .filter(c -> FunctionType.givenTo(c.method()).isPresent())
                .map(Called::span)
                .findFirst();
    }

    /** Where a derivative of a method is called. */
    public static Optional<Span> place(Function f, Callee.Method method) {
        return of(f).stream()
                .filter(c -> c.isDerivative() && c.method().equals(method))
                .map(Called::span)
                .findFirst();
    }

    private static Called called(Callee callee, Span span) {
        Callee primal = callee;
        while (primal instanceof Callee.Derived d) {
            primal = d.of();
        }
        return new Called((Callee.Method) primal, primal != callee, span);
    }
}
