package dev.fluxion.processor.frontend.mirror.campaign;

import java.util.HashSet;
import java.util.Set;

/** Sums of a campaign. */
final class Counts {

    /** The source files compared at least once. */
    final Set<String> names = new HashSet<>();

    int files;
    long expressions;
    long differences;
    long unstable;
    int problems;
    int erroneous;
    int mirrors;
    long mirrorNanos;

    void add(Counts more) {
        names.addAll(more.names);
        files += more.files;
        expressions += more.expressions;
        differences += more.differences;
        unstable += more.unstable;
        problems += more.problems;
        erroneous += more.erroneous;
        mirrors += more.mirrors;
        mirrorNanos += more.mirrorNanos;
    }

    boolean isClean() {
        return differences == 0 && problems == 0;
    }

    @Override
    public String toString() {
        return String.format(
                "%,d files, %,d expressions, %,d differences, %,d where javac differs from itself, %d problems,"
                        + " %d files that plain javac rejects, %d mirrors of %.2f s each",
                files,
                expressions,
                differences,
                unstable,
                problems,
                erroneous,
                mirrors,
                mirrorNanos / 1e9 / Math.max(1, mirrors));
    }
}
