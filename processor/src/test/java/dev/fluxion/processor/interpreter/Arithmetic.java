package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.List;
import java.util.Optional;

/** How an interpreter computes with floating-point values: numbers alone, or numbers with something beside them. */
public interface Arithmetic<A> {

    /** A value that nothing depends on. */
    A constant(double value);

    /** The number itself. */
    double value(A a);

    A negate(A a);

    /** {@code + - * / %}. */
    A apply(Operator operator, A a, A b);

    /** The number rounded to {@code float}. */
    A round(A a);

    /** The same with the number that Java computed for it. */
    A withValue(A a, double value);

    /** A call of a library method whose floating-point arguments are values and whose other ones are Java's; empty where the number alone is the answer. */
    Optional<A> call(Callee.Method method, List<Object> arguments);
}
