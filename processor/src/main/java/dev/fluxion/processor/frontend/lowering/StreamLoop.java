package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;

/**
 * The loop that a pipeline is. Element by element goes through all stages, as streams do; a stage that needs no more of them is asked before each one is
 * taken from the source.
 */
final class StreamLoop {

    private static final Type INT = Type.Primitive.INT;
    private static final Type LONG = Type.Primitive.LONG;
    private static final Type BOOLEAN = Type.Primitive.BOOLEAN;

    /** A step with its arguments, as they were when the pipeline was put together. */
    record Part(StreamSteps.Step step, List<Expr> arguments) {}

    private final Context context;
    private final Span span;

    /** Whether no more elements are asked for. */
    private final List<Supplier<Expr>> enough = new ArrayList<>();

    StreamLoop(Context context, Span span) {
        this.context = context;
        this.span = span;
    }

    /** Says when the end needs no more elements. */
    void until(Supplier<Expr> done) {
        enough.add(done);
    }

    /** Emits the loop, with what is done with each element in the end. */
    void run(List<Part> parts, Consumer<Expr> end) {
        for (int i = parts.size() - 1; i > 0; i--) {
            if (parts.get(i).step().name().equals("sorted")) {
                List<Supplier<Expr>> later = new ArrayList<>(enough);
                enough.clear();
                Expr sorted = buffer(parts.subList(0, i));
                emit(new Stmt.Eval(sort(sorted), span));
                enough.addAll(later);
                List<Stage> stages = stages(parts.subList(i + 1, parts.size()));
                elements(sorted, constant(0), new Expr.Length(sorted), e -> push(stages, 0, e, end));
                return;
            }
        }
        List<Stage> stages = stages(parts.subList(1, parts.size()));
        source(parts.get(0), e -> push(stages, 0, e, end));
    }

    private Expr sort(Expr array) {
        Callee.Method sort =
                Callee.Method.publicStatic(Type.Declared.of("java.util", "Arrays"), "sort", Types.VOID, array.type());
        return new Expr.Call(sort, null, List.of(array), Types.VOID, span);
    }

    /** An array of all elements. */
    Expr buffer(List<Part> parts) {
        Type type = parts.get(parts.size() - 1).step().isOfDoubles()
                        && !parts.get(parts.size() - 1).step().name().equals("mapToInt")
                ? Type.Primitive.DOUBLE
                : INT;
        List<Part> inner = parts;
        Expr bound = bound(inner);
        Type.Array array = new Type.Array(type);
        Var elements = declare("elements", array, new Expr.NewArray(array, List.of(bound)));
        boolean all = inner.stream().skip(1).allMatch(p -> keepsNumber(p.step().name()));
        Var count = declare("count", INT, constant(0));
        run(inner, e -> {
            emit(new Stmt.StoreElement(Expr.read(elements), Expr.read(count), e, span));
            add(count, constant(1));
        });
        if (all) {
            return Expr.read(elements);
        }
        Callee.Method copy =
                Callee.Method.publicStatic(Type.Declared.of("java.util", "Arrays"), "copyOf", array, array, INT);
        Expr cut = new Expr.Call(copy, null, List.of(Expr.read(elements), Expr.read(count)), array, span);
        return Expr.read(declare("elements", array, cut));
    }

    private static boolean keepsNumber(String stage) {
        return !List.of("filter", "limit", "skip", "takeWhile", "dropWhile").contains(stage);
    }

    /** The number of elements that a source has. */
    private Expr bound(List<Part> parts) {
        Part source = parts.get(0);
        List<Expr> given = source.arguments();
        return switch (source.step().name()) {
            case "range" -> keep("size", maxZero(minus(given.get(1), given.get(0))));
            case "rangeClosed" -> keep("size", size(given));
            case "empty" -> constant(0);
            default ->
                given.size() == 3
                        ? keep("size", minus(given.get(2), given.get(1)))
                        : isArray(given) ? new Expr.Length(given.get(0)) : constant(1);
        };
    }

    private static boolean isArray(List<Expr> given) {
        return given.get(0).type() instanceof Type.Array;
    }

