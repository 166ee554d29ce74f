package dev.fluxion.processor.diagnostics;

/** How much a finding matters. */
public enum Severity {
    /** No derivative can be generated. */
    ERROR,
    /** Legal, and probably not meant; can be suppressed. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
