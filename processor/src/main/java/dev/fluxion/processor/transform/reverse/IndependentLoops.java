package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Loops whose iterations meet in memory only by reading what nobody writes any more (Bernstein's conditions, 1966), or in arrays that every iteration fills before it
 * reads them and that nothing else looks at (array privatisation: Tu and Padua, 1993). The adjoints of the former are only added to until the loop is
 * reversed; those of the latter are zero between iterations. So each iteration may be reversed at once. What the iterations have in common in
 * variables is for others to look at.
 */
final class IndependentLoops {

    private final Function function;
    private final Memory memory;
    private final Versions versions;
    private final Coverage coverage;

    IndependentLoops(Function function, Memory memory, Versions versions) {
        this.function = function;
        this.memory = memory;
        this.versions = versions;
        this.coverage = new Coverage(memory, versions);
    }

    boolean isIndependent(Stmt.Loop l) {
        Optional<CountedLoop> counted = CountedLoop.of(l);
        if (counted.isEmpty() || !counted.get().isPlain() || handsArraysOn(l)) {
            return false;
        }
        Set<Var> written = new LinkedHashSet<>(memory.written(l.body()));
        Set<Var> read = new LinkedHashSet<>();
        boolean[] plain = {true};
        Walk.statements(
                l.body(),
                s -> Walk.expressions(s)
                        .forEach(root -> Walk.expressions(root, e -> {
                            plain[0] &= !(e instanceof Expr.FieldRead f
                                    && !f.field().isFinal());
                            if (isPlace(e) && e.type() instanceof Type.Array) {
                                read.addAll(memory.levels(e));
                                plain[0] &= !memory.isIn(e, written)
                                        || isOfNumbers(e) && !memory.isOutside(e) && !memory.isKept(e);
                            }
                        })));
        read.removeAll(written);
        return plain[0]
                && read.stream().allMatch(m -> isOver(m, l))
                && written.stream().noneMatch(m -> isSeenElsewhere(m, l))
                && coverage.isWrittenBeforeRead(l.body(), written, new HashSet<>());
    }

    /** Whether an iteration leaves a variable with an array, which it may have made, to the next one or to what comes behind. */
    private boolean handsArraysOn(Stmt.Loop l) {
        Set<Var> contents = memory.all();
        boolean[] stored = {false};
        Walk.statements(l.body(), s -> stored[0] |= s instanceof Stmt.StoreField);
        return stored[0]
                || versions.heads(l).keySet().stream()
                        .anyMatch(v -> v.type() instanceof Type.Array && !contents.contains(v));
    }

    /** Whether nothing writes to some memory from a loop on. */
    private boolean isOver(Var contents, Stmt.Loop l) {
        Version then = versions.memory(l, contents);
        return then != null && versions.survives(then);
    }

    private static boolean isPlace(Expr e) {
        return e instanceof Expr.Read || e instanceof Expr.Element || e instanceof Expr.FieldRead;
    }

    private static boolean isOfNumbers(Expr array) {
        return array.type() instanceof Type.Array a && a.component().isPrimitive();
    }

    /** Whether a statement outside a loop has anything to do with some memory but to allocate it. */
    private boolean isSeenElsewhere(Var contents, Stmt.Loop loop) {
        return isSeen(function.body(), contents, loop);
    }

    private boolean isSeen(Block block, Var contents, Stmt.Loop apart) {
        for (Stmt s : block.statements()) {
            if (s == apart) {
                continue;
            }
            boolean[] seen = {Walk.blocks(s).isEmpty() && memory.written(s).contains(contents)};
            for (Expr root : Walk.expressions(s)) {
                boolean made = s instanceof Stmt.Declare && root instanceof Expr.NewArray;
                Walk.expressions(
                        root,
                        e -> seen[0] |= !made && isPlace(e) && memory.levels(e).contains(contents));
            }
            if (seen[0] || Walk.blocks(s).stream().anyMatch(b -> isSeen(b, contents, apart))) {
                return true;
            }
        }
        return false;
    }

    /** Which arrays an iteration has filled. */
    private record Coverage(Memory memory, Versions versions, Places places, Lengths lengths) {

        Coverage(Memory memory, Versions versions) {
            this(memory, versions, new Places(versions), new Lengths(versions));
        }

        /** Whether code reads no array of some memory that is not filled by then; tells what is filled when it is done. */
        boolean isWrittenBeforeRead(Block block, Set<Var> written, Set<Version> filled) {
            for (Stmt s : block.statements()) {
                if (!readsFilled(s, written, filled)) {
                    return false;
                }
                for (Block inner : Walk.blocks(s)) {
                    if (!isWrittenBeforeRead(inner, written, new HashSet<>(filled))) {
                        return false;
                    }
                }
                if (s instanceof Stmt.Declare d && d.value() instanceof Expr.NewArray) {
                    filled.add(versions.after(s, d.variable()));
                } else if (s instanceof Stmt.Loop l) {
                    l.body().statements().forEach(store -> fills(l, store).ifPresent(filled::add));
                }
            }
            return true;
        }

        /** The array of which a statement of a loop's body sets each element. */
        private Optional<Version> fills(Stmt.Loop loop, Stmt s) {
            boolean[] whole = {true};
            Walk.statements(loop.body(), inner -> whole[0] &= !(inner instanceof Stmt.Break));
            if (!whole[0] || !(s instanceof Stmt.StoreElement store)) {
                return Optional.empty();
            }
            Version array = places.origin(s, store.array());
            Places.Place place = places.of(s, store.index());
            boolean each = array != null
                    && place != null
                    && place.exact()
                    && place.offset() == 0
                    && place.counter().site() == loop
                    && lengths.isOnceForEach(loop, array);
            return each ? Optional.of(array) : Optional.empty();
        }

        private boolean readsFilled(Stmt s, Set<Var> written, Set<Version> filled) {
            for (Expr root : Walk.expressions(s)) {
                boolean named = root instanceof Expr.Read && (s instanceof Stmt.Declare || s instanceof Stmt.Assign);
                boolean target = s instanceof Stmt.StoreElement e && root == e.array();
                if (!named && !target && !readsFilled(s, root, written, filled)) {
                    return false;
                }
            }
            return true;
        }

        private boolean readsFilled(Stmt s, Expr e, Set<Var> written, Set<Version> filled) {
            boolean isRead = e instanceof Expr.Read && e.type() instanceof Type.Array && memory.isIn(e, written);
            return e instanceof Expr.Length l && l.array() instanceof Expr.Read
                    || (!isRead || isFilled(s, e, filled))
                            && Walk.parts(e).stream().allMatch(part -> readsFilled(s, part, written, filled));
        }

        private boolean isFilled(Stmt s, Expr array, Set<Version> filled) {
            return filled.contains(places.origin(s, array));
        }
    }
}
