package dev.fluxion.processor.fuzz.faults;

import dev.fluxion.processor.fuzz.check.Batch;
import dev.fluxion.processor.fuzz.check.Kind;
import dev.fluxion.processor.fuzz.check.Mismatch;
import dev.fluxion.processor.fuzz.check.Tally;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Programs;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Plants every fault and counts the programs until it shows. Run as {@code processor/docs/random-programs.md} says. */
public final class FaultCampaign {

    private static final int TOGETHER = 8;
    private static final int PROGRAMS = 2000;

    private FaultCampaign() {}

    /**
     * Prints a table of faults.
     *
     * @param arguments how many programs each is looked for in; then the numbers of the first fault and of the one behind the last
     */
    public static void main(String[] arguments) {
        int programs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PROGRAMS;
        int from = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        int to = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Faults.ALL.size();
        System.out.println("| fault | in | programs until found | found as |\n|---|---|---|---|");
        for (Fault fault : Faults.ALL.subList(from, to)) {
            Optional<String> found = search(fault, programs);
            String where = fault.owner().substring(fault.owner().lastIndexOf('.') + 1) + "." + fault.name();
            System.out.println("| " + fault.description() + " | `" + where + "` | "
                    + found.orElse("not in " + programs + " | ") + " |");
            System.out.flush();
        }
    }

    /** The number of the first program that is wrong, and how. A compiler that merely fails would be noticed without any programs. */
    static Optional<String> search(Fault fault, int programs) {
        Optional<FaultyCompiler.Planted> planted = FaultyCompiler.plant(fault);
        if (planted.isEmpty()) {
            return Optional.of("cannot be planted | ");
        }
        FaultyCompiler compiler = new FaultyCompiler(planted.get());
        for (int from = 1; from <= programs; from += TOGETHER) {
            List<Program> some = LongStream.range(from, from + TOGETHER)
                    .mapToObj(Programs::of)
                    .toList();
            List<List<Mismatch>> found = Batch.check(some, compiler::processor, new Tally());
            for (int i = 0; i < found.size(); i++) {
                Optional<Mismatch> wrong = found.get(i).stream()
                        .filter(m -> m.kind() != Kind.MALFORMED && m.kind() != Kind.CRASH)
                        .findFirst();
                if (wrong.isPresent()) {
                    return Optional.of((from + i) + " | " + wrong.get().kind());
                }
            }
        }
        return Optional.empty();
    }
}
