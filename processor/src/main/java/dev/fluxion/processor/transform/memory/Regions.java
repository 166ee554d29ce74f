package dev.fluxion.processor.transform.memory;

import dev.fluxion.processor.analysis.Escapes;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses for everything that a function makes, and that does not escape from it, the region to take it from: that of the innermost loop no iteration of which leaves it
 * to anything outside; else that of the call; else, where it is recorded on a tape of the caller's, that of the tape.
 */
final class Regions extends Rewriter {

    private static final int LARGEST_LITERAL = 16;

    /** A loop around the statement that is looked at. */
    private record Around(Block body, Var scratch) {}

    private final Escapes escapes;
    private final Var recorded;
    private final Var own;
    private final Deque<Around> loops = new ArrayDeque<>();
    private final Set<Var> used = new HashSet<>();
    private final List<Stmt> scratches = new ArrayList<>();

    /**
     * @param recorded the workspace for what is recorded on the caller's tape
     * @param own that for what is over when the function returns
     */
    Regions(Escapes escapes, Var recorded, Var own) {
        this.escapes = escapes;
        this.recorded = recorded;
        this.own = own;
    }

    /** Whether anything is taken from a workspace. */
    boolean isUsed(Var workspace) {
        return used.contains(workspace);
    }

    /** The declarations of the workspaces of loops. */
    List<Stmt> scratches() {
        return scratches;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() != null && !escapes.escapes(d.variable())) {
            return made(d.variable(), d.value(), v -> new Stmt.Declare(d.variable(), v, d.span()), s);
        } else if (s instanceof Stmt.Assign a && !escapes.escapes(a.variable())) {
            return made(a.variable(), a.value(), v -> new Stmt.Assign(a.variable(), v, a.span()), s);
        } else if (s instanceof Stmt.Loop l) {
            return loop(l);
        }
        return super.rewrite(s);
    }

    @Override
    protected Expr leave(Expr e) {
        Optional<Expr> alike = new Allocations(own).withoutVarargs(e);
        alike.ifPresent(a -> used.add(own));
        return alike.orElse(e);
    }

    private List<Stmt> made(Var target, Expr value, java.util.function.Function<Expr, Stmt> statement, Stmt s) {
        boolean isLiteral = isLiteral(value, target);
        if (!isLiteral && !Allocations.canReplace(value)) {
            return super.rewrite(s);
        }
        Var region = region(target);
        used.add(region);
        Allocations allocations = new Allocations(region);
        return isLiteral
                ? literal(target, (Expr.ArrayLiteral) value, statement, allocations)
                : List.of(statement.apply(allocations.replacement(value).orElseThrow()));
    }

    private Var region(Var target) {
        Optional<Around> within =
                loops.stream().filter(l -> escapes.areWithin(target, l.body())).findFirst();
        if (within.isEmpty()) {
            return escapes.isRecorded(target) ? recorded : own;
        }
        Var scratch = within.get().scratch();
        if (used.add(scratch)) {
            used.add(own);
            scratches.add(new Stmt.Declare(scratch, Allocations.of(own, "scratch"), Span.NONE));
        }
        return scratch;
    }

    private static boolean isLiteral(Expr value, Var target) {
        return value instanceof Expr.ArrayLiteral l
                && !Allocations.isNested(l.type())
                && Allocations.element(l.type()) != null
                && l.elements().size() <= LARGEST_LITERAL
                && l.elements().stream().noneMatch(e -> mentions(e, target));
    }

    private static boolean mentions(Expr in, Var v) {
        boolean[] found = {false};
        Walk.expressions(in, e -> found[0] |= e instanceof Expr.Read r && r.variable() == v);
        return found[0];
    }

    private static List<Stmt> literal(
            Var target,
            Expr.ArrayLiteral l,
            java.util.function.Function<Expr, Stmt> statement,
            Allocations allocations) {
        List<Stmt> code = new ArrayList<>();
        Stmt made = statement.apply(allocations.room(l.type(), l.elements().size()));
        code.add(made);
        for (int i = 0; i < l.elements().size(); i++) {
            Expr index = new Expr.Constant(i, Type.Primitive.INT);
            code.add(
                    new Stmt.StoreElement(Expr.read(target), index, l.elements().get(i), made.span()));
        }
        return code;
    }

    /** Nothing is left of an iteration when the next one begins, whichever way it was left. */
    private List<Stmt> loop(Stmt.Loop l) {
        Var scratch = new Var("scratch", Types.WORKSPACE);
        loops.push(new Around(l.body(), scratch));
        Stmt.Loop rewritten = (Stmt.Loop) descend(l);
        loops.pop();
        List<Stmt> code = new ArrayList<>();
        List<Stmt> body = new ArrayList<>();
        if (used.contains(scratch)) {
            Expr nothing = new Expr.Constant(0, Type.Primitive.INT);
            body.add(new Stmt.Eval(new Allocations(scratch).release(nothing), Span.NONE));
        }
        for (Var tape : Recording.over(l.body())) {
            Allocations ofTape = new Allocations(tape);
            Var before = Reuse.used();
            code.add(new Stmt.Declare(before, ofTape.used(), Span.NONE));
            body.add(new Stmt.Eval(ofTape.release(Expr.read(before)), Span.NONE));
        }
        body.addAll(rewritten.body().statements());
        code.add(new Stmt.Loop(
                l.label(),
                l.form(),
                rewritten.init(),
                rewritten.condition(),
                rewritten.update(),
                new Block(body),
                l.span()));
        return code;
    }
}
