package dev.fluxion.processor.diagnostics;

import dev.fluxion.processor.ir.Span;
import java.util.List;

/** Something to tell the user about a place in the source. */
public record Finding(Code code, Span span, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(Code code, Span span, String... arguments) {
        return new Finding(code, span, List.of(arguments));
    }

    /** The same at another place. */
    public Finding at(Span place) {
        return new Finding(code, place, arguments);
    }

    /** The text: tag, what was found, why, and what to do. */
    public String message() {
        return code.message(arguments);
    }
}
