package dev.fluxion.processor.transform.dispatch;

import dev.fluxion.processor.analysis.GivenFunctions;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes calls of functions that a caller hands in those of the type that has derivatives: the function says its derivatives itself, and no class is asked for its
 * source. Whether what a helper is handed has derivatives is checked where the helper is called.
 */
public final class GivenCalls extends Rewriter {

    private final GivenFunctions given;

    private GivenCalls(GivenFunctions given) {
        this.given = given;
    }

    /**
     * The function with such calls.
     *
     * @param isCut for each parameter whether the user says that it has no derivatives
     * @param isHelper whether classes of the compilation may be handed in as well, among which a call then chooses
     */
    public static Function apply(Function function, List<Boolean> isCut, boolean isHelper, Implementations classes) {
        List<Var> handed = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Parameter p = function.parameters().get(i);
            boolean isImplemented = isHelper
                    && FunctionType.of(p.variable().type())
                            .filter(t -> t != FunctionType.ARRAY
                                    && !classes.classes(t.plain()).isEmpty())
                            .isPresent();
            if (FunctionType.of(p.variable().type()).isPresent() && !isCut.get(i) && !isImplemented) {
                handed.add(p.variable());
            }
        }
        GivenCalls calls = new GivenCalls(GivenFunctions.of(function, handed));
        return function.withBody(calls.block(function.body()));
    }

    @Override
    protected Expr leave(Expr e) {
        return e instanceof Expr.Call c && c.target() != null && given.isGiven(c.target())
                ? FunctionType.calledBy(c.callee())
                        .<Expr>map(type -> called(c, type))
                        .orElse(c)
                : e;
    }

    /** A function of an array is called as one with a body is, which takes its receiver first. */
    private static Expr.Call called(Expr.Call c, FunctionType type) {
        Callee.Method method = type.given();
        if (type != FunctionType.ARRAY) {
            return new Expr.Call(method, c.target(), c.arguments(), c.type(), c.span());
        }
        List<Expr> operands = new ArrayList<>(List.of(c.target()));
        operands.addAll(c.arguments());
        return new Expr.Call(method, null, operands, c.type(), c.span());
    }
}
