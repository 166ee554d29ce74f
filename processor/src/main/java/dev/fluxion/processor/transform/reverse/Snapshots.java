package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Snapshots (Dauvergne and Hascoët, 2006): where loops in loops read an array again and again which is written only behind them, the array is copied once, and the
 * copy is read, instead of each element being recorded whenever it is read. One of the loops runs as often as the array is long, so that the copy is never
 * dearer than what it saves.
 */
final class Snapshots {

    private final Subject subject;
    private final Versions versions;
    private final Lengths lengths;

    /** The temporaries that are given elements, by the loops before which the array is copied and by the array. */
    private final Map<Place, Set<Var>> read = new LinkedHashMap<>();

    /** Where there are loops in loops, and where one of them runs as often as the array is long. */
    private final Set<Place> nested = new LinkedHashSet<>();

    private final Set<Place> covered = new LinkedHashSet<>();

    /** The loop before which an array is copied. */
    private record Place(Label loop, Var array) {}

    private Snapshots(Subject subject) {
        this.subject = subject;
        this.versions = subject.versions();
        this.lengths = new Lengths(versions);
    }

    /**
     * The function that reads copies, or the same one.
     *
     * @param simple the function before it was prepared for reversal
     * @param plan what is recorded of it
     */
    static Function apply(Function simple, Subject subject, Plan plan) {
        Snapshots snapshots = new Snapshots(subject);
        plan.strategies().forEach((v, s) -> {
            if (s instanceof Strategy.Stacked || s instanceof Strategy.Taped) {
                snapshots.consider(v);
            }
        });
        snapshots.read.keySet().retainAll(snapshots.nested);
        snapshots.read.keySet().retainAll(snapshots.covered);
        return snapshots.read.isEmpty()
                ? simple
                : simple.withBody(snapshots.rewriting().block(simple.body()));
    }

    private void consider(Version v) {
        if (v.site() instanceof Stmt.Declare d
                && d.value() instanceof Expr.Element e
                && e.type().isFloating()
                && e.array() instanceof Expr.Read array) {
            Version of = versions.use(d, array.variable());
            List<Stmt.Loop> around =
                    unchanging(v.region(), of, subject.memory().contents(array).orElse(null));
            if (!around.isEmpty()) {
                Stmt.Loop outermost = around.get(around.size() - 1);
                Place place = new Place(outermost.label(), array.variable());
                read.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(d.variable());
                if (around.size() > 1) {
                    nested.add(place);
                }
                if (around.stream().anyMatch(l -> lengths.isOnceForEach(l, of))) {
                    covered.add(place);
                }
            }
        }
    }

    /** The loops around a region, the innermost first, that write neither to an array nor to its variable. */
    private List<Stmt.Loop> unchanging(Region region, Version array, Var contents) {
        List<Stmt.Loop> found = new ArrayList<>();
        for (Region r = region.instance(); !r.isRoot(); r = r.parent().instance()) {
            Stmt.Loop loop = (Stmt.Loop) r.owner();
            if (contents == null
                    || array.region().isWithin(r)
                    || versions.heads(loop).containsKey(contents)) {
                return found;
            }
            found.add(loop);
        }
        return found;
    }

    private Rewriter rewriting() {
        return new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                if (!(s instanceof Stmt.Loop l)) {
                    return super.rewrite(s);
                }
                List<Stmt> code = new ArrayList<>();
                Stmt loop = l;
                for (Map.Entry<Place, Set<Var>> e : read.entrySet()) {
                    if (e.getKey().loop() == l.label()) {
                        Var array = e.getKey().array();
                        Var copy = new Var(array.name() + "Copy", array.type());
                        code.add(new Stmt.Declare(copy, ArrayOperation.snapshot(array), l.span()));
                        loop = redirected(loop, e.getValue(), copy);
                    }
                }
                code.add(descend(loop));
                return code;
            }
        };
    }

    /** A loop in which some temporaries are given their elements by a copy. */
    private static Stmt redirected(Stmt loop, Set<Var> temporaries, Var copy) {
        return new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                return s instanceof Stmt.Declare d
                                && temporaries.contains(d.variable())
                                && d.value() instanceof Expr.Element e
                        ? List.of(new Stmt.Declare(
                                d.variable(), new Expr.Element(Expr.read(copy), e.index(), e.type()), d.span()))
                        : super.rewrite(s);
            }
        }.rewrite(loop).get(0);
    }

    /** A finished function, in which the copies are copies like others. */
    static Block settled(Block body) {
        return new Rewriter() {
            @Override
            protected Expr leave(Expr e) {
                return ArrayOperation.isSnapshot(e) ? ArrayOperation.copy(e) : e;
            }
        }.block(body);
    }
}
