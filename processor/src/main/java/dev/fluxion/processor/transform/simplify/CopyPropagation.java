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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

        /** What the values found read. */
        private final Set<Var> copied = new HashSet<>();

        Copies(Occurrences occurrences) {
            this.occurrences = occurrences;
        }

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            List<Stmt> code = new ArrayList<>();
            Mentions mentions = null;
            for (int i = 0; i < statements.size(); i++) {
                Stmt s = statements.get(i);
                boolean propagated = false;
                if (s instanceof Stmt.Declare d && isCopy(d)) {
                    mentions = mentions == null ? new Mentions(statements) : mentions;
                    propagated = isUnchanged(d, statements, i, mentions) && isAbsorbed(d, statements, i, mentions);
                }
                if (propagated) {
                    found.put(((Stmt.Declare) s).variable(), ((Stmt.Declare) s).value());
                    copied.addAll(Occurrences.reads(((Stmt.Declare) s).value()));
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
            return ours && atom && occurrences.definitions(v) == 1 && !copied.contains(v);
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
        private static boolean isAbsorbed(Stmt.Declare d, List<Stmt> statements, int at, Mentions mentions) {
            if (!(d.value() instanceof Expr.Unary)) {
                return true;
            }
            int[] others = {0};
            for (int i = mentions.next(d.variable(), at); i > 0; i = mentions.next(d.variable(), i)) {
                Walk.statements(Block.of(statements.get(i)), s -> {
                    for (Expr e : Walk.expressions(s)) {
                        boolean sum = e instanceof Expr.Binary b
                                && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT);
                        others[0] += !sum && Occurrences.reads(e).contains(d.variable()) ? 1 : 0;
                    }
                });
            }
            return others[0] <= 1;
        }

        /** Whether what is copied keeps its value until the copy is read for the last time. */
        private boolean isUnchanged(Stmt.Declare d, List<Stmt> statements, int at, Mentions mentions) {
            Expr copied = d.value() instanceof Expr.Cast || d.value() instanceof Expr.Unary
                    ? Walk.parts(d.value()).get(0)
                    : d.value();
            if (!(copied instanceof Expr.Read source) || occurrences.definitions(source.variable()) == 1) {
                return true;
            }
            int last = mentions.last(d.variable());
            int changed = mentions.assigned(source.variable(), at);
            boolean reads = changed == last
                    && (statements.get(last) instanceof Stmt.Assign || statements.get(last) instanceof Stmt.Invoke);
            return changed < 0 || changed > last || reads;
        }
    }
}
