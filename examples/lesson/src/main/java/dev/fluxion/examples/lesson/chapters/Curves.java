package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.Tensor;
import java.util.Arrays;

/** A function at many points, and its derivative at each of them from one backward pass. */
final class Curves implements Chapter {

    @Override
    public String title() {
        return "Functions and their derivatives, drawn";
    }

    @Override
    public void write(Notebook notebook) {
        square(notebook);
        relu(notebook);
        sigmoid(notebook);
    }

    private static void square(Notebook notebook) {
        notebook.say(
                "Ten points, their squares, and the sum of these: each partial derivative of the sum is that of one square.");
        Tensor x = Tensor.linspace(-10, 10, 10).requiresGrad(true);
        Tensor squares = x.pow(2);
        Tensor y = squares.sum();
        y.backward();
        notebook.show("x", x);
        notebook.check("y.item()", y, 407.40740740740740);
        notebook.check("x.grad()", x.grad(), twice(x.toDoubleArray()));
        notebook.plot(plot("square.png", "x²", x, squares, false));
    }

    private static double[] twice(double[] x) {
        return Arrays.stream(x).map(e -> 2 * e).toArray();
    }

    private static void relu(Notebook notebook) {
        notebook.say("Exercise: the same for relu. At the kink the derivative is 0.");
        Tensor x = Tensor.linspace(-3, 3, 61).requiresGrad(true);
        Tensor relu = x.relu();
        relu.sum().backward();
        double[] expected =
                Arrays.stream(x.toDoubleArray()).map(e -> e > 0 ? 1 : 0).toArray();
        notebook.check("x.grad()", x.grad(), expected);
        notebook.plot(plot("relu.png", "relu(x)", x, relu, true));
    }

    private static void sigmoid(Notebook notebook) {
        notebook.say("And for the sigmoid, whose derivative is σ(x) (1 - σ(x)).");
        Tensor x = Tensor.linspace(-6, 6, 61).requiresGrad(true);
        Tensor sigmoid = x.sigmoid();
        sigmoid.sum().backward();
        double[] expected =
                Arrays.stream(sigmoid.toDoubleArray()).map(s -> s * (1 - s)).toArray();
        notebook.check("x.grad()", x.grad(), expected);
        notebook.plot(plot("sigmoid.png", "sigmoid(x)", x, sigmoid, false));
    }

    private static Plot plot(String file, String name, Tensor x, Tensor y, boolean jumps) {
        return Plot.of(
                file, name, x.toDoubleArray(), y.toDoubleArray(), x.grad().toDoubleArray(), jumps);
    }
}
