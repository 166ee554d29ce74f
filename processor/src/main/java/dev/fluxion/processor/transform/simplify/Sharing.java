package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.transform.Pass;
import java.util.List;

/**
 * Common subexpressions: what a derivative and an earlier statement of the same sequence both compute gets a name where it is computed
 * first, if the name costs less than to compute it again. The largest get theirs first.
 */
final class Sharing implements Pass {

    @Override
    public String name() {
        return "share";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Naming().block(function.body()));
    }

    private static final class Naming extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            ValueNumbers values = new ValueNumbers();
            List<Stmt> code = statements;
            List<Common> largest = CommonExpressions.largest(code, values);
            while (!largest.isEmpty()) {
                code = new CommonNames(largest, values).in(code);
                largest = CommonExpressions.largest(code, values);
            }
            return code;
        }
    }
}
