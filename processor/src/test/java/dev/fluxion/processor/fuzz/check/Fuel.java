package dev.fluxion.processor.fuzz.check;

/** How many more jumps backwards generated code may make, so that a wrong trip count is an error and not a standstill. */
public final class Fuel {

    /** What is thrown when there is none left. */
    public static final class Spent extends Error {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("does not come to an end");
        }
    }

    private static final int TANK = 2_000_000;

    private static int left;

    private Fuel() {}

    static void fill() {
        left = TANK;
    }

    /** Less, so that a program which is only just allowed leaves its derivatives enough. */
    static void fillPrimal() {
        left = TANK / 50;
    }

    /** Called by woven code. */
    public static void burn() {
        if (--left < 0) {
            throw new Spent();
        }
    }
}
