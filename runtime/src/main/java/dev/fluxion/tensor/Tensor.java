package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A dense array of doubles or floats of any shape, with the attributes that PyTorch gives its tensors: {@link #data()},
 * {@link #requiresGrad()}, {@link #grad()}, {@link #gradFn()}, {@link #isLeaf()} and {@link #backward()}.
 *
 * <pre>
 *   Tensor x = Tensor.scalar(2).requiresGrad(true);
 *   Tensor z = x.pow(2).add(x.mul(2)).add(1); // 9
 *   z.backward();
 *   x.grad();                                 // tensor(6.)
 * </pre>
 *
 * <p>Operations have PyTorch's names in Java's case, and its broadcasting, conventions and errors. They stand in the
 * interfaces that this class implements, by family. An operation on a tensor that requires a gradient records a {@link Node};
 * {@link Autograd#noGrad()} stops that. Views share their storage with the tensor that they come from, and its counter of
 * modifications.
 *
 * <p>Tensors are not synchronised: threads may read a tensor together, and build and run graphs of their own, but not
 * accumulate into the same {@code grad}.
 */
public final class Tensor
        implements TensorArithmetic,
                TensorFunctions,
                TensorActivations,
                TensorComparisons,
                TensorReductions,
                TensorShapes,
                TensorParts,
                TensorProducts,
                TensorLosses,
                TensorUpdates,
                TensorValues {

    final Storage storage;
    final Version version;
    final int offset;
    final int[] shape;
    final int[] strides;

    private boolean requiresGrad;
    private boolean retainsGrad;
    private Node gradFn;
    private AccumulateGrad accumulator;
    private Tensor grad;
    private int graphVersion;
    private boolean view;

    private Tensor(Storage storage, Version version, int offset, int[] shape, int[] strides) {
        this.storage = storage;
        this.version = version;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
        this.graphVersion = version.graph;
    }

    /** A tensor of these elements in row-major order; the array is the tensor's own from now on. */
    static Tensor dense(DType type, double[] values, int[] shape) {
        return new Tensor(Storage.of(type, values), new Version(), 0, shape, Shape.strides(shape));
    }

    /** A tensor of these elements in row-major order; the storage is the tensor's own from now on. */
    static Tensor dense(Storage storage, int[] shape) {
        return new Tensor(storage, new Version(), 0, shape, Shape.strides(shape));
    }

    /** A view of this tensor's storage, with no part in a graph yet. */
    Tensor view(int from, int[] viewShape, int[] viewStrides) {
        Tensor part = new Tensor(storage, version, from, viewShape, viewStrides);
        part.view = true;
        return part;
    }

    /** A tensor without dimensions. */
    public static Tensor scalar(double value) {
        return dense(DType.FLOAT64, new double[] {value}, Shape.checked());
    }

    /** A tensor with one dimension; the values are copied. */
    public static Tensor of(double... values) {
        return dense(DType.FLOAT64, values.clone(), new int[] {values.length});
    }

    /**
     * A tensor of that shape; the values, in row-major order, are copied.
     *
     * @throws IllegalArgumentException if the shape has another number of elements
     */
    public static Tensor of(double[] values, int... shape) {
        return Factories.of(values, shape);
    }

    /**
     * A tensor with two dimensions; the values are copied.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Tensor of(double[][] rows) {
        return Factories.of(rows);
    }

    /**
     * A tensor of floats; the values, in row-major order, are copied. Without a shape it has one dimension.
     *
     * @throws IllegalArgumentException if the shape has another number of elements
     */
    public static Tensor ofFloats(float[] values, int... shape) {
        return Factories.ofFloats(values, shape);
    }

    /** A tensor of zeros. */
    public static Tensor zeros(int... shape) {
        return full(0, shape);
    }

    /** A tensor of ones. */
    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /** A tensor with the same value everywhere. */
    public static Tensor full(double value, int... shape) {
        return Factories.full(DType.FLOAT64, value, Shape.checked(shape));
    }

    /** {@code 0, 1, ..., end - 1}. */
    public static Tensor arange(int end) {
        return Factories.arange(0, end, 1);
    }

    /**
     * {@code start, start + step, ...}, up to but without {@code end}.
     *
     * @throws IllegalArgumentException if the step is 0 or leads away from {@code end}
     */
    public static Tensor arange(double start, double end, double step) {
        return Factories.arange(start, end, step);
    }

    /** So many numbers at equal distances from the first to the last; like PyTorch exact and symmetric at both ends. */
    public static Tensor linspace(double from, double to, int count) {
        return Factories.linspace(from, to, count);
    }

    /** The unit matrix. */
    public static Tensor eye(int size) {
        return Factories.eye(size);
    }

    /** Normally distributed numbers, the same for the same seed everywhere. */
    public static Tensor randn(long seed, int... shape) {
        return Factories.randn(seed, Shape.checked(shape));
    }

    /** Numbers uniform in {@code [low, high)}, the same for the same seed everywhere. */
    public static Tensor uniform(long seed, double low, double high, int... shape) {
        return Factories.uniform(seed, low, high, Shape.checked(shape));
    }

    /** The tensors one after the other along a dimension; the shapes agree in all others. */
    public static Tensor cat(int dim, Tensor... parts) {
        return Joining.cat(dim, parts);
    }

    /** The tensors, all of one shape, side by side along a new dimension. */
    public static Tensor stack(int dim, Tensor... parts) {
        return Joining.stack(dim, parts);
    }

    /** {@code a} where the condition is not 0, else {@code b}; so are the adjoints. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Selection.where(condition, a, b);
    }

    /** The type of the elements. */
    public DType dtype() {
        return storage.dtype();
    }

    /** The sizes of the dimensions; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The size of one dimension, counted from the end if negative. */
    public int size(int dim) {
        int d = Shape.dim(dim, shape.length);
        if (shape.length == 0) {
            throw new IndexOutOfBoundsException("dimension specified as " + dim + " but tensor has no dimensions");
        }
        return shape[d];
    }

    /** How far apart in the storage the neighbours along each dimension are; a copy. */
    public int[] strides() {
        return strides.clone();
    }

    /** How many dimensions there are. */
    public int dim() {
        return shape.length;
    }

    /** How many elements there are. */
    public int numel() {
        return Shape.elements(shape);
    }

    /** Whether the elements stand in row-major order without gaps. */
    public boolean isContiguous() {
        return Shape.isContiguous(shape, strides);
    }

    /** How often the elements were modified in place; views and {@link #detach()} share the count. */
    public int version() {
        return version.value;
    }

    /** The same elements outside the graph: shares the storage, but not the counter of modifications. */
    public Tensor data() {
        return new Tensor(storage, new Version(), offset, shape, strides);
    }

    /** The same elements outside the graph: shares the storage and the counter of modifications. */
    public Tensor detach() {
        Tensor detached = view(offset, shape, strides);
        detached.graphVersion = OUTSIDE;
        return detached;
    }

    private static final int OUTSIDE = -1;

    /** Whether operations on this tensor are recorded, so that gradients with respect to it can be computed. */
    public boolean requiresGrad() {
        return requiresGrad;
    }

    /**
     * Says whether operations on this leaf are to be recorded.
     *
     * @return this
     * @throws IllegalStateException if this is not a leaf and {@code requires} is false
     */
    public Tensor requiresGrad(boolean requires) {
        if (!requires && !isLeaf()) {
            throw new IllegalStateException(
                    "you can only change requiresGrad flags of leaf variables. If you want to use a"
                            + " computed variable in a subgraph that doesn't require differentiation use detach().");
        }
        requiresGrad = requires;
        return this;
    }

    /** The backward function of the operation that this is the result of; null for a leaf. */
    public Node gradFn() {
        return gradFn;
    }

    /** Whether this is no recorded operation's result. */
    public boolean isLeaf() {
        return gradFn == null;
    }

    /**
     * The gradient that backward passes have added up; null before the first, and where none arrived.
     *
     * <p>Only leaves and tensors that retain it have one; asking another logs a warning.
     */
    public Tensor grad() {
        if (grad == null && gradFn != null && !retainsGrad) {
            Warnings.warn(
                    "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute"
                            + " won't be populated during autograd.backward(). If you indeed want the .grad field to be populated"
                            + " for a non-leaf Tensor, use .retainGrad() on the non-leaf Tensor.");
        }
        return grad;
    }

    /**
     * Replaces the gradient; null forgets it.
     *
     * @return this
     * @throws IllegalArgumentException if its shape or type is another, or if it is this tensor
     */
    public Tensor grad(Tensor replacement) {
        if (replacement != null) {
            Gradients.check(this, replacement);
        }
        grad = replacement;
        return this;
    }

    /** Whether a backward pass keeps the gradient although this is no leaf. */
    public boolean retainsGrad() {
        return retainsGrad;
    }

    /**
     * Has backward passes keep the gradient although this is no leaf; does nothing for a leaf.
     *
     * @return this
     * @throws IllegalStateException if this requires no gradient
     */
    public Tensor retainGrad() {
        if (!requiresGrad) {
            throw new IllegalStateException("can't retain_grad on Tensor that has requires_grad=False");
        }
        if (gradFn != null) {
            retainsGrad = true;
            edge().retain(this);
        }
        return this;
    }

    /**
     * Has {@code hook} called with the gradient with respect to this tensor, before it is accumulated and in the order of
     * registration; what it returns replaces the gradient, unless it is null.
     *
     * @return the handle that removes the hook
     * @throws IllegalStateException if this requires no gradient
     */
    public Hook registerHook(UnaryOperator<Tensor> hook) {
        Objects.requireNonNull(hook, "hook");
        if (!requiresGrad) {
            throw new IllegalStateException("cannot register a hook on a tensor that doesn't require gradient");
        }
        return edge().registerPreHook(hook);
    }

    /**
     * Computes the gradient of this one element with respect to the leaves and adds it to their {@link #grad()}.
     *
     * @throws IllegalArgumentException if this has not exactly one element
     * @throws IllegalStateException if this requires no gradient; if the graph's saved values were freed by an earlier pass
     *     or modified in place
     */
    public void backward() {
        backward(null, false, false);
    }

    /** As {@link #backward()}, for the product of {@code seed}, of this shape, and this tensor. */
    public void backward(Tensor seed) {
        backward(seed, false, false);
    }

    /** As {@link #backward(Tensor)}; keeps what the graph saved for another pass if {@code retainGraph}. */
    public void backward(Tensor seed, boolean retainGraph) {
        backward(seed, retainGraph, false);
    }

    /**
     * As {@link #backward(Tensor)}.
     *
     * @param seed of the shape of this tensor; null for 1 if this has one element
     * @param retainGraph whether to keep what the graph saved for another pass; so it is with {@code createGraph} too
     * @param createGraph whether to record the pass, so that gradients can be differentiated again
     */
    public void backward(Tensor seed, boolean retainGraph, boolean createGraph) {
        Node root = Engine.root(this);
        Tensor checked = Engine.seed(this, seed);
        Engine.run(new Node[] {root}, new Tensor[] {checked}, retainGraph || createGraph, createGraph, null);
    }

    /** In PyTorch's format: {@code tensor([6., 8.], grad_fn=<MulBackward0>)}. */
    @Override
    public String toString() {
        return TensorText.of(this);
    }

    /** Makes this the result of an operation. */
    void attach(Node node) {
        gradFn = node;
        requiresGrad = true;
    }

    /** Whether this shares the storage of a tensor that it came from. */
    boolean isView() {
        return view;
    }

    /** This tensor with a copy of its elements and the same place in the graph, for an operation that overwrites it. */
    Tensor beforeUpdate() {
        Tensor before = dense(dtype(), Dense.copy(this), shape);
        before.requiresGrad = requiresGrad;
        before.gradFn = gradFn;
        return before;
    }

    /** Makes this the result of an operation that overwrote it. */
    void reattach(Node node) {
        if (retainsGrad && gradFn != null) {
            gradFn.retain(null);
            node.retain(this);
        }
        attach(node);
        graphVersion = ++version.graph;
    }

    /** The node that adjoints of this tensor go to; null if it requires no gradient. */
    Node edge() {
        if (gradFn != null || !requiresGrad) {
            return gradFn;
        }
        if (accumulator == null) {
            accumulator = new AccumulateGrad(this);
        }
        return accumulator;
    }

    /** Fails if this is a view whose elements were overwritten by a recorded operation since, which it knows nothing of. */
    void checkNotStale() {
        if (graphVersion != version.graph && graphVersion != OUTSIDE) {
            throw new IllegalStateException(
                    "this tensor of shape " + Arrays.toString(shape) + " shares its storage with one"
                            + " that was modified inplace by a recorded operation since; make the view again, or clone() before the"
                            + " modification");
        }
    }

    /** Adds a gradient to {@link #grad()}, which may become the tensor given if nothing else holds it. */
    void accumulate(Tensor bar, boolean fresh, boolean createGraph) {
        grad = Gradients.sum(grad, bar, fresh, createGraph);
    }
}
