package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks at the entry of a generated method that arrays are different ones, where what is generated relies on it (DESIGN §4). */
final class EntryChecks {

    private EntryChecks() {}

    /**
     * Arrays that a method writes to, and their tangents, are different from each other and from all that it is given.
     *
     * @param written the parameters, by number
     * @param tangents the tangents that are given, one for each active parameter, or none
     */
    static List<Stmt> written(Function function, Set<Integer> written, List<Parameter> tangents) {
        List<Var> first = new ArrayList<>();
        List<Var> others = new ArrayList<>();
        int active = 0;
        for (int i = 0; i < function.parameters().size(); i++) {
            Parameter p = function.parameters().get(i);
            if (p.role() == Parameter.Role.PRIMAL) {
                List<Var> into = written.contains(i) ? first : others;
                into.add(p.variable());
                if (p.active() && !tangents.isEmpty()) {
                    into.add(tangents.get(active++).variable());
                }
            }
        }
        return check("written", first, others, 1);
    }

    /** Arrays of adjoints are different from each other and from all arrays of the primal; from its own one each is already, by its shape's check. */
    static List<Stmt> bars(Function function) {
        return check(
                "bars", variables(function, Parameter.Role.ADJOINT), variables(function, Parameter.Role.PRIMAL), 2);
    }

    private static List<Var> variables(Function function, Parameter.Role role) {
        return ArrayPackaging.with(function, role).stream()
                .map(Parameter::variable)
                .toList();
    }

    /**
     * A check.
     *
     * @param free how many arrays need none
     */
    private static List<Stmt> check(String name, List<Var> first, List<Var> others, int free) {
        List<Var> arrays = new ArrayList<>(first);
        arrays.removeIf(v -> !v.type().isFloatingArray());
        int count = arrays.size();
        others.stream()
                .filter(o -> arrays.subList(0, count).stream().anyMatch(a -> mayMeet(a.type(), o.type())))
                .forEach(arrays::add);
        boolean nested = arrays.stream().anyMatch(v -> ArrayPackaging.isNested(v.type()));
        if (count == 0 || arrays.size() <= free && !nested) {
            return List.of();
        }
        List<Expr> arguments = new ArrayList<>();
        arguments.add(names(arrays.subList(0, count)));
        arguments.add(names(arrays.subList(count, arrays.size())));
        boolean alone = arrays.size() == 1;
        arrays.forEach(v -> arguments.add(alone ? new Expr.Cast(Types.OBJECT, Expr.read(v), Span.NONE) : Expr.read(v)));
        List<Type> types = arguments.stream().map(Expr::type).toList();
        Callee.Method method = Callee.Method.publicStatic(Types.DISTINCT, name, Types.VOID, types.toArray(Type[]::new));
        return List.of(new Stmt.Eval(new Expr.Call(method, null, arguments, Types.VOID, Span.NONE), Span.NONE));
    }

    /** Whether arrays of two types can have an array in common. */
    private static boolean mayMeet(Type a, Type b) {
        return a.isFloatingArray() && b.isFloatingArray() && leaf(a).equals(leaf(b));
    }

    private static Type leaf(Type type) {
        return type instanceof Type.Array a ? leaf(a.component()) : type;
    }

    private static Expr names(List<Var> arrays) {
        String names = arrays.stream().map(Var::name).collect(Collectors.joining(", "));
        return new Expr.Constant(names, Types.STRING);
    }
}
