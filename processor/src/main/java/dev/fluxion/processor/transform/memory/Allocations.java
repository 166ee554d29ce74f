package dev.fluxion.processor.transform.memory;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What takes the place of an expression that makes an array, a stack or a tape: the call of the workspace that hands one out. */
final class Allocations {

    /** What a check compares comes behind two lists of names. */
    private static final int FIRST_COMPARED = 2;

    private static final int LONGEST_CHECK = 4;

    private static final Var ANY = new Var("workspace", Types.WORKSPACE);

    private final Var workspace;

    /** @param workspace what is asked: a workspace, or a tape for its own */
    Allocations(Var workspace) {
        this.workspace = workspace;
    }

    /** Whether an expression makes what a workspace has. */
    static boolean canReplace(Expr e) {
        return new Allocations(ANY).replacement(e).isPresent();
    }

    /** A part of the memory of a tape or of a workspace. */
    static Expr of(Var tape, String part) {
        return new Allocations(tape).call(part, Types.WORKSPACE, List.of());
    }

    /** The call; empty where the expression makes nothing, or nothing that a workspace has. */
    Optional<Expr> replacement(Expr e) {
        if (e instanceof Expr.NewArray n) {
            return array(n);
        } else if (e instanceof Expr.New n) {
            return stack(n.type());
        } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && has(c.type())) {
            return copy(c, m);
        }
        return Optional.empty();
    }

    private Optional<Expr> array(Expr.NewArray n) {
        String element = element(n.type());
        boolean isNested = isNested(n.type());
        if (element == null || isNested && !has(n.type())) {
            return Optional.empty();
        }
        String method = element + (isNested && n.lengths().size() == 1 ? "Rows" : "s");
        return Optional.of(call(method, n.type(), n.lengths()));
    }

    private Optional<Expr> stack(Type.Declared type) {
        if (type.equals(Types.TAPE)) {
            return Optional.of(call("tape", type, List.of()));
        }
        String name = type.simpleName();
        boolean isStack = type.packageName().equals(Types.TAPE.packageName()) && name.endsWith("Stack");
        String method = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return isStack ? Optional.of(call(method, type, List.of())) : Optional.empty();
    }

    private Optional<Expr> copy(Expr.Call c, Callee.Method m) {
        List<Expr> parts = Walk.parts(c);
        if (m.owner().equals(Types.ZEROS) && m.name().equals("like")) {
            return Optional.of(call("zerosLike", c.type(), parts));
        } else if (m.owner().equals(Types.BARS) && List.of("slice", "rows").contains(m.name())) {
            return Optional.of(call(m.name(), c.type(), parts));
        } else if (ArrayOperation.isCopyOfBars(m)) {
            return Optional.of(call("copy", c.type(), parts));
        }
        boolean isCopy =
                ArrayOperation.of(c).filter(o -> o == ArrayOperation.COPY).isPresent();
        if (!isCopy || isNested(c.type())) {
            return Optional.empty();
        } else if (!m.name().equals("clone")) {
            return Optional.of(call(m.name(), c.type(), parts));
        }
        boolean isRead = parts.get(0) instanceof Expr.Read;
        return isRead
                ? Optional.of(call("copyOf", c.type(), List.of(parts.get(0), new Expr.Length(parts.get(0)))))
                : Optional.empty();
    }

    /** A call of a method of any number of arguments, which Java makes an array of; empty where it is not one. */
    Optional<Expr> withoutVarargs(Expr e) {
        if (!(e instanceof Expr.Call c) || !(c.callee() instanceof Callee.Method m)) {
            return Optional.empty();
        }
        boolean isCheck = m.owner().equals(Types.DISTINCT);
        boolean isOfNumbers = m.owner().equals(Types.BARS)
                && List.of("count", "flat").contains(m.name())
                && c.arguments().size() > 1;
        int first = isCheck ? FIRST_COMPARED : 0;
        if (!isOfNumbers
                && (!isCheck
                        || isShort(c.arguments().subList(first, c.arguments().size())))) {
            return Optional.empty();
        }
        Expr parts = call("parts", Types.PARTS, List.of());
        for (Expr a : c.arguments().subList(first, c.arguments().size())) {
            parts = call(parts, "with", Types.PARTS, List.of(a instanceof Expr.Cast x ? x.operand() : a));
        }
        return Optional.of(call(parts, m.name(), c.type(), c.arguments().subList(0, first)));
    }

    /** Whether there is a method of just so many arguments, which needs no memory. */
    private static boolean isShort(List<Expr> arrays) {
        return arrays.size() <= LONGEST_CHECK
                && arrays.stream().allMatch(a -> a.type() instanceof Type.Array && !isNested(a.type()));
    }

    /** A new array with no elements yet. */
    Expr room(Type.Array type, int length) {
        return call(element(type) + "s", type, List.of(new Expr.Constant(length, Type.Primitive.INT)));
    }

    /** Whether there are such arrays with all that is done with arrays: those of floating-point numbers, and of rows of them. */
    private static boolean has(Type type) {
        return type instanceof Type.Array a
                && (a.component().isFloating()
                        || a.component() instanceof Type.Array b
                                && b.component().isFloating());
    }

    static boolean isNested(Type type) {
        return type instanceof Type.Array a && !a.component().isPrimitive();
    }

    /** The keyword of the elements of an array or of its rows; null where there are none of that type. */
    static String element(Type.Array type) {
        Type component = type.component() instanceof Type.Array row ? row.component() : type.component();
        if (!(component instanceof Type.Primitive p)) {
            return null;
        }
        return switch (p) {
            case DOUBLE, FLOAT, INT, LONG, BOOLEAN -> p.keyword();
            default -> null;
        };
    }

    /** How much is taken by now. */
    Expr used() {
        return call("used", Type.Primitive.INT, List.of());
    }

    Expr release(Expr used) {
        return call("release", Types.VOID, List.of(used));
    }

    private Expr call(String name, Type result, List<Expr> arguments) {
        return call(Expr.read(workspace), name, result, arguments);
    }

    private static Expr call(Expr target, String name, Type result, List<Expr> arguments) {
        List<Type> parameters = new ArrayList<>();
        arguments.forEach(a -> parameters.add(a.type()));
        Callee.Method method =
                new Callee.Method((Type.Declared) target.type(), name, parameters, result, false, Callee.Access.PUBLIC);
        return new Expr.Call(method, target, arguments, result, Span.NONE);
    }
}
