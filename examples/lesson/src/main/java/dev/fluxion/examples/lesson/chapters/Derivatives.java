package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;

/** A tensor that requires a gradient, a function of it, and the derivative. */
final class Derivatives implements Chapter {

    @Override
    public String title() {
        return "Derivatives";
    }

    @Override
    public void write(Notebook notebook) {
        square(notebook);
        polynomial(notebook);
        exercise(notebook);
    }

    private static void square(Notebook notebook) {
        notebook.say("A tensor x with the value 2, which requires a gradient, and y = x².");
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.pow(2);
        notebook.show("x", x);
        notebook.show("y", y);
        notebook.check("y.item()", y, 4);
        notebook.say("backward() goes back through the graph of y; the derivative 2x is then in x.");
        y.backward();
        notebook.check("x.grad()", x.grad(), 4);
        notebook.graph("square.svg", GraphView.of(y).label(x, "x").label(y, "y"));
    }

    private static void polynomial(Notebook notebook) {
        notebook.say("z = x² + 2x + 1 has the derivative 2x + 2.");
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor z = x.pow(2).add(x.mul(2)).add(1);
        z.backward();
        notebook.show("z", z);
        notebook.check("z.item()", z, 9);
        notebook.check("x.grad()", x.grad(), 6);
        notebook.graph("polynomial.svg", GraphView.of(z).label(x, "x").label(z, "z"));
    }

    private static void exercise(Notebook notebook) {
        notebook.say("Exercise: the derivative of y = 2x³ + x at x = 1.");
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        Tensor y = x.pow(3).mul(2).add(x);
        y.backward();
        notebook.check("x.grad()", x.grad(), 7);
    }
}
