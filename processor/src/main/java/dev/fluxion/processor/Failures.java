package dev.fluxion.processor;

import java.util.stream.Collectors;

/** Words for mistakes of this compiler: enough for a report, without a stack trace through javac. */
final class Failures {

    private Failures() {}

    /** What happened, on one line. */
    static String describe(Throwable e) {
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + where(e) + message;
    }

    /** The rest of what the failure has to say, which begins a line of its own where there is any. */
    static String details(Throwable e) {
        return e.getMessage() == null
                ? ""
                : e.getMessage().lines().skip(1).map(l -> "\n" + l).collect(Collectors.joining());
    }

    /** The place in the compiler where it arose. */
    private static String where(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.fluxion.")) {
                String type = frame.getClassName().replaceAll(".*\\.", "");
                return " in " + type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
