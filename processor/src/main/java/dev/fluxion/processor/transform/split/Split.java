package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * A function whose statements take more bytecode than HotSpot compiles calls parts of itself instead: runs of statements become methods of
 * their own, in the same order. What one part gives another goes through arrays, one for each primitive type, as do the variables that a
 * part changes; all else is handed over as arguments. (Outlining; the arrays are the frame of a closure-converted program, Appel,
 * Compiling with Continuations, 1992.)
 */
public final class Split {

    /** HotSpot compiles no method of more than 8,000 bytes; what is counted is an estimate. */
    private static final int LIMIT = 7000;

    /** A part, and an expression of one, is somewhat smaller, since the arrays take code too. */
    static final int PART = 4000;

    /** As many parameters of two words each as a method may have, almost. */
    private static final int PARAMETERS = 120;

    private final PartNames names;
    private final List<Function> parts = new ArrayList<>();

    private Split(PartNames names) {
        this.names = names;
    }

    /**
     * A function and the parts that it calls.
     *
     * @param parts in the order of their calls; none if the function is small
     */
    public record Parts(Function function, List<Function> parts) {}

    /**
     * Splits a function if it is large, and what is left of it, until it is not, or no longer becomes smaller: calls of parts take code as well, much of it
     * where many references are handed over.
     */
    public static Parts apply(Function function, PartNames names) {
        if (CodeSize.of(function) <= LIMIT) {
            return new Parts(function, List.of());
        }
        Split split = new Split(names);
        Function left = function.withBody(new LongExpressions(PART).block(function.body()));
        int size = CodeSize.of(left);
        while (size > LIMIT) {
            List<Function> made = new ArrayList<>();
            Function smaller = split.once(left, made);
            if (made.isEmpty() || CodeSize.of(smaller) >= size) {
                break;
            }
            split.parts.addAll(made);
            left = smaller;
            size = CodeSize.of(left);
        }
        boolean callable = split.parts.stream().allMatch(p -> p.parameters().size() <= PARAMETERS);
        return callable ? new Parts(left, split.parts) : new Parts(function, List.of());
    }

    private Function once(Function function, List<Function> made) {
        Frame frame = new Frame();
        Block body = new Outlining(function, frame, names, made).body();
        List<Stmt> code = new ArrayList<>(frame.declarations());
        code.addAll(body.statements());
        return function.withBody(new Block(code));
    }
}
