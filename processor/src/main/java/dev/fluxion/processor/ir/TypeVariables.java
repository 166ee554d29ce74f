package dev.fluxion.processor.ir;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether code mentions a type variable of a declaration around it, which code elsewhere cannot. */
public final class TypeVariables {

    private TypeVariables() {}

    /** Whether a function has a variable or an expression whose type mentions one. */
    public static boolean in(Function f) {
        return in(f, Set.of());
    }

    /** @param names the type variables in scope, for what is only known as text */
    public static boolean in(Function f, Set<String> names) {
        boolean[] found = {
            f.variables().stream().anyMatch(v -> in(v.type()))
                    || f.results().stream().anyMatch(r -> in(r.type()))
        };
        Walk.statements(
                f.body(),
                s -> found[0] |= s instanceof Stmt.Declare d && in(d.variable().type()));
        Walk.allExpressions(f.body(), e -> found[0] |= in(e, names));
        return found[0];
    }

    private static boolean in(Expr e, Set<String> names) {
        boolean inText = e instanceof Expr.Opaque o
                && names.stream()
                        .anyMatch(n -> o.fragments().stream()
                                .anyMatch(t -> Pattern.compile("\\b" + Pattern.quote(n) + "\\b")
                                        .matcher(t)
                                        .find()));
        return inText
                || in(e.type())
                || e instanceof Expr.InstanceOf i && in(i.tested())
                || e instanceof Expr.Constant c && c.value() instanceof Type t && in(t);
    }

    private static boolean in(TypeArgument type) {
        if (type instanceof Type.Array a) {
            return in(a.component());
        } else if (type instanceof TypeArgument.Wildcard w) {
            return w.bound() != null && in(w.bound());
        } else if (type instanceof Type.Declared d) {
            return d.arguments().stream().anyMatch(TypeVariables::in);
        }
        return type instanceof Type.Variable;
    }
}
