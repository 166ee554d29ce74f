package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Structures control flow, so that its reversal needs no jumps (Hascoët and Pascual, "reverse of control flow"; Erosa and
 * Hendren, "Taming control flow").
 *
 * <p>Afterwards the only jumps are {@code break}s of the innermost loop, and each is the last thing that an iteration does: what
 * followed an early exit has moved into the branch that does not take it. Where several branches go on, an {@code int exit} says
 * by which way control left. {@code return} is at the end of the body only; the results are in variables before.
 *
 * <p>Statements are moved, never copied: every statement is executed exactly as often as before.
 */
public final class JumpElimination {

    /** A return, as a jump: to the end of the function. */
    private final Label end = new Label("end");

    /** For each loop, the end of its body: where {@code continue} goes. */
    private final Map<Label, Label> bodyEnds = new HashMap<>();

    /** That every way to a use assigns a variable first cannot be seen any more where a flag says which way it was. */
    private static final Rewriter INITIALISING = new Rewriter() {
        @Override
        protected List<Stmt> rewrite(Stmt s) {
            return s instanceof Stmt.Declare d && d.value() == null
                    ? List.of(new Stmt.Declare(
                            d.variable(), Defaults.of(d.variable().type()), d.span()))
                    : super.rewrite(s);
        }
    };

    private final Leaves leaves = new Leaves();
    private final List<Var> results = new ArrayList<>();
    private final Predicate<Stmt> reversed;
    private boolean flagged;

    private JumpElimination(Predicate<Stmt> reversed) {
        this.reversed = reversed;
    }

    /** The same function with structured control flow, but in try and synchronized statements. */
    public static Function apply(Function function) {
        return apply(function, s -> false);
    }

    /**
     * The same function with structured control flow.
     *
     * @param reversed which of the statements in which no exception ends are structured inside too
     */
    public static Function apply(Function function, Predicate<Stmt> reversed) {
        return new JumpElimination(reversed).run(function);
    }

    private Function run(Function function) {
        for (Result r : function.results()) {
            results.add(Var.temporary(r.name(), r.type()));
        }
        List<Stmt> body = leaves.drop(sequence(function.body().statements()), end);
        List<Stmt> whole = new ArrayList<>();
        for (Var r : results) {
            whole.add(new Stmt.Declare(r, flagged ? Defaults.of(r.type()) : null, Span.NONE));
        }
        whole.addAll(body);
        List<Expr> values = new ArrayList<>();
        results.forEach(r -> values.add(new Expr.Read(r)));
        whole.add(new Stmt.Return(values, Span.NONE));
        Block structured = new Block(whole);
        return function.withBody(flagged ? INITIALISING.block(structured) : structured);
    }

