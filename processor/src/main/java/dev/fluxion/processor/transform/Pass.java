package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Function;

/** One optional step of the compiler, which leaves what a function computes as it is and can be switched off by its name. */
public interface Pass {

    /** The name by which a user switches the pass off. */
    String name();

    Function apply(Function function);
}
