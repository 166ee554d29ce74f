package dev.fluxion.processor.transform.memory;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tapes hold after a block what they held before: those on which every call of a forward sweep is followed by that of its reverse sweep. */
final class Recording {

    private static final class Count {
        private int forward;
        private int reverse;
    }

    private Recording() {}

    /** The tapes of the forward sweeps in a block, declared outside of it, that hold nothing of them when it is left. */
    static List<Var> over(Block block) {
        Map<Var, Count> counts = new LinkedHashMap<>();
        Walk.statements(block, s -> {
            if (s instanceof Stmt.Invoke i) {
                count(i.callee(), i.arguments(), counts);
            }
        });
        Walk.allExpressions(block, e -> {
            if (e instanceof Expr.Call c) {
                count(c.callee(), c.arguments(), counts);
            }
        });
        Walk.statements(block, s -> {
            if (s instanceof Stmt.Declare d) {
                counts.remove(d.variable());
            }
        });
        return counts.entrySet().stream()
                .filter(e -> e.getValue().forward > 0 && e.getValue().forward == e.getValue().reverse)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void count(Callee callee, List<Expr> arguments, Map<Var, Count> counts) {
        boolean isForward = is(callee, Transform.FORWARD_SWEEP);
        boolean isReverse = is(callee, Transform.REVERSE_SWEEP);
        for (Var tape : isForward || isReverse ? tapes(arguments) : List.<Var>of()) {
            Count count = counts.computeIfAbsent(tape, key -> new Count());
            count.forward += isForward ? 1 : 0;
            count.reverse += isReverse ? 1 : 0;
        }
    }

    private static List<Var> tapes(List<Expr> arguments) {
        return arguments.stream()
                .filter(a -> a.type().equals(Types.TAPE) && a instanceof Expr.Read)
                .map(a -> ((Expr.Read) a).variable())
                .distinct()
                .toList();
    }

    static boolean is(Callee callee, Transform transform) {
        return callee instanceof Callee.Derived d && (d.derivation().transform() == transform || is(d.of(), transform));
    }
}
