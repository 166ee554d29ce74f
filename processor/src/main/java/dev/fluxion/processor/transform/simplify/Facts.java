package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Walk;
import java.util.IdentityHashMap;
import java.util.Map;

/** What is asked of expressions again and again, each of which is looked at once, however large the ones that it is a part of. */
final class Facts {

    /**
     * What is known of an expression.
     *
     * @param operators how many operators and calls it has
     * @param isTotal whether its evaluation has no effect and never throws
     * @param readsMemory whether its value depends on fields, array elements or stacks
     */
    record Fact(int operators, boolean isTotal, boolean readsMemory) {}

    private final Map<Expr, Fact> seen = new IdentityHashMap<>();

    Fact of(Expr e) {
        Fact known = seen.get(e);
        if (known == null) {
            known = find(e);
            seen.put(e, known);
        }
        return known;
    }

    int operators(Expr e) {
        return of(e).operators();
    }

    boolean isTotal(Expr e) {
        return of(e).isTotal();
    }

    boolean readsMemory(Expr e) {
        return of(e).readsMemory();
    }

    /**
     * Whether an expression computes a number that is worth a name, never fails and depends on local variables alone. Sums and products of integers are written again
     * rather.
     */
    boolean isWorthy(Expr e) {
        Fact f = of(e);
        boolean isNumber = e.type().isFloating()
                || e instanceof Expr.Conditional && e.type().isPrimitive();
        return isNumber && f.operators() > 0 && f.isTotal() && !f.readsMemory();
    }

    private Fact find(Expr e) {
        boolean leaf = e instanceof Expr.Read || e instanceof Expr.Constant || e instanceof Expr.Cast;
        int operators = leaf ? 0 : 1;
        boolean total = Effects.isTotalApart(e);
        boolean memory = Effects.readsMemoryApart(e);
        for (Expr part : Walk.parts(e)) {
            Fact f = of(part);
            operators += f.operators();
            total &= f.isTotal();
            memory |= f.readsMemory();
        }
        return new Fact(operators, total, memory);
    }
}
