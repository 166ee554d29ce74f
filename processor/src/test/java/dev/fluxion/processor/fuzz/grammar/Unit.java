package dev.fluxion.processor.fuzz.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method while its body is being made. */
final class Unit {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Sort result;
    private final boolean elsewhere;
    private final List<Helper> helpers = new ArrayList<>();
    private int budget;
    private int recursions = 2;

    /**
     * @param result the type of its result
     * @param budget how many statements it may have
     * @param elsewhere whether it stands in another class than the program's own
     */
    Unit(Sort result, int budget, boolean elsewhere) {
        this.result = result;
        this.elsewhere = elsewhere;
        this.budget = budget;
    }

    Sort result() {
        return result;
    }

    boolean isElsewhere() {
        return elsewhere;
    }

    /** A name that nothing else in the method has. */
    String name(String stem) {
        return stem + numbers.merge(stem, 1, Integer::sum);
    }

    /** The methods that it may call. */
    List<Helper> helpers() {
        return helpers;
    }

    boolean takeStatement() {
        return budget-- > 0;
    }

    /** Few calls of itself, as they multiply. */
    boolean takeRecursion() {
        return recursions-- > 0;
    }
}
