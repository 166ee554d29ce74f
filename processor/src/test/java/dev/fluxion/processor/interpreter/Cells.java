package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays while they are interpreted: an array of numbers is one of objects, each of which is a number with what is computed beside it. So
 * aliases are aliases. All other arrays are Java's own.
 */
final class Cells<A> {

    private final Interpreter<A> interpreter;

    Cells(Interpreter<A> interpreter) {
        this.interpreter = interpreter;
    }

    /** An array of the leading dimensions that are given. */
    Object create(Type.Array type, int... lengths) {
        Type component = type.component();
        int[] others = Arrays.copyOfRange(lengths, 1, Math.max(1, lengths.length));
        if (!holdsNumbers(type)) {
            Object array = Array.newInstance(interpreter.members().load(component), lengths[0]);
            for (int i = 0; i < lengths[0] && others.length > 0; i++) {
                Array.set(array, i, create((Type.Array) component, others));
            }
            return array;
        }
        Object[] array = new Object[lengths[0]];
        for (int i = 0; i < array.length; i++) {
            array[i] = component.isFloating()
                    ? interpreter.arithmetic().constant(0)
                    : others.length > 0 ? create((Type.Array) component, others) : null;
        }
        return array;
    }

    private static boolean holdsNumbers(Type type) {
        return type instanceof Type.Array a && (a.component().isDifferentiable() || holdsNumbers(a.component()));
    }

    static Object get(Object array, int index) {
        check(array, index);
        return Array.get(array, index);
    }

    static void check(Object array, int index) {
        int length = Array.getLength(array);
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        }
    }

    /** Whether a library method that is called takes or gives an array of numbers. */
    static boolean concerns(Expr.Call c) {
        return holdsNumbers(c.type())
                || c.target() != null && holdsNumbers(c.target().type())
                || c.arguments().stream().anyMatch(a -> holdsNumbers(a.type()));
    }

    /** The library methods that mean the same over arrays of objects. */
    Object call(Callee.Method m, Object target, List<Object> arguments) {
        if (m.name().equals("clone") && target != null) {
            return ((Object[]) target).clone();
        } else if (m.name().equals("arraycopy")) {
            System.arraycopy(
                    arguments.get(0),
                    (Integer) arguments.get(1),
                    arguments.get(2),
                    (Integer) arguments.get(3),
                    (Integer) arguments.get(4));
            return null;
        } else if (m.name().equals("fill") && arguments.size() == 2) {
            Arrays.fill((Object[]) arguments.get(0), arguments.get(1));
            return null;
        } else if (m.name().equals("copyOf") || m.name().equals("copyOfRange")) {
            return copied(m, arguments);
        } else if (m.name().equals("sort") && arguments.size() == 1) {
            Arrays.sort((Object[]) arguments.get(0), (a, b) -> Double.compare(number(a), number(b)));
            return null;
        }
        throw new NotInterpreted(m.key());
    }

    @SuppressWarnings("unchecked")
    private double number(Object a) {
        return interpreter.arithmetic().value((A) a);
    }

    private Object copied(Callee.Method m, List<Object> arguments) {
        int from = arguments.size() == 2 ? 0 : (Integer) arguments.get(1);
        int to = (Integer) arguments.get(arguments.size() - 1);
        Object[] copy = Arrays.copyOfRange((Object[]) arguments.get(0), from, to);
        if (m.parameters().get(0) instanceof Type.Array a && a.component().isFloating()) {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = copy[i] == null ? interpreter.arithmetic().constant(0) : copy[i];
            }
        }
        return copy;
    }

    /** A copy with the numbers alone, for objects that are not interpreted. */
    Object toJava(Object[] array, Type.Array type) {
        Object copy = Array.newInstance(interpreter.members().load(type.component()), array.length);
        for (int i = 0; i < array.length; i++) {
            Object element = array[i];
            if (element instanceof Object[] row) {
                Array.set(copy, i, toJava(row, (Type.Array) type.component()));
            } else if (element != null) {
                double number = number(element);
                Array.set(
                        copy, i, type.component() == Type.Primitive.FLOAT ? (Object) (float) number : (Object) number);
            }
        }
        return copy;
    }

    /** A copy of an array of constants, as a table is. */
    Object fromJava(Object array) {
        if (array == null) {
            return null;
        } else if (!array.getClass().isArray()) {
            return interpreter.arithmetic().constant(((Number) array).doubleValue());
        }
        Object[] copy = new Object[Array.getLength(array)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = fromJava(Array.get(array, i));
        }
        return copy;
    }
}
