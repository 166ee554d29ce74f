package dev.fluxion.processor.foreign;

/** No value of a type could be made. */
final class Unmakeable extends Exception {

    private static final long serialVersionUID = 1;

    Unmakeable(String message) {
        super(message, null, false, false);
    }
}
