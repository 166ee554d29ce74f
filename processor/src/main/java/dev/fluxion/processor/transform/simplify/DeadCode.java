package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.transform.Pass;

/**
 * Dead-code elimination: removes what computes values that nothing needs, has no effect and cannot throw. A variable that is only
 * needed for its own next value is not needed (faint variables: Nielson, Nielson and Hankin, Principles of Program
 * Analysis, 2.1.4 and its exercises).
 */
final class DeadCode implements Pass {

    @Override
    public String name() {
        return "dead";
    }

    @Override
    public Function apply(Function function) {
        Block body = new LiveCode(function).run();
        return body.equals(function.body()) ? function : function.withBody(body);
    }
}
