package dev.fluxion.processor.fuzz.check;

/** In which way something is wrong. */
public enum Kind {
    /** The generator made something that is no Java, or does not end: its own fault. */
    MALFORMED,
    /** The compiler refuses the program with a diagnostic. */
    REFUSED,
    /** The compiler fails, or javac does. */
    CRASH,
    /** The processor wrote code that javac rejects. */
    REJECTED,
    /** A primal value, an exception or an effect differs. */
    PRIMAL,
    /** What was lowered does not mean what was written. */
    LOWERED,
    /** Forward mode differs from the evaluation over dual numbers. */
    FORWARD,
    /** Reverse mode differs. */
    REVERSE,
    /** The overload over dual numbers differs. */
    DUAL,
    /** {@code <w, J v>} is not {@code <J' w, v>}. */
    LINEAR,
    /** Differences converge to something else. */
    DIFFERENCES,
    /** Second derivatives contradict each other. */
    SECOND,
    /** With optional passes and without them derivatives of second order differ. */
    OPTIMISED
}
