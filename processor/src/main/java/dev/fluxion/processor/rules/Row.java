package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Expr;
import java.util.Arrays;
import java.util.List;

/** One row of the table: a partial per operand, null where no derivative passes. */
record Row(Kind kind, boolean strongZero, List<Partial> partials) implements Rule {

    /** Writes the product of the seed and one partial. */
    @FunctionalInterface
    interface Partial {
        Expr write(Site site);
    }

    /** The partial of a value that its operand passes through unchanged. */
    static final Partial IDENTITY = Site::seed;

    Row {
        partials = java.util.Collections.unmodifiableList(Arrays.asList(partials.toArray(Partial[]::new)));
    }

    @Override
    public boolean differentiable(int operand) {
        return operand < partials.size() && partials.get(operand) != null;
    }

    @Override
    public Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed) {
        if (!differentiable(operand)) {
            throw new IllegalArgumentException("no derivative passes by operand " + operand);
        }
        return partials.get(operand).write(new Site(operands, value, seed, strongZero));
    }
}