    private void source(Part part, Consumer<Expr> next) {
        List<Expr> given = part.arguments();
        switch (part.step().name()) {
            case "range" -> counted("index", given.get(0), given.get(1), next);
            case "rangeClosed" ->
                counted(
                        "index",
                        constant(0),
                        keep("size", size(given)),
                        i -> next.accept(keep("index", plus(given.get(0), i))));
            case "empty" -> {}
            case "iterate" -> iterate(part, next);
            case "generate" -> open(() -> next.accept(apply(part, 0)));
            default -> {
                if (given.size() == 3) {
                    elements(given.get(0), given.get(1), given.get(2), next);
                } else if (isArray(given)) {
                    elements(given.get(0), constant(0), new Expr.Length(given.get(0)), next);
                } else {
                    counted("index", constant(0), constant(1), i -> next.accept(given.get(0)));
                }
            }
        }
    }

    /** The first element is given, each other one made of the one before. */
    private void iterate(Part part, Consumer<Expr> next) {
        List<Expr> given = part.arguments();
        Var element = declare("element", given.get(0).type(), given.get(0));
        Var started = declare("started", BOOLEAN, constant(false));
        int step = given.size() - 1;
        open(() -> {
            Block following = apart(() -> assign(element, apply(part, step, Expr.read(element))));
            emit(new Stmt.If(Expr.read(started), following, Block.EMPTY, span));
            assign(started, constant(true));
            if (given.size() == 3) {
                Expr more = apply(part, 1, Expr.read(element));
                emit(new Stmt.If(not(more), Block.of(new Stmt.Break(current, span)), Block.EMPTY, span));
            }
            next.accept(keep("element", Expr.read(element)));
        });
    }

    private void elements(Expr array, Expr from, Expr to, Consumer<Expr> next) {
        Type type = ((Type.Array) array.type()).component();
        counted("index", from, to, i -> next.accept(keep("element", new Expr.Element(array, i, type))));
    }

    private Label current;

    void counted(String name, Expr from, Expr to, Consumer<Expr> next) {
        Var index = Var.temporary(name, INT);
        Label label = new Label(null);
        Block body = apart(() -> {
            leaveIfEnough(label);
            next.accept(Expr.read(index));
        });
        emit(new Stmt.Loop(
                label,
                Stmt.Loop.Form.FOR,
                Block.of(new Stmt.Declare(index, from, span)),
                new Expr.Binary(Operator.LESS, Expr.read(index), to, BOOLEAN),
                Block.of(new Stmt.Assign(index, plus(Expr.read(index), constant(1)), span)),
                body,
                span));
    }

    private void open(Runnable element) {
        Label label = new Label(null);
        current = label;
        Block body = apart(() -> {
            leaveIfEnough(label);
            element.run();
        });
        emit(Stmt.Loop.whileLoop(label, constant(true), body, span));
    }

    private void leaveIfEnough(Label label) {
        for (Supplier<Expr> done : enough) {
            emit(new Stmt.If(done.get(), Block.of(new Stmt.Break(label, span)), Block.EMPTY, span));
        }
    }

    /** A stage with what it remembers. */
    private record Stage(Part part, Var state) {}

    private List<Stage> stages(List<Part> parts) {
        List<Stage> stages = new ArrayList<>();
        for (Part p : parts) {
            Var state = null;
            switch (p.step().name()) {
                case "limit" -> {
                    Var taken = declare("taken", LONG, new Expr.Constant(0L, LONG));
                    Expr limit = p.arguments().get(0);
                    enough.add(() -> new Expr.Binary(Operator.GREATER_EQUAL, Expr.read(taken), limit, BOOLEAN));
                    state = taken;
                }
                case "skip" -> state = declare("skipped", LONG, new Expr.Constant(0L, LONG));
                case "takeWhile" -> {
                    Var takes = declare("takes", BOOLEAN, constant(true));
                    enough.add(() -> not(Expr.read(takes)));
                    state = takes;
                }
                case "dropWhile" -> state = declare("drops", BOOLEAN, constant(true));
                default -> {}
            }
            stages.add(new Stage(p, state));
        }
        return stages;
    }

