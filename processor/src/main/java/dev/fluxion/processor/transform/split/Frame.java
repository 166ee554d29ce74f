package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that parts of a function share and change: elements of arrays, one array for each primitive type. */
final class Frame {

    private final Map<Type, Var> arrays = new LinkedHashMap<>();
    private final Map<Type, Integer> lengths = new HashMap<>();
    private final Map<Var, Integer> places = new HashMap<>();

    /** Gives a variable of a primitive type a place, if it has none. */
    void add(Var v) {
        if (!places.containsKey(v)) {
            arrays.computeIfAbsent(v.type(), t -> Var.tape("frame", new Type.Array(t)));
            places.put(v, lengths.merge(v.type(), 1, Integer::sum) - 1);
        }
    }

    boolean holds(Var v) {
        return places.containsKey(v);
    }

    /** The array that a variable is in. */
    Var array(Var v) {
        return arrays.get(v.type());
    }

    Expr read(Var v) {
        return new Expr.Element(Expr.read(array(v)), place(v), v.type());
    }

    Stmt store(Var v, Expr value, Span span) {
        return new Stmt.StoreElement(Expr.read(array(v)), place(v), value, span);
    }

    private Expr place(Var v) {
        return new Expr.Constant(places.get(v), Type.Primitive.INT);
    }

    /** Makes the arrays. */
    List<Stmt> declarations() {
        List<Stmt> code = new ArrayList<>();
        arrays.forEach((type, array) -> {
            Expr length = new Expr.Constant(lengths.get(type), Type.Primitive.INT);
            Expr made = new Expr.NewArray((Type.Array) array.type(), List.of(length));
            code.add(new Stmt.Declare(array, made, Span.NONE));
        });
        return code;
    }
}
