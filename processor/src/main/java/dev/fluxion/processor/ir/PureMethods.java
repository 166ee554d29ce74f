package dev.fluxion.processor.ir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The library methods that are known to be pure: same operands, same value, no effect, nothing read that can change. A call of
 * one may stand anywhere in an expression; one that also never throws may be dropped, repeated or moved.
 *
 * <p>A method that hands out a fresh mutable object is not among them, nor one that calls back into an operand's class, nor
 * one that depends on the default locale or on a system property.
 */
public final class PureMethods {

    /** How a pure method may end. */
    public enum Purity {
        /** It always returns. */
        TOTAL,
        /** It may throw: on an operand out of its domain, or on a null receiver. */
        MAY_THROW
    }

    private static final Set<String> PARTIAL_MATH = Set.of(
            "toIntExact",
            "addExact",
            "subtractExact",
            "multiplyExact",
            "incrementExact",
            "decrementExact",
            "negateExact",
            "absExact",
            "divideExact",
            "floorDiv",
            "floorMod",
            "ceilDiv",
            "ceilMod",
            "floorDivExact",
            "ceilDivExact",
            "unsignedMultiplyExact",
            "powExact",
            "unsignedPowExact",
            "clamp");

    private static final Set<String> WRAPPERS =
            Set.of("Boolean", "Byte", "Short", "Character", "Integer", "Long", "Float", "Double");

    /** Read from system properties or from an arbitrary operand, or hand out an array. */
    private static final Set<String> IMPURE_OF_WRAPPERS =
            Set.of("getInteger", "getLong", "getBoolean", "toChars", "describeConstable", "resolveConstantDesc");

    private static final Set<String> PARTIAL_OF_WRAPPERS = Set.of(
            "parseByte",
            "parseShort",
            "parseInt",
            "parseUnsignedInt",
            "parseLong",
            "parseUnsignedLong",
            "parseFloat",
            "parseDouble",
            "decode",
            "divideUnsigned",
            "remainderUnsigned",
            "getName",
            "codePointOf");

    private static final Map<String, Set<String>> OTHERS = others();

    private PureMethods() {}

    /** What is known of a method; empty where it may have effects. */
    public static Optional<Purity> find(Callee.Method method) {
        String owner = method.owner().canonicalName();
        return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" -> ofMath(method);
            case "dev.fluxion.StrongZero", "dev.fluxion.Derivatives", "dev.fluxion.Fluxion" ->
                Optional.of(Purity.TOTAL);
            case "dev.fluxion.tape.Bars" ->
                method.name().equals("count") ? Optional.of(Purity.MAY_THROW) : Optional.empty();
            case "dev.fluxion.tape.Parts" ->
                method.result().equals(Types.VOID) ? Optional.empty() : Optional.of(Purity.MAY_THROW);
            case "dev.fluxion.tape.Workspace" ->
                method.name().equals("parts") ? Optional.of(Purity.MAY_THROW) : Optional.empty();
            case "dev.fluxion.Dual", "dev.fluxion.tensor.TensorAdjoints" -> Optional.of(Purity.MAY_THROW);
            case "dev.fluxion.tensor.TensorStep" ->
                method.isStatic() ? Optional.empty() : Optional.of(Purity.MAY_THROW);
            default -> ofOthers(owner, method);
        };
    }

    /** Whether a method is pure, whether it throws or not. */
    public static boolean isPure(Callee.Method method) {
        return find(method).isPresent();
    }

    private static Optional<Purity> ofMath(Callee.Method method) {
        if (method.name().equals("random")) {
            return Optional.empty();
        }
        return Optional.of(PARTIAL_MATH.contains(method.name()) ? Purity.MAY_THROW : Purity.TOTAL);
    }

    private static Optional<Purity> ofOthers(String owner, Callee.Method method) {
        String name = method.name();
        if (owner.startsWith("java.lang.") && WRAPPERS.contains(owner.substring("java.lang.".length()))) {
            return ofWrapper(method);
        }
        if (name.equals("valueOf") && owner.equals("java.lang.String")) {
            boolean scalar = method.parameters().stream().allMatch(Type::isPrimitive);
            return scalar ? Optional.of(Purity.TOTAL) : Optional.empty();
        }
        boolean pure = OTHERS.getOrDefault(owner, Set.of()).contains(name)
                && method.parameters().stream().noneMatch(PureMethods::callsBack);
        return pure ? Optional.of(Purity.MAY_THROW) : Optional.empty();
    }

    private static Optional<Purity> ofWrapper(Callee.Method method) {
        String name = method.name();
        if (IMPURE_OF_WRAPPERS.contains(name) || method.parameters().stream().anyMatch(PureMethods::callsBack)) {
            return Optional.empty();
        }
        boolean scalar = method.parameters().stream().allMatch(Type::isPrimitive);
        boolean total = method.isStatic() && scalar && !PARTIAL_OF_WRAPPERS.contains(name);
        return Optional.of(total ? Purity.TOTAL : Purity.MAY_THROW);
    }

    /** An operand whose class may be anybody's, and an array, which may change. {@code equals(Object)} of a final class asks for its own class first. */
    private static boolean callsBack(Type type) {
        return type instanceof Type.Array || type.toString().equals("java.lang.CharSequence");
    }

    private static Map<String, Set<String>> others() {
        Map<String, Set<String>> table = new HashMap<>();
        add(
                table,
                "java.lang.String",
                "length isEmpty isBlank charAt codePointAt indexOf lastIndexOf startsWith endsWith");
        add(table, "java.lang.String", "substring concat replace trim strip stripLeading stripTrailing repeat");
        add(
                table,
                "java.lang.String",
                "equals equalsIgnoreCase compareTo compareToIgnoreCase hashCode toString intern");
        add(table, "java.lang.Enum", "ordinal name compareTo equals hashCode getDeclaringClass");
        add(table, "dev.fluxion.Dual", "value tangent");
        add(table, "dev.fluxion.DifferentiableBinaryOperator.Adjoints", "left right");
        add(table, "java.lang.Object", "getClass");
        add(table, "java.lang.Class", "getName");
        add(table, "java.util.Objects", "requireNonNull isNull nonNull checkIndex checkFromToIndex checkFromIndexSize");
        return Map.copyOf(table);
    }

    private static void add(Map<String, Set<String>> table, String owner, String names) {
        Set<String> all = new java.util.HashSet<>(table.getOrDefault(owner, Set.of()));
        all.addAll(Arrays.asList(names.split(" ")));
        table.put(owner, Set.copyOf(all));
    }
}
