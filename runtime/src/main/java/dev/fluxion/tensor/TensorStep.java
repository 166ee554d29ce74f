package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One operation on tensors inside of a method that was differentiated at build time. Internal: made by generated companions.
 *
 * <p>The operation runs once, on copies of its operands' heads that record a graph of this operation alone, so that its
 * derivative is the one that the operation has in any graph, and what it saves is checked for modifications in place. A
 * tensor of zeros is {@code null} among adjoints and tangents, since its shape need not be known.
 */
public final class TensorStep {

    private final Tensor[] operands;
    private final Tensor recorded;
    private final Tensor value;
    private Tensor indices;
    private Tensor lastBar;
    private List<Tensor> lastAdjoints;

    private TensorStep(Function<Tensor[], Tensor> operation, Tensor value, Tensor... operands) {
        this.operands = new Tensor[operands.length];
        Arrays.setAll(this.operands, i -> operands[i].detach().requiresGrad(true));
        Autograd.Scope scope = Autograd.enableGrad();
        try (scope) {
            recorded = operation.apply(this.operands);
        }
        this.value = value == null ? recorded.detach() : value;
    }

    /** An operation by one tensor. */
    public static TensorStep of(UnaryOperator<Tensor> operation, Tensor x) {
        return new TensorStep(in -> operation.apply(in[0]), null, x);
    }

    /** An operation by two tensors. */
    public static TensorStep of(BinaryOperator<Tensor> operation, Tensor x, Tensor y) {
        return new TensorStep(in -> operation.apply(in[0], in[1]), null, x, y);
    }

    /** An operation by any number of tensors. */
    public static TensorStep ofAll(Function<Tensor[], Tensor> operation, Tensor... operands) {
        return new TensorStep(operation, null, operands);
    }

    /**
     * An operation by a tensor and a number, which the operation takes as a tensor without dimensions.
     *
     * @param value what the operation by the number itself has given
     */
    public static TensorStep byNumber(Tensor value, BinaryOperator<Tensor> operation, Tensor x, double number) {
        return new TensorStep(in -> operation.apply(in[0], in[1]), value, x, Tensor.scalar(number));
    }

    /** An operation that answers with extremes and where they are. */
    public static TensorStep ofExtremes(Function<Tensor, TensorWithIndices> operation, Tensor x) {
        Tensor[] indices = new Tensor[1];
        TensorStep step = new TensorStep(
                in -> {
                    TensorWithIndices extremes = operation.apply(in[0]);
                    indices[0] = extremes.indices();
                    return extremes.values();
                },
                null,
                x);
        step.indices = indices[0];
        return step;
    }

    /** The extremes, outside of any graph, with their indices. */
    public TensorWithIndices extremes() {
        return new TensorWithIndices(value, indices);
    }

    /** The result, outside of any graph. */
    public Tensor value() {
        return value;
    }

    /**
     * The adjoint of an operand.
     *
     * @param bar the adjoint of the result; null for zero
     * @return null for zero
     * @throws IllegalArgumentException if {@code bar} has another shape than the result
     * @throws IllegalStateException if a tensor that the operation saved was modified in place since
     */
    public Tensor adjoint(int operand, Tensor bar) {
        if (bar == null || !recorded.requiresGrad()) {
            return null;
        }
        if (lastBar != bar) {
            lastAdjoints = isOneNode() ? adjointsOfNode(Engine.seed(recorded, bar)) : adjoints(bar, false);
            lastBar = bar;
        }
        return lastAdjoints.get(operand);
    }

    /** As {@link #adjoint}, of an operand that is a number. */
    public double numberAdjoint(int operand, Tensor bar) {
        return TensorAdjoints.number(adjoint(operand, bar));
    }

    /** Whether the graph of the operation is one node before its operands, so that no pass has to be planned. */
    private boolean isOneNode() {
        return recorded.gradFn() != null && recorded.gradFn().level == 1 && !GradMode.current().anomaly;
    }

    private List<Tensor> adjointsOfNode(Tensor bar) {
        Node node = recorded.gradFn();
        Tensor[] answer = Autograd.noGrad(() -> node.backward(bar));
        Tensor[] adjoints = new Tensor[operands.length];
        for (int i = 0; i < answer.length; i++) {
            for (int k = 0; k < operands.length; k++) {
                if (node.next()[i] == operands[k].edge()) {
                    adjoints[k] = TensorAdjoints.add(adjoints[k], answer[i]);
                }
            }
        }
        return Arrays.asList(adjoints);
    }

    private List<Tensor> adjoints(Tensor bar, boolean createGraph) {
        return Autograd.grad(List.of(recorded), List.of(operands), List.of(bar), true, createGraph, true);
    }

    /**
     * The tangent of the result by one operand: the derivative, in the direction {@code dot}, of the adjoint as a function of
     * {@code bar}, in which it is linear.
     *
     * @param dot the tangent of the operand; null for zero
     * @return null for zero
     * @throws IllegalArgumentException if {@code dot} has another shape than the operand
     * @throws UnsupportedOperationException if the operation is a compiled method without second derivatives
     */
    public Tensor tangent(int operand, Tensor dot) {
        if (dot == null || !recorded.requiresGrad()) {
            return null;
        }
        Tensor bar = Factories.full(recorded.dtype(), 0, recorded.shape).requiresGrad(true);
        Tensor adjoint = adjoints(bar, true).get(operand);
        if (adjoint == null || !adjoint.requiresGrad()) {
            return null;
        }
        return Autograd.grad(List.of(adjoint), List.of(bar), List.of(dot), true, false, true)
                .get(0);
    }

    /** As {@link #tangent}, by an operand that is a number. */
    public Tensor numberTangent(int operand, double dot) {
        return tangent(operand, Tensor.scalar(dot));
    }
}
