package dev.fluxion.processor.corpus;

import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** An arithmetic that remembers whether numbers left the range in which roundings are relative, and whether any were single. */
final class Watched<A> implements Arithmetic<A> {

    private static final double LARGE = 1e100;

    private final Arithmetic<A> arithmetic;
    private final ToDoubleFunction<A> derivative;
    private boolean isRegular = true;
    private boolean isSingle;

    Watched(Arithmetic<A> arithmetic, ToDoubleFunction<A> derivative) {
        this.arithmetic = arithmetic;
        this.derivative = derivative;
    }

    boolean isRegular() {
        return isRegular;
    }

    boolean isSingle() {
        return isSingle;
    }

    private A watch(A a) {
        isRegular &= isRegular(arithmetic.value(a)) && isRegular(derivative.applyAsDouble(a));
        return a;
    }

    private static boolean isRegular(double d) {
        double magnitude = Math.abs(d);
        return d == 0 || magnitude < LARGE && magnitude > 1 / LARGE;
    }

    @Override
    public A constant(double value) {
        return arithmetic.constant(value);
    }

    @Override
    public double value(A a) {
        return arithmetic.value(watch(a));
    }

    @Override
    public A negate(A a) {
        return watch(arithmetic.negate(a));
    }

    @Override
    public A apply(Operator operator, A a, A b) {
        watch(a);
        watch(b);
        return watch(arithmetic.apply(operator, a, b));
    }

    @Override
    public A round(A a) {
        isSingle = true;
        return watch(arithmetic.round(a));
    }

    @Override
    public A withValue(A a, double value) {
        return watch(arithmetic.withValue(a, value));
    }

    @Override
    public Optional<A> call(Callee.Method method, List<Object> arguments) {
        return arithmetic.call(method, arguments).map(this::watch);
    }
}
