package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Alias analysis by unification (Steensgaard 1996): arrays that two expressions may both refer to are in one class. Each class has a variable that stands for
 * the contents of its arrays, so that reaching definitions of memory are those of variables.
 *
 * <p>Parameters of a floating-point array type are distinct where one of them is written, which generated code checks at entry (DESIGN §4);
 * others of one type may be the same array.
 */
public final class Memory {

    /** No arrays at all. */
    public static final Memory NONE = new Memory(v -> null);

    private final UnaryOperator<Var> shadow;
    private final Map<Var, Cell> cells = new HashMap<>();
    private final Map<Field, Cell> fields = new HashMap<>();
    private final Map<Type, Cell> inactive = new HashMap<>();
    private final List<Cell> made = new ArrayList<>();

    /** A class of arrays; after unification the one that {@link #root} finds. */
    private static final class Cell {
        private final Var contents = Var.temporary("memory", Types.OBJECT);
        private Cell parent;
        private Cell elements;

        /** Whether others than the function have the array. */
        private boolean outside;

        /** Whether it is in a field, or code that is not followed may have kept it. */
        private boolean kept;

        Cell root() {
            Cell c = this;
            while (c.parent != null) {
                c = c.parent;
            }
            return c;
        }
    }

    private Memory(UnaryOperator<Var> shadow) {
        this.shadow = shadow;
    }

    public static Memory of(Function function) {
        return of(function, v -> null);
    }

    /**
     * The memory of a function.
     *
     * @param shadow the array that is handed to a callee with another one, though the text does not say so; or null
     */
    public static Memory of(Function function, UnaryOperator<Var> shadow) {
        Memory memory = new Memory(shadow);
        function.variables().forEach(memory::parameter);
        Walk.statements(function.body(), memory::unify);
        return memory;
    }

    private void parameter(Var v) {
        if (v.type() instanceof Type.Array) {
            Cell c = cell(v);
            if (!v.type().isFloatingArray()) {
                join(c, inactive.computeIfAbsent(v.type(), t -> make()));
            }
            for (Cell level = c; level != null; level = level.root().elements) {
                level.root().outside = true;
            }
        }
    }

    private Cell make() {
        Cell c = new Cell();
        made.add(c);
        return c;
    }

    private Cell cell(Var v) {
        return cells.computeIfAbsent(v, key -> nested(v.type())).root();
    }

    /** A class with one for the rows of its arrays. */
    private Cell nested(Type type) {
        Cell c = make();
        if (type instanceof Type.Array a && a.component() instanceof Type.Array) {
            c.elements = nested(a.component());
        }
        return c;
    }

    private void unify(Stmt s) {
        if (s instanceof Stmt.Declare d && d.value() != null) {
            assign(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            assign(a.variable(), a.value());
        } else if (s instanceof Stmt.Invoke i) {
            Cell unknown = null;
            for (Expr e : i.arguments()) {
                unknown = e.type() instanceof Type.Array ? join(unknown, outside(cell(e))) : unknown;
            }
            for (Var v : i.targets()) {
                unknown = v != null && v.type() instanceof Type.Array ? join(unknown, outside(cell(v))) : unknown;
            }
        } else if (s instanceof Stmt.StoreElement e && e.value().type() instanceof Type.Array) {
            join(elements(cell(e.array())), cell(e.value()));
        } else if (s instanceof Stmt.StoreField f && f.value().type() instanceof Type.Array) {
            join(field(f.field()), cell(f.value()));
        } else if (s instanceof Stmt.Return r) {
            r.values().stream().filter(e -> e.type() instanceof Type.Array).forEach(e -> outside(cell(e)));
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::escape));
    }

    private void assign(Var v, Expr value) {
        if (v.type() instanceof Type.Array) {
            join(cell(v), cell(value));
        } else if (value.type() instanceof Type.Array) {
            outside(cell(value));
        }
    }

    /** What is handed to code that is not followed may be kept there; an array of a field is known from its first read. */
    private void escape(Expr e) {
        if (e instanceof Expr.FieldRead f && f.type() instanceof Type.Array) {
            field(f.field());
        }
        boolean known = e instanceof Expr.Call c && (isReadOnly(c) || isFill(c) || Effects.isPure(c));
        if ((e instanceof Expr.Call || e instanceof Expr.New || e instanceof Expr.Opaque) && !known) {
            Walk.parts(e).stream().filter(p -> p.type() instanceof Type.Array).forEach(p -> kept(cell(p)));
        }
    }

    private Cell kept(Cell c) {
        for (Cell level = c.root(); level != null; level = level.elements == null ? null : level.elements.root()) {
            level.outside = true;
            level.kept = true;
        }
        return c.root();
    }

    private Cell outside(Cell c) {
        for (Cell level = c.root(); level != null; level = level.elements == null ? null : level.elements.root()) {
            level.outside = true;
        }
        return c.root();
    }

    private Cell cell(Expr e) {
        if (e instanceof Expr.Read r) {
            return cell(r.variable());
        } else if (e instanceof Expr.Element a) {
            return elements(cell(a.array()));
        } else if (e instanceof Expr.Cast c && c.operand().type() instanceof Type.Array) {
            return cell(c.operand());
        } else if (e instanceof Expr.Conditional c) {
            return join(cell(c.whenTrue()), cell(c.whenFalse()));
        } else if (e instanceof Expr.FieldRead f) {
            return field(f.field());
        } else if (e instanceof Expr.ArrayLiteral l) {
            Cell fresh = nested(l.type());
            l.elements().stream()
                    .filter(x -> x.type() instanceof Type.Array)
                    .forEach(x -> join(elements(fresh), cell(x)));
            return fresh.root();
        } else if (e instanceof Expr.Call c) {
            return called(c);
        }
        return nested(e.type()).root();
    }

