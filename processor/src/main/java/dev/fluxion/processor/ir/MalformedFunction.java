package dev.fluxion.processor.ir;

import java.util.List;

/** A function that no pass may hand on: a mistake of the compiler's, never of the user's. */
public final class MalformedFunction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedFunction(String stage, Function function, List<String> problems) {
        super("after " + stage + ", " + function.callee() + " is not well-formed:\n" + String.join("\n", problems)
                + "\nin:\n" + IrPrinter.print(function));
    }
}
