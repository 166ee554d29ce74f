package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.Context;
import dev.fluxion.tensor.CustomFunction;
import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;

/** A function whose derivative one writes oneself. */
final class OwnFunctions implements Chapter {

    /** x², with the backward function 2x times the adjoint. */
    private static final class Square extends CustomFunction {

        @Override
        protected Tensor forward(Context context, Tensor... inputs) {
            context.saveForBackward(inputs[0]);
            return inputs[0].pow(2);
        }

        @Override
        protected Tensor[] backward(Context context, Tensor bar) {
            return new Tensor[] {bar.mul(context.saved(0).mul(2))};
        }
    }

    @Override
    public String title() {
        return "Functions of one's own";
    }

    @Override
    public void write(Notebook notebook) {
        notebook.say("A class with a forward and a backward function is an operation like any other.");
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = new Square().apply(x);
        y.backward();
        notebook.show("y", y);
        notebook.check("y.item()", y, 4);
        notebook.check("x.grad()", x.grad(), 4);
        notebook.graph("custom.svg", GraphView.of(y).label(x, "x").label(y, "y"));
    }
}