    private Cell called(Expr.Call c) {
        Cell result = nested(c.type()).root();
        for (Expr p : Walk.parts(c)) {
            if (p.type() instanceof Type.Array && isReadOnly(c)) {
                result = result.elements == null ? result : joinElements(result, cell(p));
            } else if (p.type() instanceof Type.Array) {
                result = join(result, cell(p));
            }
        }
        return isReadOnly(c) ? result : kept(result);
    }

    private Cell joinElements(Cell a, Cell b) {
        join(elements(a), elements(b));
        return a.root();
    }

    private Cell field(Field f) {
        return kept(fields.computeIfAbsent(f, key -> nested(f.type())));
    }

    private Cell elements(Cell c) {
        Cell root = c.root();
        if (root.elements == null) {
            root.elements = make();
            root.elements.outside = root.outside;
            root.elements.kept = root.kept;
        }
        return root.elements.root();
    }

    private Cell join(Cell first, Cell second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        Cell a = first.root();
        Cell b = second.root();
        if (a == b) {
            return a;
        }
        b.parent = a;
        boolean either = a.outside || b.outside;
        boolean keeps = a.kept || b.kept;
        if (a.elements == null) {
            a.elements = b.elements;
        } else if (b.elements != null) {
            join(a.elements, b.elements);
        }
        return keeps ? kept(a) : either ? outside(a) : a;
    }

    /** Copies of arrays: nothing is written, and of the argument the result shares the rows alone. */
    private static boolean isReadOnly(Expr.Call c) {
        return c.callee() instanceof Callee.Method m
                && (m.name().equals("clone") && c.target() != null && c.target().type() instanceof Type.Array
                        || isArrays(m) && (m.name().equals("copyOf") || m.name().equals("copyOfRange"))
                        || isZeros(m));
    }

    private static boolean isFill(Expr.Call c) {
        return c.callee() instanceof Callee.Method m && isArrays(m) && m.name().equals("fill");
    }

    private static boolean isArrays(Callee.Method m) {
        return m.owner().canonicalName().equals("java.util.Arrays");
    }

    private static boolean isZeros(Callee.Method m) {
        return m.owner().canonicalName().equals("dev.fluxion.tape.Zeros");
    }

    /** The variable that stands for what an array expression's arrays hold; empty for an array that a pass made for itself. */
    public Optional<Var> contents(Expr array) {
        boolean known = this != NONE && array.type() instanceof Type.Array;
        return known && !(array instanceof Expr.Read r && r.variable().isTape())
                ? Optional.of(cell(array).contents)
                : Optional.empty();
    }

    /** Whether code outside the function may change what the arrays of an expression hold once it has returned. */
    public boolean isOutside(Expr array) {
        return cell(array).outside;
    }

    /** All variables that stand for memory. */
    public Set<Var> all() {
        Set<Var> found = new LinkedHashSet<>();
        made.forEach(c -> found.add(c.root().contents));
        return found;
    }

    /** The memory that a statement itself may change, nested statements apart. */
    public Set<Var> written(Stmt s) {
        Set<Var> found = new LinkedHashSet<>();
        if (this == NONE) {
            return found;
        }
        if (s instanceof Stmt.StoreElement e) {
            contents(e.array()).ifPresent(found::add);
        } else if (s instanceof Stmt.Invoke i) {
            unknown(i.arguments(), found);
        }
        for (Expr root : Walk.expressions(s)) {
            Walk.expressions(root, e -> written(e, found));
        }
        return found;
    }

    private void written(Expr e, Set<Var> found) {
        if (e instanceof Expr.Call c && isFill(c)) {
            found.add(cell(c.arguments().get(0)).contents);
        } else if (e instanceof Expr.Call c && !isReadOnly(c) && !Effects.isPure(withoutParts(c))) {
            unknown(Walk.parts(c), found);
        } else if (e instanceof Expr.New || e instanceof Expr.Opaque) {
            unknown(Walk.parts(e), found);
        }
    }

    private static Expr withoutParts(Expr.Call c) {
        return new Expr.Call(c.callee(), null, List.of(), c.type(), c.span());
    }

    private void unknown(List<Expr> handed, Set<Var> found) {
        for (Expr e : handed) {
            if (e.type() instanceof Type.Array) {
                levels(cell(e), found);
            }
            Var beside = e instanceof Expr.Read r ? shadow.apply(r.variable()) : null;
            if (beside != null) {
                levels(cell(beside), found);
            }
        }
        made.stream().map(Cell::root).filter(c -> c.kept).forEach(c -> found.add(c.contents));
    }

    private static void levels(Cell array, Set<Var> found) {
        for (Cell level = array; level != null; level = level.elements == null ? null : level.elements.root()) {
            found.add(level.contents);
        }
    }

    /** The memory that a block may change. */
    public Set<Var> written(Block block) {
        Set<Var> found = new LinkedHashSet<>();
        Walk.statements(block, s -> found.addAll(written(s)));
        return found;
    }
}
