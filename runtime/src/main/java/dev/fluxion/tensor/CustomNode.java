package dev.fluxion.tensor;

/** The node of one application of a custom function. Checks what the function answers. */
final class CustomNode extends Node {

    private final CustomFunction function;
    private final Context context;
    private final int[][] shapes;
    private final DType[] types;

    CustomNode(CustomFunction function, Context context, String name, Tensor[] inputs, Tensor result) {
        super(name, edges(inputs));
        this.function = function;
        this.context = context;
        this.shapes = new int[inputs.length][];
        this.types = new DType[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            shapes[i] = inputs[i].shape;
            types[i] = inputs[i].dtype();
        }
        context.seal(name, result);
    }

    private static Node[] edges(Tensor[] inputs) {
        Node[] edges = new Node[inputs.length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = inputs[i].edge();
        }
        return edges;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        Tensor[] answer = function.backward(context, bar);
        if (answer.length != shapes.length) {
            throw new IllegalArgumentException("function " + name()
                    + " returned an incorrect number of gradients (expected " + shapes.length + ", got " + answer.length
                    + ")");
        }
        Tensor[] checked = new Tensor[answer.length];
        for (int i = 0; i < answer.length; i++) {
            checked[i] = answer[i] == null || next()[i] == null ? null : checked(answer[i], i);
        }
        return checked;
    }

    private Tensor checked(Tensor gradient, int i) {
        if (!Broadcast.fits(shapes[i], gradient.shape)) {
            throw new IllegalArgumentException("Function " + name() + " returned an invalid gradient at index " + i
                    + " - got " + Shape.text(gradient.shape) + " but expected shape compatible with "
                    + Shape.text(shapes[i]));
        }
        return Reductions.sumTo(gradient, shapes[i]).to(types[i]);
    }

    @Override
    void release() {
        context.release();
    }
}
