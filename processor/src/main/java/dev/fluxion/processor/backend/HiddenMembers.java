package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Members that Java does not let the companion name: private ones, and package-private ones of other packages. Collected while
 * methods are printed; each gets a constant that holds its handle, and small accessors that look like what they stand for.
 */
final class HiddenMembers {

    /** A hidden field: its handle, and the accessors that are used, else null. */
    static final class FieldAccess {
        final String constant;
        String reader;
        String writer;

        FieldAccess(String constant) {
            this.constant = constant;
        }
    }

    /** A hidden method: its handle and the accessor. */
    record MethodAccess(String constant, String caller) {}

    private final String packageName;
    private final Surroundings surroundings;
    private final UniqueNames methodNames;
    private final UniqueNames constants;
    private final Map<Field, FieldAccess> fields = new LinkedHashMap<>();
    private final Map<Callee.Method, MethodAccess> methods = new LinkedHashMap<>();
    private String rethrow;

    HiddenMembers(
            String packageName, Surroundings surroundings, UniqueNames methodNames, Collection<String> constants) {
        this.packageName = packageName;
        this.surroundings = surroundings;
        this.methodNames = methodNames;
        this.constants = new UniqueNames(constants);
    }

    /** Whether a field is read by calling a method of its name. */
    boolean isReadByAccessor(Field field) {
        return surroundings.isReadByAccessor(field);
    }

    boolean isHidden(Field field) {
        return isHidden(field.access(), field.owner());
    }

    boolean isHidden(Callee.Method method) {
        return isHidden(method.access(), method.owner());
    }

    boolean isVisible(Type.Declared type) {
        return surroundings.isVisible(type);
    }

    private boolean isHidden(Callee.Access access, Type.Declared owner) {
        return switch (access) {
            case PRIVATE -> true;
            case PUBLIC -> !isVisible(owner);
            default -> !owner.packageName().equals(packageName) || !isVisible(owner);
        };
    }

    /** The name of the accessor that reads a field. */
    String reader(Field field) {
        FieldAccess access = access(field);
        if (access.reader == null) {
            access.reader = methodNames.take(camelCase(field.name()));
        }
        return access.reader;
    }

    /** The name of the accessor that assigns a field. */
    String writer(Field field) {
        FieldAccess access = access(field);
        if (access.writer == null) {
            access.writer = methodNames.take("set" + CompanionNames.capitalised(camelCase(field.name())));
        }
        return access.writer;
    }

    /** The name of the accessor that calls a method. */
    String caller(Callee.Method method) {
        return methods.computeIfAbsent(
                        method.called(),
                        m -> new MethodAccess(constants.take(constant(m.name())), methodNames.take(m.name())))
                .caller();
    }

    /** The name of the method that throws a callee's exception on, declared or not. */
    String rethrow() {
        if (rethrow == null) {
            rethrow = methodNames.take("rethrow");
        }
        return rethrow;
    }

    Map<Field, FieldAccess> fields() {
        return fields;
    }

    Map<Callee.Method, MethodAccess> methods() {
        return methods;
    }

    private FieldAccess access(Field field) {
        return fields.computeIfAbsent(field, f -> new FieldAccess(constants.take(constant(f.name()))));
    }

    /** {@code dayCount} as {@code DAY_COUNT}. */
    private static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** {@code dayCount} as itself and for {@code DAY_COUNT}. */
    private static String camelCase(String name) {
        if (!name.matches("[A-Z][A-Z0-9_]*")) {
            return name;
        }
        StringBuilder result = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_+")) {
            result.append(result.length() == 0 ? word : CompanionNames.capitalised(word));
        }
        return result.toString();
    }
}
