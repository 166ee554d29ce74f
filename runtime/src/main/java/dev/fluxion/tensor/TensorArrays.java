package dev.fluxion.tensor;

import java.lang.reflect.Array;

/** Tensors from and to nested arrays of any rank. Always copies. */
public final class TensorArrays {

    private TensorArrays() {}

    /**
     * A tensor of the elements.
     *
     * @param array of doubles or floats, of any rank; an empty dimension hides the sizes behind it, which are then 0
     * @throws IllegalArgumentException if the array is of something else, or ragged
     */
    public static Tensor of(Object array) {
        int rank = 0;
        Class<?> component = array.getClass();
        while (component.isArray()) {
            component = component.getComponentType();
            rank++;
        }
        if (rank == 0 || component != double.class && component != float.class) {
            throw new IllegalArgumentException("an array of double or float is needed, but got "
                    + array.getClass().getTypeName());
        }
        int[] shape = new int[rank];
        Object inner = array;
        for (int d = 0; d < rank && inner != null; d++) {
            shape[d] = Array.getLength(inner);
            inner = shape[d] == 0 || d == rank - 1 ? null : Array.get(inner, 0);
        }
        DType type = component == float.class ? DType.FLOAT32 : DType.FLOAT64;
        Tensor tensor = Factories.full(type, 0, Shape.checked(shape));
        write(array, tensor, 0, 0);
        return tensor;
    }

    private static void write(Object array, Tensor tensor, int d, int at) {
        if (Array.getLength(array) != tensor.shape[d]) {
            throw new IllegalArgumentException("expected sequence of length " + tensor.shape[d] + " at dim " + d
                    + " (got " + Array.getLength(array) + ")");
        }
        for (int i = 0; i < tensor.shape[d]; i++) {
            int to = at + i * tensor.strides[d];
            if (d == tensor.shape.length - 1) {
                tensor.storage.set(to, Array.getDouble(array, i));
            } else {
                write(Array.get(array, i), tensor, d + 1, to);
            }
        }
    }

    /** The elements as nested arrays of the tensor's type: {@code double[][]} for two dimensions of doubles. */
    public static Object toArray(Tensor tensor) {
        if (tensor.dim() == 0) {
            throw new IllegalArgumentException("a tensor without dimensions is no array; use item()");
        }
        Class<?> component = tensor.dtype() == DType.FLOAT32 ? float.class : double.class;
        Object array = Array.newInstance(component, tensor.shape);
        read(array, tensor, 0, tensor.offset);
        return array;
    }

    private static void read(Object array, Tensor tensor, int d, int at) {
        for (int i = 0; i < tensor.shape[d]; i++) {
            int from = at + i * tensor.strides[d];
            if (d < tensor.shape.length - 1) {
                read(Array.get(array, i), tensor, d + 1, from);
            } else if (tensor.dtype() == DType.FLOAT32) {
                Array.setFloat(array, i, tensor.storage.floats()[from]);
            } else {
                Array.setDouble(array, i, tensor.storage.doubles()[from]);
            }
        }
    }
}
