package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of a function that hold objects of a class which the function makes itself, known by its type or by a wider one. */
final class Objects {

    /** Stands for an object whose constructor has been expanded behind it. */
    private static final String MADE = "made";

    /** Stands for one that the function was handed. */
    private static final String GIVEN = "given";

    private static final String GIVEN_OR_NULL = "given or null";
    private static final Set<String> MARKS = Set.of(MADE, GIVEN, GIVEN_OR_NULL);

    private final Structures.Structure structure;
    private final boolean mayStay;
    private final Map<Var, List<Expr>> definitions = new LinkedHashMap<>();
    private final Set<Var> declared = new HashSet<>();
    private final Set<Var> assigned = new HashSet<>();
    private final Set<Var> inside = new LinkedHashSet<>();
    private final boolean isImmutable;

    private Objects(Block body, Structures.Structure structure, boolean mayStay) {
        this.structure = structure;
        this.mayStay = mayStay;
        Walk.statements(body, this::define);
        int before;
        do {
            before = inside.size();
            definitions.forEach((v, all) -> {
                boolean mayBe = isOfClass(v.type())
                        ? all.stream().anyMatch(this::isOne)
                        : all.stream().anyMatch(this::isOne) && all.stream().allMatch(this::isOneOrNull);
                if (mayBe) {
                    inside.add(v);
                }
            });
        } while (inside.size() > before);
        boolean[] changes = {false};
        Walk.statements(body, s -> changes[0] |= s instanceof Stmt.StoreField f && changes(f));
        isImmutable = structure.isImmutable() || !changes[0];
    }

    /** Whether a field of an object is assigned by other than its constructor. */
    private boolean changes(Stmt.StoreField f) {
        return f.target() != null
                && uncast(f.target()) instanceof Expr.Read r
                && isOne(r.variable())
                && !definitions.get(r.variable()).stream().allMatch(Objects::isMade);
    }

    /** Whether nothing changes the objects once they are made. */
    boolean isImmutable() {
        return isImmutable;
    }

    /** @param mayStay whether the objects may be there as a whole beside their fields */
    static Objects of(Block body, Structures.Structure structure, boolean mayStay) {
        return new Objects(body, structure, mayStay);
    }

    /** An object whose constructor has been expanded, with what the constructor was handed. */
    static Expr made(Type.Declared type, List<Expr> arguments) {
        List<String> fragments = new ArrayList<>(List.of(MADE));
        arguments.forEach(a -> fragments.add(""));
        return new Expr.Opaque(fragments, arguments, type, Span.NONE);
    }

    /** An object that the function was handed, as if the function had made it. */
    static Expr given(Type.Declared type, Expr whole, boolean mayBeNull) {
        return new Expr.Opaque(List.of(mayBeNull ? GIVEN_OR_NULL : GIVEN, ""), List.of(whole), type, Span.NONE);
    }

    static boolean isMade(Expr e) {
        return e instanceof Expr.Opaque o && MARKS.contains(o.fragments().get(0));
    }

    static boolean isGiven(Expr e) {
        return isMade(e) && !((Expr.Opaque) e).fragments().get(0).equals(MADE);
    }

    private static boolean isNullable(Expr e) {
        return e instanceof Expr.Constant
                || isMade(e) && ((Expr.Opaque) e).fragments().get(0).equals(GIVEN_OR_NULL);
    }

    /** Whether an expression throws where an object is null, and is the object otherwise. */
    static boolean isCheck(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && m.owner().canonicalName().equals("java.util.Objects")
                && m.name().equals("requireNonNull");
    }

    /** The object itself, of which the function's variables hold the fields. */
    static Expr whole(Expr made) {
        Expr.Opaque o = (Expr.Opaque) made;
        return isGiven(o) ? o.holes().get(0) : new Expr.New((Type.Declared) o.type(), o.holes(), o.span());
    }

