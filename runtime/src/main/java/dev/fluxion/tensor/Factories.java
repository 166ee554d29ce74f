package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.Random;

/** Makes tensors. */
final class Factories {

    private Factories() {}

    static Tensor of(double[] values, int[] shape) {
        checkCount(values.length, shape);
        return Tensor.dense(DType.FLOAT64, values.clone(), Shape.checked(shape));
    }

    static Tensor of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("expected sequence of length " + columns + " at dim 1 (got "
                        + rows[r].length + " in row " + r + ")");
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return Tensor.dense(DType.FLOAT64, values, new int[] {rows.length, columns});
    }

    static Tensor ofFloats(float[] values, int[] shape) {
        int[] checked = shape.length == 0 && values.length != 1 ? new int[] {values.length} : Shape.checked(shape);
        checkCount(values.length, checked);
        return Tensor.dense(Storage.of(values.clone()), checked);
    }

    private static void checkCount(int count, int[] shape) {
        if (Shape.elements(Shape.checked(shape)) != count) {
            throw new IllegalArgumentException("shape " + Shape.text(shape) + " is invalid for input of size " + count);
        }
    }

    /** The same value everywhere. */
    static Tensor full(DType type, double value, int[] shape) {
        double[] values = new double[Shape.elements(shape)];
        if (value != 0) {
            Arrays.fill(values, value);
        }
        return Tensor.dense(type, values, shape);
    }

    /** A number as a tensor without dimensions of the type of another. */
    static Tensor like(Tensor tensor, double value) {
        return full(tensor.dtype(), value, Shape.checked());
    }

    static Tensor arange(double start, double end, double step) {
        if (step == 0) {
            throw new IllegalArgumentException("step must be nonzero");
        }
        if ((end - start) / step < 0) {
            throw new IllegalArgumentException(
                    "upper bound and lower bound inconsistent with step sign: " + start + ", " + end + ", " + step);
        }
        double[] values = new double[(int) Math.ceil((end - start) / step)];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + step * i;
        }
        return Tensor.dense(DType.FLOAT64, values, new int[] {values.length});
    }

    static Tensor linspace(double from, double to, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("number of steps must be non-negative, but got " + count);
        }
        double[] values = new double[count];
        double step = (to - from) / (count - 1);
        for (int i = 0; i < count; i++) {
            values[i] = i < count / 2 || count == 1 ? from + (count == 1 ? 0 : step * i) : to - step * (count - i - 1);
        }
        return Tensor.dense(DType.FLOAT64, values, new int[] {count});
    }

    static Tensor eye(int size) {
        double[] values = new double[Math.multiplyExact(Shape.checked(size)[0], size)];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1;
        }
        return Tensor.dense(DType.FLOAT64, values, new int[] {size, size});
    }

    static Tensor randn(long seed, int[] shape) {
        Random random = new Random(seed);
        double[] values = new double[Shape.elements(shape)];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Tensor.dense(DType.FLOAT64, values, shape);
    }

    static Tensor uniform(long seed, double low, double high, int[] shape) {
        Random random = new Random(seed);
        double[] values = new double[Shape.elements(shape)];
        Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
        return Tensor.dense(DType.FLOAT64, values, shape);
    }
}
