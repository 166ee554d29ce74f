package corpus.elsewhere;

/** An enum of another file, whose constants have bodies. */
public enum Payoffs implements Payoff {
    CALL {
        @Override
        public double pay(double spot, double strike) {
            return spot > strike ? spot - strike : 0;
        }
    },
    PUT {
        @Override
        public double pay(double spot, double strike) {
            return CALL.pay(strike, spot);
        }
    },
    FORWARD,
    SQUARED {
        @Override
        public double pay(double spot, double strike) {
            double linear = super.pay(spot, strike);
            return damped(linear * linear, 2);
        }

        private double damped(double x, double by) {
            return x / (by + ordinal()) + scaled(x);
        }
    };

    @Override
    public double pay(double spot, double strike) {
        return scaled(spot - strike);
    }

    double scaled(double x) {
        return x * (1 + ordinal());
    }
}
