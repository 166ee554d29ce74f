package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Instance methods, fields and virtual calls; receivers are constants. */
final class Receivers {

    private static int made;

    private Receivers() {}

    static void reset() {
        made = 0;
    }

    static String state() {
        return "made " + made;
    }

    /** A class with subclasses. */
    static class Decay {

        private final double rate;
        private int uses;
        double scale = 2;
        private final double[] weights = {0.5, 0.25, 0.125};

        Decay(double rate) {
            this.rate = rate;
            made++;
        }

        @Differentiable(order = 2)
        double at(double t) {
            uses++;
            return Math.exp(-rate * t) * factor(t) + this.scale * t;
        }

        double factor(double t) {
            return 1 + t * t;
        }

        private double weighted(double t, int terms) {
            double sum = 0;
            for (int i = 0; i < terms; i++) {
                sum = sum * t + weights[i] * rate;
            }
            return sum;
        }

        double compared(Decay other, double t) {
            return weighted(t, 3) - other.weighted(t * t, 2);
        }

        final double chained(double t) {
            return Receivers.twice(this, t) + scale;
        }

        boolean isLarge(double t) {
            return t * rate > 1;
        }

        double counted(double t) {
            uses += 2;
            double before = uses;
            scale = scale + 1;
            return t * before * scale;
        }
    }

    static class Squared extends Decay {

        Squared() {
            super(0.5);
        }

        @Override
        double factor(double t) {
            return t * t * scale;
        }
    }

    static final class Inherits extends Squared {}

    static final class Extended extends Decay {

        Extended() {
            super(0.25);
        }

        @Override
        double at(double t) {
            double below = super.at(t);
            return below * below + super.counted(t) + factor(t);
        }

        @Override
        double factor(double t) {
            return super.factor(t) * t;
        }
    }

    @Differentiable(order = 2)
    static double throughSuper(double t) {
        Decay d = new Extended();
        return d.at(t) + d.factor(t);
    }

    static double twice(Decay d, double t) {
        return d.at(t) + d.at(2 * t);
    }

    @Differentiable(order = 2)
    static double ownFields(double t) {
        return new Decay(0.3).at(t);
    }

    @Differentiable
    static double overridden(double t, int kind) {
        Decay d = kind > 0 ? new Squared() : new Decay(0.7);
        return d.at(t) * d.factor(t);
    }

    @Differentiable
    static double inherited(double t) {
        Squared s = new Inherits();
        return s.factor(t) + s.at(t * t);
    }

    @Differentiable
    static double privateOnAnother(double t) {
        return new Squared().compared(new Decay(2), t);
    }

    @Differentiable
    static double handsItselfOn(double t) {
        return new Decay(0.2).chained(t);
    }

    @Differentiable
    static double decides(double t) {
        Decay d = new Decay(1.5);
        return d.isLarge(t) ? d.factor(t) : t;
    }

    @Differentiable
    static double changesItsState(double t) {
        Decay d = new Decay(1);
        double first = d.counted(t);
        return first * d.counted(t * t) + d.scale;
    }

    /** What several classes implement. */
    interface Payoff {

        double at(double spot, double strike);

        default double spread(double spot, double width) {
            return at(spot, 1) - at(spot, 1 + width);
        }
    }

    static final class Call implements Payoff {
        @Override
        public double at(double spot, double strike) {
            return Math.max(spot - strike, 0);
        }
    }

    record Powered(int power) implements Payoff {
        @Override
        public double at(double spot, double strike) {
            return Math.pow(spot / strike, power);
        }
    }

    enum Smooth implements Payoff {
        SINE,
        TANH,
        LINEAR;

        @Override
        public double at(double spot, double strike) {
            switch (this) {
                case SINE:
                    return Math.sin(spot * strike);
                case TANH:
                    return Math.tanh(spot) * strike;
                default:
                    return spot - strike;
            }
        }
    }

    private static Payoff payoff(int kind) {
        return switch (kind) {
            case 0 -> new Call();
            case 1 -> new Powered(3);
            case 2 -> Smooth.SINE;
            case 3 -> Smooth.TANH;
            default -> Smooth.LINEAR;
        };
    }

    @Differentiable(order = 2)
    static double interfaces(@Domain(from = 1.5, to = 3) double spot, double strike, @Domain(from = 1, to = 3) int kind) {
        Payoff p = payoff(kind);
        return p.at(spot, 1 + strike * strike) * spot;
    }

    @Differentiable
    static double defaults(double spot, double width, @Domain(from = 0, to = 4) int kind) {
        return payoff(kind).spread(spot, width * width);
    }

    @Differentiable
    static double arrayOfObjects(double spot) {
        Payoff[] all = {new Call(), new Powered(2), Smooth.TANH};
        double sum = 0;
        for (Payoff p : all) {
            sum = sum * 0.5 + p.at(spot, 1.25) * p.at(sum, 2);
        }
        return sum;
    }

    record Shifted(double by) implements Payoff {
        @Override
        public double at(double spot, double strike) {
            return spot * by - strike;
        }

