package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverses what is done to the numbers of whole arrays. Copying is transposed to adding, filling to summing up, sorting to putting in the order from before; what was
 * overwritten is left without an adjoint. References of rows are no numbers: for them the shadows do what the arrays do.
 */
final class ArrayMoves {

    private final Operations operations;
    private final ArrayAdjoints arrays;
    private final Primitives primitives;

    ArrayMoves(Operations operations, ArrayAdjoints arrays, Primitives primitives) {
        this.operations = operations;
        this.arrays = arrays;
        this.primitives = primitives;
    }

    /** Whether a statement does one of these things to an active array of numbers. */
    static boolean changesActive(Stmt s, Primitives primitives) {
        return ArrayOperation.of(value(s))
                .filter(o -> isActive(o, s, (Expr.Call) value(s), primitives))
                .isPresent();
    }

    private static boolean isActive(ArrayOperation o, Stmt s, Expr.Call c, Primitives primitives) {
        Expr changed = o == ArrayOperation.COPY ? o.source(c) : o.target(c);
        boolean isWanted = o != ArrayOperation.COPY
                || target(s) != null && primitives.bars().containsKey(target(s)) && !ArrayOperation.isSnapshot(c);
        return changed != null && isWanted && primitives.isActiveArray(changed) && !ArrayOperation.isNested(changed);
    }

    private static Expr value(Stmt s) {
        return s instanceof Stmt.Declare d
                ? d.value()
                : s instanceof Stmt.Assign a ? a.value() : s instanceof Stmt.Eval e ? e.value() : null;
    }

    private static Var target(Stmt s) {
        return s instanceof Stmt.Declare d ? d.variable() : s instanceof Stmt.Assign a ? a.variable() : null;
    }

    void reverse(Stmt s, List<Stmt> out) {
        Expr.Call c = (Expr.Call) value(s);
        switch (ArrayOperation.of(c).orElseThrow()) {
            case COPY -> copy(s, c, out);
            case FILL -> fill(s, c, out);
            case MOVE -> move(s, c, out);
            case SORT -> restore(s, c.arguments(), operations.result(s, target(s), out), out);
            case PERMUTE -> permute(s, c, out);
            case READ -> throw new IllegalStateException("nothing is written by " + c.callee());
        }
    }

    /** The source of a copy gets what the copy has. */
    private void copy(Stmt s, Expr.Call c, List<Stmt> out) {
        Expr from = operations.result(s, primitives.bars().get(target(s)), out);
        Expr into = arrays.shadow(s, ArrayOperation.COPY.source(c), out);
        boolean ofRange = c.callee() instanceof Callee.Method m && m.name().equals("copyOfRange");
        if (ofRange) {
            call(
                    s,
                    Types.MOVES,
                    "addCopy",
                    List.of(from, into, operations.read(c.arguments().get(1), s, out)),
                    out);
        } else {
            boolean isWhole =
                    c.target() != null || c.callee() instanceof Callee.Method m && ArrayOperation.isCopyOfBars(m);
            call(s, isWhole ? Types.BARS : Types.MOVES, isWhole ? "add" : "addCopy", List.of(from, into), out);
        }
    }

    /** The value gets the sum. */
    private void fill(Stmt s, Expr.Call c, List<Stmt> out) {
        List<Expr> range = arguments(s, c, out).subList(0, c.arguments().size() - 1);
        Expr value = c.arguments().get(c.arguments().size() - 1);
        if (value instanceof Expr.Read r && operations.isActive(r.variable())) {
            Var sum = Var.temporary("sum", value.type());
            out.add(new Stmt.Declare(sum, call(Types.MOVES, "sum", sum.type(), range), s.span()));
            operations.adjoints().add(r.variable(), Expr.read(sum), out, s.span());
        }
        List<Expr> zero = new ArrayList<>(range);
        zero.add(Defaults.of(value.type()));
        out.add(eval(new Expr.Call(c.callee(), null, zero, Types.VOID, Span.NONE), s));
    }

    /** The source gets what the target has. */
    private void move(Stmt s, Expr.Call c, List<Stmt> out) {
        List<Expr> now = arguments(s, c, out);
        if (primitives.isActiveArray(c.arguments().get(0))) {
            call(s, Types.MOVES, "moveBack", List.of(now.get(2), now.get(3), now.get(0), now.get(1), now.get(4)), out);
        } else {
            call(s, Types.MOVES, "clear", List.of(now.get(2), now.get(3), now.get(4)), out);
        }
    }

    private void permute(Stmt s, Expr.Call c, List<Stmt> out) {
        boolean isBack = ((Callee.Method) c.callee()).name().equals("restore");
        call(s, Types.SORTING, isBack ? "permute" : "restore", arguments(s, c, out), out);
    }

    private void restore(Stmt s, List<Expr> sorted, Expr order, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>(List.of(arrays.shadow(s, sorted.get(0), out), order));
        if (sorted.size() > 1) {
            arguments.add(operations.read(sorted.get(1), s, out));
        }
        call(s, Types.SORTING, "restore", arguments, out);
    }

    /** The arguments of a call as of when it was made, active arrays replaced by their adjoints. */
    private List<Expr> arguments(Stmt s, Expr.Call c, List<Stmt> out) {
        List<Expr> found = new ArrayList<>();
        for (Expr a : c.arguments()) {
            found.add(primitives.isActiveArray(a) ? arrays.shadow(s, a, out) : operations.read(a, s, out));
        }
        return found;
    }

    private static void call(Stmt s, Type.Declared owner, String name, List<Expr> arguments, List<Stmt> out) {
        out.add(eval(call(owner, name, Types.VOID, arguments), s));
    }

    private static Stmt eval(Expr.Call call, Stmt s) {
        return new Stmt.Eval(call, s.span());
    }

    private static Expr.Call call(Type.Declared owner, String name, Type result, List<Expr> arguments) {
        Type[] parameters = arguments.stream().map(Expr::type).toArray(Type[]::new);
        return new Expr.Call(
                Callee.Method.publicStatic(owner, name, result, parameters), null, arguments, result, Span.NONE);
    }
}
