package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Value numbering of array elements (Cocke and Schwartz, 1970): one that was read before, and that nothing can have changed since, is copied from the variable
 * that it was read into. What the reverse sweep needs of it is recorded once then, and one adjoint is added to its array's.
 */
final class KnownElements {

    private final Memory memory;
    private final Occurrences occurrences;
    private Map<Expr.Element, Var> known = new LinkedHashMap<>();

    private KnownElements(Memory memory, Occurrences occurrences) {
        this.memory = memory;
        this.occurrences = occurrences;
    }

    /** A function in three-address form that reads no element again which it has. */
    static Function apply(Function f, Summaries summaries) {
        Memory memory = Memory.of(f, v -> null, summaries);
        return f.withBody(new KnownElements(memory, Occurrences.of(f)).block(f.body()));
    }

    private Block block(Block b) {
        List<Stmt> code = new ArrayList<>();
        b.statements().forEach(s -> code.add(Walk.blocks(s).isEmpty() ? simple(s) : compound(s)));
        return new Block(code);
    }

    private Stmt simple(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() instanceof Expr.Element e && isNumbered(e)) {
            Var holder = known.get(e);
            forget(s);
            if (holder == null && occurrences.definitions(d.variable()) == 1) {
                known.put(e, d.variable());
            }
            return holder == null ? s : new Stmt.Declare(d.variable(), Expr.read(holder), d.span());
        } else if (s instanceof Stmt.Assign a && a.value() instanceof Expr.Element e && known.containsKey(e)) {
            Stmt copy = new Stmt.Assign(a.variable(), Expr.read(known.get(e)), a.span());
            forget(s);
            return copy;
        }
        forget(s);
        return s;
    }

    private static boolean isNumbered(Expr.Element e) {
        return e.type().isFloating() && e.array() instanceof Expr.Read && !Effects.readsMemory(e.index());
    }

    private Stmt compound(Stmt s) {
        if (s instanceof Stmt.If i) {
            return behind(s, new Stmt.If(i.condition(), inner(i.whenTrue()), inner(i.whenFalse()), i.span()));
        } else if (s instanceof Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            w.cases().forEach(c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), inner(c.body()))));
            return behind(s, new Stmt.Switch(w.label(), w.selector(), cases, w.span()));
        } else if (s instanceof Stmt.Loop l) {
            forget(s);
            return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), inner(l.body()), l.span());
        }
        return behind(s, s);
    }

    private Stmt behind(Stmt s, Stmt result) {
        forget(s);
        return result;
    }

    /** A block of a compound statement, from which nothing is known behind it. */
    private Block inner(Block b) {
        Map<Expr.Element, Var> before = known;
        known = new LinkedHashMap<>(before);
        Block result = block(b);
        known = before;
        return result;
    }

    /** Forgets what a statement, or one in it, may change. */
    private void forget(Stmt s) {
        Set<Var> assigned = Occurrences.assigned(s);
        Set<Var> written = memory.written(Block.of(s));
        known.entrySet()
                .removeIf(k -> assigned.contains(k.getValue())
                        || Occurrences.reads(k.getKey()).stream().anyMatch(assigned::contains)
                        || memory.contents(k.getKey().array())
                                .filter(written::contains)
                                .isPresent());
    }
}
