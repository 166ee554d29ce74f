package corpus.elsewhere;

/** Seen in its own package only. */
final class Solids {

    static final double PI = 3.0;

    private Solids() {}

    static double cone(double radius, double height) {
        double s = 0;
        for (int i = 1; i <= 3; i++) {
            s += PI * radius * radius * height / i;
        }
        return s;
    }
}
