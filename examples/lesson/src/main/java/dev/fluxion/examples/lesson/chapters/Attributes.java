package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What a tensor knows of itself, and how a value leaves the graph. */
final class Attributes implements Chapter {

    @Override
    public String title() {
        return "Attributes";
    }

    @Override
    public void write(Notebook notebook) {
        attributes(notebook);
        detaching(notebook);
    }

    private static void attributes(Notebook notebook) {
        notebook.say(
                "The attributes of x, where gradients are kept, and of y = x², which remembers where it comes from.");
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.pow(2);
        notebook.table(table(x, y));
        y.backward();
        notebook.say("After y.backward(), with the gradient of y kept too.");
        Tensor kept = x.pow(2).retainGrad();
        x.grad(null);
        kept.backward();
        notebook.table(table(x, kept));
        notebook.check("x.grad()", x.grad(), 4);
        notebook.check("y.grad()", kept.grad(), 1);
    }

    private static List<List<String>> table(Tensor x, Tensor y) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("attribute", "x", "y = x.pow(2)"));
        rows.add(List.of("data", text(x.data()), text(y.data())));
        rows.add(List.of("grad", text(x.grad()), y.retainsGrad() ? text(y.grad()) : "null"));
        rows.add(List.of("gradFn", text(x.gradFn()), text(y.gradFn())));
        rows.add(List.of("isLeaf", text(x.isLeaf()), text(y.isLeaf())));
        rows.add(List.of("requiresGrad", text(x.requiresGrad()), text(y.requiresGrad())));
        return rows;
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    private static void detaching(Notebook notebook) {
        notebook.say(
                "A detached tensor has the same elements, and no part in the graph. So has all that is computed without one.");
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.detach();
        notebook.show("y = x.detach()", y);
        Tensor z = x.pow(2).add(y.pow(2));
        z.backward();
        notebook.check("x.grad() of x² + y²", x.grad(), 4);
        Autograd.Scope scope = Autograd.noGrad();
        try (scope) {
            Tensor constant = x.pow(2);
            notebook.show("x.pow(2) within Autograd.noGrad()", constant);
            notebook.check("its value", constant, 4);
        }
    }
}
