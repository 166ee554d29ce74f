package dev.fluxion.processor.cost;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A function and where its gradient is taken.
 *
 * @param owner the class of the function; that of the hand-written gradient is {@code ownerByHand}
 * @param name the name of both
 */
record Sample(String owner, String name, List<Object> arguments) {

    /** The classes that hold the functions. */
    static final List<String> OWNERS = List.of("Formulas", "Branches", "Loops", "Calls");

    /** How often the recursive functions are executed, by the forward and by the reverse sweep together, for their arguments. */
    private static final Map<String, Integer> RECURSIVE = Map.of("power", 2 * 13, "squaring", 2 * 5);

    private static Sample of(String owner, String name, Object... arguments) {
        return new Sample(owner, name, List.of(arguments));
    }

    /** A recursive function means something else when its results are added to. */
    boolean has(Variation variation) {
        return variation != Variation.EXTENDED || !RECURSIVE.containsKey(name);
    }

    /** What a variation costs the hand-written gradient: in a recursive function the branch is chosen at every level, there and back. */
    int byHand(Variation variation) {
        return variation.byHand() * RECURSIVE.getOrDefault(name, 1);
    }

    static List<Sample> all() {
        return Stream.of(formulas(), branches(), loops(), calls())
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
}
