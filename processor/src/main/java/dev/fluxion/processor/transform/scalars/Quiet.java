package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a constructor may be run twice: it assigns the fields of its object, and may check and compute what goes into them, and throw; it does nothing else that
 * can be seen. Where a record is wanted as a whole too, its constructor is called beside what has been expanded of it.
 */
final class Quiet {

    private final Structures structures;
    private final Set<Callee> seen = new HashSet<>();

    private Quiet(Structures structures) {
        this.structures = structures;
    }

    static boolean is(Function constructor, Structures structures) {
        return ((Callee.Method) constructor.callee()).access() != Callee.Access.PRIVATE
                && new Quiet(structures).is(constructor);
    }

    private boolean is(Function f) {
        if (!seen.add(f.callee())) {
            return true;
        }
        boolean[] quiet = {true};
        Var self = f.variables().isEmpty() ? null : f.variables().get(0);
        Walk.statements(f.body(), s -> quiet[0] &= isQuiet(s, self));
        Walk.allExpressions(f.body(), e -> quiet[0] &= isQuiet(e));
        return quiet[0];
    }

    private static boolean isQuiet(Stmt s, Var self) {
        if (s instanceof Stmt.StoreField f) {
            return f.target() instanceof Expr.Read r && r.variable() == self;
        }
        return !(s instanceof Stmt.StoreElement || s instanceof Stmt.Synchronized || s instanceof Stmt.Invoke);
    }

    private boolean isQuiet(Expr e) {
        if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            boolean isPure = Effects.isPure(c) || Objects.isCheck(c);
            Optional<Function> body = isPure || !m.isStatic() && !m.isExact() ? Optional.empty() : structures.body(m);
            return isPure || body.filter(this::is).isPresent();
        } else if (e instanceof Expr.New n) {
            return n.type().packageName().equals("java.lang")
                    && n.type().simpleName().matches("\\w+(Exception|Error)");
        }
        return !(e instanceof Expr.Call || e instanceof Expr.Opaque);
    }
}
