package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;

/** Functions of several tensors. */
final class PartialDerivatives implements Chapter {

    @Override
    public String title() {
        return "Partial derivatives";
    }

    @Override
    public void write(Notebook notebook) {
        bend(notebook);
        exercise(notebook);
    }

    private static void bend(Notebook notebook) {
        notebook.say("f(u, v) = uv + u² at u = 1, v = 2: one backward pass gives v + 2u and u.");
        Tensor u = Tensor.scalar(1).requiresGrad(true);
        Tensor v = Tensor.scalar(2).requiresGrad(true);
        Tensor f = u.mul(v).add(u.pow(2));
        f.backward();
        notebook.check("f.item()", f, 3);
        notebook.check("u.grad()", u.grad(), 4);
        notebook.check("v.grad()", v.grad(), 1);
        notebook.graph(
                "partial.svg", GraphView.of(f).label(u, "u").label(v, "v").label(f, "f"));
    }

    private static void exercise(Notebook notebook) {
        notebook.say("Exercise: the partial derivatives of f(u, v) = uv + (uv)² at u = 2, v = 1.");
        Tensor u = Tensor.scalar(2).requiresGrad(true);
        Tensor v = Tensor.scalar(1).requiresGrad(true);
        Tensor f = u.mul(v).add(u.mul(v).pow(2));
        f.backward();
        notebook.check("u.grad()", u.grad(), 5);
        notebook.check("v.grad()", v.grad(), 10);
    }
}
