package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Like terms are added up and common factors taken out of the sums of products that derivatives are, where that takes fewer operations
 * (Breuer, Generation of optimal code for expressions via factorization, 1969). A product that a variable holds is read from it. This reassociates, which is for adjoints only: a tangent of zero, of
 * which most directions have some, must not meet a sum that overflowed.
 */
final class Factoring implements Pass {

    @Override
    public String name() {
        return "factor";
    }

    @Override
    public Function apply(Function function) {
        boolean adjoint = function.callee() instanceof Callee.Derived d
                && d.derivation().transform() != Derivation.Transform.TANGENT;
        return !adjoint
                ? function
                : function.withBody(new Scope(new LinkedHashMap<>(), Occurrences.of(function)).block(function.body()));
    }

    /** What is known at a place of a block. */
    private static final class Scope extends Rewriter {

        /** The variables that hold products, as long as neither they nor their factors change. */
        private final Map<Var, Term> products;

        private final Occurrences occurrences;

        /** The derivatives of this block that are given one value. */
        private final Map<Var, Expr> definitions = new HashMap<>();

        Scope(Map<Var, Term> products, Occurrences occurrences) {
            this.products = products;
            this.occurrences = occurrences;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Stmt result = s;
            if (s instanceof Stmt.Declare d && d.value() != null && d.variable().isDerivative()) {
                result = new Stmt.Declare(d.variable(), cheaper(d.value()), d.span());
            } else if (s instanceof Stmt.Assign a && a.variable().isDerivative()) {
                result = new Stmt.Assign(a.variable(), cheaper(a.value()), a.span());
            } else if (!Walk.blocks(s).isEmpty()) {
                result = nested(s);
            }
            forget(s, products);
            learn(result);
            return List.of(result);
        }

        private static void forget(Stmt s, Map<Var, Term> products) {
            for (Var v : Order.given(s)) {
                products.remove(v);
                products.values().removeIf(t -> t.factors().contains(new Expr.Read(v)));
            }
        }

        private void learn(Stmt s) {
            Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
            if (value == null || !value.type().isFloating()) {
                return;
            }
            Var v = Occurrences.defined(s).get(0);
            if (v.isDerivative() && occurrences.definitions(v) == 1) {
                definitions.put(v, value);
            }
            if (v.type().equals(value.type()) && SumsOfProducts.isArithmetic(value)) {
                new SumsOfProducts(products)
                        .product(value)
                        .filter(t -> !t.factors().contains(new Expr.Read(v)))
                        .ifPresent(t -> products.put(v, t));
            }
        }

        private Stmt nested(Stmt s) {
            Map<Var, Term> inside = new LinkedHashMap<>(products);
            if (!(s instanceof Stmt.If || s instanceof Stmt.Switch)) {
                forget(s, inside);
            }
            return new Rewriter() {
                @Override
                public Block block(Block b) {
                    return new Scope(new LinkedHashMap<>(inside), occurrences).block(b);
                }

                @Override
                public Expr expr(Expr e) {
                    return e;
                }

                Stmt of(Stmt t) {
                    return descend(t);
                }
            }.of(s);
        }

        /** An expression with fewer operations, those of derivatives included that nothing else needs; or the same. */
        private Expr cheaper(Expr e) {
            Map<Var, Integer> own = own(e);
            SumsOfProducts sums = new SumsOfProducts(products);
            Rewriter parts = new Rewriter() {
                @Override
                public Expr expr(Expr part) {
                    if (part == null || !SumsOfProducts.isArithmetic(part)) {
                        return super.expr(part);
                    }
                    Expr inner = super.expr(part);
                    Expr other = sums.simplified(inner);
                    return cost(other, own) < cost(inner, own) ? other : inner;
                }
            };
            Expr result = parts.expr(e);
            return cost(result, own) < cost(e, own) ? result : e;
        }

        /** The derivatives of this block that are read nowhere but in an expression. */
        private Map<Var, Integer> own(Expr e) {
            Map<Var, Integer> own = new HashMap<>();
            reads(e).forEach((v, n) -> {
                if (definitions.containsKey(v) && occurrences.reads(v) == n) {
                    own.put(v, n);
                    own(definitions.get(v)).forEach(own::put);
                }
            });
            return own;
        }

        private static Map<Var, Integer> reads(Expr e) {
            Map<Var, Integer> reads = new LinkedHashMap<>();
            Walk.expressions(e, p -> {
                if (p instanceof Expr.Read r) {
                    reads.merge(r.variable(), 1, Integer::sum);
                }
            });
            return reads;
        }

        private int cost(Expr e, Map<Var, Integer> own) {
            int[] sum = {ForwardSubstitution.operators(e)};
            reads(e).forEach((v, n) -> {
                if (own.containsKey(v)) {
                    sum[0] += cost(definitions.get(v), own) + (n > 1 ? 1 : 0);
                }
            });
            return sum[0];
        }
    }
}
