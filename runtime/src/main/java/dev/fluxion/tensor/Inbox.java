package dev.fluxion.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where the adjoints for a node add up during a backward pass.
 *
 * <p>It stands in the node, so that a pass needs no map, and is taken by one pass at a time: another pass that meets the
 * node meanwhile, in another thread or from a hook, uses an inbox of its own ({@link Engine}).
 */
final class Inbox {

    private static final VarHandle OWNER = ownerHandle();

    private volatile Engine owner;
    private Tensor sum;
    private boolean fresh;

    private static VarHandle ownerHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Inbox.class, "owner", Engine.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    boolean isOwnedBy(Engine pass) {
        return owner == pass;
    }

    /** Takes the inbox for that pass; false if another has it. */
    boolean claim(Engine pass) {
        return OWNER.compareAndSet(this, null, pass);
    }

    /** Empties the inbox and gives it back. */
    void free() {
        sum = null;
        owner = null;
    }

    Tensor sum() {
        return sum;
    }

    /** Whether nothing else holds the sum. */
    boolean isFresh() {
        return fresh;
    }

    /**
     * Adds an adjoint.
     *
     * @param freshly whether nothing else holds {@code bar}
     * @param inPlace whether a sum that nothing else holds may be overwritten
     */
    void add(Tensor bar, boolean freshly, boolean inPlace) {
        if (sum == null) {
            sum = bar;
            fresh = freshly;
        } else if (inPlace && fresh && sum.isContiguous() && sum.dtype() == bar.dtype()) {
            Elementwise.addTo(sum, bar);
        } else {
            sum = sum.add(bar);
            fresh = true;
        }
    }
}
