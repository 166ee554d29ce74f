package dev.fluxion.tensor;

import java.util.function.Consumer;

/** Where warnings go: the log of the platform. */
final class Warnings {

    private static final Consumer<String> LOG =
            text -> System.getLogger("dev.fluxion.tensor").log(System.Logger.Level.WARNING, text);

    private static final ThreadLocal<Consumer<String>> TARGET = ThreadLocal.withInitial(() -> LOG);

    private Warnings() {}

    static void warn(String text) {
        TARGET.get().accept(text);
    }

    /** Has this thread's warnings go elsewhere while {@code action} runs. */
    static void redirect(Consumer<String> target, Runnable action) {
        Consumer<String> before = TARGET.get();
        TARGET.set(target);
        try {
            action.run();
        } finally {
            TARGET.set(before);
        }
    }
}
