package dev.fluxion.tensor;

/** The one-dimensional convolution of neural networks, which is a correlation, by a product of matrices. */
final class Convolution {

    /** How a window moves. */
    record Step(int stride, int padding, int dilation) {
        Step {
            if (stride <= 0 || dilation <= 0 || padding < 0) {
                throw new IllegalArgumentException(
                        "conv1d: stride and dilation must be positive and padding not negative: " + stride + ", "
                                + dilation + ", " + padding);
            }
        }
    }

    private Convolution() {}

    /** Batch × channels × length by outputs × channels × width, to batch × outputs × places. */
    static Tensor conv1d(Tensor x, Tensor weight, Tensor bias, Step step) {
        check(x, weight, bias);
        int outputs = weight.shape[0];
        int width = weight.shape[2];
        int length = x.shape[2];
        Tensor y = Autograd.noGrad(() -> {
            Tensor product = Products.matmul(weight.reshape(outputs, -1), unfold(x, width, step));
            return bias == null ? product : product.add(bias.reshape(-1, 1));
        });
        boolean[] needs = {x.requiresGrad(), weight.requiresGrad(), bias != null && bias.requiresGrad()};
        return Operation.record(
                "ConvolutionBackward0",
                y,
                new Tensor[] {x, weight, bias},
                new Tensor[] {needs[1] ? x : null, needs[0] ? weight : null},
                (bar, saved) -> new Tensor[] {
                    needs[0] ? ofInput(bar, saved[1], length, step) : null,
                    needs[1] ? ofWeight(bar, saved[0], width, step) : null,
                    needs[2] ? bar.sum(0, 2) : null
                });
    }

    private static Tensor ofInput(Tensor bar, Tensor weight, int length, Step step) {
        Tensor windows = Products.matmul(weight.reshape(weight.shape[0], -1).t(), bar);
        return fold(windows, weight.shape[1], weight.shape[2], length, step);
    }

    private static Tensor ofWeight(Tensor bar, Tensor x, int width, Step step) {
        Tensor products = Products.matmul(bar, unfold(x, width, step).transpose(1, 2));
        return products.sum(0).reshape(bar.shape[1], x.shape[1], width);
    }

    private static void check(Tensor x, Tensor weight, Tensor bias) {
        if (x.dim() != 3 || weight.dim() != 3 || x.shape[1] != weight.shape[1]) {
            throw new IllegalArgumentException("conv1d: expected input [batch, channels, length] and weight [outputs,"
                    + " channels, width] with the same channels, but got " + Shape.text(x.shape) + " and "
                    + Shape.text(weight.shape));
        }
        if (bias != null && (bias.dim() != 1 || bias.shape[0] != weight.shape[0])) {
            throw new IllegalArgumentException(
                    "conv1d: expected bias of shape [" + weight.shape[0] + "], but got " + Shape.text(bias.shape));
        }
    }

    /** Batch × channels × length to batch × (channels · width) × places: the windows as columns. */
    private static Tensor unfold(Tensor x, int width, Step step) {
        Tensor padded = step.padding() == 0 ? x : Joining.pad(x, 0, step.padding(), step.padding());
        int reach = step.dilation() * (width - 1) + 1;
        int length = padded.shape[2];
        if (length < reach) {
            throw new IllegalArgumentException("Calculated padded input size per channel: (" + length
                    + "). Kernel size: (" + reach + "). Kernel size can't be greater than actual input size");
        }
        int places = (length - reach) / step.stride() + 1;
        Tensor[] columns = new Tensor[width];
        for (int j = 0; j < width; j++) {
            int start = j * step.dilation();
            columns[j] = Slicing.slice(padded, 2, start, start + (places - 1) * step.stride() + 1, step.stride());
        }
        return Joining.stack(2, columns).reshape(x.shape[0], x.shape[1] * width, places);
    }

    /** Adds the columns up where the windows stand. */
    private static Tensor fold(Tensor windows, int channels, int width, int length, Step step) {
        int batch = windows.shape[0];
        int places = windows.shape[2];
        Tensor columns = windows.reshape(batch, channels, width, places);
        int[] padded = {batch, channels, length + 2 * step.padding()};
        Tensor sum = Factories.full(windows.dtype(), 0, padded);
        for (int j = 0; j < width; j++) {
            int start = j * step.dilation();
            int end = start + (places - 1) * step.stride() + 1;
            Tensor column = columns.select(2, j);
            sum = sum.add(Slicing.embed(column, padded, y -> Slicing.slice(y, 2, start, end, step.stride())));
        }
        return Slicing.slice(sum, 2, step.padding(), step.padding() + length, 1);
    }
}
