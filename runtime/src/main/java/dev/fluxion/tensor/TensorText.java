package dev.fluxion.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The text of a tensor in PyTorch's format: four digits, and the inner part of a long tensor left out. */
final class TensorText {

    private static final int LINE = 80;
    private static final int EDGE = 3;
    private static final int THRESHOLD = 1000;
    private static final String PREFIX = "tensor(";

    private final Tensor tensor;
    private final boolean summarises;
    private final NumberFormat format;

    private TensorText(Tensor tensor) {
        this.tensor = tensor;
        this.summarises = tensor.numel() > THRESHOLD;
        this.format = new NumberFormat(shown());
    }

    static String of(Tensor tensor) {
        TensorText text = new TensorText(tensor);
        String numbers = tensor.numel() == 0 ? "[]" : text.part(0, tensor.offset, PREFIX.length());
        return withSuffixes(PREFIX + numbers, suffixes(tensor)) + ")";
    }

    private static List<String> suffixes(Tensor tensor) {
        List<String> suffixes = new ArrayList<>();
        if (tensor.numel() == 0 && tensor.dim() != 1) {
            StringJoiner sizes = new StringJoiner(", ", "size=(", ")");
            for (int size : tensor.shape) {
                sizes.add(Integer.toString(size));
            }
            suffixes.add(sizes.toString());
        }
        if (tensor.dtype() != DType.FLOAT64) {
            suffixes.add("dtype=" + tensor.dtype());
        }
        if (tensor.gradFn() != null) {
            suffixes.add("grad_fn=<" + tensor.gradFn().name() + ">");
        } else if (tensor.requiresGrad()) {
            suffixes.add("requires_grad=True");
        }
        return suffixes;
    }

    private static String withSuffixes(String text, List<String> suffixes) {
        StringBuilder result = new StringBuilder(text);
        int line = text.length() - text.lastIndexOf('\n') + 1;
        for (String suffix : suffixes) {
            if (line + suffix.length() + 2 > LINE) {
                result.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
                line = PREFIX.length() + suffix.length();
            } else {
                result.append(", ").append(suffix);
                line += suffix.length() + 2;
            }
        }
        return result.toString();
    }

    /** The part of the tensor from dimension {@code d} on that starts at {@code at}. */
    private String part(int d, int at, int indent) {
        if (d == tensor.dim()) {
            return format.text(tensor.storage.get(at));
        }
        return d == tensor.dim() - 1 ? vector(d, at, indent) : block(d, at, indent);
    }

    private String block(int d, int at, int indent) {
        String separator = "," + "\n".repeat(tensor.dim() - d - 1) + " ".repeat(indent + 1);
        StringJoiner parts = new StringJoiner(separator, "[", "]");
        for (int i : indices(d)) {
            parts.add(i < 0 ? "..." : part(d + 1, at + i * tensor.strides[d], indent + 1));
        }
        return parts.toString();
    }

    private String vector(int d, int at, int indent) {
        int perLine = Math.max(1, (LINE - indent) / (format.width() + 2));
        StringJoiner lines = new StringJoiner(",\n" + " ".repeat(indent + 1), "[", "]");
        List<String> line = new ArrayList<>();
        for (int i : indices(d)) {
            if (line.size() == perLine) {
                lines.add(String.join(", ", line));
                line.clear();
            }
            line.add(i < 0 ? " ..." : part(d + 1, at + i * tensor.strides[d], indent));
        }
        return lines.add(String.join(", ", line)).toString();
    }

    /** The indices along a dimension that are shown; -1 stands for those that are left out. */
    private int[] indices(int d) {
        int size = tensor.shape[d];
        boolean all = !summarises || size <= 2 * EDGE;
        int[] indices = new int[all ? size : 2 * EDGE + 1];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = all || i < EDGE ? i : i == EDGE ? -1 : size - indices.length + i;
        }
        return indices;
    }

    private double[] shown() {
        if (!summarises) {
            return Dense.of(tensor);
        }
        List<Double> values = new ArrayList<>();
        collect(0, tensor.offset, values);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void collect(int d, int at, List<Double> values) {
        if (d == tensor.dim()) {
            values.add(tensor.storage.get(at));
            return;
        }
        for (int i : indices(d)) {
            if (i >= 0) {
                collect(d + 1, at + i * tensor.strides[d], values);
            }
        }
    }
}
