package dev.fluxion.tensor;

/** What anomaly mode checks after every backward function. */
final class Anomaly {

    private Anomaly() {}

    static void check(Node node, Tensor[] answer) {
        for (int i = 0; i < answer.length; i++) {
            if (answer[i] != null && hasNaN(answer[i])) {
                String at = node.location() == null ? "" : " (" + node.location() + ")";
                throw new IllegalStateException(
                        "Function '" + node.name() + "'" + at + " returned nan values in its " + i + "th output.",
                        node.trace());
            }
        }
    }

    private static boolean hasNaN(Tensor tensor) {
        for (double value : Dense.of(tensor)) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
