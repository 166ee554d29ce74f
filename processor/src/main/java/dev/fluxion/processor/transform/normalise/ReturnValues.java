package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Computes what is returned before the return, into variables that all returns share: what is left of one cannot throw. */
final class ReturnValues extends Rewriter {

    private final List<Var> results = new ArrayList<>();

    private ReturnValues() {}

    static Function apply(Function f) {
        ReturnValues pass = new ReturnValues();
        List<Stmt> code = new ArrayList<>();
        for (Result r : f.results()) {
            Var v = Var.temporary(r.name(), r.type());
            pass.results.add(v);
            code.add(new Stmt.Declare(v, Defaults.of(r.type()), Span.NONE));
        }
        code.addAll(pass.block(f.body()).statements());
        if (!(code.get(code.size() - 1) instanceof Stmt.Return)) {
            // That a try statement of which each clause returns has no end cannot be seen any more.
            code.add(new Stmt.Return(pass.results.stream().map(Expr::read).toList(), Span.NONE));
        }
        return f.withBody(new Block(code));
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (!(s instanceof Stmt.Return r)) {
            return super.rewrite(s);
        }
        List<Stmt> code = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            code.add(new Stmt.Assign(results.get(i), r.values().get(i), r.span()));
            values.add(Expr.read(results.get(i)));
        }
        code.add(new Stmt.Return(values, r.span()));
        return code;
    }
}
