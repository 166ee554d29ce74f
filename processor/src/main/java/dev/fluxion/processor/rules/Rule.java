package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Expr;
import java.util.List;

/**
 * The derivative of one primitive. The operands are the parts of the expression in evaluation order: of an instance method the
 * receiver comes first.
 */
public interface Rule {

    /** What becomes of derivatives at a primitive. */
    enum Kind {
        /** They pass, by at least one operand. */
        DIFFERENTIABLE,
        /** The value is a step function of its operands, such as {@code floor}: zero, worth a note. */
        PIECEWISE_CONSTANT,
        /** The value is a decision or no number at all, such as a comparison, or the user's own word that it is constant. */
        INACTIVE,
        /** The value is the bit pattern of an operand: the derivative is lost. */
        BITS,
        /** The value is text made of an operand, or a number read from text: the derivative is lost. */
        TEXT
    }

    Kind kind();

    /** Whether derivatives pass by this operand. Where not, the partial is zero by convention. */
    boolean differentiable(int operand);

    /** Whether the value is a step function of its operands, of which the user is told. */
    default boolean piecewiseConstant() {
        return kind() == Kind.PIECEWISE_CONSTANT;
    }

    /**
     * The product of the seed and the partial derivative of the value with respect to one operand. What it needs of operands
     * and value is what it reads of them: a caller that has to know asks with variables and looks.
     *
     * @param operand the index of a differentiable operand
     * @param operands the operands' values
     * @param value the primitive's value
     * @param seed the tangent of the operand, or the adjoint of the value
     */
    Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed);

    /**
     * The same for the tangent of the operand alone. Of numbers, whose products commute, there is no difference.
     */
    default Expr tangent(int operand, List<Expr> operands, Expr value, Expr seed) {
        return contribution(operand, operands, value, seed);
    }
}
