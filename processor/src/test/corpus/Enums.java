package corpus;

import corpus.elsewhere.Payoff;
import corpus.elsewhere.Payoffs;
import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.DoubleUnaryOperator;

/** Enums whose constants have bodies, methods of their own, interfaces and state. */
final class Enums {

    private Enums() {}

    /** What every constant has to implement itself. */
    enum Operation {
        PLUS {
            @Override
            double apply(double x, double y) {
                return x + y;
            }
        },
        TIMES {
            @Override
            double apply(double x, double y) {
                return x * y;
            }
        },
        POWER {
            @Override
            double apply(double x, double y) {
                double result = 1;
                for (int i = 0; i < 3; i++) {
                    result = TIMES.apply(result, x) + y;
                }
                return result;
            }
        },
        NOTHING {
            @Override
            double apply(double x, double y) {
                throw new IllegalStateException(name() + " of " + x + " and " + y);
            }
        };

        abstract double apply(double x, double y);
    }

    @Differentiable(order = 2)
    static double abstractMethod(Operation o, double x, double y) {
        return o.apply(x, y) * x;
    }

    @Differentiable(order = 2)
    static double constantOfItsOwn(double x) {
        return Operation.TIMES.apply(x, x) - Operation.POWER.apply(x, 2);
    }

    @Differentiable
    static double allInALoop(double x, @Domain(from = 0, to = 3) int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (Operation o : Operation.values()) {
                sum += o == Operation.NOTHING ? x : o.apply(sum, x / 2);
            }
        }
        return sum;
    }

    @Differentiable
    static double caught(Operation o, double x) {
        try {
            return o.apply(x, 3) * x;
        } catch (IllegalStateException e) {
            return x * x;
        }
    }

    @Differentiable
    static double missing(Operation o, boolean none, double x) {
        Operation chosen = none ? null : o;
        return chosen.apply(x, x);
    }

    /** A method that some constants override, and that calls itself; fields of all. */
    enum Growth {
        LINEAR(2),
        CURVED(0.5) {
            @Override
            double at(double t) {
                return t * t * rate + super.at(t);
            }
        },
        STEPPED(3) {
            @Override
            double at(double t) {
                return t > 1 ? at(t - 1) + CURVED.rate * t : rate * t;
            }
        };

        final double rate;

        Growth(double rate) {
            this.rate = rate;
        }

        double at(double t) {
            return rate * t;
        }

        @Differentiable(order = 2)
        double doubled(double t) {
            return at(t) + at(2 * t);
        }

        double overInterval(double t) {
            return at(t) * this.at(t + 1);
        }
    }

    @Differentiable(order = 2)
    static double someOverride(Growth g, double t) {
        return g.at(t) * t;
    }

    @Differentiable
    static double throughItself(Growth g, double t) {
        return g.overInterval(t) - Growth.CURVED.overInterval(t);
    }

    @Differentiable
    static double throughItsCompanion(Growth g, double t) {
        return EnumsGrowth.twice(g, t);
    }

    /** Calls what has a companion of its own. */
    static final class EnumsGrowth {

        private EnumsGrowth() {}

        static double twice(Growth g, double t) {
            return g.doubled(t) * 2;
        }
    }

    @Differentiable(order = 2)
    static double ofAnotherFile(Payoffs p, double spot, double strike) {
        return p.pay(spot, strike) * spot;
    }

    @Differentiable
    static double byInterface(boolean isClass, Payoffs p, double spot, double strike) {
        Payoff chosen = isClass ? new Digital() : p;
        return chosen.pay(spot, strike) + chosen.twice(strike, spot);
    }

    /** An interface's implementation that is no enum. */
    static final class Digital implements Payoff {
        @Override
        public double pay(double spot, double strike) {
            return spot * spot > strike ? 1 / (1 + spot * spot) : strike;
        }
    }

    /** An interface that constants implement in their bodies alone, with a type argument. */
    interface Scoring<T> {
        double score(T name, double x);
    }

    enum Scores implements Scoring<String> {
        LENGTH {
            @Override
            public double score(String name, double x) {
                return name.length() * x * x;
            }
        },
        FUNCTION {
            @Override
            public double score(String name, double x) {
                DoubleUnaryOperator f = y -> y * x + Math.sin(y);
                return f.applyAsDouble(x);
            }
        }
    }

    @Differentiable
    static double generic(Scores s, double x) {
        return s.score("text", x) + x;
    }

    @Differentiable
    static double genericInterface(Scores s, double x) {
        Scoring<String> scoring = s;
        return scoring.score("longer", x) * x;
    }
}