    private void push(List<Stage> stages, int at, Expr e, Consumer<Expr> end) {
        if (at == stages.size()) {
            end.accept(e);
            return;
        }
        Part part = stages.get(at).part();
        Var state = stages.get(at).state();
        Consumer<Expr> next = x -> push(stages, at + 1, x, end);
        switch (part.step().name()) {
            case "map", "mapToDouble", "mapToInt" -> next.accept(apply(part, 0, e));
            case "asDoubleStream" -> next.accept(keep("element", Conversions.convert(e, Type.Primitive.DOUBLE, span)));
            case "filter" -> when(apply(part, 0, e), apart(() -> next.accept(e)), Block.EMPTY);
            case "peek" -> {
                accept(part, e);
                next.accept(e);
            }
            case "limit" -> {
                Expr fits = new Expr.Binary(
                        Operator.LESS, Expr.read(state), part.arguments().get(0), BOOLEAN);
                when(
                        fits,
                        apart(() -> {
                            add(state, new Expr.Constant(1L, LONG));
                            next.accept(e);
                        }),
                        Block.EMPTY);
            }
            case "skip" -> {
                Expr skips = new Expr.Binary(
                        Operator.LESS, Expr.read(state), part.arguments().get(0), BOOLEAN);
                when(skips, apart(() -> add(state, new Expr.Constant(1L, LONG))), apart(() -> next.accept(e)));
            }
            case "takeWhile" ->
                when(
                        Expr.read(state),
                        apart(() -> {
                            assign(state, apply(part, 0, e));
                            when(Expr.read(state), apart(() -> next.accept(e)), Block.EMPTY);
                        }),
                        Block.EMPTY);
            case "dropWhile" -> {
                when(Expr.read(state), apart(() -> assign(state, apply(part, 0, e))), Block.EMPTY);
                when(not(Expr.read(state)), apart(() -> next.accept(e)), Block.EMPTY);
            }
            default -> next.accept(e);
        }
    }

    /** Calls the function that is one of a step's arguments. */
    Expr apply(Part part, int argument, Expr... operands) {
        Expr.Call call = call(part, argument, List.of(operands));
        return keep(Temporaries.name(operands.length == 0 ? call : operands[0]), call);
    }

    void accept(Part part, Expr e) {
        emit(new Stmt.Eval(call(part, 0, List.of(e)), span));
    }

    private Expr.Call call(Part part, int argument, List<Expr> operands) {
        ExecutableElement method = part.step().method();
        DeclaredType type = (DeclaredType) method.getParameters().get(argument).asType();
        ExecutableElement descriptor = context.descriptor(type).orElseThrow();
        Type result = context.types().of(descriptor.getReturnType());
        return new Expr.Call(
                context.members().method(descriptor), part.arguments().get(argument), operands, result, span);
    }

    Var declare(String name, Type type, Expr value) {
        Var v = Var.temporary(name, type);
        emit(new Stmt.Declare(v, value, span));
        return v;
    }

    Expr keep(String name, Expr e) {
        return e instanceof Expr.Constant ? e : context.emitter().keep(e, name, span);
    }

    void assign(Var v, Expr value) {
        emit(new Stmt.Assign(v, value, span));
    }

    void add(Var v, Expr value) {
        assign(v, new Expr.Binary(Operator.ADD, Expr.read(v), value, v.type()));
    }

    void when(Expr condition, Block then, Block otherwise) {
        emit(new Stmt.If(condition, then, otherwise, span));
    }

    Block apart(Runnable action) {
        return new Block(context.emitter().apart(action));
    }

    void emit(Stmt s) {
        context.emitter().emit(s);
    }

    static Expr not(Expr e) {
        return new Expr.Unary(Operator.NOT, e, BOOLEAN);
    }

    static Expr constant(int value) {
        return new Expr.Constant(value, INT);
    }

    static Expr constant(boolean value) {
        return new Expr.Constant(value, BOOLEAN);
    }

    private static Expr plus(Expr a, Expr b) {
        return new Expr.Binary(Operator.ADD, a, b, INT);
    }

    private static Expr minus(Expr a, Expr b) {
        return new Expr.Binary(Operator.SUBTRACT, a, b, INT);
    }

    private Expr maxZero(Expr e) {
        Callee.Method max = Callee.Method.publicStatic(Types.MATH, "max", INT, INT, INT);
        return new Expr.Call(max, null, List.of(e, constant(0)), INT, span);
    }

    private Expr size(List<Expr> range) {
        Callee.Method size = Callee.Method.publicStatic(Types.STREAMS, "size", INT, INT, INT);
        return new Expr.Call(size, null, range, INT, span);
    }
}
