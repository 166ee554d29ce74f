package dev.fluxion.processor;

/**
 * Runs work on a stack of its own, large enough for the deepest expression that javac itself can read. The caller waits, so that javac never
 * sees two threads at once.
 */
final class DeepStack {

    /** Address space, which is only used as far as it is needed. */
    private static final long BYTES = 512L << 20;

    private DeepStack() {}

    static void run(Runnable work) {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(null, work, "fluxion", BYTES);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        await(thread);
        if (thrown[0] instanceof Error e) {
            throw e;
        } else if (thrown[0] != null) {
            throw (RuntimeException) thrown[0];
        }
    }

    /** An interruption of the caller stays with it; the work is not left half done. */
    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
