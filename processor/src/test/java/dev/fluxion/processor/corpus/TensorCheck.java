package dev.fluxion.processor.corpus;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A function over tensors, which are to do what the function and its VJP do, to the bit. */
final class TensorCheck {

    private final CorpusFunction function;
    private final Findings findings;

    TensorCheck(CorpusFunction function, Findings findings) {
        this.function = function;
        this.findings = findings;
    }

    /**
     * At a point where the function does not throw.
     *
     * @param adjoints those of the VJP with the seed 1
     */
    void at(Point p, Outcome value, double[] adjoints) {
        function.tensor().ifPresent(t -> {
            findings.statistics().count("points over tensors");
            List<Tensor> leaves = leaves(p);
            Tensor y = result(t, p, leaves);
            findings.same(bits(y.item()), bits(value.value().doubleValue()), "value over tensors", p);
            y.backward();
            for (int k = 0; k < adjoints.length; k++) {
                double grad = leaves.get(k).grad().item();
                findings.same(bits(grad), bits(adjoints[k]), "gradient over tensors, partial " + k, p);
            }
        });
    }

    /** Gradients differentiated again are the rows of the Hessian. */
    void second(Point p, double[][] hessian, double scale) {
        function.tensor().ifPresent(t -> {
            List<Tensor> leaves = leaves(p);
            List<Tensor> first = Autograd.grad(List.of(result(t, p, leaves)), leaves, true);
            for (int i = 0; i < hessian.length; i++) {
                List<Tensor> row = Autograd.grad(List.of(first.get(i)), leaves, true);
                for (int j = 0; j < hessian.length; j++) {
                    findings.statistics().count("second partials over tensors");
                    double actual = row.get(j).item();
                    findings.close(Tolerance.SECOND, actual, hessian[i][j], scale, "second order over tensors", p);
                }
            }
        });
    }

    private List<Tensor> leaves(Point p) {
        List<Tensor> leaves = new ArrayList<>();
        for (int i : function.actives()) {
            Class<?> type = function.primal().getParameterTypes()[i];
            boolean isFloat = type == float.class || type == Float.class;
            Tensor number = Tensor.scalar(p.number(i));
            leaves.add((isFloat ? number.to(DType.FLOAT32) : number).requiresGrad(true));
        }
        return leaves;
    }

    private Tensor result(Call overTensors, Point p, List<Tensor> leaves) {
        Point lifted = p;
        for (int k = 0; k < leaves.size(); k++) {
            lifted = lifted.with(function.actives().get(k), leaves.get(k));
        }
        Outcome outcome = overTensors.at(lifted);
        if (outcome.thrown() != null) {
            throw new AssertionError(function.name() + " over tensors at " + p, outcome.thrown());
        }
        return (Tensor) outcome.result();
    }

    private static String bits(double d) {
        return Long.toHexString(Double.doubleToLongBits(d)) + " = " + d;
    }
}
