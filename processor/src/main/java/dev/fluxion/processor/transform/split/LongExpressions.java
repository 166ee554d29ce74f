package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Takes long sums and products apart into statements: what is evaluated first gets a name first, so that the order stays. */
final class LongExpressions extends Rewriter {

    private final CodeSize sizes = CodeSize.ofParts();
    private final int limit;

    LongExpressions(int limit) {
        this.limit = limit;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Declare d && d.value() != null) {
            code.add(new Stmt.Declare(d.variable(), shortened(d.value(), code, d.span()), d.span()));
        } else if (s instanceof Stmt.Assign a) {
            code.add(new Stmt.Assign(a.variable(), shortened(a.value(), code, a.span()), a.span()));
        } else if (s instanceof Stmt.Return r && r.values().size() == 1) {
            code.add(Stmt.Return.of(shortened(r.values().get(0), code, r.span()), r.span()));
        } else {
            code.add(descend(s));
        }
        return code;
    }

    @Override
    public Block block(Block b) {
        return sizes.of(b) > limit ? super.block(b) : b;
    }

    @Override
    public Expr expr(Expr e) {
        return e;
    }

    private Expr shortened(Expr e, List<Stmt> code, Span span) {
        boolean plain = e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.ARITHMETIC;
        if (!plain || sizes.of(e) <= limit) {
            return e;
        }
        Expr.Binary b = (Expr.Binary) e;
        Expr left = shortened(b.left(), code, span);
        int before = code.size();
        Expr right = shortened(b.right(), code, span);
        if (code.size() > before || sizes.of(left) + sizes.of(right) > limit) {
            Var name = Var.temporary("part", left.type());
            code.add(before, new Stmt.Declare(name, left, span));
            left = new Expr.Read(name);
        }
        return new Expr.Binary(b.operator(), left, right, b.type());
    }
}
