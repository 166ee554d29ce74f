package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.rules.Row.IDENTITY;
import static dev.fluxion.processor.rules.Rule.Kind.PIECEWISE_CONSTANT;
import static dev.fluxion.processor.rules.Terms.helper;
import static dev.fluxion.processor.rules.Terms.minus;
import static dev.fluxion.processor.rules.Terms.plus;
import static dev.fluxion.processor.rules.Terms.times;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.rules.Row.Partial;
import java.util.List;

/** Rows of {@link Math} or of {@link StrictMath}; the partials call the same one of the two. */
final class MathRules {

    private final Type.Declared owner;
    private final Rows rows;

    private MathRules(Type.Declared owner, Rows rows) {
        this.owner = owner;
        this.rows = rows;
    }

    static void add(Type.Declared owner, Rows rows) {
        MathRules rules = new MathRules(owner, rows);
        rules.exponentials();
        rules.trigonometry();
        rules.hyperbolics();
        rules.roots();
        rules.scaling();
        for (Type type : List.of(DOUBLE, FLOAT)) {
            rules.kinks(type);
            rules.steps(type);
            rules.neighbours(type);
            rules.row("fma", type, s -> s.times(s.y()), s -> s.times(s.x()), IDENTITY);
        }
    }

    private void row(String name, Type type, Partial... partials) {
        rows.method(owner, name, type, partials);
    }

    private void row(String name, Partial... partials) {
        row(name, DOUBLE, partials);
    }

    private Expr math(String name, Expr... arguments) {
        return Terms.call(owner, name, arguments);
    }

    private void exponentials() {
        row("exp", s -> s.times(s.value()));
        row("expm1", s -> s.times(plus(s.value(), s.number(1))));
        row("log", s -> s.strongTimes(helper("logPartial", s.x())));
        row("log10", s -> s.strongTimes(helper("log10Partial", s.x())));
        row("log1p", s -> s.strongTimes(helper("log1pPartial", s.x())));
        row("pow", this::powerByBase, this::powerByExponent);
    }

    /** The small constant exponents are written out. */
    private Expr powerByBase(Site s) {
        Expr x = s.x();
        Expr exponent = s.y();
        if (Terms.is(exponent, 1)) {
            return s.seed();
        } else if (Terms.is(exponent, 2)) {
            return s.strongTimes(times(exponent, x));
        } else if (Terms.is(exponent, 3)) {
            return s.strongTimes(times(times(exponent, x), x));
        }
        return s.strongTimes(helper("powBase", x, exponent, s.value()));
    }

    private Expr powerByExponent(Site s) {
        boolean positiveBase = Terms.isRegular(s.x()) && Terms.value(s.x()) > 0;
        Expr partial =
                positiveBase ? times(s.value(), math("log", s.x())) : helper("powExponent", s.x(), s.y(), s.value());
        return s.strongTimes(partial);
    }

    private void trigonometry() {
        row("sin", s -> s.times(math("cos", s.x())));
        row("cos", s -> s.negated().times(math("sin", s.x())));
        row("tan", s -> s.times(plus(s.number(1), times(s.value(), s.value()))));
        row("asin", s -> s.strongTimes(helper("asinPartial", s.x())));
        row("acos", s -> s.negated().strongTimes(helper("asinPartial", s.x())));
        row("atan", s -> s.over(plus(s.number(1), times(s.x(), s.x()))));
        row(
                "atan2",
                s -> s.strongTimes(helper("atan2First", s.x(), s.y())),
                s -> s.strongTimes(helper("atan2Second", s.x(), s.y())));
    }

    private void hyperbolics() {
        row("sinh", s -> s.times(math("cosh", s.x())));
        row("cosh", s -> s.times(math("sinh", s.x())));
        row("tanh", s -> s.times(minus(s.number(1), times(s.value(), s.value()))));
    }

    private void roots() {
        row("sqrt", MathRules::squareRoot);
        row("cbrt", s -> s.strongOver(times(times(s.number(3), s.value()), s.value())));
        row(
                "hypot",
                s -> s.strongTimes(helper("hypotPartial", s.x(), s.value())),
                s -> s.strongTimes(helper("hypotPartial", s.y(), s.value())));
    }

    /** The root of -0 is -0, which a guarded division takes for +0 as it should, a plain one not. */
    private static Expr squareRoot(Site s) {
        return s.strongZero() ? s.strongOver(times(s.number(2), s.value())) : s.times(helper("sqrtPartial", s.value()));
    }

    private void scaling() {
        row("toRadians", s -> math("toRadians", s.seed()));
        row("toDegrees", s -> math("toDegrees", s.seed()));
        row("IEEEremainder", IDENTITY, OperatorRules::remainderByDivisor);
    }

    private void kinks(Type type) {
        row("abs", type, s -> s.times(math("signum", s.x())));
        for (String name : List.of("max", "min")) {
            BoundRules.add(rows, owner, name, type);
        }
        row(
                "clamp",
                type,
                s -> s.times(helper("clampValue", s.x(), s.y(), s.z())),
                s -> s.times(helper("clampMin", s.x(), s.y(), s.z())),
                s -> s.times(helper("clampMax", s.x(), s.y(), s.z())));
        row("copySign", type, s -> s.times(helper("copySignFirst", s.x(), s.y())), null);
    }

    private void steps(Type type) {
        for (String name : List.of("signum", "round", "ulp", "getExponent")) {
            rows.cut(PIECEWISE_CONSTANT, owner, name, type);
        }
        if (type == DOUBLE) {
            for (String name : List.of("floor", "ceil", "rint")) {
                rows.cut(PIECEWISE_CONSTANT, owner, name, type);
            }
        }
    }

    private void neighbours(Type type) {
        row("nextUp", type, IDENTITY);
        row("nextDown", type, IDENTITY);
        rows.method(owner, "nextAfter", List.of(type, DOUBLE), IDENTITY, null);
        rows.method(owner, "scalb", List.of(type, INT), s -> math("scalb", s.seed(), s.y()), null);
    }
}
