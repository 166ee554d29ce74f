package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    public static final Memory NONE = new Memory(v -> null, Summaries.NONE);

    private final UnaryOperator<Var> shadow;
    private final Summaries summaries;
    private final Map<Var, Cell> cells = new HashMap<>();
    private final Map<Field, Cell> fields = new LinkedHashMap<>();
    private final Map<Type, Cell> inactive = new HashMap<>();
    private final List<Cell> made = new ArrayList<>();
    private boolean callsUnknown;
    private final OwnArrays own = new OwnArrays();

    private Memory(UnaryOperator<Var> shadow, Summaries summaries) {
        this.shadow = shadow;
        this.summaries = summaries;
    }

    /**
     * The memory of a function.
     *
     * @param shadow the array that is handed to a callee with another one, though the text does not say so; or null
     * @param summaries what calls do to arrays
     */
    public static Memory of(Function function, UnaryOperator<Var> shadow, Summaries summaries) {
        return of(function, shadow, summaries, List.of());
    }

    /**
     * The memory of a function.
     *
     * @param kept whether nobody else writes to the array of a parameter as long as it matters
     */
    public static Memory of(Function function, UnaryOperator<Var> shadow, Summaries summaries, Predicate<Var> kept) {
        return of(function, shadow, summaries, List.of(), kept);
    }

    /**
     * The memory of a function that is handed arrays of fields.
     *
     * @param held the parameters whose arrays, or rows of them, a field may hold
     */
    public static Memory of(Function function, UnaryOperator<Var> shadow, Summaries summaries, Collection<Var> held) {
        return of(function, shadow, summaries, held, v -> false);
    }

    private static Memory of(
            Function function,
            UnaryOperator<Var> shadow,
            Summaries summaries,
            Collection<Var> held,
            Predicate<Var> kept) {
        Memory memory = new Memory(shadow, summaries);
        function.variables().forEach(v -> memory.parameter(v, kept.test(v)));
        held.forEach(v -> memory.cell(v).markHeld());
        memory.own.others(held);
        Walk.statements(function.body(), memory::unify);
        return memory;
    }

    private void parameter(Var v, boolean isKept) {
        if (v.type() instanceof Type.Array) {
            Cell c = cell(v);
            if (!v.type().isFloatingArray()) {
                Cell.join(c, inactive.computeIfAbsent(v.type(), t -> make()));
            }
            if (!isKept) {
                c.markOutside();
            }
        }
    }

    private Cell make() {
        return new Cell(made);
    }

    private Cell cell(Var v) {
        return cells.computeIfAbsent(v, key -> nested(v.type())).root();
    }

    /** A class with one for the rows of its arrays. */
    private Cell nested(Type type) {
        Cell c = make();
        if (type instanceof Type.Array a && a.component() instanceof Type.Array) {
            c.rows(nested(a.component()));
        }
        return c;
    }

    private void unify(Stmt s) {
        if (s instanceof Stmt.Declare d && d.variable().type() instanceof Type.Array) {
            cell(d.variable());
        }
        if (s instanceof Stmt.Declare d && d.value() != null) {
            assign(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            assign(a.variable(), a.value());
        } else if (s instanceof Stmt.Invoke i) {
            invoke(i);
        } else if (s instanceof Stmt.StoreElement e && e.value().type() instanceof Type.Array) {
            Cell.join(cell(e.array()).elements(), cell(e.value()));
        } else if (s instanceof Stmt.StoreField f && f.value().type() instanceof Type.Array) {
            Cell.join(field(f.field()), cell(f.value()));
        } else if (s instanceof Stmt.Return r) {
            r.values().stream().filter(e -> e.type() instanceof Type.Array).forEach(e -> cell(e).markOutside());
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::escape));
    }

    private void invoke(Stmt.Invoke i) {
        own.others(i.targets());
        Optional<ArrayEffects> known = effects(i);
        if (known.isPresent()) {
            call(
                    known.get(),
                    i.arguments(),
                    i.targets().get(0) == null ? null : Expr.read(i.targets().get(0)));
            return;
        }
        callsUnknown = true;
        Cell unknown = null;
        for (Expr e : i.arguments()) {
            unknown = e.type() instanceof Type.Array ? Cell.join(unknown, cell(e).markOutside()) : unknown;
        }
        for (Var v : i.targets()) {
            unknown = v != null && v.type() instanceof Type.Array ? Cell.join(unknown, cell(v).markOutside()) : unknown;
        }
    }

    /**
     * What the forward sweep of a method does to arrays is what the method does, and the same to their shadows; so it is of a tangent by numbers
     * alone.
     */
    private Optional<ArrayEffects> effects(Stmt.Invoke i) {
        Derivation derivation = i.callee().derivation();
        List<Expr> more =
                i.arguments().subList(derivation.active().size(), i.arguments().size());
        boolean known = derivation.transform() == Derivation.Transform.FORWARD_SWEEP
                || derivation.transform() == Derivation.Transform.TANGENT
                        && more.stream().noneMatch(e -> e.type() instanceof Type.Array);
        return known ? summaries.of(i.callee().of()) : Optional.empty();
    }

    private Optional<ArrayEffects> effects(Expr.Call c) {
        return Effects.isPure(withoutParts(c)) ? Optional.empty() : summaries.of(c);
    }

    /** Arrays that a callee may have put into one another, or returned. */
    private void call(ArrayEffects effects, List<Expr> arguments, Expr result) {
        for (List<Integer> pair : effects.shared()) {
            Expr a = pair.get(0) == ArrayEffects.RESULT ? result : arguments.get(pair.get(0));
            Expr b = arguments.get(pair.get(1));
            if (a != null) {
                Cell.share(cell(a), a.type(), cell(b), b.type());
                Expr besideA = beside(a);
                Expr besideB = beside(b);
                if (besideA != null && besideB != null) {
                    Cell.share(cell(besideA), a.type(), cell(besideB), b.type());
                }
            }
        }
        for (int i : effects.kept()) {
            Expr e = i == ArrayEffects.RESULT ? result : arguments.get(i);
            if (e != null) {
                cell(e).markKept();
            }
        }
        if (result != null && effects.returnsHeld()) {
            cell(result).markHeld();
        }
    }

    private Expr beside(Expr e) {
        Var v = e instanceof Expr.Read r ? shadow.apply(r.variable()) : null;
        return v == null ? null : Expr.read(v);
    }

    private void assign(Var v, Expr value) {
        if (v.type() instanceof Type.Array) {
            Cell.join(cell(v), cell(value));
            own.given(v, value);
        } else if (value.type() instanceof Type.Array) {
            cell(value).markOutside();
        }
    }

    /** What is handed to code that is not followed may be kept there; an array of a field is known from its first read. */
    private void escape(Expr e) {
        if (e instanceof Expr.FieldRead f && f.type() instanceof Type.Array) {
            field(f.field());
        }
        if (e instanceof Expr.Call c && effects(c).isPresent()) {
            call(effects(c).get(), Walk.parts(c), null);
            callsUnknown |= effects(c).get().writesKept();
            return;
        }
        Optional<ArrayOperation> operation = ArrayOperation.of(e);
        operation.ifPresent(o -> rows(o, (Expr.Call) e));
        boolean known = operation.isPresent() || e instanceof Expr.Call c && (isZeros(c) || Effects.isPure(c));
        if ((e instanceof Expr.Call || e instanceof Expr.New || e instanceof Expr.Opaque) && !known) {
            callsUnknown = true;
            Walk.parts(e).stream().filter(p -> p.type() instanceof Type.Array).forEach(p -> cell(p).markKept());
        }
    }

    /** Filling and moving put rows into arrays of rows. */
    private void rows(ArrayOperation o, Expr.Call c) {
        if (o == ArrayOperation.FILL && ArrayOperation.isNested(o.target(c))) {
            Expr row = c.arguments().get(c.arguments().size() - 1);
            Cell.join(cell(o.target(c)).elements(), cell(row));
        } else if (o == ArrayOperation.MOVE && ArrayOperation.isNested(o.target(c))) {
            Cell.join(cell(o.target(c)).elements(), cell(o.source(c)).elements());
        }
    }

    private Cell cell(Expr e) {
        if (e instanceof Expr.Read r) {
            return cell(r.variable());
        } else if (e instanceof Expr.Element a) {
            return cell(a.array()).elements();
        } else if (e instanceof Expr.Cast c && c.operand().type() instanceof Type.Array) {
            return cell(c.operand());
        } else if (e instanceof Expr.Conditional c) {
            return Cell.join(cell(c.whenTrue()), cell(c.whenFalse()));
        } else if (e instanceof Expr.FieldRead f) {
            return field(f.field());
        } else if (e instanceof Expr.ArrayLiteral l) {
            Cell fresh = nested(l.type());
            l.elements().stream()
                    .filter(x -> x.type() instanceof Type.Array)
                    .forEach(x -> Cell.join(fresh.elements(), cell(x)));
            return fresh.root();
        } else if (e instanceof Expr.Call c) {
            return called(c);
        }
        Cell fresh = nested(e.type()).root();
        return e instanceof Expr.Cast || e instanceof Expr.Opaque ? fresh.markHeld() : fresh;
    }

    private Cell called(Expr.Call c) {
        Optional<ArrayEffects> known = effects(c);
        if (known.isPresent()) {
            Var result = Var.temporary("result", c.type());
            call(known.get(), Walk.parts(c), Expr.read(result));
            return cell(result);
        }
        Cell result = nested(c.type()).root();
        for (Expr p : Walk.parts(c)) {
            if (p.type() instanceof Type.Array && isFresh(c)) {
                rowsOf(result, cell(p));
            } else if (p.type() instanceof Type.Array) {
                result = Cell.join(result, cell(p));
            }
        }
        return isFresh(c) ? result : result.markKept();
    }

    private static void rowsOf(Cell copy, Cell original) {
        if (copy.hasRows()) {
            Cell.join(copy.elements(), original.elements());
        }
    }

    private Cell field(Field f) {
        return fields.computeIfAbsent(f, key -> nested(f.type())).markHeld();
    }

    /** New arrays: nothing is written, and of an argument the result shares the rows alone. */
    private static boolean isFresh(Expr.Call c) {
        return isZeros(c)
                || ArrayOperation.of(c).filter(o -> o == ArrayOperation.COPY).isPresent();
    }

    private static boolean isZeros(Expr.Call c) {
        return c.callee() instanceof Callee.Method m
                && m.owner().canonicalName().equals("dev.fluxion.tape.Zeros");
    }

    /** The variable that stands for what an array expression's arrays hold; empty for an array that a pass made for itself. */
    public Optional<Var> contents(Expr array) {
        boolean known = this != NONE && array.type() instanceof Type.Array;
        return known && !(array instanceof Expr.Read r && r.variable().isTape())
                ? Optional.of(cell(array).contents())
                : Optional.empty();
    }

    /** The variables that stand for what an array holds and for what its rows hold. */
    public Set<Var> levels(Expr array) {
        Set<Var> found = new LinkedHashSet<>();
        if (array.type() instanceof Type.Array) {
            levels(cell(array), found);
        }
        return found;
    }

    /** Whether an array, or a row of it, may be in a field or with code that is not followed. */
    public boolean isKept(Expr array) {
        return array.type() instanceof Type.Array
                && cell(array).levels().stream().anyMatch(Cell::isKept);
    }

    /**
     * Whether an array may be in a field, or come from code that is not followed: what is written to it may be read elsewhere. A variable
     * that is given new arrays alone, or none after its parameter's, holds none of these, with whatever others its class was made one.
     */
    public boolean isHeld(Expr array) {
        return array.type() instanceof Type.Array
                && !own.has(array)
                && cell(array).isHeld();
    }

    /** Whether an array, or a row of it, is so. */
    public boolean reachesHeld(Expr array) {
        return array.type() instanceof Type.Array
                && cell(array).levels().stream().skip(own.has(array) ? 1 : 0).anyMatch(Cell::isHeld);
    }

    /** A field that may hold an array, or an array that it is a row of, or a row of it; empty where it comes from elsewhere. */
    public Optional<Field> holder(Expr array) {
        Set<Var> levels = levels(array);
        return fields.entrySet().stream()
                .filter(f -> f.getValue().levels().stream().anyMatch(c -> levels.contains(c.contents())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether arrays in fields, or with code that is not followed, may be written to. */
    boolean writesKept(Block within) {
        Set<Var> writes = written(within);
        return callsUnknown || made.stream().map(Cell::root).anyMatch(c -> c.isKept() && writes.contains(c.contents()));
    }

    /** The memory that an expression may change. */
    public Set<Var> written(Expr root) {
        Set<Var> found = new LinkedHashSet<>();
        Walk.expressions(root, e -> written(e, found));
        return found;
    }

    /** Whether what an array or its rows hold is part of some memory. */
    public boolean isIn(Expr array, Set<Var> some) {
        return !Collections.disjoint(levels(array), some);
    }

    /** Whether a function may change what an array or its rows hold. */
    public boolean isWritten(Expr array, Block within) {
        return isIn(array, written(within));
    }

    /** Whether code outside the function may change what the arrays of an expression hold once it has returned. */
    public boolean isOutside(Expr array) {
        return cell(array).isOutside();
    }

    /** Whether code outside the function may change what an array or its rows hold once it has returned. */
    public boolean isOutsideAnywhere(Expr array) {
        return cell(array).levels().stream().anyMatch(Cell::isOutside);
    }

    /** All variables that stand for memory. */
    public Set<Var> all() {
        Set<Var> found = new LinkedHashSet<>();
        made.forEach(c -> found.add(c.root().contents()));
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
        } else if (s instanceof Stmt.Invoke i && effects(i).isPresent()) {
            written(effects(i).get(), i.arguments(), found);
        } else if (s instanceof Stmt.Invoke i) {
            unknown(i.arguments(), found);
        }
        Walk.expressions(s).forEach(root -> found.addAll(written(root)));
        return found;
    }

    private void written(ArrayEffects effects, List<Expr> arguments, Set<Var> found) {
        for (int i : effects.written()) {
            handed(arguments.get(i), found);
        }
        if (effects.writesKept()) {
            keptAnywhere(found);
        }
    }

    private void written(Expr e, Set<Var> found) {
        if (e instanceof Expr.Call c && effects(c).isPresent()) {
            written(effects(c).get(), Walk.parts(c), found);
        } else if (e instanceof Expr.Call c && ArrayOperation.of(c).isPresent()) {
            Expr target = ArrayOperation.of(c).get().target(c);
            if (target != null) {
                found.add(cell(target).contents());
            }
        } else if (e instanceof Expr.Call c && !isFresh(c) && !Effects.isPure(withoutParts(c))) {
            unknown(Walk.parts(c), found);
        } else if (e instanceof Expr.New || e instanceof Expr.Opaque) {
            unknown(Walk.parts(e), found);
        }
    }

    private static Expr withoutParts(Expr.Call c) {
        return new Expr.Call(c.callee(), null, List.of(), c.type(), c.span());
    }

    private void unknown(List<Expr> handed, Set<Var> found) {
        handed.forEach(e -> handed(e, found));
        keptAnywhere(found);
    }

    private void handed(Expr e, Set<Var> found) {
        if (e.type() instanceof Type.Array) {
            levels(cell(e), found);
        }
        Expr beside = beside(e);
        if (beside != null) {
            levels(cell(beside), found);
        }
    }

    private void keptAnywhere(Set<Var> found) {
        made.stream().map(Cell::root).filter(Cell::isKept).forEach(c -> found.add(c.contents()));
    }

    private static void levels(Cell array, Set<Var> found) {
        array.levels().forEach(level -> found.add(level.contents()));
    }

    /** The memory that a block may change. */
    public Set<Var> written(Block block) {
        Set<Var> found = new LinkedHashSet<>();
        Walk.statements(block, s -> found.addAll(written(s)));
        return found;
    }
}
