package dev.fluxion.processor.fuzz;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.fuzz.check.Batch;
import dev.fluxion.processor.fuzz.check.Mismatch;
import dev.fluxion.processor.fuzz.check.Tally;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Programs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks many random programs. Run as {@code processor/docs/random-programs.md} says. */
public final class Campaign {

    private static final int TOGETHER = 50;
    private static final int EVERY = 500;

    /** One batch of so many is verified after every stage, and compiled without optional passes too. */
    private static final int THOROUGH = 4;

    private Campaign() {}

    /** Runs the programs of so many seeds from the first on. */
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        long begun = System.nanoTime();
        Tally tally = new Tally();
        for (long from = first; from < first + count; from += TOGETHER) {
            List<Program> programs = new ArrayList<>();
            for (long seed = from; seed < Math.min(from + TOGETHER, first + count); seed++) {
                programs.add(Programs.of(seed));
            }
            List<List<Mismatch>> found =
                    Batch.check(programs, FluxionProcessor::new, tally, from / TOGETHER % THOROUGH != 0);
            for (int i = 0; i < programs.size(); i++) {
                tally.count("programs");
                if (!found.get(i).isEmpty()) {
                    tally.count("! " + found.get(i).get(0).kind());
                    System.out.println("seed " + programs.get(i).seed() + ": "
                            + found.get(i).get(0));
                    System.out.flush();
                }
            }
            if (tally.of("programs") % EVERY == 0) {
                System.err.println(tally.of("programs") + " programs, " + seconds(begun) + " s");
            }
        }
        System.out.println(tally);
        System.out.printf("%s, Java %s, %d s%n", LocalDate.now(), Runtime.version(), seconds(begun));
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000;
    }
}
