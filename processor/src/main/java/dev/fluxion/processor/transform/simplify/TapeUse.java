package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A stack that one statement fills and another one empties, each in counted loops that stand right in one another.
 *
 * @param stack the stack
 * @param element the type of its elements
 * @param filling the loops around the statement that fills it, the outermost first
 * @param emptying the loops around the one that empties it
 * @param isDeclaredBeside whether the stack is declared in the block of the outermost loops
 */
record TapeUse(Var stack, Type element, List<Stmt.Loop> filling, List<Stmt.Loop> emptying, boolean isDeclaredBeside) {

    /** The use of a stack, if it is such. */
    static Optional<TapeUse> find(Var stack, Block body, Occurrences occurrences) {
        List<Stmt> push = new ArrayList<>();
        List<Stmt> pop = new ArrayList<>();
        Type[] element = {null};
        Walk.allExpressions(
                body, e -> element[0] = e instanceof Expr.Pop p && p.stack() == stack ? p.type() : element[0]);
        boolean once = occurrences.reads(stack) == 2
                && way(body, s -> s instanceof Stmt.Push p && p.stack() == stack, push)
                && way(body, s -> Walk.blocks(s).isEmpty() && pops(s, stack), pop);
        if (!once || element[0] == null) {
            return Optional.empty();
        }
        Block block = body;
        int k = 0;
        while (k < push.size() && k < pop.size() && push.get(k) == pop.get(k)) {
            Block inner = holding(push.get(k), push.get(k + 1));
            if (inner == null || inner != holding(pop.get(k), pop.get(k + 1))) {
                return Optional.empty();
            }
            block = inner;
            k++;
        }
        boolean beside =
                block.statements().stream().anyMatch(s -> s instanceof Stmt.Declare d && d.variable() == stack);
        Optional<List<Stmt.Loop>> filling = loops(push.subList(k, push.size()));
        Optional<List<Stmt.Loop>> emptying = loops(pop.subList(k, pop.size()));
        return filling.isPresent() && emptying.isPresent()
                ? Optional.of(new TapeUse(stack, element[0], filling.get(), emptying.get(), beside))
                        .filter(u -> u.isRegular(occurrences))
                : Optional.empty();
    }

    private static boolean pops(Stmt s, Var stack) {
        boolean[] found = {false};
        Walk.expressions(s)
                .forEach(e ->
                        Walk.expressions(e, part -> found[0] |= part instanceof Expr.Pop p && p.stack() == stack));
        return found[0];
    }

    /** The statements around one, the outermost first, and that one. */
    private static boolean way(Block block, Predicate<Stmt> target, List<Stmt> found) {
        for (Stmt s : block.statements()) {
            found.add(s);
            if (target.test(s) || Walk.blocks(s).stream().anyMatch(b -> way(b, target, found))) {
                return true;
            }
            found.remove(found.size() - 1);
        }
        return false;
    }

    private static Block holding(Stmt outer, Stmt inner) {
        return Walk.blocks(outer).stream()
                .filter(b -> b.statements().stream().anyMatch(s -> s == inner))
                .findFirst()
                .orElse(null);
    }

    /** The loops of a way, if it leads through nothing but their bodies. */
    private static Optional<List<Stmt.Loop>> loops(List<Stmt> way) {
        List<Stmt.Loop> found = new ArrayList<>();
        for (int i = 0; i + 1 < way.size(); i++) {
            Stmt inner = way.get(i + 1);
            if (!(way.get(i) instanceof Stmt.Loop l)
                    || l.body().statements().stream().noneMatch(s -> s == inner)) {
                return Optional.empty();
            }
            found.add(l);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Whether the loops go through the same iterations, the later ones backwards, and how many there are is known at the first. */
    private boolean isRegular(Occurrences occurrences) {
        boolean regular = filling.size() == emptying.size() && !mayLeave(first()) && !mayLeave(emptying.get(0));
        for (int i = 0; regular && i < filling.size(); i++) {
            regular = ReversedLoop.isReverse(filling.get(i), emptying.get(i))
                    && counted(filling.get(i)).isSized()
                    && !counted(filling.get(i)).isOutOfReach()
                    && isKnown(counted(filling.get(i)), i > 0, occurrences);
        }
        return regular;
    }

    private static boolean mayLeave(Stmt.Loop l) {
        boolean[] leaves = {false};
        Walk.statements(
                l.body(),
                s -> leaves[0] |= s instanceof Stmt.Break || s instanceof Stmt.Throw || s instanceof Stmt.Return);
        return leaves[0];
    }

    /** Whether a loop's bounds are the same before the first loop: numbers and variables from outside that never change; of an inner loop no lengths, which may fail. */
    private boolean isKnown(CountedLoop l, boolean isInner, Occurrences occurrences) {
        boolean[] known = {true};
        for (Expr e : List.of(l.from(), l.bound())) {
            Walk.expressions(e, part -> known[0] &= isKnown(part, isInner, occurrences));
        }
        return known[0];
    }

    private boolean isKnown(Expr part, boolean isInner, Occurrences occurrences) {
        if (part instanceof Expr.Read r) {
            boolean[] inside = {false};
            Walk.statements(
                    Block.of(first()), s -> inside[0] |= s instanceof Stmt.Declare d && d.variable() == r.variable());
            return occurrences.definitions(r.variable()) == 1 && !inside[0];
        }
        return part instanceof Expr.Constant || part instanceof Expr.Length && !isInner || part instanceof Expr.Binary;
    }

    /** The outermost loop that fills the stack. */
    Stmt.Loop first() {
        return filling.get(0);
    }

    private static CountedLoop counted(Stmt.Loop l) {
        return CountedLoop.of(l).orElseThrow();
    }

    /** How many iterations there are. */
    Expr length() {
        Expr product = counted(first()).count();
        for (Stmt.Loop l : filling.subList(1, filling.size())) {
            Callee.Method exact = Callee.Method.publicStatic(
                    Types.MATH, "multiplyExact", Type.Primitive.INT, Type.Primitive.INT, Type.Primitive.INT);
            product = new Expr.Call(exact, null, List.of(product, counted(l).count()), Type.Primitive.INT, Span.NONE);
        }
        return product;
    }

    /** The place of an iteration, by the counters of its loops. */
    Expr place(List<Stmt.Loop> loops) {
        Expr place = null;
        for (int i = 0; i < loops.size(); i++) {
            CountedLoop l = counted(filling.get(i));
            Expr index = l.index(Expr.read(counted(loops.get(i)).counter()));
            place = place == null
                    ? index
                    : binary(Operator.ADD, binary(Operator.MULTIPLY, place, l.countWithin()), index);
        }
        return place;
    }

    private static Expr binary(Operator operator, Expr a, Expr b) {
        return new Expr.Binary(operator, a, b, Type.Primitive.INT);
    }
}
