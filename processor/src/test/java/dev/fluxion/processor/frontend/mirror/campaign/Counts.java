package dev.fluxion.processor.frontend.mirror.campaign;

/** Sums of a campaign. */
final class Counts {

    int files;
    long expressions;
    long differences;
    int problems;
    int erroneous;
    int mirrors;
    long mirrorNanos;

    void add(Counts more) {
        files += more.files;
        expressions += more.expressions;
        differences += more.differences;
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
                "%,d files, %,d expressions, %,d differences, %d problems, %d files that plain javac rejects,"
                        + " %d mirrors of %.2f s each",
                files,
                expressions,
                differences,
                problems,
                erroneous,
                mirrors,
                mirrorNanos / 1e9 / Math.max(1, mirrors));
    }
}
