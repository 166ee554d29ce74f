package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.A;
import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.NONE;
import static dev.fluxion.tensor.BinaryKernel.partial;

import dev.fluxion.StrongZero;
import dev.fluxion.tensor.UnaryKernel.Keeps;

/** The four operations. Their loops are written out, so that each compiles to straight code. */
final class ArithmeticKernels {

    static final BinaryKernel ADD =
            new BinaryKernel(
                    "add",
                    "AddBackward0",
                    Double::sum,
                    partial(NONE, (bar, a, b, y) -> bar),
                    partial(NONE, (bar, a, b, y) -> bar)) {
                @Override
                void lane(double[] a, int atA, int stepA, double[] b, int atB, int stepB, double[] y, int to, int n) {
                    if (BinaryKernel.areAligned(atA, stepA, atB, stepB, to)) {
                        for (int i = to; i < to + n; i++) {
                            y[i] = a[i] + b[i];
                        }
                    } else if (stepA == 1 && stepB == 1) {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i] + b[atB + i];
                        }
                    } else {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i * stepA] + b[atB + i * stepB];
                        }
                    }
                }
            };

    static final BinaryKernel SUB =
            new BinaryKernel(
                    "sub",
                    "SubBackward0",
                    (a, b) -> a - b,
                    partial(NONE, (bar, a, b, y) -> bar),
                    partial(NONE, (bar, a, b, y) -> bar.neg())) {
                @Override
                void lane(double[] a, int atA, int stepA, double[] b, int atB, int stepB, double[] y, int to, int n) {
                    if (BinaryKernel.areAligned(atA, stepA, atB, stepB, to)) {
                        for (int i = to; i < to + n; i++) {
                            y[i] = a[i] - b[i];
                        }
                    } else if (stepA == 1 && stepB == 1) {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i] - b[atB + i];
                        }
                    } else {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i * stepA] - b[atB + i * stepB];
                        }
                    }
                }
            };

    static final BinaryKernel MUL =
            new BinaryKernel(
                    "mul",
                    "MulBackward0",
                    (a, b) -> a * b,
                    partial(B, (bar, a, b, y) -> bar.mul(b)),
                    partial(A, (bar, a, b, y) -> bar.mul(a))) {
                @Override
                void lane(double[] a, int atA, int stepA, double[] b, int atB, int stepB, double[] y, int to, int n) {
                    if (BinaryKernel.areAligned(atA, stepA, atB, stepB, to)) {
                        for (int i = to; i < to + n; i++) {
                            y[i] = a[i] * b[i];
                        }
                    } else if (stepA == 1 && stepB == 1) {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i] * b[atB + i];
                        }
                    } else {
                        for (int i = 0; i < n; i++) {
                            y[to + i] = a[atA + i * stepA] * b[atB + i * stepB];
                        }
                    }
                }
            };

    /** The second partial never goes through b², which overflows. */
    static final BinaryKernel DIV =
            new BinaryKernel(
                    "div",
                    "DivBackward0",
                    (a, b) -> a / b,
                    partial(B, (bar, a, b, y) -> bar.div(b)),
                    partial(A + B, (bar, a, b, y) -> bar.neg().mul(a.div(b).div(b)))) {
                @Override
                void lane(double[] a, int atA, int stepA, double[] b, int atB, int stepB, double[] y, int to, int n) {
                    if (BinaryKernel.areAligned(atA, stepA, atB, stepB, to)) {
                        for (int i = to; i < to + n; i++) {
                            y[i] = a[i] / b[i];
                        }
                        return;
                    }
                    for (int i = 0; i < n; i++) {
                        y[to + i] = a[atA + i * stepA] / b[atB + i * stepB];
                    }
                }
            };

    /** {@code a b}, where a zero {@code a} wins over any {@code b}: for adjoints times partials that may be infinite. */
    static final BinaryKernel STRONG_MUL = new BinaryKernel(
            "mul",
            "MulBackward0",
            StrongZero::times,
            partial(B, (bar, a, b, y) -> bar.apply(strongMul(), b)),
            partial(A, (bar, a, b, y) -> bar.apply(strongMul(), a)));

    private static BinaryKernel strongMul() {
        return STRONG_MUL;
    }

    static final UnaryKernel NEG = new UnaryKernel("NegBackward0", Keeps.NOTHING, x -> -x, (bar, x, y) -> bar.neg()) {
        @Override
        void dense(double[] x, int at, double[] y, int to, int count) {
            if (at == to) {
                for (int i = to; i < to + count; i++) {
                    y[i] = -x[i];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                y[to + i] = -x[at + i];
            }
        }
    };

    static final UnaryKernel RECIPROCAL = new UnaryKernel(
            "ReciprocalBackward0",
            Keeps.VALUE,
            x -> 1 / x,
            (bar, x, y) -> bar.neg().mul(y.square()));

    private ArithmeticKernels() {}

    /** {@code c x}. */
    static UnaryKernel scale(double c) {
        return new UnaryKernel("MulBackward0", Keeps.NOTHING, x -> x * c, (bar, x, y) -> bar.scale(c)) {
            @Override
            void dense(double[] x, int at, double[] y, int to, int count) {
                if (at == to) {
                    for (int i = to; i < to + count; i++) {
                        y[i] = x[i] * c;
                    }
                    return;
                }
                for (int i = 0; i < count; i++) {
                    y[to + i] = x[at + i] * c;
                }
            }
        };
    }

    /** {@code x / c}, which is not {@code x (1 / c)} to the last bit. */
    static UnaryKernel over(double c) {
        return new UnaryKernel("DivBackward0", Keeps.NOTHING, x -> x / c, (bar, x, y) -> bar.apply(over(c)));
    }

    /** {@code x + c}. */
    static UnaryKernel plus(double c) {
        return new UnaryKernel("AddBackward0", Keeps.NOTHING, x -> x + c, (bar, x, y) -> bar) {
            @Override
            void dense(double[] x, int at, double[] y, int to, int count) {
                if (at == to) {
                    for (int i = to; i < to + count; i++) {
                        y[i] = x[i] + c;
                    }
                    return;
                }
                for (int i = 0; i < count; i++) {
                    y[to + i] = x[at + i] + c;
                }
            }
        };
    }

    /** {@code x - c}. */
    static UnaryKernel minus(double c) {
        return new UnaryKernel("SubBackward0", Keeps.NOTHING, x -> x - c, (bar, x, y) -> bar);
    }

    /** {@code c - x}. */
    static UnaryKernel from(double c) {
        return new UnaryKernel("RsubBackward1", Keeps.NOTHING, x -> c - x, (bar, x, y) -> bar.neg());
    }

    /** {@code c / x}. */
    static UnaryKernel dividing(double c) {
        return new UnaryKernel(
                "DivBackward0",
                Keeps.ARGUMENT,
                x -> c / x,
                (bar, x, y) -> bar.neg().mul(x.apply(dividing(c)).div(x)));
    }
}
