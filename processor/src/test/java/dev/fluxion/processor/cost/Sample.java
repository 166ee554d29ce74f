package dev.fluxion.processor.cost;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A function and where its gradient is taken.
 *
 * @param owner the class of the function; that of the hand-written gradient is {@code ownerByHand}
 * @param name the name of both
 * @param suffix how the name of the generated method goes on
 * @param bars how many arrays of adjoints there are at the end of the arguments
 * @param arguments those of both
 */
record Sample(String owner, String name, String suffix, int bars, List<Object> arguments) {

    /** The classes that hold the functions. */
    static final List<String> OWNERS = List.of("Formulas", "Branches", "Loops", "Calls", "Arrays");

    /** How often the recursive functions are executed, by the forward and by the reverse sweep together, for their arguments. */
    private static final Map<String, Integer> RECURSIVE = Map.of("power", 2 * 13, "squaring", 2 * 5);

    private static Sample of(String owner, String name, Object... arguments) {
        return new Sample(owner, name, "Gradient", 0, List.of(arguments));
    }

    private static Sample ofArrays(String name, int bars, Object... arguments) {
        return new Sample("Arrays", name, "Gradient", bars, List.of(arguments));
    }

    private static Sample inPlace(String name, Object... arguments) {
        return new Sample("Arrays", name, "Vjp", 1, List.of(arguments));
    }

    /** A recursive function means something else when its results are added to; one that works in place has none. */
    boolean has(Variation variation) {
        return variation != Variation.EXTENDED || !RECURSIVE.containsKey(name) && !isInPlace();
    }

    boolean isInPlace() {
        return suffix.equals("Vjp");
    }

    /** The first argument that is differentiated. */
    Object first() {
        return arguments.stream()
                .filter(a -> !(a instanceof Integer))
                .findFirst()
                .orElseThrow();
    }

    boolean startsWithArray() {
        return !(first() instanceof Double);
    }

    /**
     * What a variation costs the hand-written gradient: in a recursive function the branch is chosen at every level, there and back; what is added to an array
     * is stored.
     */
    int byHand(Variation variation) {
        int store = variation == Variation.EXTENDED && startsWithArray() ? 1 : 0;
        return variation.byHand() * RECURSIVE.getOrDefault(name, 1) + store;
    }

    static List<Sample> all() {
        return Stream.of(formulas(), branches(), loops(), calls(), arrays())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample> formulas() {
        return List.of(
                of("Formulas", "example1", 1.5, 2.5),
                of("Formulas", "density", 1.3, 0.4, 0.8),
                of("Formulas", "lennardJones", 1.1, 0.7, 0.9),
                of("Formulas", "haversine", 0.3, 0.4, 0.9, 1.2),
                of("Formulas", "largerRoot", 1.5, -4.5, 1.25),
                of("Formulas", "logSumExp", 0.3, 1.1),
                of("Formulas", "logisticLoss", 0.7, -1.2, 0.3),
                of("Formulas", "rosenbrock", 0.4, 0.9),
                of("Formulas", "cubic", 0.7, 1.0, -2.0, 3.0, 0.5),
                of("Formulas", "rotated", 0.8, 0.6, 0.4),
                of("Formulas", "powerLaw", 1.2, 2.3, 1.7, 0.4),
                of("Formulas", "neuron", 0.6, 1.1, -0.2, 1.4),
                of("Formulas", "enzymeRate", 2.0, 0.5, 3.0, 1.2, 0.8),
                of("Formulas", "callPrice", 100.0, 95.0, 0.03, 0.25, 0.75));
    }

    private static List<Sample> branches() {
        return List.of(
                of("Branches", "huber", 2.5, 1.0),
                of("Branches", "tax", 34000.0, 120.0),
                of("Branches", "distance", 0, 0.7, -1.3),
                of("Branches", "softThreshold", -2.5, 0.7, 1.3),
                of("Branches", "chosen", 1, 0.6, 1.7),
                of("Branches", "stableSigmoid", -1.2, 0.8));
    }

    private static List<Sample> loops() {
        return List.of(
                of("Loops", "example4", 7.0),
                of("Loops", "logisticMap", 0.3, 3.2, 20),
                of("Loops", "exponential", 0.8, 20),
                of("Loops", "cubeRoot", 5.0),
                of("Loops", "simpson", 0.2, 1.4, 10),
                of("Loops", "euler", 1.0, 0.7, 0.05, 20),
                of("Loops", "rungeKutta", 0.2, 1.5, 0.1, 10),
                of("Loops", "arithmeticGeometricMean", 2.0, 0.7),
                of("Loops", "continuedFraction", 0.8, 15),
                of("Loops", "chebyshev", 0.35, 20),
                of("Loops", "nestedMap", 0.3, 2.7, 5, 8),
                of("Loops", "kepler", 1.1, 0.4),
                of("Loops", "skipping", 0.6, 1.1, 20),
                of("Loops", "geometric", 0.9, 20),
                of("Loops", "oscillator", 1.0, 0.2, 1.7, 0.05, 20),
                of("Loops", "escape", 0.2, 0.5, 20),
                of("Loops", "wave", 0.4, 1.3, 15),
                of("Loops", "lattice", 0.4, 0.7, 6));
    }

    private static List<Sample> calls() {
        return List.of(
                of("Calls", "product", 0.7, 1.9),
                of("Calls", "blackScholes", 100.0, 95.0, 0.25),
                of("Calls", "power", 1.1, 12),
                of("Calls", "squaring", 1.1, 11),
                of("Calls", "integral", 0.3, 1.8, 12));
    }

    private static List<Sample> arrays() {
        double[][] rows = {{0.5, -1.2, 0.7}, {1.1, 0.3, -0.4}, {-0.6, 0.8, 1.5}, {0.2, -0.9, -1.3}};
        double[] x = {0.7, -1.1, 0.4, 1.3, -0.2, 0.9};
        double[] bar = {0.5, 0.25, -1, 0, 2, 1};
        return List.of(
                ofArrays("loss", 1, new double[] {0.3, -0.5, 0.8}, rows, new int[] {1, -1, 1, -1}, new double[3]),
                ofArrays("rnn", 1, 0.6, 1.2, x, bar),
                inPlace("scan", x, bar),
                ofArrays("valley", 1, x, bar),
                ofArrays("logSumExp", 1, x, bar),
                ofArrays("horner", 1, x, 0.8, bar),
                inPlace("smooth", x, 0.3, bar),
                ofArrays("cosine", 2, x, new double[] {1.2, 0.1, -0.7, 0.6, 0.5, 1.4}, bar, new double[6]),
                ofArrays("variance", 1, x, bar),
                ofArrays("energy", 1, x, bar),
                ofArrays("path", 0, 100.0, 0.01, 0.2, x),
                ofArrays("layer", 2, rows, new double[] {0.4, 0.9, -0.3}, new double[4][3], new double[3]),
                ofArrays("productOfAll", 1, x, bar));
    }
}
