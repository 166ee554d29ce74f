package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;

/**
 * Reverses accesses of array elements: {@code v = a[i]} becomes {@code aBar[i] += vBar}, and {@code a[i] = v} becomes {@code vBar += aBar[i]; aBar[i] =
 * 0}. Which array {@code aBar} is, its shadow says.
 */
final class ArrayAdjoints {

    private final Subject subject;
    private final Values values;
    private final Operations operations;
    private final Adjoints adjoints;

    ArrayAdjoints(Subject subject, Values values, Operations operations, Adjoints adjoints) {
        this.subject = subject;
        this.values = values;
        this.operations = operations;
        this.adjoints = adjoints;
    }

    /** An array of zeros in the shape of another. */
    static Expr zeros(Expr like) {
        Type parameter = parameter(like.type());
        Callee.Method method = Callee.Method.publicStatic(Types.ZEROS, "like", parameter, parameter);
        return new Expr.Call(method, null, List.of(like), like.type(), Span.NONE);
    }

    /** An array with the same rows. */
    static Expr rows(Var shadow) {
        Type parameter = parameter(shadow.type());
        Callee.Method method = Callee.Method.publicStatic(Types.BARS, "rows", parameter, parameter);
        return new Expr.Call(method, null, List.of(Expr.read(shadow)), shadow.type(), Span.NONE);
    }

    /** Adds one array to another of the same shape, element by element. */
    static Stmt add(Expr from, Expr into) {
        return call("add", from, into);
    }

    /** Gives one array the elements of another of the same shape. */
    static Stmt set(Expr from, Expr into) {
        return call("set", from, into);
    }

    private static Stmt call(String name, Expr from, Expr into) {
        Type parameter = parameter(from.type());
        Callee.Method method = Callee.Method.publicStatic(Types.BARS, name, Types.VOID, parameter, parameter);
        return new Stmt.Eval(new Expr.Call(method, null, List.of(from, into), Types.VOID, Span.NONE), Span.NONE);
    }

    private static Type parameter(Type type) {
        return type instanceof Type.Array a && a.component().isPrimitive() ? type : new Type.Array(Types.OBJECT);
    }

    /** Whether an expression is an element that carries a derivative. */
    boolean isActive(Expr e) {
        return e instanceof Expr.Element a && e.type().isFloating() && isActiveArray(a.array());
    }

    private boolean isActiveArray(Expr e) {
        return e instanceof Expr.Read r && subject.bars().containsKey(r.variable());
    }

    void read(Stmt s, Var target, Expr.Element e, List<Stmt> out) {
        if (!adjoints.isZero(target)) {
            Expr.Element bar = bar(s, e.array(), e.index(), e.type(), out);
            Expr sum = new Expr.Binary(Operator.ADD, bar, adjoints.value(target), e.type());
            out.add(new Stmt.StoreElement(bar.array(), bar.index(), sum, s.span()));
        }
    }

    void store(Stmt.StoreElement s, List<Stmt> out) {
        if (!s.value().type().isFloating() || !isActiveArray(s.array())) {
            return;
        }
        Expr.Element bar = bar(s, s.array(), s.index(), s.value().type(), out);
        if (s.value() instanceof Expr.Read r && operations.isActive(r.variable())) {
            adjoints.add(r.variable(), bar, out, s.span());
        }
        out.add(new Stmt.StoreElement(bar.array(), bar.index(), Defaults.of(bar.type()), s.span()));
    }

    private Expr.Element bar(Stmt s, Expr array, Expr index, Type type, List<Stmt> out) {
        Expr shadow = shadow(s, array, out);
        return new Expr.Element(shadow, operations.read(index, s, out), type);
    }

    /** The array of adjoints that an array variable's shadow referred to at a statement. */
    Expr shadow(Stmt s, Expr array, List<Stmt> out) {
        Var bar = subject.bars().get(((Expr.Read) array).variable());
        return values.get(subject.versions().use(s, bar), out);
    }
}
