package dev.fluxion.processor.ir;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that types agree where values meet. Primitive types must be the same; between reference types the IR does not know
 * what extends what, so only what no class hierarchy could allow is refused.
 */
final class TypeChecker {

    /** Whether a value of one type may stand where another is wanted. */
    static boolean isAssignable(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        } else if (from.isPrimitive() || to.isPrimitive() || from.equals(Types.VOID) || to.equals(Types.VOID)) {
            return false;
        } else if (from instanceof Type.Array f && to instanceof Type.Array t) {
            return isAssignable(f.component(), t.component());
        }
        return from.unboxed() == from || to.unboxed() == to || from.unboxed() == to.unboxed();
    }

    /** Checks one expression, not its parts. */
    void expression(Expr e, Consumer<String> report) {
        String problem = problem(e);
        if (problem != null) {
            report.accept(problem + " in " + IrPrinter.print(e));
        }
    }

    private static String problem(Expr e) {
        if (e instanceof Expr.Constant c) {
            return constant(c);
        } else if (e instanceof Expr.Unary u) {
            return unary(u);
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Cast c) {
            return cast(c.operand().type(), c.type());
        } else if (e instanceof Expr.Conditional c) {
            String test = want(c.condition(), BOOLEAN);
            return first(test, first(want(c.whenTrue(), c.type()), want(c.whenFalse(), c.type())));
        } else if (e instanceof Expr.Call c) {
            return call(c);
        } else if (e instanceof Expr.Concat c) {
            return c.parts().stream().anyMatch(p -> p.type().equals(Types.VOID)) ? "a part without a value" : null;
        } else if (e instanceof Expr.InstanceOf i) {
            return reference(i.operand());
        } else if (e instanceof Expr.FieldRead f) {
            return field(f.field(), f.target(), f.type());
        }
        return array(e);
    }

    private static String array(Expr e) {
        if (e instanceof Expr.Element a) {
            return a.array().type() instanceof Type.Array t
                    ? first(want(a.index(), INT), agree(t.component(), a.type()))
                    : "an element of a " + a.array().type();
        } else if (e instanceof Expr.Length l) {
            return l.array().type() instanceof Type.Array
                    ? null
                    : "the length of a " + l.array().type();
        } else if (e instanceof Expr.NewArray n) {
            return n.lengths().isEmpty()
                    ? "no length"
                    : n.lengths().stream().map(l -> want(l, INT)).reduce(null, TypeChecker::first);
        } else if (e instanceof Expr.ArrayLiteral a) {
            return a.elements().stream().map(x -> want(x, a.type().component())).reduce(null, TypeChecker::first);
        } else if (e instanceof Expr.Pop p) {
            return stack(p.stack(), p.type());
        } else if (e instanceof Expr.IsEmpty i) {
            return i.stack().type() instanceof Type.Declared d
                            && d.packageName().equals("dev.fluxion.tape")
                    ? null
                    : i.stack() + " is no stack";
        }
        return null;
    }

    private static String constant(Expr.Constant c) {
        Object value = c.value();
        boolean fits;
        if (c.type() instanceof Type.Primitive p) {
            fits = value != null
                    && Types.boxed(p).simpleName().equals(value.getClass().getSimpleName());
        } else {
            fits = value == null || value instanceof String || value instanceof Type.Declared;
        }
        return fits ? null : "a constant " + value + " of type " + c.type();
    }

    private static String unary(Expr.Unary u) {
        Type type = u.operand().type();
        boolean fits = switch (u.operator()) {
            case NOT -> type == BOOLEAN;
            case COMPLEMENT -> isIntegral(type);
            default -> u.operator().kind() == Operator.Kind.UNARY && isPromoted(type);
        };
        return fits ? agree(type, u.type()) : "no " + u.operator() + " of " + type;
    }

    private static String binary(Expr.Binary b) {
        Type left = b.left().type();
        Type right = b.right().type();
        boolean same = left == right;
        boolean equality = b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL;
        boolean fits = switch (b.operator().kind()) {
            case ARITHMETIC -> same && isPromoted(left);
            case SHIFT -> isIntegral(left) && isIntegral(right);
            case COMPARISON -> same && isPromoted(left) || equality && areComparable(left, right);
            case BITWISE -> same && (isIntegral(left) || left == BOOLEAN);
            case LAZY -> same && left == BOOLEAN;
            case UNARY -> false;
        };
        boolean condition = b.operator().kind() == Operator.Kind.COMPARISON;
        return fits
                ? agree(condition ? BOOLEAN : left, b.type())
                : "no " + b.operator() + " of " + left + " and " + right;
    }

    private static boolean areComparable(Type a, Type b) {
        return a == BOOLEAN && b == BOOLEAN || !a.isPrimitive() && !b.isPrimitive();
    }

    private static boolean isIntegral(Type type) {
        return type == INT || type == LONG;
    }

    /** Whether unary promotion leaves a type as it is. */
    private static boolean isPromoted(Type type) {
        return isIntegral(type) || type.isFloating();
    }

    private static String cast(Type from, Type to) {
        if (from.equals(Types.VOID) || to.equals(Types.VOID)) {
            return "no value";
        }
        boolean truth = (from == BOOLEAN) != (to == BOOLEAN) && from.isPrimitive() && to.isPrimitive();
        return truth ? "no conversion of " + from + " to " + to : null;
    }

    private static String call(Expr.Call c) {
        List<Type> arguments = c.arguments().stream().map(Expr::type).toList();
        if (c.callee() instanceof Callee.Method m) {
            if (c.target() != null && m.isStatic()) {
                return "a target of a static method";
            }
            List<Type> wanted = c.target() == null ? Signatures.operands(m) : m.parameters();
            return first(
                    Signatures.agree(arguments, wanted) ? null : "arguments " + arguments + " for " + wanted,
                    agree(m.result(), c.type()));
        }
        String problem = arguments(c.callee(), arguments);
        Optional<List<Type>> results = Signatures.results(c.callee());
        if (problem != null || results.isEmpty()) {
            return problem;
        }
        return results.get().isEmpty()
                ? agree(Types.VOID, c.type())
                : results.get().size() > 1
                        ? "several results"
                        : agree(results.get().get(0), c.type());
    }

    /** What is wrong with the arguments of a call of a derived function, or null. */
    private static String arguments(Callee callee, List<Type> arguments) {
        return Signatures.parameters(callee)
                .filter(p -> !Signatures.agree(arguments, p))
                .map(p -> "arguments " + arguments + " for " + p)
                .orElse(null);
    }

    private static String field(Field f, Expr target, Type type) {
        if ((target == null) != f.isStatic()) {
            return f.isStatic() ? "a target of a static field" : "no target";
        }
        return agree(f.type(), type);
    }

    private static String stack(Var stack, Type element) {
        boolean fits = stack.type().equals(Types.TAPE)
                || stack.type() instanceof Type.Declared d
                        && d.erasure().equals(Types.stackOf(element).erasure());
        return fits ? null : stack + " of type " + stack.type() + " does not hold values of type " + element;
    }

    /** Checks a statement's own demands on the expressions in it. */
    void statement(Stmt s, Function function, Consumer<String> report) {
        String problem = problem(s, function);
        if (problem != null) {
            report.accept(problem);
        }
    }

    private static String problem(Stmt s, Function function) {
        if (s instanceof Stmt.Declare d) {
            return d.value() == null ? null : want(d.value(), d.variable().type());
        } else if (s instanceof Stmt.Assign a) {
            return want(a.value(), a.variable().type());
        } else if (s instanceof Stmt.StoreField f) {
            return first(
                    field(f.field(), f.target(), f.field().type()),
                    want(f.value(), f.field().type()));
        } else if (s instanceof Stmt.StoreElement e) {
            return e.array().type() instanceof Type.Array t
                    ? first(want(e.index(), INT), want(e.value(), t.component()))
                    : "an element of a " + e.array().type();
        } else if (s instanceof Stmt.Invoke i) {
            return invoke(i);
        } else if (s instanceof Stmt.Return r) {
            List<Type> given = r.values().stream().map(Expr::type).toList();
            List<Type> wanted = function.results().stream().map(Result::type).toList();
            return Signatures.agree(given, wanted) ? null : "returns " + given + " where the results are " + wanted;
        } else if (s instanceof Stmt.Push p) {
            return stack(p.stack(), p.value().type());
        }
        return control(s);
    }

    private static String invoke(Stmt.Invoke i) {
        String problem =
                arguments(i.callee(), i.arguments().stream().map(Expr::type).toList());
        Optional<List<Type>> results = Signatures.results(i.callee());
        if (problem != null || results.isEmpty()) {
            return problem;
        } else if (results.get().size() != i.targets().size()) {
            return i.targets().size() + " targets for results " + results.get();
        }
        for (int k = 0; k < i.targets().size() && problem == null; k++) {
            Var target = i.targets().get(k);
            problem = target == null ? null : agree(results.get().get(k), target.type());
        }
        return problem;
    }

    private static String control(Stmt s) {
        if (s instanceof Stmt.If i) {
            return want(i.condition(), BOOLEAN);
        } else if (s instanceof Stmt.Loop l) {
            boolean headed = l.form() == Stmt.Loop.Form.FOR
                    || l.init().isEmpty() && l.update().isEmpty();
            return headed ? want(l.condition(), BOOLEAN) : "only a for loop has statements in its head";
        } else if (s instanceof Stmt.Assert a) {
            return want(a.condition(), BOOLEAN);
        } else if (s instanceof Stmt.Throw t) {
            return reference(t.exception());
        } else if (s instanceof Stmt.Synchronized y) {
            return reference(y.monitor());
        } else if (s instanceof Stmt.Switch w) {
            return w.cases().stream()
                    .flatMap(c -> c.constants().stream())
                    .map(e -> agree(e.type().unboxed(), w.selector().type().unboxed()))
                    .reduce(null, TypeChecker::first);
        }
        return null;
    }

    private static String reference(Expr e) {
        return e.type().isPrimitive() || e.type().equals(Types.VOID) ? "no object: " + IrPrinter.print(e) : null;
    }

    private static String want(Expr e, Type type) {
        return isAssignable(e.type(), type) ? null : IrPrinter.print(e) + " has type " + e.type() + ", not " + type;
    }

    private static String agree(Type from, Type to) {
        return isAssignable(from, to) ? null : "a value of type " + from + " as one of type " + to;
    }

    private static String first(String a, String b) {
        return a != null ? a : b;
    }
}
