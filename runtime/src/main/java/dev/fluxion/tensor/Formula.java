package dev.fluxion.tensor;

/**
 * Evaluates a formula of a derivative over tensors that repeat to one shape: by lanes, in stretches that stay in the cache,
 * adding into a result that may repeat over that shape; or on tensors if the gradient is to be differentiated again.
 */
final class Formula {

    /** The formula: of as many quantities as tensors are given, null for those that are null. */
    interface Body {
        Quantity of(Quantity[] arguments);
    }

    private Formula() {}

    /** The value, summed over the dimensions in which {@code like} repeats, in its type. */
    static Tensor evaluate(Body body, int[] shape, int[] likeShape, DType likeType, Tensor... arguments) {
        if (GradMode.isRecording()) {
            return onTensors(body, likeShape, likeType, arguments);
        }
        return Tensor.dense(likeType, new OnLanes(body, shape, arguments).into(likeShape), likeShape);
    }

    private static Tensor onTensors(Body body, int[] likeShape, DType likeType, Tensor[] arguments) {
        Quantity[] quantities = new Quantity[arguments.length];
        for (int k = 0; k < quantities.length; k++) {
            quantities[k] = TensorQuantity.of(arguments[k]);
        }
        Tensor full = ((TensorQuantity) body.of(quantities)).tensor();
        return Reductions.sumTo(full, likeShape).to(likeType);
    }

    /** The evaluation by lanes. */
    private static final class OnLanes {

        private final Body body;
        private final int[] shape;
        private final int count;
        private final Scratch scratch;
        private final double[][] arrays;
        private final int[][] strides;
        private final int[] offsets;
        private final int[] steps;
        private final Lane[] lanes;
        private double[] result;

        OnLanes(Body body, int[] shape, Tensor[] arguments) {
            int n = arguments.length;
            this.body = body;
            this.shape = shape;
            count = Shape.elements(shape);
            scratch = new Scratch(count);
            arrays = new double[n][];
            lanes = new Lane[n];
            strides = new int[n + 1][];
            offsets = new int[n + 1];
            steps = new int[n + 1];
            for (int k = 0; k < n; k++) {
                if (arguments[k] == null) {
                    strides[k] = new int[shape.length];
                } else {
                    add(k, Operand.of(arguments[k], shape), arguments[k].numel());
                }
            }
        }

        private void add(int k, Operand operand, int elements) {
            arrays[k] = operand.array();
            strides[k] = operand.strides();
            offsets[k] = operand.offset();
            steps[k] = operand.step(elements, shape);
            lanes[k] = new Lane(scratch);
        }

        double[] into(int[] likeShape) {
            int n = arrays.length;
            result = new double[Shape.elements(likeShape)];
            steps[n] = result.length == count ? 1 : 0;
            if ((result.length == count || result.length == 1) && isStraight()) {
                lane(count, offsets, steps);
                return result;
            }
            strides[n] = Broadcast.strides(likeShape, Shape.strides(likeShape), shape);
            LaneLoop loop = new LaneLoop(shape, strides, offsets);
            int[] by = loop.steps();
            for (; loop.hasLane(); loop.advance()) {
                lane(loop.count(), loop.positions(), by);
            }
            return result;
        }

        /** Whether every argument is walked in one lane. */
        private boolean isStraight() {
            for (int step : steps) {
                if (step < 0) {
                    return false;
                }
            }
            return true;
        }

        private void lane(int numbers, int[] at, int[] by) {
            int n = arrays.length;
            for (int from = 0; from < numbers; from += scratch.capacity()) {
                scratch.begin(Math.min(scratch.capacity(), numbers - from));
                for (int k = 0; k < n; k++) {
                    if (lanes[k] != null) {
                        lanes[k].move(arrays[k], at[k] + from * by[k], by[k]);
                    }
                }
                Lane value = (Lane) body.of(lanes);
                if (result.length < count) {
                    value.addTo(result, at[n] + from * by[n], by[n]);
                } else {
                    value.copyTo(result, at[n] + from * by[n], by[n]);
                }
            }
        }
    }
}
