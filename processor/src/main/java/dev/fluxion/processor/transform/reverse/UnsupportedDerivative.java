package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Span;

/** A derivative that this transform does not make: the driver turns it into a diagnostic at the place. */
public final class UnsupportedDerivative extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    public UnsupportedDerivative(String message, Span span) {
        super(message);
        this.span = span;
    }

    /** Where it was asked for. */
    public Span span() {
        return span;
    }
}
