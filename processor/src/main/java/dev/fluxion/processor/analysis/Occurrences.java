package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each variable of a function is given a value and read, by the text: a loop's body counts once. */
public final class Occurrences {

    private final Map<Var, Integer> definitions = new HashMap<>();
    private final Map<Var, Integer> reads = new HashMap<>();

    private Occurrences() {}

    public static Occurrences of(Function function) {
        Occurrences found = new Occurrences();
        for (Parameter p : function.parameters()) {
            found.define(p.variable());
        }
        Walk.statements(function.body(), found::statement);
        return found;
    }

    private void statement(Stmt s) {
        defined(s).forEach(this::define);
        Walk.expressions(s)
                .forEach(e -> Walk.expressions(e, part -> {
                    Var v = read(part);
                    if (v != null) {
                        reads.merge(v, 1, Integer::sum);
                    }
                }));
        if (s instanceof Stmt.Push p) {
            reads.merge(p.stack(), 1, Integer::sum);
        }
    }

    private void define(Var v) {
        definitions.merge(v, 1, Integer::sum);
    }

    /** How many parameters, initialised declarations, assignments and bindings give the variable a value. */
    public int definitions(Var v) {
        return definitions.getOrDefault(v, 0);
    }

    /** How many expressions read the variable. */
    public int reads(Var v) {
        return reads.getOrDefault(v, 0);
    }

    /** The variables that a statement itself gives a value, those of nested statements apart. */
    public static List<Var> defined(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return d.value() == null ? List.of() : List.of(d.variable());
        } else if (s instanceof Stmt.Assign a) {
            return List.of(a.variable());
        } else if (s instanceof Stmt.Invoke i) {
            return i.targets().stream().filter(v -> v != null).toList();
        } else if (s instanceof Stmt.Try t) {
            return t.catches().stream().map(Stmt.Catch::variable).toList();
        }
        return List.of();
    }

    /** The variables that a statement gives a value, those of nested statements included. */
    public static Set<Var> assigned(Stmt s) {
        Set<Var> found = new HashSet<>();
        Walk.statements(Block.of(s), inner -> found.addAll(defined(inner)));
        return found;
    }

    /** The variable that an expression itself reads, parts apart; null if none. */
    public static Var read(Expr e) {
        if (e instanceof Expr.Read r) {
            return r.variable();
        } else if (e instanceof Expr.Pop p) {
            return p.stack();
        }
        return e instanceof Expr.IsEmpty i ? i.stack() : null;
    }

    /** The variables that an expression reads. */
    public static Set<Var> reads(Expr e) {
        Set<Var> found = new HashSet<>();
        addReads(e, found);
        return found;
    }

    private static void addReads(Expr e, Set<Var> found) {
        Walk.expressions(e, part -> {
            Var v = read(part);
            if (v != null) {
                found.add(v);
            }
        });
    }

    /** The variables that a statement mentions anywhere, nested statements included. */
    public static Set<Var> mentioned(Stmt s) {
        Set<Var> found = new HashSet<>();
        Walk.statements(Block.of(s), inner -> {
            found.addAll(defined(inner));
            if (inner instanceof Stmt.Declare d) {
                found.add(d.variable());
            } else if (inner instanceof Stmt.Push p) {
                found.add(p.stack());
            }
            Walk.expressions(inner).forEach(e -> addReads(e, found));
        });
        return found;
    }

    /** Whether a statement mentions a variable anywhere, nested statements included. */
    public static boolean mentions(Stmt s, Var v) {
        boolean[] found = {false};
        Walk.statements(Block.of(s), inner -> {
            found[0] |= defined(inner).contains(v)
                    || inner instanceof Stmt.Declare d && d.variable() == v
                    || inner instanceof Stmt.Push p && p.stack() == v;
            Walk.expressions(inner).forEach(e -> found[0] |= reads(e).contains(v));
        });
        return found[0];
    }
}