        @Override
        public double spread(double spot, double width) {
            return Payoff.super.spread(spot * spot, width) + by;
        }
    }

    @Differentiable
    static double superOfInterface(double spot) {
        return new Shifted(2).spread(spot, 0.5) * new Shifted(spot).spread(1.5, spot);
    }

    /** Nothing is there to be called. */
    @Differentiable
    static double unknownClass(double spot, @Domain(from = 0, to = 1) int kind) {
        Payoff p = kind == 0 ? new Powered(2) : null;
        return p.at(spot, 2);
    }

    @Differentiable
    static double throwsBeforeTheNull(double spot, @Domain(from = 0, to = 2) int kind) {
        Powered p = kind == 0 ? null : new Powered(kind);
        return p.at(spot, 2 / kind);
    }

    /** A template method. */
    abstract static class Rule {

        protected final int steps;

        Rule(int steps) {
            this.steps = steps;
        }

        abstract double weight(int i);

        protected abstract double integrand(double x);

        double integrate(double a, double b) {
            double h = (b - a) / steps;
            double sum = 0;
            for (int i = 0; i <= steps; i++) {
                sum += weight(i) * integrand(a + i * h);
            }
            return sum * h;
        }
    }

    static final class Trapezoidal extends Rule {

        private final double frequency;

        Trapezoidal(double frequency) {
            super(4);
            this.frequency = frequency;
        }

        @Override
        double weight(int i) {
            return i == 0 || i == steps ? 0.5 : 1;
        }

        @Override
        protected double integrand(double x) {
            return Math.cos(frequency * x) * x;
        }
    }

    @Differentiable(order = 2)
    static double template(double a, double b) {
        Rule rule = new Trapezoidal(1.5);
        return rule.integrate(a, b);
    }

    /** Recursion through a receiver. */
    static final class Horner {

        private final double[] coefficients;

        Horner(double... coefficients) {
            this.coefficients = coefficients;
        }

        double from(int i, double x) {
            return i == coefficients.length - 1 ? coefficients[i] : coefficients[i] + x * from(i + 1, x);
        }

        double checked(double x) {
            if (x < -2) {
                throw new IllegalArgumentException("below: " + x);
            }
            return from(0, x);
        }
    }

    @Differentiable(order = 2)
    static double recursive(double x) {
        return new Horner(1, -2, 0.5, 0.25).from(0, x);
    }

    @Differentiable
    static double throwing(double x) {
        Horner h = new Horner(1, 2);
        return h.checked(x) * h.checked(x * x - 2);
    }

    /** A model with parts. */
    static final class Curve {

        private final Decay decay = new Decay(0.1);
        private final Curve next;
        @NoDiff
        private double cached;

        Curve(Curve next) {
            this.next = next;
        }

        Decay decay() {
            return decay;
        }

        double value(double t) {
            double own = decay().at(t) + decay.factor(t);
            return next == null ? own : own * next.value(t / 2);
        }

        double level(double t) {
            if (cached == 0) {
                cached = 3;
            }
            return cached * t;
        }

        double lastSeen(double t) {
            double before = cached;
            cached = t * t;
            cached += t;
            return before * t + cached;
        }
    }

    @Differentiable
    static double chain(double t) {
        Curve c = new Curve(new Curve(new Curve(null)));
        return c.value(t) + c.next.decay().at(t) + c.decay.rate * t;
    }

    @Differentiable
    static double cached(double t) {
        Curve c = new Curve(null);
        return c.level(t) * c.level(t + 1);
    }

    @Differentiable
    static double cutByField(double t) {
        Curve c = new Curve(null);
        return c.lastSeen(t) + c.lastSeen(2 * t);
    }

    static double cutByFieldExact(double t) {
        return 2 * (t * t + t);
    }

    @Differentiable
    static double countsCalls(double t, Counter counter) {
        return new Powered(2).at(counter.next() * t, counter.next());
    }

    @Differentiable
    static double byText(double t, @Choices({"SINE", "TANH", "LINEAR"}) String name) {
        return Smooth.valueOf(name).at(t, 0.5) * Smooth.valueOf(name).at(0.5, t);
    }

    /** Float arithmetic stays float. */
    static final class Filter {

        private final float gain;
        private double state;

        Filter(float gain) {
            this.gain = gain;
        }

        float apply(float x) {
            state += 1;
            return x * gain + (float) state * x * x;
        }
    }

    @Differentiable
    static float single(float x) {
        Filter f = new Filter(0.75f);
        return f.apply(x) + f.apply(2 * x);
    }

    /** The class's own methods, whose result is dropped or only compared. */
    @Differentiable
    static double onlyCompared(double x) {
        Payoff p = new Powered(2);
        double best = 0;
        while (p.at(best, 1) < x * x && best < 3) {
            best += 0.5;
        }
        p.at(x, best);
        return best * x;
    }

    @Differentiable
    static double companionOfInstance(double t) {
        Decay d = new Decay(0.4);
        return Receivers_DecayGrad.atDerivative(d, t) * t;
    }
}
