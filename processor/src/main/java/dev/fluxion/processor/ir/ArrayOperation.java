package dev.fluxion.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The platform's methods over whole arrays, and the runtime's that take their place: what each reads and writes is known, so none is followed. All but
 * sorting are linear: what they do to arrays they do to tangents.
 */
public enum ArrayOperation {
    /** {@code clone}, {@code Arrays.copyOf}, {@code Arrays.copyOfRange}, the runtime's copy: a new array; of an array of rows, one with the same rows. */
    COPY,
    /** {@code Arrays.fill}: one value in many elements. */
    FILL,
    /** {@code System.arraycopy}: elements of one array into another one or the same. */
    MOVE,
    /** {@code Arrays.sort}; the runtime's also tells the order that it found. */
    SORT,
    /** {@code Arrays.equals}, {@code toString} and others that look at arrays and keep nothing. */
    READ,
    /** The runtime's: elements in an order that was found, or back from it. */
    PERMUTE;

    private static final String SNAPSHOT = "snapshot";
    private static final Type.Declared ARRAYS = Type.Declared.of("java.util", "Arrays");
    private static final Type.Declared SYSTEM = Type.Declared.of("java.lang", "System");

    /** The operation that a call of a method is, on arrays of whatever type. */
    public static Optional<ArrayOperation> of(Expr e) {
        if (!(e instanceof Expr.Call c) || !(c.callee() instanceof Callee.Method m)) {
            return Optional.empty();
        } else if (c.target() != null) {
            boolean clones = m.name().equals("clone") && c.target().type() instanceof Type.Array;
            return clones ? Optional.of(COPY) : Optional.empty();
        } else if (m.owner().equals(ARRAYS)) {
            return ofArrays(m);
        } else if (isCopyOfBars(m)) {
            return Optional.of(COPY);
        } else if (m.owner().equals(Types.SORTING)) {
            return Optional.of(m.name().equals("sort") ? SORT : PERMUTE);
        }
        return m.owner().equals(SYSTEM) && m.name().equals("arraycopy") ? Optional.of(MOVE) : Optional.empty();
    }

    /** Whether a method is the runtime's that copies an array whole, or null. */
    public static boolean isCopyOfBars(Callee.Method m) {
        return m.owner().equals(Types.BARS)
                && (m.name().equals("copy") || m.name().equals(SNAPSHOT));
    }

    /** A copy that only stands in for its array while nothing writes to that one: both have one shadow. */
    public static Expr snapshot(Var array) {
        Callee.Method copy = Callee.Method.publicStatic(Types.BARS, SNAPSHOT, array.type(), array.type());
        return new Expr.Call(copy, null, List.of(Expr.read(array)), array.type(), Span.NONE);
    }

    /** Whether an expression is such a copy. */
    public static boolean isSnapshot(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && isCopyOfBars(m)
                && m.name().equals(SNAPSHOT);
    }

    /** The copy, when it is one of the values of a finished function. */
    public static Expr copy(Expr snapshot) {
        Callee.Method copy = Callee.Method.publicStatic(Types.BARS, "copy", snapshot.type(), snapshot.type());
        return new Expr.Call(copy, null, Walk.parts(snapshot), snapshot.type(), Span.NONE);
    }

    private static Optional<ArrayOperation> ofArrays(Callee.Method m) {
        return switch (m.name()) {
            case "copyOf", "copyOfRange" -> Optional.of(COPY);
            case "fill" -> Optional.of(FILL);
            case "sort", "parallelSort" -> isOfNumbers(m) ? Optional.of(SORT) : Optional.empty();
            case "equals", "compare", "mismatch", "binarySearch", "hashCode", "toString" ->
                isOfNumbers(m) ? Optional.of(READ) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isOfNumbers(Callee.Method m) {
        return m.parameters().get(0) instanceof Type.Array a && a.component().isPrimitive();
    }

    /** The operations by which derivatives pass, on arrays of {@code double} and {@code float} alone. */
    public static Optional<ArrayOperation> ofNumbers(Expr e) {
        return of(e).filter(o -> o != READ
                && arrays((Expr.Call) e).stream().allMatch(a -> a.type().isFloatingArray()));
    }

    private static List<Expr> arrays(Expr.Call c) {
        return Walk.parts(c).stream()
                .filter(p -> !p.type().isPrimitive() && !p.type().equals(new Type.Array(Type.Primitive.INT)))
                .toList();
    }

    /** The array that a call of this operation reads: of a copy or a move the source, of others the one that is written. */
    public Expr source(Expr.Call c) {
        return Walk.parts(c).get(0);
    }

    /** The array that a call of this operation writes to; null where it writes to none. */
    public Expr target(Expr.Call c) {
        return this == COPY || this == READ ? null : c.arguments().get(this == MOVE ? 2 : 0);
    }

    /** Whether an array holds rows, so that references are copied and no numbers. */
    public static boolean isNested(Expr array) {
        return array.type() instanceof Type.Array a && a.component() instanceof Type.Array;
    }
}
