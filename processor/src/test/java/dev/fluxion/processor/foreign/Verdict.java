package dev.fluxion.processor.foreign;

import java.util.List;

/**
 * What came of a method of the sample.
 *
 * @param kind what
 * @param codes the tags of the errors, where it is refused
 * @param detail for the reader
 */
record Verdict(Kind kind, List<String> codes, String detail) {

    /** From good to bad. */
    enum Kind {
        ACCEPTED("accepted: compiles, agrees with differences at five finite points, and not all partials are zero"),
        ZERO("all partials are zero, and so are the differences"),
        NEVER_FINITE("the method itself is finite nowhere that was tried"),
        NOT_REPEATABLE("two runs of the method itself differ"),
        NO_SOURCE("calls what has no source"),
        NO_ARGUMENTS("no arguments could be made"),
        TOO_FEW("too few points at which differences converge"),
        DOES_NOT_END("does not end in the time given"),
        REFUSED("refused with an error"),
        REFUSES("compiles, but throws where the method does not"),
        BROKEN("generated code is rejected, or the compiler fails"),
        WRONG("differs from the method or from differences");

        final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }

    static Verdict of(Kind kind, String detail) {
        return new Verdict(kind, List.of(), detail);
    }
}
