package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.Optional;

/**
 * A loop whose iterations are known when it is reached: {@code for (int i = from; i < bound; i++)} or its mirror images, where neither
 * the body assigns what the bound reads nor a break leaves it.
 *
 * @param counter the counter
 * @param from its first value
 * @param bound what it is compared with
 * @param upwards whether it is incremented, else decremented
 * @param inclusive whether the bound itself is still entered
 */
public record CountedLoop(Var counter, Expr from, Expr bound, boolean upwards, boolean inclusive) {

    /** What is smaller than this can be added twice without an overflow. */
    private static final int SMALL = 1 << 20;

    /** More iterations than this, of a loop that may throw, are not reserved for. */
    private static final int OUT_OF_REACH = 1 << 20;

    /** The counted form of a loop without breaks, if it has one. */
    public static Optional<CountedLoop> of(Stmt.Loop l) {
        Optional<Counters.Counter> counter = Counters.of(l);
        if (counter.isEmpty()
                || Math.abs(counter.get().step()) != 1
                || ControlVariables.hasBreak(l)
                || !(solved(l.condition(), counter.get()) instanceof Expr.Binary c)
                || !(c.left() instanceof Expr.Read r)
                || r.variable() != counter.get().variable()
                || !isInvariant(c.right(), l)) {
            return Optional.empty();
        }
        boolean up = counter.get().step() > 0;
        boolean strict = c.operator() == (up ? Operator.LESS : Operator.GREATER);
        boolean inclusive = c.operator() == (up ? Operator.LESS_EQUAL : Operator.GREATER_EQUAL);
        return strict || inclusive
                ? Optional.of(new CountedLoop(r.variable(), counter.get().from(), c.right(), up, inclusive))
                : Optional.empty();
    }

    /**
     * A condition {@code i + 1 < a.length} as {@code i < a.length - 1}, which is the same for a counter that goes upwards from a constant: neither side
     * overflows.
     */
    private static Expr solved(Expr condition, Counters.Counter counter) {
        boolean isShifted = condition instanceof Expr.Binary c
                && (c.operator() == Operator.LESS || c.operator() == Operator.LESS_EQUAL)
                && c.left() instanceof Expr.Binary sum
                && sum.operator() == Operator.ADD
                && sum.left().equals(new Expr.Read(counter.variable()))
                && isSmall(sum.right())
                && c.right() instanceof Expr.Length
                && counter.step() > 0
                && isSmall(counter.from());
        if (!isShifted) {
            return condition;
        }
        Expr.Binary c = (Expr.Binary) condition;
        Expr.Binary sum = (Expr.Binary) c.left();
        Expr bound = plus(c.right(), -(Integer) ((Expr.Constant) sum.right()).value());
        return new Expr.Binary(c.operator(), sum.left(), bound, c.type());
    }

    private static boolean isSmall(Expr e) {
        return e instanceof Expr.Constant c && c.value() instanceof Integer i && i >= 0 && i < SMALL;
    }

    /** Whether an expression has the same value at every iteration: constants, lengths and variables that the loop leaves alone. */
    private static boolean isInvariant(Expr e, Stmt.Loop l) {
        boolean[] varies = {false};
        Walk.expressions(
                e,
                part -> varies[0] |= !(part instanceof Expr.Constant
                        || part instanceof Expr.Length
                        || part instanceof Expr.Binary
                        || part instanceof Expr.Read r
                                && !Counters.assigns(l.body(), r.variable())
                                && !declares(l.init(), r.variable())));
        return !varies[0] && e.type() == Type.Primitive.INT;
    }

    private static boolean declares(Block b, Var v) {
        return b.statements().stream().anyMatch(s -> s instanceof Stmt.Declare d && d.variable() == v);
    }

    /**
     * The first counter of the reversed loop, given the bound's and first value: the last that was entered, or one that the reversed
     * condition refuses where none was.
     */
    public Expr last(Expr from, Expr bound) {
        Expr edge = isSafe(bound) ? bound : call(upwards ? "max" : "min", bound, limit(from));
        if (inclusive) {
            return bound;
        }
        return plus(edge, upwards ? -1 : 1);
    }

    private Expr limit(Expr from) {
        return from;
    }

    /** The condition of the reversed loop. */
    public Expr reversedCondition(Expr from) {
        if (!upwards
                && from instanceof Expr.Binary b
                && isLengthLess(b)
                && b.right().equals(constant(1))) {
            return new Expr.Binary(Operator.LESS, new Expr.Read(counter), b.left(), Type.Primitive.BOOLEAN);
        }
        return new Expr.Binary(
                upwards ? Operator.GREATER_EQUAL : Operator.LESS_EQUAL,
                new Expr.Read(counter),
                from,
                Type.Primitive.BOOLEAN);
    }

