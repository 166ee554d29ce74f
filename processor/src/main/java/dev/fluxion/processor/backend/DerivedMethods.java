package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;

/** Where derived functions are found that are not generated into the companion itself: in the companions of other classes. */
@FunctionalInterface
public interface DerivedMethods {

    /** The method that computes a derived function; an unknown one is a fault of the caller's. */
    DerivedMethod find(Callee.Derived callee);

    /** Knows of none. */
    static DerivedMethods none() {
        return callee -> {
            throw new IllegalStateException("no companion has " + callee);
        };
    }
}
