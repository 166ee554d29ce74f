package dev.fluxion.processor.foreign;

/** Something generated is not what it has to be. */
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    Mismatch(String message) {
        super(message);
    }
}
