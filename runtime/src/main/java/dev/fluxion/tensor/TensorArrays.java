package dev.fluxion.tensor;

import java.lang.reflect.Array;

/** Tensors from and to nested arrays of any rank. Always copies. */
public final class TensorArrays {

    private TensorArrays() {}

    /** A tensor without dimensions. */
    public static Tensor of(double value) {
        return Tensor.scalar(value);
    }

    /** A tensor without dimensions. */
    public static Tensor of(float value) {
        return Tensor.ofFloats(new float[] {value});
    }

    /**
     * A tensor of the elements.
     *
     * @param array of doubles or floats, of any rank; an empty dimension hides the sizes behind it, which are then 0. A boxed
     *     number is a tensor without dimensions.
     * @throws IllegalArgumentException if the array is of something else, or ragged
     */
    public static Tensor of(Object array) {
        if (array instanceof Float number) {
            return of(number.floatValue());
        } else if (array instanceof Double number) {
            return of(number.doubleValue());
        }
        return of(array, shape(array));
    }

    /**
     * A tensor of the elements in the shape that they have, where an empty dimension may hide it.
     *
     * @throws IllegalArgumentException if the array is not of doubles or floats, or has another shape
     */
    public static Tensor of(Object array, int[] shape) {
        DType type = component(array) == float.class ? DType.FLOAT32 : DType.FLOAT64;
        Tensor tensor = Factories.full(type, 0, Shape.checked(shape));
        write(array, tensor, 0, 0);
        return tensor;
    }

    private static int[] shape(Object array) {
        int rank = 0;
        for (Class<?> c = array.getClass(); c.isArray(); c = c.getComponentType()) {
            rank++;
        }
        int[] shape = new int[rank];
        Object inner = array;
        for (int d = 0; d < rank && inner != null; d++) {
            shape[d] = Array.getLength(inner);
            inner = shape[d] == 0 || d == rank - 1 ? null : Array.get(inner, 0);
        }
        return shape;
    }

    private static Class<?> component(Object array) {
        Class<?> component = array.getClass();
        while (component.isArray()) {
            component = component.getComponentType();
        }
        if (component == array.getClass() || component != double.class && component != float.class) {
            throw new IllegalArgumentException("an array of double or float is needed, but got "
                    + array.getClass().getTypeName());
        }
        return component;
    }

    private static void write(Object array, Tensor tensor, int d, int at) {
        if (Array.getLength(array) != tensor.shape[d]) {
            throw new IllegalArgumentException("expected sequence of length " + tensor.shape[d] + " at dim " + d
                    + " (got " + Array.getLength(array) + ")");
        }
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                write(rows[i], tensor, d + 1, at + i * tensor.strides[d]);
            }
        } else {
            System.arraycopy(array, 0, elements(tensor), at, tensor.shape[d]);
        }
    }

    private static Object elements(Tensor tensor) {
        return tensor.dtype() == DType.FLOAT32 ? tensor.storage.floats() : tensor.storage.doubles();
    }

    /** The elements as nested arrays of the tensor's type: {@code double[][]} for two dimensions of doubles. */
    public static Object toArray(Tensor tensor) {
        if (tensor.dim() == 0) {
            throw new IllegalArgumentException("a tensor without dimensions is no array; use item()");
        }
        Class<?> component = tensor.dtype() == DType.FLOAT32 ? float.class : double.class;
        Object array = Array.newInstance(component, tensor.shape);
        Tensor dense = tensor.detach().contiguous();
        read(array, dense, 0, dense.offset);
        return array;
    }

    private static void read(Object array, Tensor tensor, int d, int at) {
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                read(rows[i], tensor, d + 1, at + i * tensor.strides[d]);
            }
        } else {
            System.arraycopy(elements(tensor), at, array, 0, tensor.shape[d]);
        }
    }
}
