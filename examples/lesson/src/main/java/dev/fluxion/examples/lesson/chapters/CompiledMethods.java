package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;

/** Methods that were differentiated at build time, as operations on tensors. */
final class CompiledMethods implements Chapter {

    @Override
    public String title() {
        return "Compiled methods";
    }

    @Override
    public void write(Notebook notebook) {
        bend(notebook);
        second(notebook);
        fit(notebook);
        ridge(notebook);
    }

    private static void bend(Notebook notebook) {
        notebook.say("An annotated method is one node of the graph, however much it computes.");
        Tensor u = Tensor.scalar(1).requiresGrad(true);
        Tensor v = Tensor.scalar(2).requiresGrad(true);
        Tensor f = FormulasGrad.bend(u, v).log();
        f.backward();
        notebook.show(
                "FormulasGrad.bend(u, v).gradFn()", FormulasGrad.bend(u, v).gradFn());
        notebook.check("f.item()", f, Math.log(3));
        notebook.check("u.grad()", u.grad(), 4 / 3.0);
        notebook.check("v.grad()", v.grad(), 1 / 3.0);
        notebook.graph(
                "compiled.svg", GraphView.of(f).label(u, "u").label(v, "v").label(f, "f"));
    }

    private static void second(Notebook notebook) {
        notebook.say("Numbers map element by element, and with order = 2 gradients are differentiated again.");
        Tensor u = Tensor.of(1.0, 2, 3).requiresGrad(true);
        Tensor f = FormulasGrad.bend(u, Tensor.scalar(10));
        Tensor first = Autograd.grad(f.sum(), u, true);
        Tensor second = Autograd.grad(first.sum(), u);
        notebook.check("f", f, 11, 24, 39);
        notebook.check("first derivatives", first, 12, 14, 16);
        notebook.check("second derivatives", second, 2, 2, 2);
    }

    private static void fit(Notebook notebook) {
        notebook.say(
                "Arrays are tensors of their rank: the line through (0, 1), (1, 3) and (2, 5), by gradient descent.");
        Tensor x = Tensor.of(0.0, 1, 2);
        Tensor y = Tensor.of(1.0, 3, 5);
        Tensor slope = Tensor.scalar(0).requiresGrad(true);
        Tensor offset = Tensor.scalar(0).requiresGrad(true);
        for (int step = 0; step < 1000; step++) {
            FormulasGrad.misfit(x, y, slope, offset).backward();
            descend(slope);
            descend(offset);
        }
        notebook.check("slope", slope, 2);
        notebook.check("offset", offset, 1);
    }

    private static void ridge(Notebook notebook) {
        notebook.say("A method may take tensors itself: what it does with them is differentiated with the rest.");
        Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        FitsGrad.RidgeGradient gradient = FitsGrad.ridgeGradient(a, Tensor.of(1, 2), Tensor.of(3, 7), 0.5);
        notebook.check("value", Tensor.scalar(gradient.value()), 12.5);
        notebook.check("by x", gradient.dX(), 15, 22);
        notebook.check("by decay", Tensor.scalar(gradient.dDecay()), 5);
    }

    private static void descend(Tensor parameter) {
        Autograd.Scope scope = Autograd.noGrad();
        try (scope) {
            parameter.subInPlace(parameter.grad().mul(0.3));
        }
        parameter.grad(null);
    }
}
