package dev.fluxion.processor.fuzz.coverage;

import dev.fluxion.processor.fuzz.grammar.Programs;
import java.util.stream.LongStream;

/** Prints what is in many programs. Run as {@code processor/docs/random-programs.md} says. */
public final class CoverageCampaign {

    private static final int TOGETHER = 100;

    private CoverageCampaign() {}

    /** Counts the programs of so many seeds from the first on. */
    public static void main(String[] arguments) {
        Coverage coverage = of(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        System.out.println(coverage);
        System.out.println(coverage.empty());
    }

    static Coverage of(long first, long count) {
        Coverage coverage = new Coverage();
        for (long from = first; from < first + count; from += TOGETHER) {
            coverage.add(LongStream.range(from, Math.min(from + TOGETHER, first + count))
                    .mapToObj(Programs::of)
                    .toList());
        }
        return coverage;
    }
}
