package dev.fluxion.processor.tensor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A random method over tensors: operations with broadcasting, loops, branches, assignments, helpers and records, and where it is asked for numbers that are taken out of
 * tensors and put into them. What it computes is smooth and stays small, so that differences are exact enough to compare with.
 */
final class TensorProgram {

    private enum Kind {
        /** 3 × 3. */
        MATRIX,
        /** 3. */
        VECTOR,
        /** Without dimensions. */
        SCALAR,
        NUMBER
    }

    private static final String HELPERS = """
            record Pair(Tensor first, Tensor second) {}
            static Tensor mix(Tensor a, Tensor b) { Tensor c = a.mul(b).tanh(); return c.add(a.mul(0.5)); }
            @Differentiable static Tensor twist(Tensor a, Tensor b) { return a.sin().sub(b.sigmoid()); }
            static Tensor power(Tensor a, int n) { return n == 0 ? a : power(a.mul(a).tanh(), n - 1); }
            static Pair swapped(Pair p) { return new Pair(p.second(), p.first().mul(0.7)); }
            @Differentiable static Tensor scaled(Tensor a, double s) { return a.mul(Math.sin(s)).add(s); }
            """;

    private final Random random;
    private final boolean withNumbers;
    private final Map<Kind, List<String>> variables = new EnumMap<>(Kind.class);
    private final StringBuilder text = new StringBuilder();
    private int names;

    private TensorProgram(long seed, boolean withNumbers) {
        this.random = new Random(seed);
        this.withNumbers = withNumbers;
        for (Kind kind : Kind.values()) {
            variables.put(kind, new ArrayList<>());
        }
        variables.get(Kind.MATRIX).add("w");
        variables.get(Kind.VECTOR).add("x");
        if (withNumbers) {
            variables.get(Kind.NUMBER).add("a");
        }
    }

    /** The methods of a class, {@code f} first: of {@code w}, {@code x} and, with numbers, of {@code a}. */
    static String of(long seed, boolean withNumbers) {
        return new TensorProgram(seed, withNumbers).method();
    }

    private String method() {
        boolean ofNumber = withNumbers && random.nextBoolean();
        text.append("@SuppressWarnings(\"fluxion\") static ").append(ofNumber ? "double" : "Tensor");
        text.append(" f(Tensor w, Tensor x")
                .append(withNumbers ? ", double a" : "")
                .append(") {\n");
        statements(4 + random.nextInt(5), 0);
        String tensor = "%s.mul(%s).add(%s).sum()"
                .formatted(expression(Kind.MATRIX, 2), expression(Kind.VECTOR, 2), expression(Kind.SCALAR, 2));
        String number = ofNumber ? tensor + ".item() * (1 + " + expression(Kind.NUMBER, 2) + ")" : tensor;
        return text.append("return ")
                .append(number)
                .append(";\n}\n")
                .append(HELPERS)
                .toString();
    }

    private void statements(int count, int depth) {
        Map<Kind, List<String>> outside = new EnumMap<>(Kind.class);
        variables.forEach((kind, names) -> outside.put(kind, new ArrayList<>(names)));
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
        if (depth > 0) {
            variables.putAll(outside);
        }
    }

    private void statement(int depth) {
        switch (random.nextInt(depth < 2 ? 8 : 5)) {
            case 0, 1 -> declaration();
            case 2, 3 -> assignment();
            case 4 -> pair();
            case 5 -> loop(depth);
            case 6 -> branch(depth);
            default -> call();
        }
    }

    private Kind kind() {
        return Kind.values()[random.nextInt(withNumbers ? 4 : 3)];
    }

    private void declaration() {
        Kind kind = kind();
        String value = expression(kind, 3);
        String name = (kind == Kind.NUMBER ? "n" : "t") + names++;
        text.append(kind == Kind.NUMBER ? "double " : "Tensor ").append(name);
        text.append(" = ").append(value).append(";\n");
        variables.get(kind).add(name);
    }

    private void assignment() {
        Kind kind = kind();
        if (!variables.get(kind).isEmpty()) {
            String bounded = kind == Kind.NUMBER ? "Math.sin(%s)" : "%s.tanh()";
            text.append(variable(kind)).append(" = ").append(bounded.formatted(expression(kind, 3)));
            text.append(";\n");
        }
    }

    private void pair() {
        String name = "p" + names++;
        text.append("Pair %s = new Pair(%s, %s);\n"
                .formatted(name, expression(Kind.MATRIX, 2), expression(Kind.VECTOR, 2)));
        if (random.nextBoolean()) {
            text.append("%1$s = swapped(%1$s);\n".formatted(name));
            name(Kind.VECTOR, name + ".first()");
            name(Kind.MATRIX, name + ".second()");
        } else {
            name(Kind.MATRIX, name + ".first()");
            name(Kind.VECTOR, name + ".second()");
        }
    }

    private void name(Kind kind, String value) {
        String name = "t" + names++;
        text.append("Tensor ").append(name).append(" = ").append(value).append(";\n");
        variables.get(kind).add(name);
    }

    private void loop(int depth) {
        String i = "i" + names++;
        text.append("for (int %1$s = 0; %1$s < %2$d; %1$s++) {\n".formatted(i, 1 + random.nextInt(3)));
        statements(1 + random.nextInt(3), depth + 1);
        text.append(variable(Kind.VECTOR))
                .append(" = %s.select(0, %s).sin();\n".formatted(expression(Kind.MATRIX, 2), i));
        text.append("}\n");
    }

