package dev.fluxion.processor.ir;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Satisfies Java's rules of definite assignment (JLS 16): a variable that is declared without a value, and that by these rules may be
 * read before it is assigned, gets a value in its declaration. A reverse sweep that repeats the conditions of the forward
 * sweep has such variables, which the rules cannot follow.
 */
public final class DefiniteAssignment {

    /** The variables that may still lack a value; null where control does not come. */
    private Set<Var> missing = none();

    private final Set<Var> readTooEarly = none();
    private final Map<Label, Set<Var>> atBreak = new IdentityHashMap<>();
    private final Map<Label, Set<Var>> atContinue = new IdentityHashMap<>();

    private DefiniteAssignment() {}

    /** The same code with values for what would be read too early. */
    public static Block of(Block body) {
        DefiniteAssignment assignment = new DefiniteAssignment();
        assignment.block(body);
        return new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                return s instanceof Stmt.Declare d && assignment.readTooEarly.contains(d.variable())
                        ? List.of(
                                new Stmt.Declare(d.variable(), zero(d.variable().type()), d.span()))
                        : super.rewrite(s);
            }
        }.block(body);
    }

    private static Expr zero(Type type) {
        if (!(type instanceof Type.Primitive)) {
            return new Expr.Constant(null, Types.NULL);
        } else if (type == BOOLEAN) {
            return new Expr.Constant(false, type);
        }
        Object value = switch ((Type.Primitive) type) {
            case DOUBLE -> 0.0;
            case FLOAT -> 0f;
            case LONG -> 0L;
            case CHAR -> '\0';
            case BYTE -> (byte) 0;
            case SHORT -> (short) 0;
            default -> 0;
        };
        return new Expr.Constant(value, type);
    }

    private static Set<Var> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static Set<Var> copy(Set<Var> set) {
        if (set == null) {
            return null;
        }
        Set<Var> copy = none();
        copy.addAll(set);
        return copy;
    }

    /** What may lack a value where two ways meet. */
    private static Set<Var> meet(Set<Var> a, Set<Var> b) {
        if (a == null) {
            return b;
        }
        Set<Var> all = copy(a);
        if (b != null) {
            all.addAll(b);
        }
        return all;
    }

    private void block(Block block) {
        block.statements().forEach(this::statement);
    }

    private void read(Expr e) {
        Walk.expressions(e, part -> {
            if (part instanceof Expr.Read r) {
                read(r.variable());
            } else if (part instanceof Expr.Pop p) {
                read(p.stack());
            } else if (part instanceof Expr.IsEmpty i) {
                read(i.stack());
            }
        });
    }

    private void read(Var variable) {
        if (missing != null && missing.contains(variable)) {
            readTooEarly.add(variable);
        }
    }

    private void assigned(Var variable) {
        if (missing != null) {
            missing.remove(variable);
        }
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            loop(l);
            return;
        }
        Walk.expressions(s).forEach(this::read);
        if (s instanceof Stmt.Declare d) {
            if (d.value() == null && missing != null) {
                missing.add(d.variable());
            } else {
                assigned(d.variable());
            }
        } else if (s instanceof Stmt.Assign a) {
            assigned(a.variable());
        } else if (s instanceof Stmt.Invoke i) {
            i.targets().stream().filter(v -> v != null).forEach(this::assigned);
        } else if (s instanceof Stmt.Push p) {
            read(p.stack());
        } else if (s instanceof Stmt.Break b) {
            jump(atBreak, b.target());
        } else if (s instanceof Stmt.Continue c) {
            jump(atContinue, c.target());
        } else if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
            missing = null;
        } else {
            nested(s);
        }
    }

    private void jump(Map<Label, Set<Var>> jumps, Label target) {
        jumps.put(target, meet(jumps.get(target), copy(missing)));
        missing = null;
    }

    private void nested(Stmt s) {
        if (s instanceof Stmt.If i) {
            Set<Var> before = copy(missing);
            block(i.whenTrue());
            Set<Var> afterTrue = missing;
            missing = before;
            block(i.whenFalse());
            missing = meet(afterTrue, missing);
        } else if (s instanceof Stmt.Switch w) {
            switchStatement(w);
        } else if (s instanceof Stmt.Labeled l) {
            block(l.body());
            missing = meet(missing, atBreak.get(l.label()));
        } else if (s instanceof Stmt.Try t) {
            tryStatement(t);
        } else if (s instanceof Stmt.Synchronized y) {
            block(y.body());
        }
    }

    private void loop(Stmt.Loop l) {
        block(l.init());
        boolean test = l.form() != Stmt.Loop.Form.DO;
        Set<Var> ended = null;
        if (test) {
            read(l.condition());
            ended = copy(missing);
        }
        block(l.body());
        missing = meet(missing, atContinue.get(l.label()));
        block(l.update());
        if (!test) {
            read(l.condition());
            ended = missing;
        }
        boolean endless = l.condition() instanceof Expr.Constant c && c.value().equals(true);
        missing = meet(endless ? null : ended, atBreak.get(l.label()));
    }

    private void switchStatement(Stmt.Switch w) {
        Set<Var> before = missing;
        boolean complete = w.cases().stream().anyMatch(Stmt.Case::isDefault);
        Set<Var> after = complete ? null : copy(before);
        for (Stmt.Case c : w.cases()) {
            missing = copy(before);
            block(c.body());
            after = meet(after, missing);
        }
        missing = meet(after, atBreak.get(w.label()));
    }

    private void tryStatement(Stmt.Try t) {
        Set<Var> before = copy(missing);
        t.resources().forEach(this::statement);
        block(t.body());
        Set<Var> after = missing;
        for (Stmt.Catch c : t.catches()) {
            missing = copy(before);
            block(c.body());
            after = meet(after, missing);
        }
        missing = copy(before);
        block(t.finallyBlock());
        Set<Var> stillMissing = missing;
        missing = after;
        if (after != null && stillMissing != null) {
            after.retainAll(stillMissing);
        }
    }
}
