package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence of statements whose exceptions go to a handler. What may throw is attempted, as many statements at once as nobody can tell from none of them: all but
 * the last of them change nothing active that can be seen behind the exception.
 */
final class Attempts {

    private final Handler handler;
    private final ActiveCode active;
    private final Map<Var, Integer> mentions;
    private final List<Stmt> code = new ArrayList<>();
    private final List<Stmt> group = new ArrayList<>();

    /** How many statements of the group are at least attempted: up to the last that may throw. */
    private int attempted;

    /** The lengths of arrays that were just made. */
    private final Map<Var, Integer> lengths = new HashMap<>();

    /** @param mentions how many statements of the function mention each variable */
    Attempts(Handler handler, ActiveCode active, Map<Var, Integer> mentions) {
        this.handler = handler;
        this.active = active;
        this.mentions = mentions;
    }

    /** How many statements of a function mention each variable. */
    static Map<Var, Integer> mentions(Function f) {
        Map<Var, Integer> found = new HashMap<>();
        count(f.body(), found);
        return found;
    }

    private static void count(Block b, Map<Var, Integer> found) {
        Walk.statements(b, s -> {
            List<Var> all = new ArrayList<>(Occurrences.defined(s));
            if (s instanceof Stmt.Declare d && d.value() == null) {
                all.add(d.variable());
            } else if (s instanceof Stmt.Push p) {
                all.add(p.stack());
            }
            Walk.expressions(s).forEach(e -> all.addAll(Occurrences.reads(e)));
            all.forEach(v -> found.merge(v, 1, Integer::sum));
        });
    }

    /** Adds a statement without blocks. */
    void add(Stmt s) {
        boolean total = isTotal(s);
        if (group.isEmpty() && total) {
            code.add(initialised(s));
        } else {
            if (assignsAgain(s)) {
                flush();
                add(s);
                return;
            }
            group.add(s);
            attempted = total ? attempted : group.size();
            if (active.isVisible(s, handler.own())) {
                flush();
            }
        }
        remember(s);
    }

    /** Attempts a statement that has blocks and changes nothing active. */
    void addWhole(Stmt s) {
        flush();
        lengths.clear();
        group.add(s);
        attempted = 1;
        flush();
    }

    /** Adds what takes care of exceptions itself. */
    void addAll(List<Stmt> statements) {
        flush();
        lengths.clear();
        code.addAll(statements);
    }

    /** An expression that cannot throw and has the same value. */
    Expr total(Expr e, Span span) {
        if (Effects.isTotal(e)) {
            return e;
        }
        Var v = Var.temporary(TemporaryNames.of(e), e.type());
        flush();
        code.add(new Stmt.Declare(v, Defaults.of(e.type()), Span.NONE));
        add(new Stmt.Assign(v, e, span));
        flush();
        return Expr.read(v);
    }

    List<Stmt> finish() {
        flush();
        return code;
    }

    /** That an attempt gives a variable its value cannot be seen behind it. */
    private static Stmt initialised(Stmt s) {
        return s instanceof Stmt.Declare d && d.value() == null
                ? new Stmt.Declare(d.variable(), Defaults.of(d.variable().type()), d.span())
                : s;
    }

    private boolean isTotal(Stmt s) {
        return Guards.isTotal(s) || s instanceof Stmt.StoreElement e && isWithin(e);
    }

    private boolean isWithin(Stmt.StoreElement e) {
        return e.array() instanceof Expr.Read r
                && e.index() instanceof Expr.Constant c
                && (Integer) c.value() >= 0
                && (Integer) c.value() < lengths.getOrDefault(r.variable(), 0)
                && e.value().type().isPrimitive()
                && Effects.isTotal(e.value());
    }

    private void remember(Stmt s) {
        Occurrences.defined(s).forEach(lengths::remove);
        Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        if (value instanceof Expr.NewArray n && n.lengths().get(0) instanceof Expr.Constant c) {
            lengths.put(Occurrences.defined(s).get(0), (Integer) c.value());
        }
    }

    /** What is recorded of a group is recorded at its end. */
    private boolean assignsAgain(Stmt s) {
        return Occurrences.defined(s).stream()
                .anyMatch(v ->
                        group.stream().anyMatch(g -> Occurrences.assigned(g).contains(v)));
    }

    private void flush() {
        if (group.isEmpty()) {
            return;
        }
        List<Stmt> tried = new ArrayList<>(group.subList(0, attempted));
        List<Stmt> rest = new ArrayList<>(group.subList(attempted, group.size()));
        group.clear();
        attempted = 0;
        Var failed = Attempt.flag();
        Stmt attempt = Attempt.of(outside(tried), failed, handler.thrown());
        code.add(new Stmt.Declare(failed, new Expr.Constant(true, Type.Primitive.BOOLEAN), Span.NONE));
        code.add(attempt);
        code.add(new Stmt.If(Expr.read(failed), Block.of(handler.jump()), Block.EMPTY, Span.NONE));
        rest.forEach(this::add);
    }

    /** The statements without the declarations of what others read: those stand before. */
    private List<Stmt> outside(List<Stmt> tried) {
        Map<Var, Integer> inside = new HashMap<>();
        count(new Block(tried), inside);
        List<Stmt> left = new ArrayList<>();
        for (Stmt s : tried) {
            boolean moves =
                    s instanceof Stmt.Declare d && !inside.get(d.variable()).equals(mentions.get(d.variable()));
            if (moves) {
                Stmt.Declare d = (Stmt.Declare) s;
                code.add(initialised(new Stmt.Declare(d.variable(), null, Span.NONE)));
                if (d.value() != null) {
                    left.add(new Stmt.Assign(d.variable(), d.value(), d.span()));
                }
            } else {
                left.add(s);
            }
        }
        return left;
    }
}
