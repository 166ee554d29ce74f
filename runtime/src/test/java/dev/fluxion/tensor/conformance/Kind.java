package dev.fluxion.tensor.conformance;

import dev.fluxion.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** What a case of the fixture is about. */
enum Kind {
    NO_DIMENSIONS(c -> c.numbers().anyMatch(n -> n.shape().length == 0)),
    ONE_ELEMENT(c -> c.numbers().anyMatch(n -> n.shape().length > 0 && n.elements().length == 1)),
    EMPTY(c -> c.numbers().anyMatch(n -> n.elements().length == 0)),
    BROADCAST_LEFT(c -> c.name().startsWith("broadcast left")),
    BROADCAST_RIGHT(c -> c.name().startsWith("broadcast right")),
    BROADCAST_BOTH(c -> c.name().startsWith("broadcast both")),
    VIEW(c -> c.inputs().stream().anyMatch(i -> i.startsWith("t") || i.startsWith("s"))),
    TIE_OR_KINK(Kind::hasTieOrZero),
    NAN(c -> elements(c).anyMatch(Double::isNaN)),
    INFINITY(c -> elements(c).anyMatch(Double::isInfinite)),
    FLOAT(c -> c.type() == DType.FLOAT32);

    /** Their tensors have ranks and sizes of their own, and nothing repeats. */
    private static final Set<String> JOINING = Set.of("cat(1)", "scatterAdd(0, index)");

    private final Predicate<Case> test;

    Kind(Predicate<Case> test) {
        this.test = test;
    }

    boolean isOf(Case c) {
        return test.test(c);
    }

    /** Whether an operation can have such a case at all, or needs one beside that of its other lines. */
    boolean concerns(String operation, List<Case> cases) {
        boolean ofOneIndex = operation.startsWith("scatterAdd(0, [[0]])") || operation.equals("scatterAdd(0, none)");
        return switch (this) {
            case BROADCAST_LEFT, BROADCAST_RIGHT, BROADCAST_BOTH ->
                cases.get(0).inputs().size() == 2 && !JOINING.contains(operation) && !ofOneIndex;
            default -> !ofOneIndex;
        };
    }

    private static DoubleStream elements(Case c) {
        return c.numbers().flatMapToDouble(n -> Arrays.stream(n.elements()));
    }

    private static boolean hasTieOrZero(Case c) {
        double[] sorted = elements(c).sorted().toArray();
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == 0 || i > 0 && sorted[i] == sorted[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
