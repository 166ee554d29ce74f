package dev.fluxion.tensor;

import dev.fluxion.tensor.CompiledFunction.SecondSweep;
import dev.fluxion.tensor.CompiledFunction.Signature;
import dev.fluxion.tensor.CompiledFunction.Sweep;
import dev.fluxion.tensor.CompiledFunction.Value;
import java.util.Arrays;

/** A compiled method of arrays and scalars. */
final class CompiledSweeps {

    private final Signature signature;
    private final int[] ranks;
    private final Value value;
    private final Sweep sweep;
    private final SecondSweep second;

    CompiledSweeps(Signature signature, int[] ranks, Value value, Sweep sweep, SecondSweep second) {
        this.signature = signature;
        this.ranks = ranks;
        this.value = value;
        this.sweep = sweep;
        this.second = second;
    }

    static RuntimeException noSecondSweep(Signature signature) {
        return new UnsupportedOperationException(signature.name() + " (" + signature.location()
                + ") has no second derivative; differentiating its gradient needs order = 2 in its @Differentiable");
    }

    /** Results of the second sweep: where the pass is recorded, a derivative of theirs is an error, not zero. */
    static Tensor[] last(Signature signature, Tensor[] answer, Tensor[] arguments) {
        Operation.Backward third = (bar, none) -> {
            throw noThirdSweep(signature);
        };
        for (Tensor tensor : answer) {
            if (tensor != null) {
                Operation.record(signature.name() + "BackwardBackward", tensor, arguments, new Tensor[0], third);
            }
        }
        return answer;
    }

    private static RuntimeException noThirdSweep(Signature signature) {
        return new UnsupportedOperationException(
                signature.name() + " (" + signature.location() + ") has no third derivative");
    }

    Tensor apply(Tensor[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i].dim() != ranks[i]) {
                throw new IllegalArgumentException(
                        signature.name() + ": '" + signature.parameters().get(i) + "' takes a tensor of rank "
                                + ranks[i] + " but got shape " + Shape.text(inputs[i].shape));
            }
        }
        Tensor[] plain = detached(inputs);
        Tensor result = Autograd.noGrad(() -> value.of(plain));
        return CompiledNode.record("Backward", signature, result, inputs, this::backward, false);
    }

    private Tensor[] backward(Tensor bar, Tensor[] inputs) {
        Tensor[] plain = detached(inputs);
        Tensor[] bars = Autograd.noGrad(() -> sweep.of(plain, bar.detach()));
        checkShapes(bars, inputs);
        return GradMode.isRecording() ? differentiably(bars, bar, inputs) : bars;
    }

    private static Tensor[] detached(Tensor[] inputs) {
        Tensor[] plain = new Tensor[inputs.length];
        Arrays.setAll(plain, i -> inputs[i].detach());
        return plain;
    }

    private void checkShapes(Tensor[] bars, Tensor[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            if (!Arrays.equals(bars[i].shape, inputs[i].shape)) {
                throw new IllegalStateException(signature.name() + ": the adjoint of '"
                        + signature.parameters().get(i) + "' has shape " + Shape.text(bars[i].shape) + " instead of "
                        + Shape.text(inputs[i].shape));
            }
        }
    }

    /** The adjoints as parts of one tensor, so that one second sweep serves all. */
    private Tensor[] differentiably(Tensor[] bars, Tensor bar, Tensor[] inputs) {
        int[] starts = starts(inputs);
        double[] values = new double[starts[inputs.length]];
        for (int i = 0; i < bars.length; i++) {
            double[] part = Dense.of(bars[i]);
            System.arraycopy(part, 0, values, starts[i], part.length);
        }
        Tensor[] arguments = Arrays.copyOf(inputs, inputs.length + 1);
        arguments[inputs.length] = bar;
        Tensor together = CompiledNode.record(
                "BackwardBackward",
                signature,
                Tensor.dense(signature.widest(), values, new int[] {values.length}),
                arguments,
                this::secondBackward,
                false);
        return parts(together, inputs);
    }

    private static int[] starts(Tensor[] inputs) {
        int[] starts = new int[inputs.length + 1];
        for (int i = 0; i < inputs.length; i++) {
            starts[i + 1] = starts[i] + inputs[i].numel();
        }
        return starts;
    }

    /** A vector cut into tensors like the inputs. */
    static Tensor[] parts(Tensor together, Tensor[] inputs) {
        int[] starts = starts(inputs);
        Tensor[] parts = new Tensor[inputs.length];
        for (int i = 0; i < parts.length; i++) {
            Tensor part = Slicing.slice(together, 0, starts[i], starts[i + 1], 1);
            parts[i] = part.reshape(inputs[i].shape).to(inputs[i].dtype());
        }
        return parts;
    }

    private Tensor[] secondBackward(Tensor weights, Tensor[] arguments) {
        if (second == null) {
            throw noSecondSweep(signature);
        }
        Tensor[] plain = detached(arguments);
        Tensor[] inputs = Arrays.copyOf(plain, plain.length - 1);
        Tensor[] answer =
                Autograd.noGrad(() -> second.of(inputs, plain[inputs.length], parts(weights.detach(), inputs)));
        checkShapes(answer, inputs);
        Tensor[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = weights;
        return last(signature, answer, all);
    }
}
