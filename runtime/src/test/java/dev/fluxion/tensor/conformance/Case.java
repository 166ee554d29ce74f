package dev.fluxion.tensor.conformance;

import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A line of the fixture: an operation on tensors, and what PyTorch made of it. */
record Case(String operation, String name, DType type, List<String> inputs, String result, List<String> gradients) {

    private static final String ERROR = "error";

    static Case of(String line) {
        String[] cells = line.split("\t", -1);
        DType type = cells[2].equals("float") ? DType.FLOAT32 : DType.FLOAT64;
        return new Case(
                cells[0],
                cells[1],
                type,
                Arrays.asList(cells[3].split(";")),
                cells[4],
                Arrays.asList(cells[5].split(";")));
    }

    /** What the operation does otherwise, or null. */
    String difference(Operations.Operation applied) {
        List<Tensor> leaves = new ArrayList<>();
        List<Tensor> given = new ArrayList<>();
        for (String input : inputs) {
            String mark = mark(input);
            Tensor leaf = numbers(input).tensor(type).requiresGrad(!mark.equals("c"));
            leaves.add(leaf);
            given.add(passed(mark, leaf));
        }
        Tensor y;
        try {
            y = applied.apply(given.toArray(Tensor[]::new));
            if (y.requiresGrad()) {
                y.backward(weights(y));
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return result.equals(ERROR) ? null : "throws " + e;
        }
        return result.equals(ERROR) ? "is no error but " + y : difference(y, leaves);
    }

    private static String mark(String input) {
        return input.startsWith("[") ? "" : input.substring(0, 1);
    }

    private static Numbers numbers(String input) {
        return Numbers.of(input.substring(mark(input).length()));
    }

    /** The inputs. */
    Stream<Numbers> numbers() {
        return inputs.stream().map(Case::numbers);
    }

    private static Tensor passed(String mark, Tensor leaf) {
        return switch (mark) {
            case "t" -> leaf.transpose(0, -1);
            case "s" -> leaf.slice(0, 0, leaf.size(0), 2);
            default -> leaf;
        };
    }

    private static Tensor weights(Tensor y) {
        double[] weights = new double[y.numel()];
        Arrays.setAll(weights, i -> 1 + 0.5 * (i % 5));
        return Tensor.of(weights, y.shape()).to(y.dtype());
    }

    private String difference(Tensor y, List<Tensor> leaves) {
        String found = compared("value", Numbers.of(y), result);
        for (int i = 0; found == null && i < leaves.size(); i++) {
            Tensor grad = leaves.get(i).grad();
            String expected = gradients.get(i);
            boolean none = expected.equals("none");
            if (none || grad == null) {
                found = none == (grad == null) ? null : "gradient " + i + " is " + grad + " instead of " + expected;
            } else {
                found = compared("gradient " + i, Numbers.of(grad), expected);
            }
        }
        return found;
    }

    private String compared(String what, Numbers actual, String expected) {
        String found = actual.difference(Numbers.of(expected), type == DType.FLOAT64 ? 1e-12 : 1e-5);
        return found == null ? null : what + ": " + found;
    }
}
