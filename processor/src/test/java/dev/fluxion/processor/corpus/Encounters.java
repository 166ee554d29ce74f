package dev.fluxion.processor.corpus;

import dev.fluxion.Dual;
import dev.fluxion.processor.interpreter.Arithmetic;
import dev.fluxion.processor.interpreter.Duals;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An arithmetic that remembers which primitives of the closed list of singular ones (DESIGN §4) were met where a partial of theirs is infinite or none,
 * by an operand that varies. A name stands alone for a singular point, with a tilde for one near it, where the partial overflows.
 */
final class Encounters implements Arithmetic<Encounters.Number> {

    private static final Set<String> LISTED = Set.of(
            "sqrt",
            "cbrt",
            "log",
            "log10",
            "log1p",
            "pow",
            "asin",
            "acos",
            "atan2",
            "hypot",
            "IEEEremainder",
            "/",
            "%");

    /** A number, and whether it depends on an active parameter, be it with a derivative of zero. */
    record Number(double value, boolean varies) {}

    private final Duals duals = new Duals();
    private final Set<String> met = new TreeSet<>();

    /** The primitives in order of their names. */
    Set<String> met() {
        return met;
    }

    @Override
    public Number constant(double value) {
        return new Number(value, false);
    }

    @Override
    public double value(Number a) {
        return a.value();
    }

    @Override
    public Number negate(Number a) {
        return new Number(-a.value(), a.varies());
    }

    @Override
    public Number apply(Operator operator, Number a, Number b) {
        String name = operator.symbol();
        watch(name, List.of(a, b), operands -> duals.apply(operator, (Dual) operands.get(0), (Dual) operands.get(1)));
        Dual value = duals.apply(operator, Dual.constant(a.value()), Dual.constant(b.value()));
        return new Number(value.value(), a.varies() || b.varies());
    }

    @Override
    public Number round(Number a) {
        return new Number((float) a.value(), a.varies());
    }

    @Override
    public Number withValue(Number a, double value) {
        return new Number(value, a.varies());
    }

    @Override
    public Optional<Number> call(Callee.Method method, List<Object> arguments) {
        watch(method.name(), arguments, operands -> duals.call(method, operands).orElse(Dual.constant(0)));
        boolean varies = arguments.stream().anyMatch(a -> a instanceof Number n && n.varies());
        return duals.call(method, operands(arguments, -1)).map(d -> new Number(d.value(), varies));
    }

    private interface Primitive {
        Dual at(List<Object> operands);
    }

    private void watch(String name, List<?> arguments, Primitive primitive) {
        for (int i = 0; i < arguments.size() && LISTED.contains(name); i++) {
            boolean varies = arguments.get(i) instanceof Number n && n.varies();
            if (varies && !Double.isFinite(primitive.at(operands(arguments, i)).tangent())) {
                met.add(isSingular(name, arguments) ? name : name + "~");
            }
        }
    }

    /** The operands as dual numbers, of which one is the variable. */
    private static List<Object> operands(List<?> arguments, int variable) {
        List<Object> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            operands.add(
                    arguments.get(i) instanceof Number n
                            ? new Dual(n.value(), i == variable ? 1 : 0)
                            : arguments.get(i));
        }
        return operands;
    }

    /** Whether operands are singular themselves, or out of the domain. */
    private static boolean isSingular(String name, List<?> arguments) {
        double first = ((Number) arguments.get(0)).value();
        double last = arguments.get(arguments.size() - 1) instanceof Number n ? n.value() : Double.NaN;
        return switch (name) {
            case "sqrt", "log", "log10", "pow" -> first <= 0;
            case "cbrt" -> first == 0;
            case "log1p" -> first <= -1;
            case "asin", "acos" -> Math.abs(first) >= 1;
            case "atan2", "hypot" -> first == 0 && last == 0;
            default -> last == 0;
        };
    }
}
