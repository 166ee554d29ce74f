package dev.fluxion.processor.transform.simplify;

import static dev.fluxion.processor.rules.Terms.is;
import static dev.fluxion.processor.rules.Terms.isNumber;
import static dev.fluxion.processor.rules.Terms.isRegular;
import static dev.fluxion.processor.rules.Terms.minus;
import static dev.fluxion.processor.rules.Terms.number;
import static dev.fluxion.processor.rules.Terms.over;
import static dev.fluxion.processor.rules.Terms.plus;
import static dev.fluxion.processor.rules.Terms.times;
import static dev.fluxion.processor.rules.Terms.value;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.transform.Pass;
import java.util.List;

/**
 * Algebraic identities in what is assigned to tangents and adjoints: no factor of one, no term of zero, signs in front, {@code a + a} as
 * {@code 2 * a}, constants first. Each is exact up to the sign of a zero; nothing is reassociated but by powers of two. An adjoint that is the
 * literal zero belongs to a way that was not taken: it is zero whatever it is multiplied by.
 */
final class Algebra implements Pass {

    @Override
    public String name() {
        return "algebra";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Derivatives().block(function.body()));
    }

    /** Finds the statements whose values may be rewritten. */
    private static final class Derivatives extends Rewriter {

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Identities identities = new Identities();
            if (s instanceof Stmt.Declare d && d.value() != null && d.variable().isDerivative()) {
                return List.of(new Stmt.Declare(d.variable(), identities.expr(d.value()), d.span()));
            } else if (s instanceof Stmt.Assign a && a.variable().isDerivative()) {
                return List.of(new Stmt.Assign(a.variable(), identities.expr(a.value()), a.span()));
            } else if (s instanceof Stmt.StoreElement e
                    && e.array() instanceof Expr.Read r
                    && r.variable().isDerivative()) {
                return List.of(new Stmt.StoreElement(e.array(), e.index(), identities.expr(e.value()), e.span()));
            }
            return List.of(descend(s));
        }

        /** A factor of one may go wherever it is, since it changes no bit. */
        @Override
        protected Expr leave(Expr e) {
            return e instanceof Expr.Binary b && b.operator() == Operator.MULTIPLY ? times(b.left(), b.right()) : e;
        }
    }

    private static final class Identities extends Rewriter {

        @Override
        protected Expr leave(Expr e) {
            if (!e.type().isFloating()) {
                return e;
            } else if (e instanceof Expr.Binary b) {
                return switch (b.operator()) {
                    case ADD -> sum(b.left(), b.right());
                    case SUBTRACT -> difference(b.left(), b.right());
                    case MULTIPLY -> product(b.left(), b.right());
                    case DIVIDE -> quotient(b.left(), b.right());
                    default -> e;
                };
            } else if (e instanceof Expr.Unary u && u.operator() == Operator.NEGATE) {
                return negative(u.operand());
            } else if (e instanceof Expr.Call c) {
                return guard(c);
            }
            return e;
        }

        private static Expr sum(Expr a, Expr b) {
            if (is(b, 0)) {
                return a;
            } else if (is(a, 0)) {
                return b;
            } else if (isNegative(b) || isNegativeMultiple(b)) {
                return difference(a, opposite(b));
            } else if (isNegative(a)) {
                return difference(b, operand(a));
            }
            return a.equals(b) && Effects.isTotal(a) ? product(number(2, a.type()), a) : plus(a, b);
        }

        private static Expr difference(Expr a, Expr b) {
            if (is(b, 0)) {
                return a;
            } else if (is(a, 0)) {
                return negative(b);
            }
            return isNegative(b) || isNegativeMultiple(b) ? sum(a, opposite(b)) : minus(a, b);
        }

        private static Expr product(Expr a, Expr b) {
            if (is(a, 0) && Effects.isTotal(b)) {
                return a;
            } else if (is(b, 0) && Effects.isTotal(a)) {
                return b;
            } else if (isNegative(a)) {
                return negative(product(operand(a), b));
            } else if (isNegative(b)) {
                return negative(product(a, operand(b)));
            } else if (is(a, -1)) {
                return negative(b);
            } else if (isNumber(b) && !isNumber(a)) {
                return product(b, a);
            } else if (is(a, 2)
                    && b instanceof Expr.Binary inner
                    && inner.operator() == Operator.MULTIPLY
                    && !isNumber(inner.left())) {
                return times(product(a, inner.left()), inner.right());
            }
            return times(a, b);
        }

        private static Expr quotient(Expr a, Expr b) {
            if (isNegative(a)) {
                return negative(quotient(operand(a), b));
            }
            return isNegative(b) ? negative(quotient(a, operand(b))) : over(a, b);
        }

        private static Expr negative(Expr a) {
            if (isNumber(a)) {
                return number(-value(a), a.type());
            } else if (isNegative(a)) {
                return operand(a);
            } else if (a instanceof Expr.Binary b && b.operator() == Operator.SUBTRACT) {
                return minus(b.right(), b.left());
            }
            return new Expr.Unary(Operator.NEGATE, a, a.type());
        }

        private static boolean isNegative(Expr e) {
            return e instanceof Expr.Unary u && u.operator() == Operator.NEGATE;
        }

        /** Whether an expression is a product that begins with a negative number. */
        private static boolean isNegativeMultiple(Expr e) {
            return e instanceof Expr.Binary b
                    && b.operator() == Operator.MULTIPLY
                    && (isNumber(b.left()) ? value(b.left()) < 0 : isNegativeMultiple(b.left()));
        }

        /** The same with the other sign. */
        private static Expr opposite(Expr e) {
            if (isNegative(e)) {
                return operand(e);
            } else if (isNumber(e)) {
                return number(-value(e), e.type());
            }
            Expr.Binary b = (Expr.Binary) e;
            return times(opposite(b.left()), b.right());
        }

        private static Expr operand(Expr e) {
            return ((Expr.Unary) e).operand();
        }

        /** An adjoint that is a number other than zero needs no guard but against a divisor of -0, which counts as +0. */
        private static Expr guard(Expr.Call c) {
            boolean guards = c.callee() instanceof Callee.Method m
                    && m.owner().equals(Types.STRONG_ZERO)
                    && c.arguments().size() == 2;
            if (!guards) {
                return c;
            }
            Expr bar = c.arguments().get(0);
            Expr partial = c.arguments().get(1);
            boolean divides = ((Callee.Method) c.callee()).name().equals("divide");
            if (is(bar, 0) && Effects.isTotal(partial)) {
                return bar;
            }
            if (isRegular(bar) && !divides) {
                return product(bar, partial);
            } else if (isRegular(bar) && isRegular(partial)) {
                return quotient(bar, partial);
            }
            return isNegative(bar)
                    ? negative(new Expr.Call(c.callee(), null, List.of(operand(bar), partial), c.type(), c.span()))
                    : c;
        }
    }
}