    private void define(Stmt s) {
        if (s instanceof Stmt.Declare d && d.variable().isWhole()
                || s instanceof Stmt.Assign a && a.variable().isWhole()) {
            return; // Its fields are in variables already.
        }
        if (s instanceof Stmt.Declare d && d.variable().type() instanceof Type.Declared) {
            declared.add(d.variable());
            List<Expr> all = definitions.computeIfAbsent(d.variable(), v -> new ArrayList<>());
            if (d.value() != null) {
                all.add(d.value());
            }
        } else if (s instanceof Stmt.Assign a && a.variable().type() instanceof Type.Declared) {
            assigned.add(a.variable());
            definitions.computeIfAbsent(a.variable(), v -> new ArrayList<>()).add(a.value());
        }
    }

    private boolean isOfClass(Type type) {
        return type instanceof Type.Declared d && d.erasure().equals(structure.type());
    }

    /** Whether a variable holds an object that the function has made, or may. */
    boolean isOne(Var v) {
        return inside.contains(v);
    }

    /** Whether an expression is an object that the function has made, or may be. */
    boolean isOne(Expr e) {
        if (e instanceof Expr.Conditional c) {
            boolean isKnown = isOfClass(c.type()) || isOneOrNull(c.whenTrue()) && isOneOrNull(c.whenFalse());
            return isKnown && (isOne(c.whenTrue()) || isOne(c.whenFalse()));
        } else if (e instanceof Expr.Cast c) {
            return c.type() instanceof Type.Declared d
                    && structure.supertypes().contains(d.erasure())
                    && isOne(c.operand());
        }
        return e instanceof Expr.Read r && isOne(r.variable())
                || e instanceof Expr.New n && isOfClass(n.type())
                || isMade(e) && isOfClass(e.type());
    }

    /** Whether what is known by a wider type is such an object all the same, if it is one at all. */
    private boolean isOneOrNull(Expr e) {
        return isOne(e) || uncast(e) instanceof Expr.Constant c && c.value() == null;
    }

    Set<Var> all() {
        return inside;
    }

    /** Whether the objects may be there as a whole beside their fields. */
    boolean mayStay() {
        return mayStay;
    }

    /** Whether an expression may be null. */
    boolean isNullable(Var v) {
        return behind(Set.of(v)).stream()
                .flatMap(o -> definitions.get(o).stream())
                .anyMatch(Objects::isNullable);
    }

    /** Some variables, and those whose objects they may be given. */
    Set<Var> behind(Set<Var> some) {
        Set<Var> all = new LinkedHashSet<>();
        Deque<Var> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            Var v = open.remove();
            if (all.add(v)) {
                definitions.get(v).forEach(e -> sources(e, open));
            }
        }
        return all;
    }

    private void sources(Expr e, Deque<Var> found) {
        if (e instanceof Expr.Conditional c) {
            sources(c.whenTrue(), found);
            sources(c.whenFalse(), found);
        } else if (uncast(e) instanceof Expr.Read r && isOne(r.variable())) {
            found.add(r.variable());
        }
    }

    /** Whether the fields of the objects are variables as good: an object that can change has one set of them, and nothing is null. */
    boolean areReplaceable() {
        return inside.stream().allMatch(v -> declared.contains(v) && isReplaceable(v, definitions.get(v)));
    }

    private boolean isReplaceable(Var v, List<Expr> all) {
        boolean known = all.stream().noneMatch(e -> e instanceof Expr.New || e instanceof Expr.Constant && !mayStay);
        boolean own = all.stream().allMatch(e -> isOne(e) || e instanceof Expr.Constant);
        boolean single = !assigned.contains(v) && !(all.get(0) instanceof Expr.Conditional);
        return known && (own || structure.isFinal() && structure.isImmutable()) && (single || isImmutable);
    }

    /** The variable whose fields an object that can change has: the one that it was made for. */
    Var origin(Var v) {
        Var at = v;
        while (!isImmutable && uncast(definitions.get(at).get(0)) instanceof Expr.Read r) {
            at = r.variable();
        }
        return at;
    }

    /** An object by whatever type it is known. */
    static Expr uncast(Expr e) {
        return e instanceof Expr.Cast c && !c.type().isPrimitive() ? uncast(c.operand()) : e;
    }
}
