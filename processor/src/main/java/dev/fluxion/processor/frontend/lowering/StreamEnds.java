package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What becomes of a pipeline's elements in the end. */
final class StreamEnds {

    private static final Type.Primitive DOUBLE = Type.Primitive.DOUBLE;
    private static final Type.Primitive BOOLEAN = Type.Primitive.BOOLEAN;
    private static final Type.Primitive LONG = Type.Primitive.LONG;

    private final Context context;
    private final StreamLoop loop;
    private final Span span;

    StreamEnds(Context context, StreamLoop loop, Span span) {
        this.context = context;
        this.loop = loop;
        this.span = span;
    }

    static Expr nothing() {
        return new Expr.Constant(null, Types.NULL);
    }

    StreamResult end(List<StreamLoop.Part> parts, StreamLoop.Part end) {
        Type type = end.step().isOfDoubles() ? DOUBLE : Type.Primitive.INT;
        return switch (end.step().name()) {
            case "sum" ->
                new StreamResult.Value(
                        type == DOUBLE ? sum(parts).sum() : reduced(parts, Defaults.of(type), StreamEnds::plus));
            case "average" -> average(parts);
            case "max", "min" ->
                fold(parts, type, (a, b) -> call(Types.MATH, end.step().name(), type, List.of(a, b), span));
            case "reduce" ->
                end.arguments().size() == 2
                        ? new StreamResult.Value(
                                reduced(parts, end.arguments().get(0), (a, b) -> loop.apply(end, 1, a, b)))
                        : fold(parts, type, (a, b) -> loop.apply(end, 0, a, b));
            case "toArray" -> new StreamResult.Value(loop.buffer(parts));
            case "anyMatch", "allMatch", "noneMatch" -> new StreamResult.Value(match(parts, end));
            case "findFirst" -> first(parts, type);
            case "summaryStatistics" -> statistics(parts);
            default -> {
                loop.run(parts, e -> loop.accept(end, e));
                yield new StreamResult.Value(nothing());
            }
        };
    }

    private Summing sum(List<StreamLoop.Part> parts) {
        Summing summing = new Summing();
        loop.run(parts, summing::add);
        return summing;
    }

    /** Sums by the class library and, for derivatives, by a loop. */
    private final class Summing {

        private final Var exact =
                loop.declare("exact", Types.EXACT_SUM, new Expr.New(Types.EXACT_SUM, List.of(), span));
        private final Var sum = loop.declare("sum", DOUBLE, Defaults.of(DOUBLE));
        private final Var count = loop.declare("count", LONG, Defaults.of(LONG));

        void add(Expr e) {
            Expr value = Context.constantByRequest(e, Span.NONE);
            Callee.Method method =
                    new Callee.Method(Types.EXACT_SUM, "add", List.of(DOUBLE), Types.VOID, false, Callee.Access.PUBLIC);
            loop.emit(new Stmt.Eval(new Expr.Call(method, Expr.read(exact), List.of(value), Types.VOID, span), span));
            loop.add(sum, e);
            loop.add(count, new Expr.Constant(1L, LONG));
        }

        Expr sum() {
            return same("sum", Expr.read(sum));
        }

        Expr average() {
            Expr number = new Expr.Cast(DOUBLE, Expr.read(count), span);
            return same("average", new Expr.Binary(Operator.DIVIDE, Expr.read(sum), number, DOUBLE));
        }

        Expr count() {
            return Expr.read(count);
        }

        /** What the library computes, with the derivative of what the loop does. */
        private Expr same(String name, Expr derivative) {
            Callee.Method method =
                    new Callee.Method(Types.EXACT_SUM, name, List.of(), DOUBLE, false, Callee.Access.PUBLIC);
            Expr value = loop.keep(name, new Expr.Call(method, Expr.read(exact), List.of(), DOUBLE, span));
            return call(Types.DERIVATIVES, "instead", DOUBLE, List.of(value, derivative), span);
        }
    }

    private StreamResult average(List<StreamLoop.Part> parts) {
        Summing sum = sum(parts);
        Expr some = new Expr.Binary(Operator.GREATER, sum.count(), new Expr.Constant(0L, LONG), BOOLEAN);
        return new StreamResult.Perhaps(loop.keep("present", some), loop.keep("average", sum.average()));
    }

    private Expr reduced(List<StreamLoop.Part> parts, Expr identity, BinaryOperator<Expr> operator) {
        Var state = loop.declare("state", identity.type(), identity);
        loop.run(parts, e -> loop.assign(state, operator.apply(Expr.read(state), e)));
        return Expr.read(state);
    }

