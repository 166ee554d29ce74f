package dev.fluxion.processor.fuzz.coverage;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import java.util.List;

/** Where something stands in a program: in which kind of method, and in what statements. Most things stand in several contexts at once. */
enum Context {
    NUMBER("method over numbers"),
    ARRAYS("method over arrays"),
    VOID("method without result"),
    HELPER("helper"),
    RECURSIVE("recursive helper"),
    ELSEWHERE("helper in another class"),
    IF("`if`"),
    FOR("`for`"),
    WHILE("`while`"),
    DO("`do`"),
    NESTED("loop in a loop"),
    SWITCH("`switch`"),
    LABELED("labelled block"),
    TRY("`try`");

    private final String title;

    Context(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Whether a place is in this context.
     *
     * @param method the method's name
     * @param around the statements around it, outermost first
     */
    boolean holds(Function f, String method, List<Stmt> around) {
        boolean isEntry = method.equals("f");
        return switch (this) {
            case NUMBER -> isEntry && !overArrays(f) && !f.results().isEmpty();
            case ARRAYS -> isEntry && overArrays(f);
            case VOID -> f.results().isEmpty();
            case HELPER -> !isEntry;
            case RECURSIVE ->
                f.parameters().stream().anyMatch(p -> p.variable().name().equals("levels"));
            case ELSEWHERE -> f.callee().toString().contains("Other.");
            case IF -> around.stream().anyMatch(Stmt.If.class::isInstance);
            case FOR -> loops(around, Stmt.Loop.Form.FOR) > 0;
            case WHILE -> loops(around, Stmt.Loop.Form.WHILE) > 0;
            case DO -> loops(around, Stmt.Loop.Form.DO) > 0;
            case NESTED -> around.stream().filter(Stmt.Loop.class::isInstance).count() > 1;
            case SWITCH -> around.stream().anyMatch(Stmt.Switch.class::isInstance);
            case LABELED -> around.stream().anyMatch(Stmt.Labeled.class::isInstance);
            case TRY -> around.stream().anyMatch(Stmt.Try.class::isInstance);
        };
    }

    private static long loops(List<Stmt> around, Stmt.Loop.Form form) {
        return around.stream()
                .filter(s -> s instanceof Stmt.Loop l && l.form() == form)
                .count();
    }

    private static boolean overArrays(Function f) {
        return f.parameters().stream().anyMatch(p -> p.variable().type().isFloatingArray());
    }
}
