/**
 * From javac's trees to the {@link dev.fluxion.processor.ir IR}.
 *
 * <p>In: the source text of the annotated classes. Out: one {@link dev.fluxion.processor.ir.Function} per method, with
 * Java's meaning kept: evaluation order, numeric promotion, constants as javac folds them. Or findings, one at each
 * expression outside the accepted language.
 *
 * <p>Invariants: javac's own trees of the compilation are never attributed, since that changes what javac does with
 * them afterwards; bodies are read from a mirror compilation of the same text. Together with the root package's message
 * printing this is the only place that knows {@code com.sun.source}; nothing knows {@code com.sun.tools.javac}.
 */
package dev.fluxion.processor.frontend;
