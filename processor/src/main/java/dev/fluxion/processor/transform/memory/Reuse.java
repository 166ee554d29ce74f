package dev.fluxion.processor.transform.memory;

import dev.fluxion.processor.analysis.Escapes;
import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes from a workspace what a function makes and nobody can reach when it has returned (region-based memory: Tofte and Talpin 1997; there is a region for a call, one
 * for the iterations of a loop, and one for what is on a tape). What is made in the same place of the program may be the same array in every call.
 */
public final class Reuse {

    private Reuse() {}

    /** A generated method that takes its memory from a last parameter; empty where it would take none. What it took it gives back by {@link #released}. */
    public static Optional<Function> of(Function function, Summaries summaries) {
        Var workspace = new Var("workspace", Types.WORKSPACE);
        Regions regions = new Regions(Escapes.of(function, summaries), workspace, workspace);
        Block body = regions.block(function.body());
        if (!regions.isUsed(workspace)) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>(function.parameters());
        parameters.add(new Parameter(workspace, Parameter.Role.WORKSPACE, false));
        List<Stmt> code = new ArrayList<>(regions.scratches());
        code.addAll(body.statements());
        return Optional.of(new Function(
                function.callee(),
                parameters,
                function.results(),
                new Block(code),
                function.thrown(),
                function.strongZero(),
                function.span()));
    }

    /** A sweep, which takes what it records from where its tape has its memory, and all else from a place beside that. */
    public static Function ofSweep(Function function, Var tape, Summaries summaries) {
        Var memory = new Var("memory", Types.WORKSPACE);
        Var scratch = new Var("scratch", Types.WORKSPACE);
        Regions regions = new Regions(Escapes.of(function, summaries), memory, scratch);
        Block body = regions.block(function.body());
        Allocations inScratch = new Allocations(scratch);
        List<Stmt> code = new ArrayList<>();
        if (regions.isUsed(memory)) {
            code.add(new Stmt.Declare(memory, Allocations.of(tape, "memory"), Span.NONE));
        }
        if (regions.isUsed(scratch)) {
            Var used = used();
            code.add(new Stmt.Declare(scratch, Allocations.of(tape, "scratch"), Span.NONE));
            code.add(new Stmt.Declare(used, inScratch.used(), Span.NONE));
            code.addAll(regions.scratches());
            body = releasing(body, new Stmt.Eval(inScratch.release(Expr.read(used)), Span.NONE));
        }
        code.addAll(body.statements());
        return code.size() == body.statements().size() && body.equals(function.body())
                ? function
                : function.withBody(new Block(code));
    }

    /** The method, which gives back what it took when it returns and when it throws. */
    public static Function released(Function function) {
        int last = function.parameters().size() - 1;
        Allocations allocations = new Allocations(function.variables().get(last));
        Var used = used();
        Block given = Block.of(new Stmt.Eval(allocations.release(Expr.read(used)), Span.NONE));
        Block body = withoutLastReturn(function.body());
        return function.withBody(new Block(List.of(
                new Stmt.Declare(used, allocations.used(), Span.NONE),
                new Stmt.Try(List.of(), body, List.of(), given, Span.NONE))));
    }

    private static Block withoutLastReturn(Block body) {
        int last = body.statements().size() - 1;
        boolean isEnd = body.statements().get(last) instanceof Stmt.Return r
                && r.values().isEmpty();
        return isEnd ? new Block(body.statements().subList(0, last)) : body;
    }

    static Var used() {
        return new Var("used", Type.Primitive.INT);
    }

    private static Block releasing(Block body, Stmt release) {
        return new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                return s instanceof Stmt.Return ? List.of(release, s) : super.rewrite(s);
            }
        }.block(body);
    }
}
