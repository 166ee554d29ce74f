package dev.fluxion.tensor;

/** Where an element is. */
final class Position {

    private Position() {}

    /** The position in the storage of the element at that index. */
    static int of(Tensor tensor, int... index) {
        if (index.length != tensor.shape.length) {
            throw new IndexOutOfBoundsException("an index of " + index.length + " numbers for a tensor of shape "
                    + Shape.text(tensor.shape) + ", which takes " + tensor.shape.length);
        }
        int at = tensor.offset;
        for (int d = 0; d < index.length; d++) {
            at += index(index[d], d, tensor.shape[d]) * tensor.strides[d];
        }
        return at;
    }

    /** An index along dimension {@code d} of that size, counted from the end if negative. */
    static int index(int index, int d, int size) {
        if (index < -size || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " is out of bounds for dimension " + d + " with size " + size);
        }
        return index < 0 ? index + size : index;
    }
}
