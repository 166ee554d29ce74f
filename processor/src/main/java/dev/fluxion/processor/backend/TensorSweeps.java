package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Prints the functions of a method of arrays over whole tensors: its value, its reverse sweep and, where it is asked for, the sweep of that. */
final class TensorSweeps {

    private static final int COLUMN = 8;

    private final TensorCalls calls;
    private final UserMethod method;
    private final List<UserParameter> active;
    private final Helpers helpers;
    private final TensorForm form;

    TensorSweeps(TensorCalls calls, Helpers helpers, TensorForm form) {
        this.calls = calls;
        this.method = calls.method();
        this.active = method.active();
        this.helpers = helpers;
        this.form = form;
    }

    List<MethodSpec> functions() {
        List<MethodSpec> functions = new ArrayList<>();
        functions.add(new Body("Value", "The value").value());
        functions.add(new Body("Sweep", "The reverse sweep").sweep());
        if (method.order() >= 2) {
            Body second = new Body("SecondSweep", "The reverse sweep of the reverse sweep");
            functions.add(form.secondSweep() == null ? second.ofNumber() : second.ofArray());
        }
        return functions;
    }

    /** One function; the names of its variables. */
    private final class Body {

        private final List<String> arguments = new ArrayList<>();
        private final UniqueNames names = calls.names(arguments);
        private final String inputs = names.take("inputs");
        private final String bar = names.take("bar");
        private final String weights = names.take("weights");
        private final CodeBlock.Builder body = CodeBlock.builder();
        private final MethodSpec.Builder function;

        Body(String suffix, String javadoc) {
            String name = helpers.methodNames().take(method.stem() + suffix);
            function = calls.function(name, javadoc, arguments).addParameter(TensorCalls.TENSORS, inputs);
            int next = 0;
            for (int k = 0; k < arguments.size(); k++) {
                UserParameter p = method.parameters().get(k);
                if (p.active()) {
                    TensorCalls.declare(body, COLUMN, p.type(), arguments.get(k), elements(p.type(), input(next++)));
                }
            }
        }

        private String input(int k) {
            return inputs + "[" + k + "]";
        }

        private MethodSpec returning(TypeName type, Text value) {
            LineBreaker.add(body, COLUMN, Text.of("return ", value, ";"));
            return function.returns(type).addCode(body.build()).build();
        }

        private MethodSpec returning(List<Text> adjoints) {
            return returning(
                    TensorCalls.TENSORS, Text.of("new ", TensorCalls.TENSORS, " ", Text.items("{", adjoints, "}")));
        }

        MethodSpec value() {
            Text value = Text.of(TensorCalls.ARRAYS, ".of", Text.items("(", List.of(calls.primal(arguments)), ")"));
            return returning(TensorCalls.TENSOR, value);
        }

        MethodSpec sweep() {
            function.addParameter(TensorCalls.TENSOR, bar);
            String seed = seed();
            String bars = names.take("bars");
            Text call = calls.call(GeneratedKind.VJP, arguments, Text.of(seed));
            TensorCalls.declare(body, COLUMN, calls.result(GeneratedKind.VJP), bars, call);
            List<Text> adjoints = new ArrayList<>();
            for (int k = 0; k < active.size(); k++) {
                UserParameter p = active.get(k);
                String component = bars + "." + CompanionNames.partial(p.name()) + "()";
                adjoints.add(tensor(p.type(), component, input(k)));
            }
            return returning(adjoints);
        }

        private String seed() {
            String seed = names.take("resultBar");
            Type type = method.result().tangent();
            TensorCalls.declare(body, COLUMN, type, seed, elements(type, bar));
            return seed;
        }

