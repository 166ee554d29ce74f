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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                : function.withBody(
                        new Scope(new Products(), Occurrences.of(function), new Facts()).block(function.body()));
    }

    /** What is known at a place of a block. */
    private static final class Scope extends Rewriter {

        private final Products products;

        private final Occurrences occurrences;
        private final Facts facts;

        /** The derivatives of this block that are given one value, and how many operations that takes with all that only it needs. */
        private final Map<Var, Integer> costs = new HashMap<>();

        Scope(Products products, Occurrences occurrences, Facts facts) {
            this.products = products;
            this.occurrences = occurrences;
            this.facts = facts;
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
            products.forget(Order.given(s));
            learn(result);
            return List.of(result);
        }

        private void learn(Stmt s) {
            Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
            if (value == null || !value.type().isFloating()) {
                return;
            }
            Var v = Occurrences.defined(s).get(0);
            if (v.isDerivative() && occurrences.definitions(v) == 1) {
                costs.put(v, cost(value, own(value)));
            }
            if (v.type().equals(value.type()) && SumsOfProducts.isArithmetic(value)) {
                new SumsOfProducts(products, facts)
                        .product(value)
                        .filter(t -> !t.factors().contains(new Expr.Read(v)))
                        .ifPresent(t -> products.put(v, t));
            }
        }

        private Stmt nested(Stmt s) {
            Products inside = products.copy();
            if (!(s instanceof Stmt.If || s instanceof Stmt.Switch)) {
                inside.forget(Order.given(s));
            }
            return new Rewriter() {
                @Override
                public Block block(Block b) {
                    return new Scope(inside.copy(), occurrences, facts).block(b);
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
            Set<Var> own = own(e);
            SumsOfProducts sums = new SumsOfProducts(products, facts);
            Rewriter parts = new Rewriter() {
                @Override
                public Expr expr(Expr part) {
                    Expr inner = super.expr(part);
                    if (inner == null || !sums.isTakenApart(inner)) {
                        return inner;
                    }
                    Expr other = sums.simplified(inner);
                    return cost(other, own) < cost(inner, own) ? other : inner;
                }
            };
            Expr result = parts.expr(e);
            return result != e && cost(result, own) < cost(e, own) ? result : e;
        }

        /** The derivatives of this block that are read nowhere but in an expression. */
        private Set<Var> own(Expr e) {
            Set<Var> own = new HashSet<>();
            reads(e).forEach((v, n) -> {
                if (costs.containsKey(v) && occurrences.reads(v) == n) {
                    own.add(v);
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

        /** How many operations an expression takes with those of derivatives that only it needs. */
        private int cost(Expr e, Set<Var> own) {
            int[] sum = {facts.operators(e)};
            if (!own.isEmpty()) {
                reads(e).forEach((v, n) -> sum[0] += own.contains(v) ? costs.get(v) + (n > 1 ? 1 : 0) : 0);
            }
            return sum[0];
        }
    }
}
