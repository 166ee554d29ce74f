package cost;

/** What the hand-written gradients return: the value and the partials in the order of the parameters. */
final class Gradients {

    private Gradients() {}

    record One(double value, double d0) {}

    record Two(double value, double d0, double d1) {}

    record Three(double value, double d0, double d1, double d2) {}

    record Four(double value, double d0, double d1, double d2, double d3) {}

    record Five(double value, double d0, double d1, double d2, double d3, double d4) {}
}
