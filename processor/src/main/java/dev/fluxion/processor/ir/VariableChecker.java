package dev.fluxion.processor.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Follows control through a function (as JLS 16 does): variables are declared once, used in their scope and assigned before they are
 * read; jumps name statements around them; no path runs off the end.
 */
final class VariableChecker {

    private final Function function;
    private final BiConsumer<String, Stmt> report;
    private final Set<Var> declared = identities();
    private final Set<Label> labels = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Var> visible = identities();
    private final Map<Label, Stmt> enclosing = new IdentityHashMap<>();

    /** What the jumps to a label's end and to its next iteration bring along; none where there was no jump. */
    private final Map<Label, Set<Var>> breaks = new IdentityHashMap<>();

    private final Map<Label, Set<Var>> continues = new IdentityHashMap<>();

    /** The variables that are certainly assigned; null where control does not come. */
    private Set<Var> assigned = identities();

    VariableChecker(Function function, BiConsumer<String, Stmt> report) {
        this.function = function;
        this.report = report;
    }

    private static Set<Var> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void run() {
        for (Var v : function.variables()) {
            declare(v, null);
            assign(v);
        }
        block(function.body());
        if (assigned != null) {
            report.accept("control runs off the end without a return", null);
        }
    }

    private void block(Block b) {
        b.statements().forEach(this::statement);
        leave(b);
    }

    private void leave(Block b) {
        b.statements().forEach(s -> {
            if (s instanceof Stmt.Declare d) {
                visible.remove(d.variable());
            }
        });
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.If || s instanceof Stmt.Switch || s instanceof Stmt.Loop || s instanceof Stmt.Try) {
            compound(s);
            return;
        }
        uses(s);
        if (s instanceof Stmt.Declare d) {
            declare(d.variable(), s);
            if (d.value() != null) {
                assign(d.variable());
            } else if (assigned != null) {
                assigned.remove(d.variable());
            }
        } else if (s instanceof Stmt.Assign a) {
            inScope(a.variable(), s);
            assign(a.variable());
        } else if (s instanceof Stmt.Invoke i) {
            i.targets().stream().filter(v -> v != null).forEach(v -> {
                inScope(v, s);
                assign(v);
            });
        } else if (s instanceof Stmt.Push p) {
            read(p.stack(), s);
        } else if (s instanceof Stmt.Labeled l) {
            labelled(l.label(), s, () -> block(l.body()));
            join(breaks.remove(l.label()));
        } else if (s instanceof Stmt.Synchronized y) {
            block(y.body());
        } else {
            jump(s);
        }
    }

    private void jump(Stmt s) {
        if (s instanceof Stmt.Break b) {
            target(b.target(), s, false);
            arrive(breaks, b.target());
            assigned = null;
        } else if (s instanceof Stmt.Continue c) {
            target(c.target(), s, true);
            arrive(continues, c.target());
            assigned = null;
        } else if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
            assigned = null;
        }
    }

    private void target(Label label, Stmt s, boolean wantsLoop) {
        Stmt found = enclosing.get(label);
        if (found == null || wantsLoop && !(found instanceof Stmt.Loop)) {
            report.accept(
                    "label " + label + (wantsLoop ? " names no enclosing loop" : " names no enclosing statement"), s);
        }
    }

    private void arrive(Map<Label, Set<Var>> jumps, Label label) {
        if (assigned != null) {
            jumps.merge(label, copy(assigned), VariableChecker::meet);
        }
    }

    private void compound(Stmt s) {
        if (s instanceof Stmt.If i) {
            uses(s);
            Set<Var> before = copy(assigned);
            block(i.whenTrue());
            Set<Var> afterTrue = assigned;
            assigned = before;
            block(i.whenFalse());
            join(afterTrue);
        } else if (s instanceof Stmt.Switch w) {
            uses(s);
            labelled(w.label(), s, () -> cases(w));
            join(breaks.remove(w.label()));
        } else if (s instanceof Stmt.Loop l) {
            labelled(l.label(), s, () -> loop(l));
            join(breaks.remove(l.label()));
        } else if (s instanceof Stmt.Try t) {
            attempt(t);
        }
    }

    private void cases(Stmt.Switch w) {
        Set<Var> before = assigned;
        boolean total = w.cases().stream().anyMatch(Stmt.Case::isDefault);
        Set<Var> after = total ? null : copy(before);
        for (Stmt.Case c : w.cases()) {
            assigned = copy(before);
            block(c.body());
            join(after);
            after = assigned;
        }
        assigned = after;
    }

    private void loop(Stmt.Loop l) {
        l.init().statements().forEach(this::statement);
        boolean endless = Defaults.isTrue(l.condition());
        Set<Var> exit = null;
        if (l.form() != Stmt.Loop.Form.DO) {
            uses(l);
            exit = endless ? null : copy(assigned);
        }
        block(l.body());
        join(continues.remove(l.label()));
        if (l.form() == Stmt.Loop.Form.DO) {
            uses(l);
            exit = endless ? null : copy(assigned);
        }
        block(l.update());
        leave(l.init());
        assigned = exit;
    }

    private void attempt(Stmt.Try t) {
        Set<Var> before = copy(assigned);
        t.resources().forEach(this::statement);
        block(t.body());
        t.resources().forEach(d -> visible.remove(d.variable()));
        Set<Var> after = assigned;
        for (Stmt.Catch c : t.catches()) {
            assigned = copy(before);
            declare(c.variable(), t);
            assign(c.variable());
            block(c.body());
            visible.remove(c.variable());
            join(after);
            after = assigned;
        }
        assigned = copy(before);
        block(t.finallyBlock());
        if (assigned == null || after == null) {
            assigned = null;
        } else {
            assigned.addAll(after);
        }
    }

    private void labelled(Label label, Stmt s, Runnable inside) {
        if (!labels.add(label)) {
            report.accept("label " + label + " stands twice", s);
        }
        enclosing.put(label, s);
        inside.run();
        enclosing.remove(label);
    }

    private void declare(Var v, Stmt s) {
        if (!declared.add(v)) {
            report.accept("variable " + v + " is declared twice", s);
        }
        visible.add(v);
    }

    private void assign(Var v) {
        if (assigned != null) {
            assigned.add(v);
        }
    }

    private void uses(Stmt s) {
        for (Expr e : Walk.expressions(s)) {
            Walk.expressions(e, part -> {
                if (part instanceof Expr.Read r) {
                    read(r.variable(), s);
                } else if (part instanceof Expr.Pop p) {
                    read(p.stack(), s);
                } else if (part instanceof Expr.IsEmpty i) {
                    read(i.stack(), s);
                }
            });
        }
    }

    private void read(Var v, Stmt s) {
        if (inScope(v, s) && assigned != null && !assigned.contains(v)) {
            report.accept("variable " + v + " may be read before it is assigned", s);
        }
    }

    private boolean inScope(Var v, Stmt s) {
        if (!visible.contains(v)) {
            report.accept("variable " + v + (declared.contains(v) ? " is out of scope" : " is not declared"), s);
        }
        return visible.contains(v);
    }

    private void join(Set<Var> other) {
        assigned = meet(assigned, other);
    }

    private static Set<Var> meet(Set<Var> a, Set<Var> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Set<Var> both = copy(a);
        both.retainAll(b);
        return both;
    }

    private static Set<Var> copy(Set<Var> set) {
        if (set == null) {
            return null;
        }
        Set<Var> copy = identities();
        copy.addAll(set);
        return copy;
    }
}
