package dev.fluxion.tensor;

import java.util.List;

/** The handle of a hook, which removes it. */
public final class Hook implements AutoCloseable {

    private Runnable removal;

    private Hook(Runnable removal) {
        this.removal = removal;
    }

    static <T> Hook in(List<T> hooks, T hook) {
        hooks.add(hook);
        return new Hook(() -> removeIdentical(hooks, hook));
    }

    private static <T> void removeIdentical(List<T> hooks, T hook) {
        for (int i = 0; i < hooks.size(); i++) {
            if (hooks.get(i) == hook) {
                hooks.remove(i);
                return;
            }
        }
    }

    /** Removes the hook; a second time does nothing. */
    public void remove() {
        Runnable once = removal;
        removal = () -> {};
        once.run();
    }

    /** Removes the hook, at the end of a {@code try}. */
    @Override
    public void close() {
        remove();
    }
}
