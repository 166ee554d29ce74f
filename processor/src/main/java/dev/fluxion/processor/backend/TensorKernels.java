package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Prints the loops of a method of scalars: over the values, over the adjoints and, where there are second derivatives, over those. */
final class TensorKernels {

    private static final int COLUMN = 12;

    private final TensorCalls calls;
    private final UserMethod method;
    private final UniqueNames functionNames;

    TensorKernels(TensorCalls calls, UniqueNames functionNames) {
        this.calls = calls;
        this.method = calls.method();
        this.functionNames = functionNames;
    }

    List<MethodSpec> functions() {
        List<MethodSpec> functions = new ArrayList<>();
        functions.add(new Kernel("Values", "The values").values());
        functions.add(new Kernel("Adjoints", "The adjoints").adjoints());
        if (method.order() >= 2) {
            functions.add(new Kernel("SecondDerivatives", "The second derivatives").second());
        }
        return functions;
    }

    /** One loop; the names of its variables. */
    private final class Kernel {

        private final List<String> arguments = new ArrayList<>();
        private final UniqueNames names = calls.names(arguments);
        private final String in = names.take("in");
        private final String at = names.take("at");
        private final String out = names.take("out");
        private final String to = names.take("to");
        private final String count = names.take("count");
        private final String i = names.take("i");
        private final CodeBlock.Builder body = CodeBlock.builder();
        private final MethodSpec.Builder function;

        Kernel(String suffix, String javadoc) {
            String name = functionNames.take(method.stem() + suffix);
            function = calls.function(name, javadoc, arguments)
                    .addParameter(double[][].class, in)
                    .addParameter(int[].class, at)
                    .addParameter(double[][].class, out)
                    .addParameter(int.class, to)
                    .addParameter(int.class, count);
            body.add("for (int $1L = 0; $1L < $2L; $1L++) {\n$>", i, count);
            int next = 0;
            for (int k = 0; k < arguments.size(); k++) {
                UserParameter p = method.parameters().get(k);
                if (p.active()) {
                    read(p.type(), arguments.get(k), next++);
                }
            }
        }

        /** Takes an element of an input; one of floats is exact in the array of doubles. */
        private void read(Type type, String name, int input) {
            String cast = type.tangent() == Type.Primitive.FLOAT ? "(float) " : "";
            String element = "%s%s[%d][%s[%d] + %s]".formatted(cast, in, input, at, input, i);
            TensorCalls.declare(body, COLUMN, type, name, Text.of(element));
        }

        private void write(String result, Text value) {
            LineBreaker.add(body, COLUMN, Text.of(out + "[" + result + "][" + to + " + " + i + "] = ", value, ";"));
        }

        private MethodSpec finish() {
            return function.addCode(body.add("$<}\n").build()).build();
        }

        MethodSpec values() {
            write("0", calls.primal(arguments));
            return finish();
        }

        MethodSpec adjoints() {
            String seed = names.take("resultBar");
            String bars = names.take("bars");
            List<UserParameter> active = method.active();
            read(method.result().tangent(), seed, active.size());
            Text call = calls.call(GeneratedKind.VJP, arguments, Text.of(seed));
            TensorCalls.declare(body, COLUMN, calls.result(GeneratedKind.VJP), bars, call);
            for (int k = 0; k < active.size(); k++) {
                String component = CompanionNames.partial(active.get(k).name());
                write(Integer.toString(k), Text.of(bars + "." + component + "()"));
            }
            return finish();
        }

        MethodSpec second() {
            int size = method.active().size();
            if (size == 1) {
                write("0", calls.call(GeneratedKind.SECOND_DERIVATIVE, arguments));
                return finish();
            }
            String hessian = names.take("hessian");
            String j = names.take("j");
            Text call = calls.call(GeneratedKind.HESSIAN, arguments);
            TensorCalls.declare(body, COLUMN, calls.result(GeneratedKind.HESSIAN), hessian, call);
            body.add("for (int $1L = 0; $1L < $2L; $1L++) {\n$>", j, size * size);
            write(j, Text.of("%s[%s / %d][%s %% %d]".formatted(hessian, j, size, j, size)));
            body.add("$<}\n");
            return finish();
        }
    }
}
