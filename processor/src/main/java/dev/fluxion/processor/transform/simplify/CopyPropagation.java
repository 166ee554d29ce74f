package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Terms;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copy and constant propagation: a temporary or an adjoint that is given another variable's value, or a constant, once is
 * replaced by it where that variable does not change in between. The user's own variables stay.
 */
final class CopyPropagation implements Pass {

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public Function apply(Function function) {
        Copies copies = new Copies(Occurrences.of(function));
        var body = copies.block(function.body());
        return copies.found.isEmpty() ? function : function.withBody(new Replacement(copies.found).block(body));
    }

    private static final class Copies extends BlockPass {

        private final Occurrences occurrences;
        private final Map<Var, Expr> found = new HashMap<>();

        Copies(Occurrences occurrences) {
            this.occurrences = occurrences;
        }

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            List<Stmt> code = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                Stmt s = statements.get(i);
                if (s instanceof Stmt.Declare d
                        && isCopy(d)
                        && isUnchanged(d, statements.subList(i + 1, statements.size()))
                        && isAbsorbed(d, statements.subList(i + 1, statements.size()))) {
                    found.put(d.variable(), d.value());
                } else {
                    code.add(s);
                }
            }
            return code;
        }

        private boolean isCopy(Stmt.Declare d) {
            Var v = d.variable();
            boolean ours = v.isTemporary() || v.isDerivative();
            boolean atom = d.value() instanceof Expr.Constant
                    || isCopied(d.value())
                    || isConverted(d)
                    || v.isDerivative() && isSimple(d.value());
            boolean replaces =
                    found.values().stream().anyMatch(e -> Occurrences.reads(e).contains(v));
            return ours && atom && occurrences.definitions(v) == 1 && !replaces;
        }

        private boolean isCopied(Expr e) {
            return e instanceof Expr.Read r && !found.containsKey(r.variable());
        }

        /** An adjoint with the other sign, which sums and products absorb, or a fraction of numbers. */
        private boolean isSimple(Expr e) {
            return e instanceof Expr.Unary u && u.operator() == Operator.NEGATE && isCopied(u.operand())
                    || e instanceof Expr.Binary b
                            && b.operator() == Operator.DIVIDE
                            && Terms.isNumber(b.left())
                            && Terms.isRegular(b.right());
        }

        /** An integer as a floating-point number: as cheap as the variable, for two readers. */
        private boolean isConverted(Stmt.Declare d) {
            return d.value() instanceof Expr.Cast c
                    && isCopied(c.operand())
                    && c.type().isFloating()
                    && c.operand().type() instanceof Type.Primitive
                    && !c.operand().type().isFloating()
                    && occurrences.reads(d.variable()) <= 2;
        }

        /** Whether all readers but one are sums, which subtract what has the other sign. */
        private static boolean isAbsorbed(Stmt.Declare d, List<Stmt> following) {
            if (!(d.value() instanceof Expr.Unary)) {
                return true;
            }
            int[] others = {0};
            Walk.statements(new Block(following), s -> {
                for (Expr e : Walk.expressions(s)) {
                    boolean sum = e instanceof Expr.Binary b
                            && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT);
                    others[0] += !sum && Occurrences.reads(e).contains(d.variable()) ? 1 : 0;
                }
            });
            return others[0] <= 1;
        }

        /** Whether what is copied keeps its value until the copy is read for the last time. */
        private boolean isUnchanged(Stmt.Declare d, List<Stmt> following) {
            Expr copied = d.value() instanceof Expr.Cast || d.value() instanceof Expr.Unary
                    ? Walk.parts(d.value()).get(0)
                    : d.value();
            if (!(copied instanceof Expr.Read source) || occurrences.definitions(source.variable()) == 1) {
                return true;
            }
            int last = following.size() - 1;
            while (last >= 0 && !Occurrences.mentions(following.get(last), d.variable())) {
                last--;
            }
            for (int i = 0; i <= last; i++) {
                Stmt s = following.get(i);
                boolean reads = i == last && (s instanceof Stmt.Assign || s instanceof Stmt.Invoke);
                if (!reads && Occurrences.assigned(s).contains(source.variable())) {
                    return false;
                }
            }
            return true;
        }
    }
}
