package dev.fluxion.tensor.conformance;

import java.util.Map;
import java.util.Set;

/** Where tensors differ from the PyTorch of the fixture on purpose; the page of conventions says why. */
final class KnownDifferences {

    private static final Map<String, Set<String>> CASES =
            // One element over no degree of freedom: 0 times infinity, which PyTorch has for one dimension, but not for
            // none.
            Map.of("var(0)", Set.of("0-d"), "var(-1)", Set.of("0-d"));

    private KnownDifferences() {}

    static boolean include(String operation, String name) {
        return CASES.getOrDefault(operation, Set.of()).contains(name);
    }
}
