package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.A;
import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.NONE;
import static dev.fluxion.tensor.BinaryKernel.partial;
import static dev.fluxion.tensor.BinaryKernel.zero;

import dev.fluxion.tensor.UnaryKernel.Keeps;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions with kinks and jumps: they select, round or compare. Their partials are constant almost everywhere. */
final class SelectionKernels {

    /** 0 of what is not a number, as in PyTorch. */
    static final UnaryKernel SIGN = constant("SignBackward0", x -> x > 0 ? 1 : x < 0 ? -1 : 0);

    static final UnaryKernel FLOOR = constant("FloorBackward0", Math::floor);
    static final UnaryKernel CEIL = constant("CeilBackward0", Math::ceil);
    static final UnaryKernel ROUND = constant("RoundBackward0", Math::rint);
    static final UnaryKernel TRUNC = constant("TruncBackward0", SelectionKernels::trunc);

    static final UnaryKernel FRAC =
            new UnaryKernel("FracBackward0", Keeps.NOTHING, x -> x - trunc(x), (bar, x, y) -> bar);

    static final UnaryKernel ABS =
            new UnaryKernel("AbsBackward0", Keeps.ARGUMENT, Math::abs, (bar, x, y) -> bar.mul(x.apply(SIGN)));

    /** What the greater of two gets: everything, or half at a tie; both get everything if one is not a number. */
    private static final BinaryKernel GREATER_SHARE = constant("maximum", (a, b) -> a == b ? 0.5 : a < b ? 0 : 1);

    static final BinaryKernel MAXIMUM = new BinaryKernel(
            "maximum",
            "MaximumBackward0",
            Math::max,
            partial(A + B, (bar, a, b, y) -> bar.mul(a.apply(GREATER_SHARE, b))),
            partial(A + B, (bar, a, b, y) -> bar.mul(b.apply(GREATER_SHARE, a))));

    static final BinaryKernel MINIMUM = new BinaryKernel(
            "minimum",
            "MinimumBackward0",
            Math::min,
            partial(A + B, (bar, a, b, y) -> bar.mul(a.neg().apply(GREATER_SHARE, b.neg()))),
            partial(A + B, (bar, a, b, y) -> bar.mul(b.neg().apply(GREATER_SHARE, a.neg()))));

    /** The remainder with the sign of the dividend. */
    static final BinaryKernel FMOD = new BinaryKernel(
            "fmod",
            "FmodBackward1",
            (a, b) -> a % b,
            partial(NONE, (bar, a, b, y) -> bar),
            partial(A + B, (bar, a, b, y) -> bar.mul(a.div(b).apply(TRUNC).neg())));

    private static final BinaryKernel FLOORED_QUOTIENT = constant("remainder", SelectionKernels::flooredQuotient);

    /** The remainder with the sign of the divisor. */
    static final BinaryKernel REMAINDER = new BinaryKernel(
            "remainder",
            "RemainderBackward1",
            SelectionKernels::remainder,
            partial(NONE, (bar, a, b, y) -> bar),
            partial(
                    A + B,
                    (bar, a, b, y) -> bar.mul(a.apply(FLOORED_QUOTIENT, b).neg())));

    /** {@code copysign(a, b) / a}, 0 where {@code a} is 0. */
    private static final BinaryKernel SIGN_CHANGE =
            constant("copysign", (a, b) -> a == 0 ? 0 : Math.copySign(a, b) / a);

    static final BinaryKernel COPYSIGN = new BinaryKernel(
            "copysign",
            "CopysignBackward0",
            Math::copySign,
            partial(A + B, (bar, a, b, y) -> bar.mul(a.apply(SIGN_CHANGE, b))),
            zero());

    /** {@code bar} where the second is not 0. */
    static final BinaryKernel WHERE_SET = new BinaryKernel(
            "where",
            "WhereBackward0",
            (bar, condition) -> condition != 0 ? bar : 0,
            partial(B, (bar, a, condition, y) -> bar.apply(whereSet(), condition)),
            zero());

    /** {@code bar} where the second is 0. */
    static final BinaryKernel WHERE_CLEAR = new BinaryKernel(
            "where",
            "WhereBackward0",
            (bar, condition) -> condition == 0 ? bar : 0,
            partial(B, (bar, a, condition, y) -> bar.apply(whereClear(), condition)),
            zero());

    static final BinaryKernel GT = constant("gt", (a, b) -> a > b ? 1 : 0);
    static final BinaryKernel GE = constant("ge", (a, b) -> a >= b ? 1 : 0);
    static final BinaryKernel EQ = constant("eq", (a, b) -> a == b ? 1 : 0);
    static final BinaryKernel NE = constant("ne", (a, b) -> a != b ? 1 : 0);

    private SelectionKernels() {}

    private static BinaryKernel whereSet() {
        return WHERE_SET;
    }

    private static BinaryKernel whereClear() {
        return WHERE_CLEAR;
    }

    /** The argument moved into {@code [min, max]}; the adjoint passes inside and at the bounds. */
    static UnaryKernel clamp(double min, double max) {
        return new UnaryKernel(
                "ClampBackward1",
                Keeps.ARGUMENT,
                x -> Math.min(Math.max(x, min), max),
                (bar, x, y) -> bar.apply(clampGate(min, max), x));
    }

    private static BinaryKernel clampGate(double min, double max) {
        return new BinaryKernel(
                "clamp",
                "ClampBackwardBackward0",
                (bar, x) -> x >= min && x <= max ? bar : 0,
                partial(B, (bar, a, x, y) -> bar.apply(clampGate(min, max), x)),
                zero());
    }

    /** 1 above 0, else the constant given. */
    static UnaryKernel constantBySides(double notAbove) {
        return constant("LeakyReluBackwardBackward0", x -> x > 0 ? 1 : notAbove);
    }

    private static UnaryKernel constant(String name, DoubleUnaryOperator value) {
        return new UnaryKernel(name, Keeps.NOTHING, value, (bar, x, y) -> bar.apply(ZERO));
    }

    private static BinaryKernel constant(String operation, DoubleBinaryOperator value) {
        return new BinaryKernel(operation, operation, value, zero(), zero());
    }

    private static final UnaryKernel ZERO =
            new UnaryKernel("ZerosLikeBackward0", Keeps.NOTHING, x -> 0, (bar, x, y) -> bar.scale(0));

    private static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /** {@code ⌊a / b⌋} from the exact remainder; not a number where there is none. */
    private static double flooredQuotient(double a, double b) {
        double rest = a % b;
        double quotient = b == 0 ? a / b : Math.rint((a - rest) / b);
        return isOpposite(rest, b) ? quotient - 1 : quotient;
    }

    private static boolean isOpposite(double rest, double b) {
        return rest != 0 && rest < 0 != b < 0;
    }

    private static double remainder(double a, double b) {
        double rest = a % b;
        return isOpposite(rest, b) ? rest + b : rest;
    }
}