    private StreamResult fold(List<StreamLoop.Part> parts, Type type, BinaryOperator<Expr> operator) {
        Var present = loop.declare("present", BOOLEAN, StreamLoop.constant(false));
        Var state = loop.declare("state", type, Defaults.of(type));
        loop.run(
                parts,
                e -> loop.when(
                        Expr.read(present),
                        loop.apart(() -> loop.assign(state, operator.apply(Expr.read(state), e))),
                        loop.apart(() -> {
                            loop.assign(present, StreamLoop.constant(true));
                            loop.assign(state, e);
                        })));
        return new StreamResult.Perhaps(Expr.read(present), Expr.read(state));
    }

    private StreamResult first(List<StreamLoop.Part> parts, Type type) {
        Var present = loop.declare("present", BOOLEAN, StreamLoop.constant(false));
        Var state = loop.declare("first", type, Defaults.of(type));
        loop.until(() -> Expr.read(present));
        loop.run(
                parts,
                e -> loop.when(Expr.read(present), Block.EMPTY, loop.apart(() -> {
                    loop.assign(present, StreamLoop.constant(true));
                    loop.assign(state, e);
                })));
        return new StreamResult.Perhaps(Expr.read(present), Expr.read(state));
    }

    private Expr match(List<StreamLoop.Part> parts, StreamLoop.Part end) {
        boolean wanted = !end.step().name().equals("allMatch");
        Var found = loop.declare("found", BOOLEAN, StreamLoop.constant(false));
        loop.until(() -> Expr.read(found));
        loop.run(
                parts,
                e -> loop.when(Expr.read(found), Block.EMPTY, loop.apart(() -> {
                    Expr test = loop.apply(end, 0, e);
                    loop.assign(found, wanted ? test : StreamLoop.not(test));
                })));
        return end.step().name().equals("anyMatch") ? Expr.read(found) : StreamLoop.not(Expr.read(found));
    }

    private StreamResult statistics(List<StreamLoop.Part> parts) {
        Summing summing = new Summing();
        Var min = loop.declare("min", DOUBLE, new Expr.Constant(Double.POSITIVE_INFINITY, DOUBLE));
        Var max = loop.declare("max", DOUBLE, new Expr.Constant(Double.NEGATIVE_INFINITY, DOUBLE));
        loop.run(parts, e -> {
            summing.add(e);
            loop.assign(min, call(Types.MATH, "min", DOUBLE, List.of(Expr.read(min), e), span));
            loop.assign(max, call(Types.MATH, "max", DOUBLE, List.of(Expr.read(max), e), span));
        });
        Map<String, Expr> numbers = new HashMap<>();
        numbers.put("getSum", loop.keep("sum", summing.sum()));
        numbers.put("getAverage", loop.keep("average", summing.average()));
        numbers.put("getCount", summing.count());
        numbers.put("getMin", Expr.read(min));
        numbers.put("getMax", Expr.read(max));
        return new StreamResult.Statistics(numbers);
    }

    /** What is asked of a number that there may be. */
    Expr part(StreamResult.Perhaps p, String name, List<Expr> given) {
        return switch (name) {
            case "isPresent" -> p.present();
            case "isEmpty" -> StreamLoop.not(p.present());
            case "orElse" -> {
                // The argument is evaluated whether it is wanted or not.
                Expr other = given.get(0);
                other = other instanceof Expr.Constant || other instanceof Expr.Read
                        ? other
                        : loop.keep("other", other);
                yield loop.keep(
                        "value",
                        new Expr.Conditional(
                                p.present(), p.value(), other, p.value().type()));
            }
            default -> {
                loop.when(StreamLoop.not(p.present()), loop.apart(this::noValue), Block.EMPTY);
                yield p.value();
            }
        };
    }

    private void noValue() {
        Type.Declared type = Type.Declared.of("java.util", "NoSuchElementException");
        Expr text = new Expr.Constant("No value present", Types.STRING);
        Var exception = loop.declare("exception", type, new Expr.New(type, List.of(text), span));
        loop.emit(new Stmt.Throw(Expr.read(exception), span));
    }

    private static Expr plus(Expr a, Expr b) {
        return new Expr.Binary(Operator.ADD, a, b, a.type());
    }

    static Expr.Call call(Type.Declared owner, String name, Type result, List<Expr> arguments, Span span) {
        List<Type> parameters = new ArrayList<>();
        arguments.forEach(a -> parameters.add(a.type()));
        Callee.Method method = Callee.Method.publicStatic(owner, name, result, parameters.toArray(Type[]::new));
        return new Expr.Call(method, null, arguments, result, span);
    }
}
