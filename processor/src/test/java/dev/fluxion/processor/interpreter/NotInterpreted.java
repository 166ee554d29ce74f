package dev.fluxion.processor.interpreter;

/** Says that the interpreter does not know what something does to derivatives; no exception of a user's. */
public final class NotInterpreted extends AssertionError {

    private static final long serialVersionUID = 1;

    public NotInterpreted(String what) {
        super(what);
    }
}