    /** The step of the reversed loop. */
    public Stmt reversedUpdate() {
        return new Stmt.Assign(
                counter, plus(new Expr.Read(counter), upwards ? -1 : 1), dev.fluxion.processor.ir.Span.NONE);
    }

    /** How many iterations there are, where {@link #isSized}. */
    public Expr count() {
        int before = before();
        Expr end = upwards ? bound : from;
        int least = upwards && !inclusive ? before + 1 : before;
        boolean last = least == -1
                && end instanceof Expr.Binary b
                && isLengthLess(b)
                && b.right().equals(constant(1));
        if (last) {
            return ((Expr.Binary) end).left();
        }
        boolean certain = least == 0 && end instanceof Expr.Length || isIn(end, least);
        Expr reached = certain ? end : call("max", end, new Expr.Constant(least, Type.Primitive.INT));
        return plus(reached, -least);
    }

    /** How many iterations there are, for code in one of them, where {@link #isSized}: at least one. */
    public Expr countWithin() {
        Expr least = upwards ? from : bound;
        return plus(upwards ? bound : from, (inclusive ? 1 : 0) - (Integer) ((Expr.Constant) least).value());
    }

    /**
     * Whether the number of iterations is an int that cannot overflow: the counter's least value is a small constant. (A loop up to and including the
     * greatest int never ends.)
     */
    public boolean isSized() {
        return (upwards ? from : bound) instanceof Expr.Constant c && c.value() instanceof Integer i && i >= 0;
    }

    /** The int before the counter's least one, where {@link #isSized}. */
    private int before() {
        int edge = (Integer) ((Expr.Constant) (upwards ? from : bound)).value();
        return upwards || inclusive ? edge - 1 : edge;
    }

    /** Whether an expression is a length less a positive constant: no extreme number. */
    private static boolean isLengthLess(Expr.Binary b) {
        return b.operator() == Operator.SUBTRACT
                && b.left() instanceof Expr.Length
                && b.right() instanceof Expr.Constant c
                && c.value() instanceof Integer i
                && i > 0
                && i < SMALL;
    }

    private static Expr constant(int value) {
        return new Expr.Constant(value, Type.Primitive.INT);
    }

    /** Whether the reversed loop is a plain counted one: its condition cannot be true for ever, as the counter's first value is no extreme one. */
    public boolean isPlain() {
        return from instanceof Expr.Binary b && isLengthLess(b)
                || from instanceof Expr.Constant c
                        && c.value() instanceof Integer i
                        && i > Integer.MIN_VALUE
                        && i < Integer.MAX_VALUE;
    }

    /** The place in an array with one element for each iteration, by the counter, where {@link #isSized}. */
    public Expr index(Expr counted) {
        return plus(counted, -1 - before());
    }

    private static boolean isIn(Expr e, int least) {
        return e instanceof Expr.Constant c && c.value() instanceof Integer i && i >= least;
    }

    private static boolean isSafe(Expr bound) {
        return bound instanceof Expr.Length
                || bound instanceof Expr.Binary b && isLengthLess(b)
                || bound instanceof Expr.Constant c
                        && c.value() instanceof Integer i
                        && i > Integer.MIN_VALUE
                        && i < Integer.MAX_VALUE;
    }

    private static Expr call(String name, Expr a, Expr b) {
        Callee.Method method = Callee.Method.publicStatic(
                Types.MATH, name, Type.Primitive.INT, Type.Primitive.INT, Type.Primitive.INT);
        return new Expr.Call(
                method, null, java.util.List.of(a, b), Type.Primitive.INT, dev.fluxion.processor.ir.Span.NONE);
    }

    /** An int expression and a constant. */
    public static Expr plus(Expr e, int addend) {
        if (addend == 0) {
            return e;
        } else if (e instanceof Expr.Constant c && c.value() instanceof Integer i) {
            return new Expr.Constant(i + addend, Type.Primitive.INT);
        } else if (e instanceof Expr.Binary b && isLengthLess(b) && addend < 0 && addend > -SMALL) {
            return plus(b.left(), addend - (Integer) ((Expr.Constant) b.right()).value());
        }
        return new Expr.Binary(
                addend < 0 ? Operator.SUBTRACT : Operator.ADD,
                e,
                new Expr.Constant(Math.abs(addend), Type.Primitive.INT),
                Type.Primitive.INT);
    }

    /** Whether a loop may be written to run until an exception ends it, {@code i < Integer.MAX_VALUE}. */
    public boolean isOutOfReach() {
        Expr end = upwards ? bound : from;
        return end instanceof Expr.Constant c && c.value() instanceof Integer n && n > OUT_OF_REACH;
    }
}
