package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that a function is well-formed: what every pass relies on and every pass must keep.
 *
 * <p>Variables are declared once, in scope where they are used and assigned before they are read; types agree without
 * conversions that are not written down; jumps name statements around them; effects stand where the normal form wants
 * them; every path ends in a return of all results or in an exception.
 */
public final class Verifier {

    private final Function function;
    private final Set<String> problems = new LinkedHashSet<>();
    private final TypeChecker types = new TypeChecker();
    private final boolean packaged;

    private Verifier(Function function, boolean packaged) {
        this.function = function;
        this.packaged = packaged;
    }

    /** What is wrong with a function, each with the statement where it is; nothing for a well-formed one. */
    public static List<String> problems(Function function) {
        return new Verifier(function, false).run();
    }

    /**
     * Fails where a function is not well-formed.
     *
     * @param stage what has just been done, for the message
     */
    public static void check(String stage, Function function) {
        fail(stage, function, problems(function));
    }

    /**
     * Fails where the body of a generated method is not well-formed: its parameters and results are the method's and no longer the
     * derivation's, and it may make what it returns or throws on the spot.
     */
    public static void checkPackaged(String stage, Function function) {
        fail(stage, function, new Verifier(function, true).run());
    }

    private static void fail(String stage, Function function, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new MalformedFunction(stage, function, problems);
        }
    }

    private List<String> run() {
        roles();
        if (!packaged) {
            signature();
        }
        Walk.statements(function.body(), this::statement);
        new VariableChecker(function, this::report).run();
        return new ArrayList<>(problems);
    }

    private void roles() {
        for (Parameter p : function.parameters()) {
            Type type = p.variable().type();
            boolean fits = switch (p.role()) {
                case PRIMAL -> !type.equals(Types.VOID);
                case TANGENT -> Signatures.carriesDerivatives(type);
                case SEED -> Signatures.carriesDerivatives(type) && type.equals(type.tangent());
                case ADJOINT -> packaged ? Signatures.carriesDerivatives(type) : type.isFloatingArray();
                case TAPE -> type.equals(Types.TAPE);
                case WORKSPACE -> type.equals(Types.WORKSPACE);
            };
            if (!fits) {
                report("parameter " + p.variable() + " of type " + type + " cannot be a " + p.role(), null);
            }
        }
    }

    private void signature() {
        Signatures.parameters(function.callee()).ifPresent(expected -> {
            List<Type> own = parameterTypes(expected.size());
            if (!Signatures.agree(own, expected)) {
                report("parameters of types " + own + " where the callee has " + expected, null);
            }
        });
        List<Type> results = function.results().stream().map(Result::type).toList();
        Signatures.results(function.callee()).ifPresent(expected -> {
            if (!Signatures.agree(results, expected)) {
                report("results of types " + results + " where the callee has " + expected, null);
            }
        });
    }

    /** The types of the parameters. A function on its way to its derivative may have the adjoints of its arrays and a tape already, behind the others. */
    private List<Type> parameterTypes(int expected) {
        List<Parameter> own = new ArrayList<>(function.parameters());
        while (own.size() > expected && isOfDerivative(own.get(own.size() - 1))) {
            own.remove(own.size() - 1);
        }
        return own.stream().map(p -> p.variable().type()).toList();
    }

    private static boolean isOfDerivative(Parameter p) {
        return p.role() == Parameter.Role.ADJOINT || p.role() == Parameter.Role.TAPE;
    }

    private void statement(Stmt s) {
        boolean isRoot = s instanceof Stmt.Declare || s instanceof Stmt.Assign || s instanceof Stmt.Eval;
        isRoot |= packaged && (s instanceof Stmt.Return || s instanceof Stmt.Throw);
        for (Expr e : Walk.expressions(s)) {
            for (Expr part : Walk.parts(converted(e))) {
                Walk.expressions(part, inner -> effect(inner, s));
            }
            if (!isRoot) {
                effect(e, s);
            }
            Walk.expressions(e, part -> types.expression(part, (what) -> report(what, s)));
        }
        types.statement(s, function, what -> report(what, s));
        if (s instanceof Stmt.Switch w) {
            cases(w);
        }
    }

    /** What a conversion converts: a value taken off a tape has the tape's type, which may be wider than the variable's. */
    private static Expr converted(Expr e) {
        return e instanceof Expr.Cast c ? converted(c.operand()) : e;
    }

    private void effect(Expr e, Stmt s) {
        if (packaged && s instanceof Stmt.Return && e instanceof Expr.New) {
            return; // A record in the record that is returned.
        }
        boolean pure = e instanceof Expr.Call c
                ? c.callee() instanceof Callee.Method m && PureMethods.isPure(m)
                : !(e instanceof Expr.New
                        || e instanceof Expr.NewArray
                        || e instanceof Expr.ArrayLiteral
                        || e instanceof Expr.Pop);
        if (!pure) {
            report("the effect of " + IrPrinter.print(e) + " does not stand at the root of a statement", s);
        }
    }

    private void cases(Stmt.Switch w) {
        Set<Object> seen = new HashSet<>();
        int defaults = 0;
        for (Stmt.Case c : w.cases()) {
            defaults += c.isDefault() ? 1 : 0;
            for (Expr e : c.constants()) {
                if (!seen.add(e)) {
                    report("case " + IrPrinter.print(e) + " stands twice", w);
                }
            }
        }
        if (defaults > 1) {
            report("a switch has " + defaults + " defaults", w);
        }
    }

    private void report(String what, Stmt at) {
        problems.add(at == null ? what : what + "\n  at: " + head(at));
    }

    /** The first lines of a statement. */
    private static String head(Stmt s) {
        List<String> lines = IrPrinter.print(s).lines().limit(4).toList();
        return String.join("\n      ", lines)
                + (s.span().isKnown() ? "   // line " + s.span().line() : "");
    }
}
