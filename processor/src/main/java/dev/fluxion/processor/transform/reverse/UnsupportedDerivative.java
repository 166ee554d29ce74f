package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Span;

/** A derivative that this transform does not make: the driver turns it into a diagnostic at the place. */
public final class UnsupportedDerivative extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Callee callee;
    private final transient Span span;

    /** A derivative of a derivative that is not there, or of which no derivative can be had. */
    public UnsupportedDerivative(Callee callee, Span span) {
        super("no derivative of " + callee);
        this.callee = callee;
        this.span = span;
    }

    /** The method at the bottom of it. */
    public Callee.Method method() {
        Callee at = callee;
        while (at instanceof Callee.Derived d) {
            at = d.of();
        }
        return (Callee.Method) at;
    }

    /** Where it was asked for. */
    public Span span() {
        return span;
    }
}
