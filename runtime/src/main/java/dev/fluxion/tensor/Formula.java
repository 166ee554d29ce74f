package dev.fluxion.tensor;

/**
 * Evaluates a formula of a derivative over tensors of one shape: by lanes, in stretches that stay in the cache, adding into
 * a result that may repeat over that shape; or on tensors if the gradient is to be differentiated again.
 */
final class Formula {

    /** The formula: of as many quantities as tensors are given, null for those that are null. */
    interface Body {
        Quantity of(Quantity[] arguments);
    }

    private final Body body;
    private final Tensor[] arguments;
    private final int[] shape;

    /**
     * A formula over tensors.
     *
     * @param shape the common shape to which the arguments repeat
     */
    Formula(Body body, int[] shape, Tensor... arguments) {
        this.body = body;
        this.shape = shape;
        this.arguments = arguments;
    }

    /** The value, summed over the dimensions in which {@code like} repeats, in its type. */
    Tensor evaluate(int[] likeShape, DType likeType) {
        return GradMode.isRecording() ? onTensors(likeShape, likeType) : onLanes(likeShape, likeType);
    }

    private Tensor onTensors(int[] likeShape, DType likeType) {
        Quantity[] quantities = new Quantity[arguments.length];
        for (int k = 0; k < quantities.length; k++) {
            quantities[k] = TensorQuantity.of(arguments[k]);
        }
        Tensor full = ((TensorQuantity) body.of(quantities)).tensor();
        return Reductions.sumTo(full, likeShape).to(likeType);
    }

    private Tensor onLanes(int[] likeShape, DType likeType) {
        double[] result = new double[Shape.elements(likeShape)];
        int n = arguments.length;
        int[][] strides = new int[n + 1][];
        int[] offsets = new int[n + 1];
        double[][] arrays = new double[n][];
        for (int k = 0; k < n; k++) {
            Operand operand = arguments[k] == null ? null : Operand.of(arguments[k], shape);
            strides[k] = operand == null ? new int[shape.length] : operand.strides();
            offsets[k] = operand == null ? 0 : operand.offset();
            arrays[k] = operand == null ? null : operand.array();
        }
        strides[n] = Broadcast.strides(likeShape, Shape.strides(likeShape), shape);
        evaluate(new LaneLoop(shape, strides, offsets), arrays, result);
        return Tensor.dense(likeType, result, likeShape);
    }

    private void evaluate(LaneLoop loop, double[][] arrays, double[] result) {
        if (!loop.hasLane()) {
            return;
        }
        Scratch scratch = new Scratch(loop.count());
        Lane[] lanes = new Lane[arrays.length];
        for (int k = 0; k < lanes.length; k++) {
            lanes[k] = arrays[k] == null ? null : new Lane(scratch);
        }
        boolean sums = result.length < Shape.elements(shape);
        for (; loop.hasLane(); loop.advance()) {
            for (int from = 0; from < loop.count(); from += Scratch.STRETCH) {
                scratch.begin(Math.min(Scratch.STRETCH, loop.count() - from));
                stretch(loop, from, lanes, arrays, result, sums);
            }
        }
    }

    private void stretch(LaneLoop loop, int from, Lane[] lanes, double[][] arrays, double[] result, boolean sums) {
        int n = lanes.length;
        for (int k = 0; k < n; k++) {
            if (lanes[k] != null) {
                lanes[k].move(arrays[k], loop.at(k) + from * loop.step(k), loop.step(k));
            }
        }
        Lane value = (Lane) body.of(lanes);
        int at = loop.at(n) + from * loop.step(n);
        if (sums) {
            value.addTo(result, at, loop.step(n));
        } else {
            value.copyTo(result, at, loop.step(n));
        }
    }
}
