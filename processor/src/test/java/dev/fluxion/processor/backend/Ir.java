package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;

/** Short words for IR that tests build by hand. */
final class Ir {

    static final Type.Declared CURVES = Type.Declared.of("p", "Curves");

    private Ir() {}

    static Var real(String name) {
        return new Var(name, DOUBLE);
    }

    static Var integer(String name) {
        return new Var(name, INT);
    }

    static Expr read(Var v) {
        return new Expr.Read(v);
    }

    static Expr number(double value) {
        return new Expr.Constant(value, DOUBLE);
    }

    static Expr number(int value) {
        return new Expr.Constant(value, INT);
    }

    static Expr binary(Operator operator, Expr a, Expr b) {
        boolean condition = operator.kind() == Operator.Kind.COMPARISON || operator.kind() == Operator.Kind.LAZY;
        return new Expr.Binary(operator, a, b, condition ? BOOLEAN : a.type());
    }

    static Expr add(Expr a, Expr b) {
        return binary(Operator.ADD, a, b);
    }

    static Expr subtract(Expr a, Expr b) {
        return binary(Operator.SUBTRACT, a, b);
    }

    static Expr times(Expr a, Expr b) {
        return binary(Operator.MULTIPLY, a, b);
    }

    static Expr divide(Expr a, Expr b) {
        return binary(Operator.DIVIDE, a, b);
    }

    static Expr less(Expr a, Expr b) {
        return binary(Operator.LESS, a, b);
    }

    static Expr negate(Expr a) {
        return new Expr.Unary(Operator.NEGATE, a, a.type());
    }

    static Expr cast(Type type, Expr e) {
        return new Expr.Cast(type, e, Span.NONE);
    }

    static Expr math(String name, Expr... arguments) {
        Type[] types = new Type[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i].type();
        }
        Callee.Method method = Callee.Method.publicStatic(Types.MATH, name, DOUBLE, types);
        return new Expr.Call(method, null, List.of(arguments), DOUBLE, Span.NONE);
    }

    static Span line(int line) {
        return new Span("Curves.java", line, line, line);
    }

    static Stmt declare(Var v, Expr value) {
        return new Stmt.Declare(v, value, Span.NONE);
    }

    static Stmt declare(Var v, Expr value, int line) {
        return new Stmt.Declare(v, value, line(line));
    }

    static Stmt assign(Var v, Expr value) {
        return new Stmt.Assign(v, value, Span.NONE);
    }

    static Stmt assign(Var v, Expr value, int line) {
        return new Stmt.Assign(v, value, line(line));
    }

    static Stmt ifTrue(Expr condition, Stmt... statements) {
        return new Stmt.If(condition, Block.of(statements), Block.EMPTY, Span.NONE);
    }

    static Stmt give(Expr... values) {
        return new Stmt.Return(List.of(values), Span.NONE);
    }
}
