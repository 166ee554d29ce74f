package corpus.elsewhere;

/** What constants of enums implement, and a class. */
public interface Payoff {

    double pay(double spot, double strike);

    /** Twice what is paid. */
    default double twice(double spot, double strike) {
        return pay(spot, strike) + pay(spot, strike);
    }
}
