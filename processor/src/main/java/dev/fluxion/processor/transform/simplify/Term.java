package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A product of a number and any expressions, some of which divide. The number is kept as the decimals that the source has, so that no rounding
 * hides that two products are multiples of one another.
 *
 * @param number the coefficient
 * @param by what the coefficient is divided by
 * @param factors what is multiplied, in order
 * @param divisors what divides, in order
 */
record Term(BigDecimal number, BigDecimal by, List<Expr> factors, List<Expr> divisors) {

    /** The sign is the number's alone, so that a division by -1 is none. */
    Term {
        boolean isFlipped = by.signum() < 0;
        number = isFlipped ? number.negate() : number;
        by = isFlipped ? by.negate() : by;
        factors = List.copyOf(factors);
        divisors = List.copyOf(divisors);
    }

    static Term of(Expr factor) {
        return new Term(BigDecimal.ONE, BigDecimal.ONE, List.of(factor), List.of());
    }

    static Term of(double number) {
        return new Term(new BigDecimal(Double.toString(number)), BigDecimal.ONE, List.of(), List.of());
    }

    Term times(Term other) {
        return new Term(
                number.multiply(other.number),
                by.multiply(other.by),
                joined(factors, other.factors),
                joined(divisors, other.divisors));
    }

    Term over(Expr divisor) {
        return new Term(number, by, factors, joined(divisors, List.of(divisor)));
    }

    Term over(double divisor) {
        return new Term(number, by.multiply(new BigDecimal(Double.toString(divisor))), factors, divisors);
    }

    Term negated() {
        return withNumber(number.negate());
    }

    Term withNumber(BigDecimal other) {
        return new Term(other, by, factors, divisors);
    }

    /** The coefficient as a number. */
    double coefficient() {
        return by.compareTo(BigDecimal.ONE) == 0
                ? number.round(MathContext.DECIMAL128).doubleValue()
                : number.divide(by, MathContext.DECIMAL128).doubleValue();
    }

    boolean isNegative() {
        return number.signum() < 0;
    }

    /** Whether the coefficient is 1 or -1, which costs nothing to multiply by. */
    boolean isUnit() {
        return number.abs().compareTo(by.abs()) == 0 || Math.abs(coefficient()) == 1;
    }

    /** Whether this is the other one times a number. */
    boolean isMultipleOf(Term other) {
        return without(other)
                .filter(rest -> rest.factors.isEmpty() && rest.divisors.isEmpty())
                .isPresent();
    }

    /** The sum of two multiples of one product. */
    Term plus(Term multiple) {
        BigDecimal sum = number.multiply(multiple.by).add(multiple.number.multiply(by));
        return by.compareTo(multiple.by) == 0
                ? withNumber(number.add(multiple.number))
                : new Term(sum, by.multiply(multiple.by), factors, divisors);
    }

    /** What the other one has to be multiplied by to give this one, if it is a part of it. */
    Optional<Term> without(Term part) {
        Optional<List<Expr>> over = rest(factors, part.factors);
        Optional<List<Expr>> under = rest(divisors, part.divisors);
        return over.isEmpty() || under.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(number.multiply(part.by), by.multiply(part.number), over.get(), under.get()));
    }

    private static List<Expr> joined(List<Expr> a, List<Expr> b) {
        List<Expr> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Optional<List<Expr>> rest(List<Expr> all, List<Expr> part) {
        List<Expr> rest = new ArrayList<>(all);
        return part.stream().allMatch(e -> removeOne(rest, e)) ? Optional.of(rest) : Optional.empty();
    }

    private static boolean removeOne(List<Expr> list, Expr e) {
        for (Iterator<Expr> i = list.iterator(); i.hasNext(); ) {
            if (Keys.isSame(i.next(), e)) {
                i.remove();
                return true;
            }
        }
        return false;
    }
}
