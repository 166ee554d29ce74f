package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One active operation to a statement: the operands of an active operation become variables or constants, in evaluation order, and an
 * active {@code ?:} becomes an {@code if}. What is inactive stays the tree it was.
 */
public final class ThreeAddress extends Rewriter {

    private final Predicate<Expr> active;

    private ThreeAddress(Predicate<Expr> active) {
        this.active = active;
    }

    /**
     * The same function with active operations taken apart.
     *
     * @param active whether derivatives pass through an expression
     */
    public static Function apply(Function function, Predicate<Expr> active) {
        return function.withBody(new ThreeAddress(active).block(function.body()));
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Declare d && active(d.value())) {
            if (d.value() instanceof Expr.Conditional c) {
                code.add(new Stmt.Declare(d.variable(), null, d.span()));
                code.add(choice(d.variable(), c, d.span()));
            } else {
                code.add(new Stmt.Declare(d.variable(), operation(d.value(), code, d.span()), d.span()));
            }
        } else if (s instanceof Stmt.Assign a && active(a.value())) {
            if (a.value() instanceof Expr.Conditional c) {
                code.add(choice(a.variable(), c, a.span()));
            } else {
                code.add(new Stmt.Assign(a.variable(), operation(a.value(), code, a.span()), a.span()));
            }
        } else if (s instanceof Stmt.Declare d && isActiveLiteral(d.value())) {
            code.add(new Stmt.Declare(d.variable(), null, d.span()));
            literal(d.variable(), (Expr.ArrayLiteral) d.value(), code, d.span());
        } else if (s instanceof Stmt.Assign a && isActiveLiteral(a.value())) {
            literal(a.variable(), (Expr.ArrayLiteral) a.value(), code, a.span());
        } else if (s instanceof Stmt.StoreElement e && (active.test(e.array()) || active.test(e.value()))) {
            Expr array = atom(e.array(), code, e.span());
            Expr index = index(e.index(), code, e.span());
            boolean named = active.test(e.value()) || e.value().type() instanceof Type.Array;
            Expr value = named ? atom(e.value(), code, e.span()) : e.value();
            code.add(new Stmt.StoreElement(array, index, value, e.span()));
        } else if (s instanceof Stmt.Eval e && isSort(e.value())) {
            code.add(sort((Expr.Call) operation(e.value(), code, e.span()), e.span()));
        } else if (s instanceof Stmt.Eval e
                && e.value() instanceof Expr.Call c
                && Walk.parts(c).stream().anyMatch(active)) {
            code.add(new Stmt.Eval(operation(c, code, e.span()), e.span()));
        } else if (s instanceof Stmt.Invoke i) {
            List<Expr> arguments = new ArrayList<>();
            i.arguments().forEach(e -> arguments.add(atom(e, code, i.span())));
            code.add(new Stmt.Invoke(i.targets(), i.callee(), arguments, i.span()));
        } else {
            code.add(descend(s));
        }
        return code;
    }

    private boolean isSort(Expr e) {
        return ArrayOperation.ofNumbers(e)
                .filter(o -> o == ArrayOperation.SORT && active.test(o.source((Expr.Call) e)))
                .isPresent();
    }

    /** Sorting, with the order that it finds: derivatives are put in the same order. */
    private static Stmt sort(Expr.Call c, Span span) {
        Type.Array order = new Type.Array(Type.Primitive.INT);
        Type[] parameters = c.arguments().stream().map(Expr::type).toArray(Type[]::new);
        Callee.Method sort = Callee.Method.publicStatic(Types.SORTING, "sort", order, parameters);
        return new Stmt.Declare(
                Var.temporary("order", order), new Expr.Call(sort, null, c.arguments(), order, c.span()), span);
    }

    private boolean active(Expr e) {
        return e != null && !(e instanceof Expr.ArrayLiteral) && (active.test(e) || isGivenActiveArray(e));
    }

    /** A call that may change an active array, whatever it returns. */
    private boolean isGivenActiveArray(Expr e) {
        return e instanceof Expr.Call
                && Walk.parts(e).stream().anyMatch(p -> p.type().isFloatingArray() && active.test(p));
    }

    private boolean isActiveLiteral(Expr e) {
        return e instanceof Expr.ArrayLiteral && active.test(e);
    }

    /** {@code {a, b}} as an allocation and stores; the elements are evaluated before. */
    private void literal(Var v, Expr.ArrayLiteral l, List<Stmt> code, Span span) {
        List<Expr> elements = new ArrayList<>();
        l.elements().forEach(e -> elements.add(atom(e, code, span)));
        Expr length = new Expr.Constant(elements.size(), Type.Primitive.INT);
        Type.Array type = l.type();
        code.add(new Stmt.Assign(v, new Expr.NewArray(type, List.of(length)), span));
        for (int i = 0; i < elements.size(); i++) {
            Expr index = new Expr.Constant(i, Type.Primitive.INT);
            code.add(new Stmt.StoreElement(new Expr.Read(v), index, elements.get(i), span));
        }
    }

    /** An index that can be evaluated twice. */
    private static Expr index(Expr e, List<Stmt> code, Span span) {
        boolean[] plain = {true};
        Walk.expressions(
                e,
                part -> plain[0] &= part instanceof Expr.Read
                        || part instanceof Expr.Constant
                        || part instanceof Expr.Binary b
                                && (b.operator() == Operator.ADD
                                        || b.operator() == Operator.SUBTRACT
                                        || b.operator() == Operator.MULTIPLY));
        if (plain[0]) {
            return e;
        }
        Var name = Var.temporary("index", e.type());
        code.add(new Stmt.Declare(name, e, span));
        return new Expr.Read(name);
    }

    /** {@code v = condition ? a : b} as a statement. */
    private Stmt choice(Var v, Expr.Conditional c, Span span) {
        return new Stmt.If(c.condition(), branch(v, c.whenTrue(), span), branch(v, c.whenFalse(), span), span);
    }

    private Block branch(Var v, Expr value, Span span) {
        return new Block(rewrite(new Stmt.Assign(v, value, span)));
    }

    /** An active expression whose operands are atoms. */
    private Expr operation(Expr e, List<Stmt> code, Span span) {
        if (Walk.parts(e).isEmpty()) {
            return e;
        }
        return new Operands(code, span).operation(e);
    }

    private Expr atom(Expr e, List<Stmt> code, Span span) {
        if (e instanceof Expr.Read || e instanceof Expr.Constant) {
            return e;
        }
        Var name = Var.temporary(TemporaryNames.of(e), e.type());
        if (e instanceof Expr.Conditional c && active.test(e)) {
            code.add(new Stmt.Declare(name, null, span));
            code.add(choice(name, c, span));
        } else {
            Expr value = active.test(e) ? operation(e, code, span) : e;
            code.add(new Stmt.Declare(name, value, span));
        }
        return new Expr.Read(name);
    }

    /** Replaces the direct operands of one expression by atoms. */
    private final class Operands {

        private final List<Stmt> code;
        private final Span span;

        Operands(List<Stmt> code, Span span) {
            this.code = code;
            this.span = span;
        }

        Expr operation(Expr e) {
            if (e instanceof Expr.Unary u) {
                return new Expr.Unary(u.operator(), part(u.operand()), u.type());
            } else if (e instanceof Expr.Binary b) {
                Expr left = part(b.left());
                return new Expr.Binary(b.operator(), left, part(b.right()), b.type());
            } else if (e instanceof Expr.Element a) {
                Expr array = part(a.array());
                return new Expr.Element(array, index(a.index(), code, span), a.type());
            } else if (e instanceof Expr.Cast c) {
                return new Expr.Cast(c.type(), part(c.operand()), c.span());
            } else if (e instanceof Expr.Call c) {
                Expr target = c.target() == null ? null : part(c.target());
                List<Expr> arguments = new ArrayList<>();
                c.arguments().forEach(a -> arguments.add(part(a)));
                return new Expr.Call(c.callee(), target, arguments, c.type(), c.span());
            }
            return e;
        }

        private Expr part(Expr e) {
            return atom(e, code, span);
        }
    }
}
