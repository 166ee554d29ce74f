package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Types.DERIVATIVES;
import static dev.fluxion.processor.ir.Types.MATH;
import static dev.fluxion.processor.ir.Types.OBJECT;
import static dev.fluxion.processor.ir.Types.STRONG_ZERO;
import static dev.fluxion.processor.rules.Rule.Kind.INACTIVE;
import static dev.fluxion.processor.rules.Terms.call;
import static dev.fluxion.processor.rules.Terms.helper;
import static dev.fluxion.processor.rules.Terms.minus;
import static dev.fluxion.processor.rules.Terms.over;
import static dev.fluxion.processor.rules.Terms.plus;
import static dev.fluxion.processor.rules.Terms.times;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.rules.Row.Partial;
import java.util.Collections;
import java.util.List;

/**
 * Rows of the runtime's helpers, which first derivatives call and which second derivatives therefore go through. What the
 * singular ones of them multiply is guarded as the primitives themselves are.
 */
final class HelperRules {

    private static final Type.Declared FLUXION = Type.Declared.of("dev.fluxion", "Fluxion");

    private HelperRules() {}

    static void add(Rows rows) {
        for (Type type : List.of(DOUBLE, FLOAT)) {
            strongZeros(rows, type);
            steps(rows, type);
            rows.cut(INACTIVE, FLUXION, "constant", type);
        }
        rows.cut(INACTIVE, FLUXION, "constant", OBJECT);
        rows.cut(INACTIVE, DERIVATIVES, "ieeeRemainderSecond", DOUBLE, DOUBLE);
        rows.method(DERIVATIVES, "instead", List.of(DOUBLE, DOUBLE), null, Row.IDENTITY);
        reciprocals(rows);
        powers(rows);
        lengths(rows);
    }

    /** All three are zero where their first operand is, whatever the second one does. */
    private static void strongZeros(Rows rows, Type type) {
        rows.method(
                STRONG_ZERO, "times", type, s -> call(STRONG_ZERO, "times", s.seed(), s.y()), bothNonZero(s -> s.x()));
        rows.method(
                STRONG_ZERO,
                "divide",
                type,
                s -> call(STRONG_ZERO, "divide", s.seed(), s.y()),
                s -> bothNonZero(d -> call(STRONG_ZERO, "divide", d.value(), d.y()))
                        .write(s.negated()));
        rows.method(STRONG_ZERO, "product", type, bothNonZero(s -> s.y()), bothNonZero(s -> s.x()));
    }

    private static Partial bothNonZero(Partial partial) {
        return s -> call(STRONG_ZERO, "product", s.seed(), partial.write(s));
    }

    /** The partials of functions with kinks: steps, which nobody needs to be told of. */
    private static void steps(Rows rows, Type type) {
        rows.cut(INACTIVE, DERIVATIVES, "absPartial", type);
        for (String name : List.of("maxFirst", "maxSecond", "minFirst", "minSecond", "copySignFirst", "remSecond")) {
            rows.cut(INACTIVE, DERIVATIVES, name, type, type);
        }
        for (String name : List.of("clampValue", "clampMin", "clampMax")) {
            rows.cut(INACTIVE, DERIVATIVES, name, Collections.nCopies(3, type).toArray(Type[]::new));
        }
    }

    private static void reciprocals(Rows rows) {
        row(rows, "sqrtPartial", s -> s.negated().strongTimes(over(s.value(), call(MATH, "abs", s.x()))));
        row(rows, "logPartial", s -> s.negated().strongTimes(times(s.value(), s.value())));
        row(rows, "log10Partial", s -> s.negated().strongTimes(times(helper("logPartial", s.x()), s.value())));
        row(rows, "log1pPartial", s -> s.negated().strongTimes(times(s.value(), s.value())));
        row(rows, "asinPartial", s -> s.strongTimes(times(times(times(s.x(), s.value()), s.value()), s.value())));
    }

    private static void row(Rows rows, String name, Partial... partials) {
        rows.method(DERIVATIVES, name, DOUBLE, partials);
    }

    /** The value that is handed to them is a function of the other two operands, and only there to be used again. */
    private static void powers(Rows rows) {
        row(rows, "powBase", HelperRules::baseTwice, HelperRules::baseAndExponent, null);
        row(rows, "powExponent", HelperRules::baseAndExponent, HelperRules::exponentTwice, null);
    }

    /** p (p - 1) x^(p - 2), which is 0 for p = 0 whatever x is. */
    private static Expr baseTwice(Site s) {
        Expr lower = minus(s.y(), s.number(1));
        Expr slope = helper("powBase", s.x(), lower, call(MATH, "pow", s.x(), lower));
        return s.strongTimes(call(STRONG_ZERO, "times", s.y(), slope));
    }

    /** x^(p - 1) (1 + p ln x). */
    private static Expr baseAndExponent(Site s) {
        Expr lower = minus(s.y(), s.number(1));
        Expr power = call(MATH, "pow", s.x(), lower);
        Expr slope = helper("powExponent", s.x(), lower, power);
        return s.strongTimes(plus(power, times(s.y(), slope)));
    }

    /** x^p (ln x)², which is 0 where x^p ln x is. */
    private static Expr exponentTwice(Site s) {
        return s.strongTimes(call(STRONG_ZERO, "times", s.value(), call(MATH, "log", s.x())));
    }

    /** With f and s the partials of the angle, those of f are 2fs and s² - f², those of s are s² - f² and -2fs. */
    private static void lengths(Rows rows) {
        Partial twice = s -> s.strongTimes(times(s.number(2), times(first(s), second(s))));
        Partial mixed = s -> s.strongTimes(minus(times(second(s), second(s)), times(first(s), first(s))));
        row(rows, "atan2First", twice, mixed);
        row(rows, "atan2Second", mixed, s -> twice.write(s.negated()));
        row(rows, "hypotPartial", HelperRules::byComponent, HelperRules::byLength);
    }

    private static Expr first(Site s) {
        return helper("atan2First", s.x(), s.y());
    }

    private static Expr second(Site s) {
        return helper("atan2Second", s.x(), s.y());
    }

    /** 1 / length, and 0 for the length 0, as the partial itself is. */
    private static Expr byComponent(Site s) {
        return helper("hypotPartial", s.seed(), s.y());
    }

    private static Expr byLength(Site s) {
        return s.negated().strongTimes(helper("hypotPartial", s.value(), s.y()));
    }
}
