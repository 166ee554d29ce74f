package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.IdentityHashMap;
import java.util.Map;

/** How many bytes of bytecode statements and expressions take, about. */
final class CodeSize {

    /** What it takes to read or write an element of an array. */
    private static final int ELEMENT = 8;

    /** The words of local variables that short instructions reach. */
    private static final int NEAR = 255;

    private final Map<Expr, Integer> seen = new IdentityHashMap<>();
    private final int variable;

    private CodeSize(int variable) {
        this.variable = variable;
    }

    /** As large as statements become if all variables have to be elements of arrays. */
    static CodeSize ofParts() {
        return new CodeSize(ELEMENT);
    }

    static int of(Function function) {
        int[] variables = {function.parameters().size()};
        Walk.statements(function.body(), s -> variables[0] += s instanceof Stmt.Declare ? 1 : 0);
        return new CodeSize(2 * variables[0] <= NEAR ? 2 : 4).of(function.body());
    }

    int of(Block block) {
        return block.statements().stream().mapToInt(this::of).sum();
    }

    int of(Stmt s) {
        boolean stores = s instanceof Stmt.Declare || s instanceof Stmt.Assign;
        int own = s instanceof Stmt.Invoke i
                ? 8 + 8 * i.targets().size()
                : s instanceof Stmt.Comment ? 0 : stores ? variable : 8;
        int heads = Walk.expressions(s).stream().mapToInt(this::of).sum();
        return own + heads + Walk.blocks(s).stream().mapToInt(this::of).sum();
    }

    int of(Expr e) {
        Integer known = seen.get(e);
        if (known == null) {
            known = apart(e) + Walk.parts(e).stream().mapToInt(this::of).sum();
            seen.put(e, known);
        }
        return known;
    }

    private int apart(Expr e) {
        if (e instanceof Expr.Read) {
            return variable;
        } else if (e instanceof Expr.Conditional || e instanceof Expr.New) {
            return 8;
        } else if (e instanceof Expr.Opaque) {
            return 64;
        } else if (e instanceof Expr.Binary b) {
            return b.type().isPrimitive() && b.left().type().equals(b.type()) ? 1 : 10;
        } else if (e instanceof Expr.Concat c) {
            return 8 * c.parts().size();
        }
        return e instanceof Expr.ArrayLiteral a ? 8 + 6 * a.elements().size() : 4;
    }
}