    private List<Stmt> sequence(List<Stmt> statements) {
        List<Stmt> code = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            List<Stmt> one = statement(statements.get(i));
            if (leaves.hasJump(one)) {
                List<Stmt> rest = sequence(statements.subList(i + 1, statements.size()));
                code.addAll(append(one, rest));
                return code;
            }
            code.addAll(one);
            if (!one.isEmpty() && one.get(one.size() - 1) instanceof Stmt.Throw) {
                return code;
            }
        }
        return code;
    }

    /** Code that may end in a jump, followed by the rest where it does not. */
    private List<Stmt> append(List<Stmt> code, List<Stmt> rest) {
        int normal = leaves.normal(code);
        if (normal == 0 || rest.isEmpty()) {
            return code;
        } else if (normal == 1) {
            return leaves.graft(code, rest);
        }
        Exit exit = new Exit();
        List<Stmt> result = new ArrayList<>();
        List<Stmt> marked = leaves.replace(code, jump -> List.of(exit.mark(jump)));
        result.add(exit.declaration());
        result.addAll(marked);
        result.add(exit.dispatch(new Block(rest)));
        flagged = true;
        return result;
    }

    private List<Stmt> statement(Stmt s) {
        if (s instanceof Stmt.Return r) {
            return returned(r);
        } else if (s instanceof Stmt.Continue c) {
            return List.of(new Stmt.Break(bodyEnd(c.target()), c.span()));
        } else if (s instanceof Stmt.If i) {
            Block whenTrue = new Block(sequence(i.whenTrue().statements()));
            Block whenFalse = new Block(sequence(i.whenFalse().statements()));
            return List.of(new Stmt.If(i.condition(), whenTrue, whenFalse, i.span()));
        } else if (s instanceof Stmt.Labeled l) {
            return leaves.drop(sequence(l.body().statements()), l.label());
        } else if (s instanceof Stmt.Switch w) {
            return List.of(choice(w));
        } else if (s instanceof Stmt.Loop l) {
            return loop(l);
        } else if (Guards.is(s)) {
            return Guards.arePassed(s) && reversed.test(s) ? passed(s) : guarded(s);
        }
        return List.of(s);
    }

    private Label bodyEnd(Label loop) {
        return bodyEnds.computeIfAbsent(loop, l -> new Label("continue"));
    }

    private List<Stmt> returned(Stmt.Return r) {
        List<Stmt> code = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            code.add(new Stmt.Assign(results.get(i), r.values().get(i), r.span()));
        }
        code.add(new Stmt.Break(end, r.span()));
        return code;
    }

    private Stmt choice(Stmt.Switch w) {
        List<Stmt.Case> cases = new ArrayList<>();
        for (Stmt.Case c : w.cases()) {
            Block body = new Block(leaves.drop(sequence(c.body().statements()), w.label()));
            cases.add(new Stmt.Case(c.constants(), c.isDefault(), body));
        }
        return new Stmt.Switch(w.label(), w.selector(), cases, w.span());
    }

    private List<Stmt> loop(Stmt.Loop l) {
        boolean counter = Counters.isSimpleUpdate(l);
        List<Stmt> body = leaves.drop(sequence(l.body().statements()), bodyEnd(l.label()));
        if (!counter) {
            body = append(body, l.update().statements());
        }
        List<Stmt> code = new ArrayList<>();
        boolean isFor = l.form() == Stmt.Loop.Form.FOR;
        if (isFor && !counter) {
            code.addAll(l.init().statements());
        }
        Stmt.Loop structured = new Stmt.Loop(
                l.label(),
                isFor && !counter ? Stmt.Loop.Form.WHILE : l.form(),
                counter ? l.init() : Block.EMPTY,
                l.condition(),
                counter ? l.update() : Block.EMPTY,
                new Block(body),
                l.span());
        code.addAll(leftBehind(structured));
        return code;
    }

    /**
     * A loop whose body may end in jumps beyond it, and what is to be done about them after it. What an iteration does on its way out, once at most, is done behind
     * the loop, where it can be.
     */
    private List<Stmt> leftBehind(Stmt.Loop l) {
        Exit exit = new Exit();
        WayOut out = WayOut.of(l);
        boolean[] own = {false};
        List<Stmt> marked = leaves.replaceBlocks(l.body().statements(), (before, jump) -> {
            int kept = jump.target() == l.label() ? before.size() : out.begin(before);
            List<Stmt> code = new ArrayList<>(before.subList(0, kept));
            if (jump.target() == l.label()) {
                own[0] = true;
            } else {
                code.add(exit.mark(before.subList(kept, before.size()), jump));
            }
            code.add(new Stmt.Break(l.label(), jump.span()));
            return code;
        });
        if (exit.isEmpty()) {
            return List.of(l);
        }
        flagged = true;
        if (!own[0] && exit.count() == 1 && Defaults.isTrue(l.condition())) {
            List<Stmt> unmarked = leaves.replaceBlocks(marked, (before, jump) -> {
                List<Stmt> code = new ArrayList<>(before.subList(0, before.size() - 1));
                code.add(jump);
                return code;
            });
            List<Stmt> code = new ArrayList<>(List.of(withBody(l, unmarked)));
            code.addAll(exit.first());
            return code;
        }
        return List.of(exit.declaration(), withBody(l, marked), exit.dispatch(Block.EMPTY));
    }

    private static Stmt.Loop withBody(Stmt.Loop l, List<Stmt> body) {
        return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), new Block(body), l.span());
    }

    /** A statement that control passes through to its end: jumps are marked inside and taken behind it. */
    private List<Stmt> passed(Stmt s) {
        Exit exit = new Exit();
        Stmt structured;
        if (s instanceof Stmt.Try t) {
            Block last = new Block(sequence(t.finallyBlock().statements()));
            structured = new Stmt.Try(t.resources(), marked(t.body(), exit), t.catches(), last, t.span());
        } else {
            Stmt.Synchronized y = (Stmt.Synchronized) s;
            structured = new Stmt.Synchronized(y.monitor(), marked(y.body(), exit), y.span());
        }
        if (exit.isEmpty()) {
            return List.of(structured);
        }
        flagged = true;
        return List.of(exit.declaration(), structured, exit.dispatch(Block.EMPTY));
    }

    private Block marked(Block b, Exit exit) {
        return new Block(leaves.replace(sequence(b.statements()), jump -> List.of(exit.mark(jump))));
    }

    /** A statement that jumps cannot be moved out of: they leave it by a label of its own, and go on behind it. */
    private List<Stmt> guarded(Stmt s) {
        Exit exit = new Exit();
        Label around = new Label("guarded");
        List<Stmt> marked = new Outward(s, around, this::jumps, exit).rewritten();
        if (exit.isEmpty()) {
            return List.of(s);
        }
        flagged = true;
        return List.of(
                exit.declaration(), new Stmt.Labeled(around, new Block(marked), s.span()), exit.dispatch(Block.EMPTY));
    }

    /** A jump as assignments of results, if it returns any, and a break. */
    private List<Stmt> jumps(Stmt s) {
        return s instanceof Stmt.Break ? List.of(s) : statement(s);
    }

    /** The condition {@code variable == value}. */
    static Expr equal(Var variable, int value) {
        return new Expr.Binary(
                Operator.EQUAL,
                new Expr.Read(variable),
                new Expr.Constant(value, Type.Primitive.INT),
                Type.Primitive.BOOLEAN);
    }
}
