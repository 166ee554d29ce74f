package dev.fluxion.tensor;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A method that was differentiated at build time, as an operation on tensors: one node of the graph with the method's name
 * and source line. Internal: made by generated companions, which call {@link #apply}.
 *
 * <p>The forward call runs the method alone and keeps its inputs; a backward pass runs the generated reverse sweep. Under
 * {@code createGraph} the second sweep is the node's derivative; without one, differentiating again is an
 * {@link UnsupportedOperationException}.
 */
public final class CompiledFunction {

    /**
     * A loop over a stretch of numbers, element by element. Input {@code j} of element {@code i} is
     * {@code in[j][at[j] + i]}, result {@code r} goes to {@code out[r][to + i]}, for {@code 0 <= i < count}. Every array of
     * {@code out} is to be written, none of {@code in}.
     */
    @FunctionalInterface
    public interface Kernel {
        /** Runs the loop. */
        void run(double[][] in, int[] at, double[][] out, int to, int count);
    }

    /** A {@link Kernel} of floats. */
    @FunctionalInterface
    public interface FloatKernel {
        /** Runs the loop. */
        void run(float[][] in, int[] at, float[][] out, int to, int count);
    }

    /** The value of a method of arrays and scalars. The tensors record nothing here. */
    @FunctionalInterface
    public interface Value {
        /** The result, a tensor that nothing else holds. */
        Tensor of(Tensor[] inputs);
    }

    /** The reverse sweep of a method of arrays and scalars. The tensors record nothing here. */
    @FunctionalInterface
    public interface Sweep {
        /** The adjoints of the inputs, each of its input's shape; {@code bar} is that of the result. */
        Tensor[] of(Tensor[] inputs, Tensor bar);
    }

    /**
     * The reverse sweep of the reverse sweep: the gradient of the sum over i of {@code weights[i]} times adjoint i, as a
     * function of the inputs and of {@code bar}. The tensors record nothing here.
     */
    @FunctionalInterface
    public interface SecondSweep {
        /** The adjoints of the inputs, and after them that of {@code bar}. */
        Tensor[] of(Tensor[] inputs, Tensor bar, Tensor[] weights);
    }

    /**
     * What a node and errors say about the method.
     *
     * @param name the method's name
     * @param location its file and line, {@code Curves.java:12}
     * @param result what its result consists of
     * @param types what each of its parameters that are tensors consists of
     * @param parameters the names of these parameters
     */
    public record Signature(String name, String location, DType result, List<DType> types, List<String> parameters) {

        /** Copies the lists. */
        public Signature {
            types = List.copyOf(types);
            parameters = List.copyOf(parameters);
        }

        /** A method of doubles. */
        public static Signature ofDoubles(String name, String location, String... parameters) {
            return of(DType.FLOAT64, name, location, parameters);
        }

        /** A method of floats. */
        public static Signature ofFloats(String name, String location, String... parameters) {
            return of(DType.FLOAT32, name, location, parameters);
        }

        private static Signature of(DType type, String name, String location, String... parameters) {
            List<DType> types = Collections.nCopies(parameters.length, type);
            return new Signature(name, location, type, types, List.of(parameters));
        }

        /** The type that holds the elements of every parameter and of the result. */
        DType widest() {
            return types.contains(DType.FLOAT64) ? DType.FLOAT64 : result;
        }

        void check(Tensor[] inputs) {
            if (inputs.length != parameters.size()) {
                throw new IllegalArgumentException(
                        name + " takes " + parameters.size() + " tensors but got " + inputs.length);
            }
            for (int i = 0; i < inputs.length; i++) {
                if (inputs[i].dtype() != types.get(i)) {
                    throw new IllegalArgumentException(
                            name + ": expected " + types.get(i) + " for '" + parameters.get(i) + "' but got "
                                    + inputs[i].dtype() + " of shape " + Shape.text(inputs[i].shape));
                }
            }
        }
    }

    /** What an application does once its inputs are checked. */
    interface Body {
        Tensor apply(Tensor[] inputs);
    }

    private final Signature signature;
    private final Body body;

    private CompiledFunction(Signature signature, Body body) {
        this.signature = signature;
        this.body = body;
    }

    /**
     * A method of k scalars, applied element by element with broadcasting.
     *
     * @param value of k inputs, to one result
     * @param adjoints of k inputs and the adjoint of the result, to the k adjoints of the inputs
     * @param second of k inputs, to the second partials, that by inputs i and j as result {@code i * k + j}; null if there
     *     are none
     */
    public static CompiledFunction elementwise(Signature signature, Kernel value, Kernel adjoints, Kernel second) {
        return new CompiledFunction(signature, new CompiledKernels(signature, value, adjoints, second)::apply);
    }

    /** As {@link #elementwise(Signature, Kernel, Kernel, Kernel)}, of floats. */
    public static CompiledFunction elementwiseOfFloats(
            Signature signature, FloatKernel value, FloatKernel adjoints, FloatKernel second) {
        return elementwise(signature, FloatLanes.of(value), FloatLanes.of(adjoints), FloatLanes.of(second));
    }

    /**
     * A method of arrays and scalars, the former tensors of their rank and the latter without dimensions, to a scalar or an
     * array.
     *
     * @param ranks those of the parameters
     * @param second null if there is none
     */
    public static CompiledFunction array(
            Signature signature, int[] ranks, Value value, Sweep sweep, SecondSweep second) {
        return new CompiledFunction(
                signature, new CompiledSweeps(signature, ranks.clone(), value, sweep, second)::apply);
    }

    /**
     * The result, recorded if an input requires a gradient.
     *
     * @throws IllegalArgumentException if an input has another type or rank than the method, or shapes do not broadcast
     */
    public Tensor apply(Tensor... inputs) {
        signature.check(inputs);
        return body.apply(inputs);
    }

    /**
     * An argument that is no tensor, as it is now: the backward function comes later. Arrays are copied, all else is the same object.
     */
    @SuppressWarnings("unchecked")
    public static <T> T kept(T argument) {
        if (argument == null || !argument.getClass().isArray()) {
            return argument;
        }
        int length = Array.getLength(argument);
        Object copy = Array.newInstance(argument.getClass().getComponentType(), length);
        System.arraycopy(argument, 0, copy, 0, length);
        if (copy instanceof Object[] rows) {
            Arrays.setAll(rows, i -> kept(rows[i]));
        }
        return (T) copy;
    }

    /** The elements of tensors, one after another: a direction in the space of all arguments. */
    public static double[] flat(Tensor[] tensors) {
        return Arrays.stream(tensors)
                .flatMapToDouble(t -> Arrays.stream(t.toDoubleArray()))
                .toArray();
    }

    /**
     * What a {@link SecondSweep} answers with for a method with a number as result.
     *
     * @param product the Hessian times the weights
     * @param tangent the gradient times the weights
     */
    public static Tensor[] secondAdjoints(Tensor[] inputs, Tensor bar, double[] product, double tangent) {
        Tensor scaled = Elementwise.apply(ArithmeticKernels.STRONG_MUL, bar.to(DType.FLOAT64), Tensor.of(product));
        Tensor[] answer = Arrays.copyOf(CompiledSweeps.parts(scaled, inputs), inputs.length + 1);
        answer[inputs.length] = Tensor.scalar(tangent).to(bar.dtype());
        return answer;
    }
}