    private void branch(int depth) {
        String condition = withNumbers && random.nextBoolean()
                ? expression(Kind.NUMBER, 2) + " > 0.3"
                : variable(Kind.VECTOR) + ".sum().item() > 0.1";
        text.append("if (").append(condition).append(") {\n");
        statements(1 + random.nextInt(2), depth + 1);
        text.append("} else {\n");
        statements(1 + random.nextInt(2), depth + 1);
        text.append("}\n");
    }

    private void call() {
        String value = random.nextBoolean()
                ? "mix(%s, %s)".formatted(expression(Kind.MATRIX, 2), expression(Kind.VECTOR, 2))
                : "twist(%s, %s)".formatted(expression(Kind.MATRIX, 2), expression(Kind.MATRIX, 2));
        name(Kind.MATRIX, value);
    }

    private String variable(Kind kind) {
        List<String> known = variables.get(kind);
        return known.get(random.nextInt(known.size()));
    }

    private String expression(Kind kind, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf(kind);
        }
        List<Supplier<String>> forms = switch (kind) {
            case MATRIX -> matrices(depth - 1);
            case VECTOR -> vectors(depth - 1);
            case SCALAR -> scalars(depth - 1);
            case NUMBER -> numbers(depth - 1);
        };
        return forms.get(random.nextInt(forms.size())).get();
    }

    private String leaf(Kind kind) {
        if (!variables.get(kind).isEmpty()) {
            return variable(kind);
        }
        return kind == Kind.SCALAR ? variable(Kind.VECTOR) + ".mean()" : "0.75";
    }

    private String number() {
        return withNumbers ? expression(Kind.NUMBER, 1) : "0.75";
    }

    private int index() {
        return random.nextInt(3);
    }

    private List<Supplier<String>> matrices(int depth) {
        Supplier<String> m = () -> expression(Kind.MATRIX, depth);
        Supplier<String> v = () -> expression(Kind.VECTOR, depth);
        return List.of(
                () -> m.get() + ".mul(" + m.get() + ")",
                () -> m.get() + ".add(" + v.get() + ")",
                () -> v.get() + ".sub(" + m.get() + ")",
                () -> m.get() + ".matmul(" + m.get() + ").mul(0.3)",
                () -> m.get() + ".t()",
                () -> m.get() + ".tanh()",
                () -> m.get() + ".softmax(" + random.nextInt(2) + ")",
                () -> m.get() + ".flip(0)",
                () -> m.get() + ".cumsum(1).tanh()",
                () -> m.get() + ".div(" + m.get() + ".square().add(1))",
                () -> v.get() + ".unsqueeze(1).expand(3, 3)",
                () -> v.get() + ".unsqueeze(1).matmul(" + v.get() + ".unsqueeze(0))",
                () -> "Tensor.stack(" + random.nextInt(2) + ", " + v.get() + ", " + v.get() + ", " + v.get() + ")",
                () -> "Tensor.where(Tensor.eye(3), " + m.get() + ", " + m.get() + ")",
                () -> "power(" + m.get() + ", " + random.nextInt(3) + ")",
                () -> m.get() + ".mul(" + number() + ")",
                () -> m.get() + ".sub(" + expression(Kind.SCALAR, depth) + ")");
    }

    private List<Supplier<String>> vectors(int depth) {
        Supplier<String> m = () -> expression(Kind.MATRIX, depth);
        Supplier<String> v = () -> expression(Kind.VECTOR, depth);
        return List.of(
                () -> m.get() + ".matmul(" + v.get() + ").mul(0.3)",
                () -> m.get() + ".mean(" + random.nextInt(2) + ")",
                () -> m.get() + ".sum(" + random.nextInt(2) + ").tanh()",
                () -> m.get() + ".select(" + random.nextInt(2) + ", " + index() + ")",
                () -> m.get() + ".diagonal()",
                () -> m.get() + ".logSumExp(0).tanh()",
                () -> v.get() + ".sin()",
                () -> v.get() + ".mul(" + v.get() + ")",
                () -> v.get() + ".sigmoid()",
                () -> v.get() + ".softplus().rsub(" + number() + ")",
                () -> "Tensor.cat(0, " + v.get() + ".slice(0, 0, 2), " + v.get() + ".narrow(0, 1, 1))",
                () -> v.get() + ".indexSelect(0, 2, 0, 2)",
                () -> v.get() + ".add(" + expression(Kind.SCALAR, depth) + ")",
                () -> (withNumbers ? "scaled(" + v.get() + ", " + number() + ")" : v.get() + ".neg()"),
                () -> v.get() + ".mul(" + number() + ")");
    }

    private List<Supplier<String>> scalars(int depth) {
        Supplier<String> v = () -> expression(Kind.VECTOR, depth);
        return List.of(
                () -> v.get() + ".sum().tanh()",
                () -> v.get() + ".select(0, " + index() + ")",
                () -> v.get() + ".matmul(" + v.get() + ").tanh()",
                () -> expression(Kind.MATRIX, depth) + ".mean()",
                () -> v.get() + ".square().add(0.1).norm().tanh()",
                () -> expression(Kind.SCALAR, depth) + ".exp().reciprocal()",
                () -> v.get() + ".std().square()",
                () -> (withNumbers ? "Tensor.scalar(" + number() + ")" : v.get() + ".var()"));
    }

    private List<Supplier<String>> numbers(int depth) {
        Supplier<String> n = () -> expression(Kind.NUMBER, depth);
        return List.of(
                () -> expression(Kind.SCALAR, depth) + ".item()",
                () -> expression(Kind.VECTOR, depth) + ".get(" + index() + ")",
                () -> expression(Kind.MATRIX, depth) + ".get(" + index() + ", " + index() + ")",
                () -> "Math.sin(" + n.get() + ")",
                () -> "(" + n.get() + " * " + n.get() + ")",
                () -> "Math.tanh(" + n.get() + " - " + n.get() + ")");
    }
}
