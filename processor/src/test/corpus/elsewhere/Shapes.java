package corpus.elsewhere;

/** What classes of other packages call. */
public final class Shapes {

    private static final double THIRD = 1.0 / 3;
    private static double unit = 2;

    private Shapes() {}

    public static double area(double width, double height) {
        return width * height * unit;
    }

    public static double volume(double r) {
        return Solids.cone(r, 2) + tip(r);
    }

    private static double tip(double r) {
        double t = r * THIRD;
        return t > 0.5 ? t * t * unit : t;
    }
}