        /** Of a method with a number as result: the Hessian and the gradient times the weights. */
        MethodSpec ofNumber() {
            function.addParameter(TensorCalls.TENSOR, bar).addParameter(TensorCalls.TENSORS, weights);
            List<Text> dots = TensorCalls.texts(dots());
            String product = names.take("product");
            String tangent = names.take("tangent");
            Text flat = Text.of(TensorCalls.COMPILED, ".flat(" + weights + ")");
            Text hvp = calls.call(GeneratedKind.HVP, arguments, flat);
            TensorCalls.declare(body, COLUMN, calls.result(GeneratedKind.HVP), product, hvp);
            Text jvp = calls.call(GeneratedKind.JVP, arguments, dots.toArray(Text[]::new));
            TensorCalls.declare(body, COLUMN, Type.Primitive.DOUBLE, tangent, Text.of(jvp, ".tangent()"));
            String list = String.join(", ", inputs, bar, product, tangent);
            return returning(TensorCalls.TENSORS, Text.of(TensorCalls.COMPILED, ".secondAdjoints(" + list + ")"));
        }

        private List<String> dots() {
            List<String> dots = new ArrayList<>();
            for (int k = 0; k < active.size(); k++) {
                Type type = active.get(k).type().tangent();
                String dot = names.take(active.get(k).name() + "Dot");
                TensorCalls.declare(body, COLUMN, type, dot, elements(type, weights + "[" + k + "]"));
                dots.add(dot);
            }
            return dots;
        }

        /** Of a method with an array as result: the tangent of the reverse sweep in the direction of the weights. */
        MethodSpec ofArray() {
            function.addParameter(TensorCalls.TENSOR, bar).addParameter(TensorCalls.TENSORS, weights);
            List<Text> all = TensorCalls.texts(arguments);
            all.add(Text.of(seed()));
            List<String> dots = dots();
            List<String> barDots = new ArrayList<>();
            for (UserParameter p : method.arrays()) {
                String name = arguments.get(method.parameters().indexOf(p));
                String barDot = names.take(p.name() + "BarDot");
                TensorCalls.declare(body, COLUMN, p.type(), barDot, zeros(name));
                barDots.add(barDot);
                all.add(zeros(name));
            }
            all.addAll(TensorCalls.texts(dots));
            all.addAll(TensorCalls.texts(barDots));
            DerivedMethod derived = helpers.find(form.secondSweep());
            String second = names.take("second");
            TensorCalls.declare(
                    body, COLUMN, derived.result(), second, Text.of(derived.name(), Text.items("(", all, ")")));
            return returning(adjoints(barDots, derived, second));
        }

        private List<Text> adjoints(List<String> barDots, DerivedMethod derived, String second) {
            int tangents = derived.accessors().size() / 2;
            int array = 0;
            int number = tangents + 1;
            List<Text> adjoints = new ArrayList<>();
            for (int k = 0; k < active.size(); k++) {
                Type type = active.get(k).type();
                String value = type.isFloatingArray() ? barDots.get(array++) : accessed(second, derived, number++);
                adjoints.add(tensor(type, value, input(k)));
            }
            adjoints.add(tensor(method.result(), accessed(second, derived, tangents), bar));
            return adjoints;
        }
    }

    private static String accessed(String record, DerivedMethod derived, int index) {
        return record + "." + derived.accessors().get(index) + "()";
    }

    private static Text zeros(String like) {
        return Text.of(TensorCalls.ZEROS, ".like(" + like + ")");
    }

    /** What a parameter is, from a tensor. */
    private static Text elements(Type type, String tensor) {
        if (!(type instanceof Type.Array a)) {
            return Text.of((type.tangent() == Type.Primitive.FLOAT ? "(float) " : "") + tensor + ".item()");
        } else if (a.component().isPrimitive()) {
            return Text.of(tensor + (a.component() == Type.Primitive.FLOAT ? ".toFloatArray()" : ".toDoubleArray()"));
        }
        return Text.of("(", TypeNames.of(type), ") ", TensorCalls.ARRAYS, ".toArray(" + tensor + ")");
    }

    /** A tensor of a number, or of an array, which has the shape of another tensor. */
    private static Text tensor(Type type, String value, String like) {
        String arguments = type.isFloatingArray() ? value + ", " + like + ".shape()" : value;
        return Text.of(TensorCalls.ARRAYS, ".of(" + arguments + ")");
    }
}
