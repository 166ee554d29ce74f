package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that are executed to their end or count as not executed at all: {@code try { ...; failed = false; } catch (Throwable t) { thrown = t; }}. What an
 * exception leaves of them nothing else can see that derivatives flow through.
 */
public final class Attempt {

    private Attempt() {}

    /** A flag that says of an attempt that it has failed. */
    static Var flag() {
        return Var.temporary("failed", Type.Primitive.BOOLEAN);
    }

    /**
     * Attempts statements.
     *
     * @param failed the flag, which is true before
     * @param thrown what is given the exception
     */
    static Stmt of(List<Stmt> statements, Var failed, Var thrown) {
        List<Stmt> body = new ArrayList<>(statements);
        body.add(new Stmt.Assign(failed, new Expr.Constant(false, Type.Primitive.BOOLEAN), Span.NONE));
        Var exception = Var.temporary("exception", Types.THROWABLE);
        Stmt kept = new Stmt.Assign(thrown, Expr.read(exception), Span.NONE);
        Stmt.Catch all = new Stmt.Catch(List.of(Types.THROWABLE), exception, Block.of(kept));
        return new Stmt.Try(List.of(), new Block(body), List.of(all), Block.EMPTY, Span.NONE);
    }

    /** The flag of a statement that is an attempt. */
    public static Optional<Var> failed(Stmt s) {
        return s instanceof Stmt.Try t
                        && t.resources().isEmpty()
                        && t.finallyBlock().isEmpty()
                        && t.catches().size() == 1
                        && isKept(t.catches().get(0))
                        && !t.body().isEmpty()
                        && t.body().statements().get(t.body().statements().size() - 1) instanceof Stmt.Assign a
                        && a.variable().isTemporary()
                        && a.value() instanceof Expr.Constant c
                        && Boolean.FALSE.equals(c.value())
                ? Optional.of(a.variable())
                : Optional.empty();
    }

    private static boolean isKept(Stmt.Catch c) {
        return c.types().equals(List.of(Types.THROWABLE))
                && c.body().statements().size() == 1
                && c.body().statements().get(0) instanceof Stmt.Assign a
                && a.variable().isTemporary()
                && a.value().equals(Expr.read(c.variable()));
    }
}
