package dev.fluxion.processor.ir;

import java.util.Optional;

/** The functions that a transform may look into: lowered methods of this compilation and what was derived from them. */
@FunctionalInterface
public interface Program {

    /** The body of a callee, where its source is in this compilation (or it was derived from one whose source is). */
    Optional<Function> find(Callee callee);
}
