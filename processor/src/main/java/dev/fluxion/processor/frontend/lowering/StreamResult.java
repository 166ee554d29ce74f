package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Expr;
import java.util.Map;

/** What a pipeline ends in. */
sealed interface StreamResult {

    /** A value, or null for none. */
    record Value(Expr value) implements StreamResult {}

    /** A number that there may be. */
    record Perhaps(Expr present, Expr value) implements StreamResult {}

    /** Numbers by the methods that give them. */
    record Statistics(Map<String, Expr> numbers) implements StreamResult {}
}
