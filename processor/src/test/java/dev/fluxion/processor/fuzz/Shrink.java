package dev.fluxion.processor.fuzz;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.fuzz.check.Shrinker;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Programs;

/** Shrinks the programs of seeds that a campaign has found something wrong with. */
public final class Shrink {

    private Shrink() {}

    /** Prints the smallest program that is found for each seed, and what is wrong with it. */
    public static void main(String[] arguments) {
        for (String seed : arguments) {
            Program program = Programs.of(Long.parseLong(seed));
            System.out.println(new Shrinker(FluxionProcessor::new).shrink(program));
        }
    }
}
