package dev.fluxion.tensor;

import java.util.Arrays;

/**
 * Adjoints and tangents of tensors in generated code, where {@code null} is a tensor of zeros. Internal: called by generated
 * companions.
 */
public final class TensorAdjoints {

    private TensorAdjoints() {}

    /** The sum; null if both are. */
    public static Tensor add(Tensor a, Tensor b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Autograd.noGrad(() -> a.add(b));
    }

    /**
     * The sum of an adjoint that is handed in and of what is added to it.
     *
     * @throws IllegalArgumentException if they differ in shape
     */
    public static Tensor sum(Tensor given, Tensor bar, String name) {
        return add(checked(given, bar, name), bar);
    }

    /** The adjoint or tangent of {@code like}, with zeros in its shape for null. */
    public static Tensor orZeros(Tensor bar, Tensor like) {
        return bar == null ? Factories.full(like.dtype(), 0, like.shape) : bar;
    }

    /**
     * The seed of a gradient.
     *
     * @throws IllegalArgumentException if {@code value} has not exactly one element
     */
    public static Tensor one(Tensor value) {
        return Engine.seed(value, null);
    }

    /**
     * A seed or a tangent that is handed in, for {@code value}.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public static Tensor checked(Tensor given, Tensor value, String name) {
        if (!Arrays.equals(given.shape, value.shape)) {
            throw new IllegalArgumentException(
                    name + " must have shape " + Shape.text(value.shape) + ", not " + Shape.text(given.shape));
        }
        return given.detach();
    }

    /** The adjoint of the one element of {@code x}, as that of {@code x}. */
    public static Tensor ofItem(double bar, Tensor x) {
        return Factories.full(x.dtype(), bar, x.shape);
    }

    /** The element at that index, as {@link Tensor#get} finds it, as a tensor without dimensions. */
    public static Tensor element(Tensor x, int... index) {
        Position.of(x, index);
        Tensor element = x;
        for (int i : index) {
            element = element.select(0, i);
        }
        return element;
    }

    /** The sum of the elements; 0 for null. It is the adjoint of a number that every element is. */
    public static double number(Tensor bar) {
        return bar == null ? 0 : Autograd.noGrad(() -> bar.sum()).item();
    }
}
