package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands the active numbers and arrays in the records that a method takes to it one by one (argument flattening), behind each record itself, which is constant
 * from then on. The method then begins as if it made the records of them, and what is made in a function is what {@link ScalarReplacement} does away with.
 */
public final class Unpacking {

    private final Function function;
    private final Set<Type> nullable = new HashSet<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Stmt> code = new ArrayList<>();
    private final Map<Var, Var> objects = new HashMap<>();

    private Unpacking(Function function) {
        this.function = function;
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.COMPARISON) {
                compared(b.left(), b.right());
                compared(b.right(), b.left());
            } else if (e instanceof Expr.Conditional c && (isNull(c.whenTrue()) || isNull(c.whenFalse()))) {
                nullable.add(c.type());
            } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
                called(c, m);
            }
        });
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d && isNull(d.value())) {
                nullable.add(d.variable().type());
            } else if (s instanceof Stmt.Assign a && isNull(a.value())) {
                nullable.add(a.variable().type());
            }
        });
    }

    /** A helper may hand out null, or do with a record that it is handed what is looked for here; what takes nothing is as a rule an accessor. */
    private void called(Expr.Call c, Callee.Method method) {
        if (method.isStatic() || !c.arguments().isEmpty()) {
            nullable.add(c.type());
            nullable.addAll(method.parameters());
        }
    }

    private static boolean isNull(Expr e) {
        return e instanceof Expr.Constant c && c.value() == null
                || e instanceof Expr.Cast cast && isNull(cast.operand());
    }

    private void compared(Expr one, Expr other) {
        if (other instanceof Expr.Constant c && c.value() == null) {
            nullable.add(one.type());
        }
    }

    /**
     * The function of leaves.
     *
     * @param records for each parameter the record that it is, or null where it stays as it is
     * @param result the record that is returned, or null
     */
    public static Function of(Function function, List<Composite> records, Composite result, Callee name) {
        return new Unpacking(function).run(records, result, name);
    }

    /** Whether a method asks records of a type whether they are null. */
    public static boolean isNullable(Function function, Type record) {
        return new Unpacking(function).nullable.contains(record);
    }

    /** Whether an expression stands for a record that the method was handed, of which {@link ScalarReplacement} could not do away with. */
    public static boolean isLeft(Expr e) {
        return Objects.isGiven(e);
    }

    /** The function without what it reads from the records that it is handed and then does not use. */
    public static Function withoutUnread(Function function) {
        Function current = function;
        int size;
        do {
            size = size(current);
            current = withoutOnceUnread(current);
        } while (size(current) < size);
        return size == size(function) ? function : current;
    }

    private static int size(Function function) {
        int[] size = {0};
        Walk.statements(function.body(), s -> size[0]++);
        return size[0];
    }

    private static Function withoutOnceUnread(Function function) {
        Set<Var> read = new HashSet<>();
        Set<Var> assigned = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Assign a) {
                assigned.add(a.variable());
            }
        });
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.Read r) {
                read.add(r.variable());
            }
        });
        Set<Var> handed = new HashSet<>(function.variables());
        return function.withBody(
                new Rewriter() {
                    @Override
                    protected List<Stmt> rewrite(Stmt s) {
                        boolean isUnread = s instanceof Stmt.Declare d
                                && !read.contains(d.variable())
                                && !assigned.contains(d.variable())
                                && (d.value() instanceof Expr.Read || isOf(d.value(), handed));
                        return isUnread ? List.of() : List.of(descend(s));
                    }
                }.block(function.body()));
    }

    private static boolean isOf(Expr e, Set<Var> handed) {
        return e instanceof Expr.FieldRead f
                ? f.target() != null && isOf(f.target(), handed)
                : e instanceof Expr.Read r
                        && handed.contains(r.variable())
                        && !r.type().isPrimitive();
    }

    private Function run(List<Composite> records, Composite result, Callee name) {
        for (int i = 0; i < records.size(); i++) {
            Parameter p = function.parameters().get(i);
            Composite record = records.get(i);
            parameters.add(record == null ? p : Parameter.primal(p.variable(), false));
            if (record != null) {
                String wish = p.variable().name();
                objects.put(p.variable(), object(record, wish, Expr.read(p.variable())));
            }
        }
        code.addAll(new Body(result).block(function.body()).statements());
        List<Result> results = new ArrayList<>(function.results());
        if (result != null) {
            result.leaves("value").forEach(leaf -> results.add(new Result(leaf.name(), leaf.type())));
        }
        return new Function(
                name, parameters, results, new Block(code), function.thrown(), function.strongZero(), function.span());
    }

    /** The body, in which the records are those made of what is handed over, and what is in the one returned is returned behind it. */
    private final class Body extends Rewriter {

        private final Composite result;

        /** Lambdas return what is theirs. */
        private int inner;

        Body(Composite result) {
            this.result = result;
        }

        @Override
        protected Var variable(Var v) {
            return objects.getOrDefault(v, v);
        }

        @Override
        protected Function code(Function f) {
            inner++;
            Function copy = super.code(f);
            inner--;
            return copy;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            if (!(s instanceof Stmt.Return r) || result == null || inner > 0) {
                return List.of(descend(s));
            }
            Var value = Var.temporary("value", result.type());
            List<Expr> values = new ArrayList<>(List.of(Expr.read(value)));
            result.leaves("").forEach(leaf -> values.add(leaf.orZero(Expr.read(value))));
            return List.of(
                    new Stmt.Declare(value, expr(r.values().get(0)), r.span()), new Stmt.Return(values, r.span()));
        }
    }

    private Var object(Composite record, String name, Expr whole) {
        Var object = Var.temporary(name, record.type());
        boolean mayBeNull = nullable.contains(record.type());
        code.add(new Stmt.Declare(object, Objects.given(record.type(), whole, mayBeNull), Span.NONE));
        for (Composite.Component c : record.components()) {
            Expr field = new Expr.FieldRead(c.field(), whole, c.type(), Span.NONE);
            Expr value = !c.active() ? field : part(c, Composite.joined(name, c), field);
            code.add(new Stmt.StoreField(c.field(), Expr.read(object), value, Span.NONE));
        }
        return object;
    }

    private Expr part(Composite.Component c, String name, Expr field) {
        if (c.of() != null) {
            return Expr.read(object(c.of(), name, field));
        }
        Var leaf = new Var(name, c.type());
        parameters.add(Parameter.primal(leaf, true));
        return Expr.read(leaf);
    }
}
