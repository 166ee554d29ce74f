package dev.fluxion.tape;

/** Exceptions as values, for generated code that goes on after one and says later what became of it. */
public final class Exceptions {

    private Exceptions() {}

    /**
     * What {@code throw exception} throws.
     *
     * @param exception an exception, or null
     * @return the exception, or a new {@link NullPointerException} in the place of null (JLS 14.18)
     */
    public static Throwable thrown(Throwable exception) {
        return exception == null ? new NullPointerException() : exception;
    }

    /**
     * Throws an exception that was caught before, checked or not, as it is.
     *
     * @param exception the exception
     * @return never; it stands behind {@code throw}, so that the compiler knows
     */
    public static RuntimeException rethrow(Throwable exception) {
        throw Exceptions.<RuntimeException>unchecked(exception);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable exception) throws T {
        throw (T) exception;
    }

    /**
     * Closes a resource after an exception, as a try statement with resources does (JLS 14.20.3.1): what closing throws is suppressed.
     *
     * @param resource the resource; nothing is done for null
     * @param exception the exception, to which that of closing is added
     */
    public static void close(AutoCloseable resource, Throwable exception) {
        if (resource != null) {
            try {
                resource.close();
            } catch (Throwable second) {
                exception.addSuppressed(second);
            }
        }
    }
}
