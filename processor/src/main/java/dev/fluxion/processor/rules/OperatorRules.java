package dev.fluxion.processor.rules;

import static dev.fluxion.processor.rules.Row.IDENTITY;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of Java's operators and conversions. */
final class OperatorRules {

    private final Map<Operator, Rule> unary = new EnumMap<>(Operator.class);
    private final Map<Operator, Rule> binary = new EnumMap<>(Operator.class);
    private final Rule same;
    private final Rule converted;
    private final Rule inactive;
    private final Rule step;

    OperatorRules(boolean strongZero) {
        Rows rows = new Rows(strongZero);
        unary.put(Operator.PLUS, rows.row(IDENTITY));
        unary.put(Operator.NEGATE, rows.row(s -> Terms.negative(s.seed())));
        binary.put(Operator.ADD, rows.row(IDENTITY, IDENTITY));
        binary.put(Operator.SUBTRACT, rows.row(IDENTITY, s -> Terms.negative(s.seed())));
        binary.put(Operator.MULTIPLY, rows.row(s -> s.times(s.y()), s -> s.times(s.x())));
        binary.put(Operator.DIVIDE, rows.row(s -> s.strongOver(s.y()), OperatorRules::quotientByDivisor));
        binary.put(Operator.REMAINDER, rows.row(IDENTITY, OperatorRules::remainderByDivisor));
        same = rows.row(IDENTITY);
        converted = rows.row(OperatorRules::conversion);
        inactive = new Row(Rule.Kind.INACTIVE, strongZero, List.of());
        step = new Row(Rule.Kind.PIECEWISE_CONSTANT, strongZero, List.of());
    }

    /** d(x / y) = -(x / y) / y dy; dividing twice does not overflow where the square of y would. */
    private static Expr quotientByDivisor(Site s) {
        return s.negated().strongTimes(Terms.over(s.value(), s.y()));
    }

    /** d(x % y) = -q dy for the integer q = (x - x % y) / y, however it was rounded. */
    static Expr remainderByDivisor(Site s) {
        return s.negated().strongTimes(Terms.over(Terms.minus(s.x(), s.value()), s.y()));
    }

    /** The seed goes from the operand's type to the value's or back: it has the one, and needs the other. */
    private static Expr conversion(Site s) {
        Type from = s.x().type().tangent();
        Type to = s.value().type().tangent();
        return new Expr.Cast(s.type() == from ? to : from, s.seed(), Span.NONE);
    }

    Optional<Rule> find(Expr e) {
        if (e instanceof Expr.Unary u) {
            return Optional.of(u.type().isFloating() ? unary.getOrDefault(u.operator(), inactive) : inactive);
        } else if (e instanceof Expr.Binary b) {
            return Optional.of(b.type().isFloating() ? binary.getOrDefault(b.operator(), inactive) : inactive);
        } else if (e instanceof Expr.Cast c) {
            return cast(c.operand().type(), c.type());
        }
        return Optional.empty();
    }

    private Optional<Rule> cast(Type from, Type to) {
        if (!from.isDifferentiable()) {
            return Optional.of(inactive);
        } else if (to.isDifferentiable()) {
            return Optional.of(from.tangent() == to.tangent() ? same : converted);
        }
        return to.unboxed().isPrimitive() ? Optional.of(step) : Optional.empty();
    }
}
