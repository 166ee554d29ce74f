package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import java.util.Objects;

/** Records of data: nested, with components that are not numbers, constructors that check, accessors that compute. */
final class Options {

    private Options() {}

    record Market(double spot, double rate, @NoDiff double lot) {

        double discount(double time) {
            return Math.exp(-rate * time);
        }
    }

    enum Side {
        CALL,
        PUT
    }

    /** Checks what it is given, which a derivative would not pass. */
    record Option(double strike, double time, Side side, String name) {

        Option {
            if (strike <= 0 || time <= 0) {
                throw new IllegalArgumentException("strike " + strike + ", time " + time);
            }
            Objects.requireNonNull(name);
        }

        Option withStrike(double newStrike) {
            return new Option(newStrike, time, side, name);
        }
    }

    record Position(Option option, Market market, double amount) {}

    /** Its accessor is not its component. */
    record Quote(double bid, double width) {

        public double width() {
            return 2 * width;
        }

        double ask() {
            return bid + width;
        }

        double middle() {
            return bid() + width() / 2;
        }
    }

    /** Its constructor changes what it is given. */
    record Capped(double value, double cap) {

        Capped {
            value = value > 8 ? 8 + Math.log1p(value - 8) : value;
        }
    }

    @Differentiable(order = 2)
    static double forward(Option option, Market market, double volatility) {
        double d = (Math.log(market.spot() / option.strike()) + market.rate() * option.time())
                / (volatility * Math.sqrt(option.time()));
        return market.spot() * Math.tanh(d) - option.strike() * market.discount(option.time()) * market.lot();
    }

    @Differentiable
    static double sided(Option option, double spot) {
        double sign = switch (option.side()) {
            case CALL -> 1;
            case PUT -> -1;
        };
        return sign * (spot - option.strike()) * option.name().length();
    }

    @Differentiable(order = 2)
    static double position(Position p) {
        Option o = p.option().withStrike(p.option().strike() * 1.1);
        return p.amount() * (p.market().spot() - o.strike() * p.market().discount(o.time()));
    }

    @Differentiable
    static double quoted(Quote q, double s) {
        return q.width() * s + q.ask() * q.bid() + q.middle();
    }

    /** What is made of components goes through the constructor; what is given has been through it. */
    @Differentiable
    static double capped(Capped c, double s) {
        Capped d = new Capped(c.value() * s * 6, c.cap());
        return d.value() * c.value() + d.cap();
    }

    /** A parameter that may be null, and is asked. */
    @Differentiable
    static double orElse(Market market, double s) {
        if (market == null) {
            return s;
        }
        return market.spot() * s + (market != null && market.rate() > 1 ? market.rate() : 0);
    }

    @Differentiable
    static double required(Option option, double s) {
        Option o = Objects.requireNonNull(option, "option");
        return o.strike() * o.time() * s;
    }

    /** Only one of two records is active. */
    @Differentiable
    static double fixed(@NoDiff Market market, Option option) {
        return market.spot() * option.strike() + market.lot();
    }

    record Single(float weight, float bias) {}

    @Differentiable
    static float single(Single s, float x) {
        return s.weight() * x * x + s.bias();
    }

    @Differentiable
    static Double wrapped(Single s, Market m) {
        return s.weight() * m.spot() + s.bias();
    }
}
