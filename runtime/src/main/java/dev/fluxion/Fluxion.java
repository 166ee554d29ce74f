package dev.fluxion;

/** What differentiated code may say to the compiler from inside an expression. */
public final class Fluxion {

    private Fluxion() {}

    /**
     * Returns its argument with its derivative cut: {@code c(x) = x}, {@code c'(x) = 0}.
     *
     * @param value any value, of which the derivative is not wanted
     * @return {@code value}, bit for bit
     */
    public static double constant(double value) {
        return value;
    }

    /**
     * Returns its argument with its derivative cut, as {@link #constant(double)}.
     *
     * @param value any value, of which the derivative is not wanted
     * @return {@code value}, bit for bit
     */
    public static float constant(float value) {
        return value;
    }

    /**
     * Returns its argument with the derivatives of everything that it carries cut, as {@link #constant(double)}.
     *
     * @param <T> the argument's type
     * @param value any value, of which the derivative is not wanted
     * @return {@code value} itself
     */
    public static <T> T constant(T value) {
        return value;
    }
}
