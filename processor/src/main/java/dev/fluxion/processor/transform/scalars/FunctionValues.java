package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.dispatch.Receivers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of functions that are values become what the functions do (higher-order removal: Chin and Darlington 1996). A lambda that a variable holds is expanded
 * where it is called; a helper that is handed one is expanded in place, so that it is called here. What a lambda captures never
 * changes (JLS 15.27.2), so that its code means the same wherever it stands.
 */
public final class FunctionValues extends Rewriter {

    private static final int LIMIT = 2_000;
    private static final int DEPTH = 40;

    private final Structures structures;
    private final boolean strongZero;
    private final Map<Var, Expr> definitions = new HashMap<>();
    private boolean expanded;

    private FunctionValues(Function function, Structures structures) {
        this.structures = structures;
        this.strongZero = function.strongZero();
        Set<Var> assigned = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d && d.value() != null) {
                definitions.put(d.variable(), d.value());
            } else if (s instanceof Stmt.Assign a) {
                assigned.add(a.variable());
            }
        });
        definitions.keySet().removeAll(assigned);
    }

    /** The function with fewer calls of function values; itself where there are none, or they go round in circles. */
    public static Function apply(Function function, Structures structures) {
        Function current = function;
        for (int depth = 0; depth < DEPTH; depth++) {
            FunctionValues pass = new FunctionValues(current, structures);
            Function next = current.withBody(pass.block(current.body()));
            int[] size = {0};
            Walk.statements(next.body(), s -> size[0]++);
            if (!pass.expanded) {
                Function without = new Unread(current).run();
                return hasState(without) ? function : without;
            } else if (size[0] > LIMIT) {
                return function;
            }
            current = next;
        }
        return function;
    }

    /** Whether objects are left that have fields of their own: calls that are expanded, and calls that are not, would see different ones. */
    private static boolean hasState(Function f) {
        boolean[] found = {false};
        Walk.allExpressions(f.body(), e -> {
            if (e instanceof Expr.Opaque o) {
                o.code().forEach(code -> found[0] |= assignsOthers(code));
            }
        });
        return found[0];
    }

    /** Whether a function assigns variables that are not its own. */
    private static boolean assignsOthers(Function code) {
        Set<Var> own = new HashSet<>(code.variables());
        Set<Var> assigned = new HashSet<>();
        Walk.statements(code.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            } else if (s instanceof Stmt.Try t) {
                t.catches().forEach(c -> own.add(c.variable()));
            } else if (s instanceof Stmt.Assign a) {
                assigned.add(a.variable());
            }
        });
        return !own.containsAll(assigned);
    }

    /** The function without what only this pass knows of function values: their code, and variables that nothing else mentions. */
    public static Function withoutCode(Function function) {
        Set<Var> inCode = new HashSet<>();
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.Opaque o) {
                o.code().forEach(code -> inCode.addAll(mentionedIn(code)));
            }
        });
        inCode.removeAll(mentionedIn(function));
        return function.withBody(
                new Rewriter() {
                    @Override
                    protected List<Stmt> rewrite(Stmt s) {
                        return s instanceof Stmt.Declare d && inCode.contains(d.variable())
                                ? List.of()
                                : List.of(descend(s));
                    }

                    @Override
                    protected Expr leave(Expr e) {
                        return e instanceof Expr.Opaque o && !o.code().isEmpty()
                                ? new Expr.Opaque(o.fragments(), o.holes(), o.type(), o.span(), List.of(), o.hidden())
                                : e;
                    }
                }.block(function.body()));
    }

    private static Set<Var> mentionedIn(Function code) {
        Set<Var> found = new HashSet<>();
        Walk.statements(code.body(), s -> {
            if (s instanceof Stmt.Assign a) {
                found.add(a.variable());
            }
        });
        Walk.allExpressions(code.body(), e -> {
            if (e instanceof Expr.Read r) {
                found.add(r.variable());
            }
        });
        return found;
    }

    /** What the methods do of the function, or the object of a class without a name, that an expression is. */
    private List<Function> code(Expr e) {
        if (e instanceof Expr.Read r && definitions.containsKey(r.variable())) {
            return code(definitions.get(r.variable()));
        }
        if (e instanceof Expr.FieldRead f) {
            return f.target() == null ? structures.function(f.field()) : List.of();
        }
        return e instanceof Expr.Opaque o ? o.code() : List.of();
    }

    /** Where the function was written that an expression holds; its type is the one that says what other methods it has. */
    private Expr lambda(Expr e) {
        return e instanceof Expr.Read r ? lambda(definitions.get(r.variable())) : e;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        Expr root = s instanceof Stmt.Declare d
                ? d.value()
                : s instanceof Stmt.Assign a ? a.value() : s instanceof Stmt.Eval e ? e.value() : null;
        if (!(root instanceof Expr.Call c) || !(c.callee() instanceof Callee.Method m)) {
            return List.of(descend(s));
        }
        List<Expr> parts = Walk.parts(c);
        if (isCheck(m) && !code(parts.get(0)).isEmpty() && s instanceof Stmt.Eval) {
            expanded = true;
            return List.of(); // A lambda is not null.
        }
        List<Function> methods = m.isStatic() ? List.of() : code(parts.get(0));
        Optional<Function> function =
                methods.stream().filter(f -> isCallOf(m, f)).findFirst();
        if (function.isPresent()) {
            return expand(s, function.get(), parts.subList(1, parts.size()));
        }
        boolean takes = isSuper(c) || parts.stream().anyMatch(p -> !code(p).isEmpty());
        Optional<Function> helper = takes || !c.type().isPrimitive()
                ? helper(m, parts).filter(f -> takes || makesFunction(f))
                : Optional.empty();
        if (helper.isEmpty()) {
            return List.of(descend(s));
        }
        List<Stmt> code = new ArrayList<>();
        List<Expr> operands = c.target() == null || isSuper(c) ? parts : given(parts, s.span(), code);
        code.addAll(expand(s, helper.get(), operands));
        return code;
    }

    /** A call of an overridden method, which generated code cannot express: it has a target though its method is known. */
    public static boolean isSuper(Expr.Call c) {
        return c.target() != null && c.callee() instanceof Callee.Method m && m.isExact();
    }

    private static boolean isCheck(Callee.Method m) {
        return m.owner().canonicalName().equals("java.util.Objects") && m.name().equals("requireNonNull");
    }

    /** Whether a call is of what a lambda implements, not of another method of its type, be that one of the same name. */
    private static boolean isCallOf(Callee.Method m, Function f) {
        Callee.Method name = (Callee.Method) f.callee();
        return m.name().equals(name.name()) && m.parameters().equals(name.parameters());
    }

    /** The operands by name, after which a receiver that is null throws. */
    private static List<Expr> given(List<Expr> parts, Span span, List<Stmt> code) {
        List<Expr> names = new ArrayList<>();
        for (Expr e : parts) {
            Var v = Var.temporary(names.isEmpty() ? "receiver" : "argument", e.type());
            code.add(new Stmt.Declare(v, e, span));
            names.add(Expr.read(v));
        }
        code.add(new Stmt.Eval(Receivers.nonNull(names.get(0)), span));
        return names;
    }

    /** The only method that a call can run: a static or an exact one, that of a class without subclasses, or one that a lambda's type declares. */
    private Optional<Callee.Method> target(Callee.Method m, List<Expr> parts) {
        if (m.isStatic() || m.isExact()) {
            return Optional.of(m);
        } else if (!code(parts.get(0)).isEmpty()) {
            return inherited(m, parts.get(0));
        }
        return structures
                .find(parts.get(0).type())
                .filter(Structures.Structure::isFinal)
                .flatMap(s -> structures.target(s.type(), m));
    }

    /** A method of the type that a function is of, or the class above one without a name, which does not override it. */
    private Optional<Callee.Method> inherited(Callee.Method m, Expr function) {
        boolean mayBeOverridden = code(function).stream()
                .map(f -> (Callee.Method) f.callee())
                .anyMatch(own -> own.name().equals(m.name())
                        && own.parameters().size() == m.parameters().size()
                        && code(function).size() > 1);
        Type type = lambda(function).type();
        Type above = type instanceof Type.Undenotable u ? u.erasure() : type;
        return above instanceof Type.Declared d && !mayBeOverridden ? structures.target(d, m) : Optional.empty();
    }

    private Optional<Function> helper(Callee.Method m, List<Expr> parts) {
        return target(m, parts)
                .flatMap(t -> structures
                        .body(t)
                        .filter(f -> f.strongZero() == strongZero && f.thrown().isEmpty())
                        .filter(f -> f.parameters().stream()
                                .allMatch(
                                        p -> p.active() || !p.variable().type().isActivatable())));
    }

    /** Whether a function does nothing in the end but to return a lambda. */
    private static boolean makesFunction(Function f) {
        List<Stmt> body = f.body().statements();
        if (!(body.get(body.size() - 1) instanceof Stmt.Return r) || r.values().isEmpty()) {
            return false;
        }
        boolean[] found = {false};
        int[] returns = {0};
        Walk.statements(f.body(), s -> {
            returns[0] += s instanceof Stmt.Return ? 1 : 0;
            found[0] |= s instanceof Stmt.Declare d
                    && r.values().get(0).equals(Expr.read(d.variable()))
                    && d.value() instanceof Expr.Opaque o
                    && !o.code().isEmpty();
        });
        return found[0] && returns[0] == 1;
    }

    private List<Stmt> expand(Stmt s, Function f, List<Expr> arguments) {
        expanded = true;
        List<Stmt> code = new ArrayList<>();
        Expr result = Expansion.of(f, null, arguments, s.span(), code);
        if (s instanceof Stmt.Declare d) {
            code.add(new Stmt.Declare(d.variable(), result, d.span()));
        } else if (s instanceof Stmt.Assign a) {
            code.add(new Stmt.Assign(a.variable(), result, a.span()));
        }
        return code;
    }

    /** Drops the function values that nothing reads any more. */
    private static final class Unread extends Rewriter {

        private Function function;
        private final Set<Var> read = new HashSet<>();
        private boolean dropped;

        Unread(Function function) {
            this.function = function;
        }

        /** The function itself where nothing is left out. */
        Function run() {
            do {
                dropped = false;
                read.clear();
                Walk.allExpressions(function.body(), e -> {
                    if (e instanceof Expr.Read r) {
                        read.add(r.variable());
                    }
                });
                Block body = block(function.body());
                function = dropped ? function.withBody(body) : function;
            } while (dropped);
            return function;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            boolean holds = s instanceof Stmt.Declare d
                    && !read.contains(d.variable())
                    && (d.value() instanceof Expr.Opaque o && !o.code().isEmpty()
                            || d.value() instanceof Expr.Read
                                    && !d.variable().type().isPrimitive());
            dropped |= holds;
            return holds ? List.of() : List.of(descend(s));
        }
    }
}
