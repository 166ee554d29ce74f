package dev.fluxion.processor.foreign;

/**
 * A method that could be annotated.
 *
 * @param family the libraries that are compiled together
 * @param file its source file, as in the archive
 * @param type the binary name of its class
 * @param name its own
 * @param line where it stands
 * @param start where it begins, in characters, and so where the annotation goes
 * @param end where it ends
 * @param handsOut whether it returns something, or has an array to write to
 */
record Candidate(
        String family, String file, String type, String name, long line, int start, int end, boolean handsOut) {

    String place() {
        return type + "." + name + " (" + file.substring(file.lastIndexOf('/') + 1) + ":" + line + ")";
    }
}
