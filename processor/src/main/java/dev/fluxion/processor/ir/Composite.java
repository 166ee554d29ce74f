package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A record by whose components derivatives are taken, one by one.
 *
 * @param type the record
 * @param tangent the record of tangents or adjoints of its active components
 * @param components all of them, in order
 */
public record Composite(Type.Declared type, Type.Declared tangent, List<Component> components) {

    public Composite {
        components = List.copyOf(components);
    }

    /**
     * A component.
     *
     * @param field what holds it
     * @param active whether derivatives are taken by it, or by components of it
     * @param of the record that it is, or null
     */
    public record Component(Field field, boolean active, Composite of) {

        public String name() {
            return field.name();
        }

        public Type type() {
            return field.type();
        }

        /** T' of the component's type. */
        public Type tangent() {
            return of == null ? type().tangent() : of.tangent();
        }

        private boolean holds(boolean arrays) {
            return active && (of == null ? type().isFloatingArray() == arrays : of.holds(arrays));
        }
    }

    /** An active number, array or tensor in a record, by the components that lead to it. */
    public record Leaf(String name, List<Component> path) {

        public Leaf {
            path = List.copyOf(path);
        }

        public Type type() {
            return path.get(path.size() - 1).type();
        }

        /** The number or array as it is in a record of this kind. */
        public Expr read(Expr whole) {
            Expr at = whole;
            for (Component c : path) {
                at = new Expr.FieldRead(c.field(), at, c.type(), Span.NONE);
            }
            return at;
        }

        /** The same, or the default value where there is no record. */
        public Expr orZero(Expr whole) {
            Expr at = whole;
            Expr isNull = null;
            for (Component c : path) {
                Expr none =
                        new Expr.Binary(Operator.EQUAL, at, new Expr.Constant(null, at.type()), Type.Primitive.BOOLEAN);
                isNull =
                        isNull == null ? none : new Expr.Binary(Operator.OR_ELSE, isNull, none, Type.Primitive.BOOLEAN);
                at = new Expr.FieldRead(c.field(), at, c.type(), Span.NONE);
            }
            return new Expr.Conditional(isNull, Defaults.of(type()), at, type());
        }
    }

    /** The active components. */
    public List<Component> active() {
        return components.stream().filter(Component::active).toList();
    }

    /** Whether it has an active array, or one in a record in it. */
    public boolean holdsArrays() {
        return holds(true);
    }

    /** Whether it has an active number, or one in a record in it. */
    public boolean holdsNumbers() {
        return holds(false);
    }

    /** Whether it has an active tensor, or one in a record in it. */
    public boolean holdsTensors() {
        return leaves("").stream().anyMatch(leaf -> leaf.type().isOfTensors());
    }

    private boolean holds(boolean arrays) {
        return components.stream().anyMatch(c -> c.holds(arrays));
    }

    /** The active numbers and arrays, in order, each with a name that begins as the record's: {@code optionStrike}. */
    public List<Leaf> leaves(String name) {
        List<Leaf> found = new ArrayList<>();
        collect(name, List.of(), found);
        return found;
    }

    private void collect(String name, List<Component> before, List<Leaf> found) {
        for (Component c : active()) {
            List<Component> path = new ArrayList<>(before);
            path.add(c);
            if (c.of() == null) {
                found.add(new Leaf(joined(name, c), path));
            } else {
                c.of().collect(joined(name, c), path, found);
            }
        }
    }

    /** The name for a component of what has a name. */
    public static String joined(String name, Component component) {
        String of = component.name();
        return name + Character.toUpperCase(of.charAt(0)) + of.substring(1);
    }
}
