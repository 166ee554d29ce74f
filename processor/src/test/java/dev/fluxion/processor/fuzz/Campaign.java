package dev.fluxion.processor.fuzz;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.fuzz.check.Batch;
import dev.fluxion.processor.fuzz.check.Mismatch;
import dev.fluxion.processor.fuzz.check.Tally;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Programs;
import java.util.ArrayList;
import java.util.List;

/** Checks many random programs. Run as {@code processor/docs/random-programs.md} says. */
public final class Campaign {

    private static final int TOGETHER = 40;

    private Campaign() {}

    /** Runs the programs of so many seeds from the first on. */
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        Tally tally = new Tally();
        for (long from = first; from < first + count; from += TOGETHER) {
            List<Program> programs = new ArrayList<>();
            for (long seed = from; seed < Math.min(from + TOGETHER, first + count); seed++) {
                programs.add(Programs.of(seed));
            }
            List<List<Mismatch>> found = Batch.check(programs, FluxionProcessor::new, tally);
            for (int i = 0; i < programs.size(); i++) {
                tally.count("programs");
                if (!found.get(i).isEmpty()) {
                    tally.count("! " + found.get(i).get(0).kind());
                    System.out.println("seed " + programs.get(i).seed() + ": "
                            + found.get(i).get(0));
                    System.out.flush();
                }
            }
        }
        System.out.println(tally);
    }
}
