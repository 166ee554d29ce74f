package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.List;

/** The statements and expressions that put values on tapes and take them off. */
final class Tapes {

    private Tapes() {}

    /** What a stack holds of a value: integers below int are held as int. */
    private static Type element(Type type) {
        return type == Type.Primitive.BYTE || type == Type.Primitive.SHORT || type == Type.Primitive.CHAR
                ? Type.Primitive.INT
                : type instanceof Type.Undenotable u ? u.erasure() : type;
    }

    /** A stack for the values of a variable. */
    static Var stack(Var v) {
        return Var.tape(v.name() + "Tape", Types.stackOf(element(v.type())));
    }

    /** The declaration of an empty stack. */
    static Stmt declare(Var stack) {
        Type.Declared type = (Type.Declared) stack.type();
        return new Stmt.Declare(stack, new Expr.New(type, List.of(), Span.NONE), Span.NONE);
    }

    static Stmt push(Var stack, Expr value) {
        Type held = element(value.type());
        return new Stmt.Push(stack, held == value.type() ? value : new Expr.Cast(held, value, Span.NONE), Span.NONE);
    }

    static Expr pop(Var stack, Type type) {
        Type held = element(type);
        Expr popped = new Expr.Pop(stack, held);
        return held == type ? popped : new Expr.Cast(type, popped, Span.NONE);
    }

    /** Remembers how much a tape holds. */
    static Stmt mark(Var tape, Var mark) {
        return new Stmt.Declare(mark, call("mark", tape, mark.type(), List.of()), Span.NONE);
    }

    /** Takes off a tape what it was given since. */
    static Stmt cut(Var tape, Var mark) {
        return new Stmt.Eval(call("cut", tape, Types.VOID, List.of(Expr.read(mark))), Span.NONE);
    }

    private static Expr.Call call(String name, Var tape, Type result, List<Expr> arguments) {
        List<Type> parameters = arguments.stream().map(Expr::type).toList();
        Callee.Method method = new Callee.Method(Types.TAPE, name, parameters, result, false, Callee.Access.PUBLIC);
        return new Expr.Call(method, Expr.read(tape), arguments, result, Span.NONE);
    }

    /** An array with one element for every iteration of a counted loop. */
    static Var array(Var v) {
        return Var.tape(v.name() + "Tape", new Type.Array(v.type()));
    }

    /** The array's allocation, where the loop is reached. */
    static Expr allocate(Var tape, Stmt.Loop loop) {
        CountedLoop counted = CountedLoop.of(loop).orElseThrow();
        return new Expr.NewArray((Type.Array) tape.type(), List.of(counted.count()));
    }

    /** The place of an iteration in the array. */
    static Expr index(Stmt.Loop loop, Expr counter) {
        return CountedLoop.of(loop).orElseThrow().index(counter);
    }
}
