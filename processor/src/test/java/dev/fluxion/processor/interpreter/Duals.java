package dev.fluxion.processor.interpreter;

import dev.fluxion.Dual;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Dual numbers: forward mode that shares nothing with the compiler's but the runtime's own class. */
public final class Duals implements Arithmetic<Dual> {

    @Override
    public Dual constant(double value) {
        return Dual.constant(value);
    }

    @Override
    public double value(Dual a) {
        return a.value();
    }

    @Override
    public Dual negate(Dual a) {
        return a.neg();
    }

    @Override
    public Dual apply(Operator operator, Dual a, Dual b) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.sub(b);
            case MULTIPLY -> a.mul(b);
            case DIVIDE -> a.div(b);
            case REMAINDER -> a.rem(b);
            default -> throw new AssertionError(operator);
        };
    }

    @Override
    public Dual round(Dual a) {
        return new Dual((float) a.value(), (float) a.tangent());
    }

    @Override
    public Dual withValue(Dual a, double value) {
        return new Dual(value, a.tangent());
    }

    @Override
    public Optional<Dual> call(Callee.Method method, List<Object> arguments) {
        if (method.name().equals("sum")) {
            return Optional.of(((Dual) arguments.get(0)).add((Dual) arguments.get(1)));
        }
        for (Method m : Dual.class.getMethods()) {
            if (m.getName().equals(method.name()) && m.getReturnType() == Dual.class && accepts(m, arguments)) {
                try {
                    return Optional.of((Dual) m.invoke(null, arguments.toArray()));
                } catch (InvocationTargetException e) {
                    throw thrown(e.getCause());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return unknown(method, arguments);
    }

    /** What the operation throws as the method does. */
    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof RuntimeException e) {
            return e;
        }
        throw new AssertionError(cause);
    }

    /** What has no operation of its own may only be called with constants, or cuts the dependence. */
    private static Optional<Dual> unknown(Callee.Method method, List<Object> arguments) {
        boolean varies = arguments.stream().anyMatch(a -> a instanceof Dual d && d.tangent() != 0);
        if (varies && !method.name().equals("constant")) {
            throw new NotInterpreted(method.key());
        }
        return Optional.empty();
    }

    private static boolean accepts(Method m, List<Object> arguments) {
        Class<?>[] types = m.getParameterTypes();
        boolean fits = types.length == arguments.size() && java.lang.reflect.Modifier.isStatic(m.getModifiers());
        for (int i = 0; i < types.length && fits; i++) {
            Object a = arguments.get(i);
            fits = a instanceof Dual ? types[i] == Dual.class : a instanceof Integer && types[i] == int.class;
        }
        return fits;
    }
}
