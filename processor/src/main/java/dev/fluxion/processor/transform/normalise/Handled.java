package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements with exceptions that end in the function: attempts, jumps and branches in their place. */
final class Handled {

    private static final Type.Declared OBJECTS = Type.Declared.of("java.util", "Objects");

    private final Rewriter outermost;
    private final ActiveCode active;
    private final Map<Var, Integer> mentions;
    private final HandledLoops loops;

    /**
     * @param outermost what becomes of statements whose exceptions leave the function
     * @param mentions how many statements of the function mention each variable
     */
    Handled(Rewriter outermost, ActiveCode active, Map<Var, Integer> mentions) {
        this.outermost = outermost;
        this.active = active;
        this.mentions = mentions;
        this.loops = new HandledLoops(this);
    }

    /** Statements with a handler; without one their exceptions leave the function. */
    Block block(Block b, Handler handler) {
        return handler == null ? outermost.block(b) : new Block(statements(b.statements(), handler));
    }

    private List<Stmt> statements(List<Stmt> statements, Handler handler) {
        Attempts attempts = attempts(handler);
        for (Stmt s : statements) {
            statement(s, attempts, handler);
        }
        return attempts.finish();
    }

    Attempts attempts(Handler handler) {
        return new Attempts(handler, active, mentions);
    }

    private void statement(Stmt s, Attempts out, Handler handler) {
        if (Guards.isTotal(s) && !isCompound(s)) {
            out.add(s);
        } else if (Guards.isTotal(s)) {
            out.addAll(List.of(s));
        } else if (isCompound(s) && !active.isIn(s) && !Guards.jumpsOut(Block.of(s))) {
            out.addWhole(s);
        } else if (s instanceof Stmt.If i) {
            Expr condition = out.total(i.condition(), i.span());
            Block whenTrue = block(i.whenTrue(), handler);
            out.addAll(List.of(new Stmt.If(condition, whenTrue, block(i.whenFalse(), handler), i.span())));
        } else if (s instanceof Stmt.Loop l) {
            out.addAll(loops.loop(l, handler));
        } else if (s instanceof Stmt.Switch w) {
            choice(w, out, handler);
        } else if (s instanceof Stmt.Labeled l) {
            out.addAll(List.of(new Stmt.Labeled(l.label(), block(l.body(), handler), l.span())));
        } else if (s instanceof Stmt.Try t) {
            out.addAll(tryStatement(t, handler));
        } else if (s instanceof Stmt.Synchronized y) {
            Expr monitor = present(y.monitor(), out, y.span());
            out.addAll(List.of(new Stmt.Synchronized(monitor, block(y.body(), handler), y.span())));
        } else if (s instanceof Stmt.Throw t) {
            Expr.Call thrown = call("thrown", Types.THROWABLE, out.total(t.exception(), t.span()));
            out.addAll(List.of(new Stmt.Assign(handler.thrown(), thrown, t.span()), handler.jump()));
        } else {
            out.add(s);
        }
    }

    private static boolean isCompound(Stmt s) {
        return s instanceof Stmt.If
                || s instanceof Stmt.Loop
                || s instanceof Stmt.Switch
                || s instanceof Stmt.Labeled
                || Guards.is(s);
    }

    private void choice(Stmt.Switch w, Attempts out, Handler handler) {
        Expr selector = present(w.selector(), out, w.span());
        List<Stmt.Case> cases = new ArrayList<>();
        w.cases().forEach(c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), block(c.body(), handler))));
        out.addAll(List.of(new Stmt.Switch(w.label(), selector, cases, w.span())));
    }

    /** The value of an expression that is no null. */
    private static Expr present(Expr e, Attempts out, Span span) {
        Expr value = out.total(e, span);
        if (!value.type().isPrimitive()) {
            Callee.Method check = Callee.Method.publicStatic(OBJECTS, "requireNonNull", Types.OBJECT, Types.OBJECT);
            out.add(new Stmt.Eval(new Expr.Call(check, null, List.of(value), Types.OBJECT, span), span));
        }
        return value;
    }

    /** A try statement; without a handler around it, what it does not catch leaves the function. */
    List<Stmt> tryStatement(Stmt.Try t, Handler outer) {
        if (!t.finallyBlock().isEmpty()
                && !(t.catches().isEmpty() && t.resources().isEmpty())) {
            Stmt inner = new Stmt.Try(t.resources(), t.body(), t.catches(), Block.EMPTY, t.span());
            return finallyBlock(Block.of(inner), t.finallyBlock(), outer);
        } else if (!t.finallyBlock().isEmpty()) {
            return finallyBlock(t.body(), t.finallyBlock(), outer);
        } else if (!t.catches().isEmpty()) {
            Block inner = t.resources().isEmpty()
                    ? t.body()
                    : Block.of(new Stmt.Try(t.resources(), t.body(), List.of(), Block.EMPTY, t.span()));
            return catches(inner, t.catches(), outer);
        }
        return resource(t, outer);
    }

    /** Code and what is done behind it when an exception or a jump leaves it. */
    private record Guarded(Handler handler, Outlets outlets, List<Stmt> code) {}

    private Guarded guarded(Block body, String name) {
        Handler handler = Handler.of(name, body);
        Block inner = new Block(statements(body.statements(), handler));
        Outlets outlets = new Outlets(inner, handler.label());
        List<Stmt> code = new ArrayList<>();
        Stmt.Labeled labeled = new Stmt.Labeled(handler.label(), outlets.block(inner), Span.NONE);
        code.add(nothingThrown(handler));
        code.addAll(outlets.before());
        code.add(labeled);
        return new Guarded(handler, outlets, code);
    }

    private static Stmt nothingThrown(Handler handler) {
        return new Stmt.Declare(handler.thrown(), Defaults.of(Types.THROWABLE), Span.NONE);
    }

    private List<Stmt> finallyBlock(Block body, Block last, Handler outer) {
        Guarded guarded = guarded(body, "finallyBlock");
        List<Stmt> code = guarded.code();
        code.addAll(block(last, outer).statements());
        code.add(ifThrown(guarded.handler(), raise(guarded.handler().thrown(), outer), Block.EMPTY));
        code.addAll(guarded.outlets().behind());
        return code;
    }

    private List<Stmt> catches(Block body, List<Stmt.Catch> catches, Handler outer) {
        Handler handler = Handler.of("handler", body);
        List<Stmt> code = new ArrayList<>();
        code.add(nothingThrown(handler));
        code.add(new Stmt.Labeled(handler.label(), new Block(statements(body.statements(), handler)), Span.NONE));
        code.add(ifThrown(handler, clauses(catches, handler.thrown(), outer), Block.EMPTY));
        return code;
    }

    private static Stmt ifThrown(Handler handler, Block then, Block otherwise) {
        return new Stmt.If(isPresent(handler.thrown()), then, otherwise, Span.NONE);
    }

    private static Expr isPresent(Var v) {
        return new Expr.Binary(
                Operator.NOT_EQUAL, Expr.read(v), new Expr.Constant(null, Types.NULL), Type.Primitive.BOOLEAN);
    }

    private Block clauses(List<Stmt.Catch> catches, Var thrown, Handler outer) {
        if (catches.isEmpty()) {
            return raise(thrown, outer);
        }
        Stmt.Catch first = catches.get(0);
        Expr value = Expr.read(thrown);
        Type type = first.variable().type();
        List<Stmt> body = new ArrayList<>();
        Expr bound = type.equals(Types.THROWABLE) ? value : new Expr.Cast(type, value, Span.NONE);
        body.add(new Stmt.Declare(first.variable(), bound, Span.NONE));
        Block handler = outer == null ? thrownOn(first) : first.body();
        body.addAll(block(handler, outer).statements());
        if (first.types().contains(Types.THROWABLE)) {
            return new Block(body);
        }
        Expr matches = first.types().stream()
                .map(t -> (Expr) new Expr.InstanceOf(value, t))
                .reduce((a, b) -> new Expr.Binary(Operator.OR_ELSE, a, b, Type.Primitive.BOOLEAN))
                .orElseThrow();
        Block others = clauses(catches.subList(1, catches.size()), thrown, outer);
        return Block.of(new Stmt.If(matches, new Block(body), others, Span.NONE));
    }

    /** A handler that throws what it caught, which may be of a type that only the variable of a catch clause may throw unannounced (JLS 11.2.2). */
    private static Block thrownOn(Stmt.Catch c) {
        return new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                return s instanceof Stmt.Throw t && t.exception().equals(Expr.read(c.variable()))
                        ? raise(c.variable(), null).statements()
                        : super.rewrite(s);
            }
        }.block(c.body());
    }

    /** Lets an exception go on. */
    private static Block raise(Var thrown, Handler outer) {
        if (outer != null) {
            return Block.of(new Stmt.Assign(outer.thrown(), Expr.read(thrown), Span.NONE), outer.jump());
        }
        Type.Declared type = Type.Declared.of("java.lang", "RuntimeException");
        Var raised = Var.temporary("raised", type);
        return Block.of(
                new Stmt.Declare(raised, call("rethrow", type, Expr.read(thrown)), Span.NONE),
                new Stmt.Throw(Expr.read(raised), Span.NONE));
    }

    private static Expr.Call call(String name, Type result, Expr argument) {
        Callee.Method method = Callee.Method.publicStatic(Types.EXCEPTIONS, name, result, Types.THROWABLE);
        return new Expr.Call(method, null, List.of(argument), result, Span.NONE);
    }

    /** The first resource around the rest (JLS 14.20.3.1). */
    private List<Stmt> resource(Stmt.Try t, Handler outer) {
        Stmt.Declare first = t.resources().get(0);
        Var resource = first.variable();
        List<Stmt> code = opened(first, outer);
        List<Stmt.Declare> others = t.resources().subList(1, t.resources().size());
        Block body = others.isEmpty()
                ? t.body()
                : Block.of(new Stmt.Try(others, t.body(), List.of(), Block.EMPTY, t.span()));
        Guarded guarded = guarded(body, "resource");
        code.addAll(guarded.code());
        Var thrown = guarded.handler().thrown();
        Type.Declared closeable = Type.Declared.of("java.lang", "AutoCloseable");
        Callee.Method closeAfter =
                Callee.Method.publicStatic(Types.EXCEPTIONS, "close", Types.VOID, closeable, Types.THROWABLE);
        List<Stmt> failed = new ArrayList<>(List.of(new Stmt.Eval(
                new Expr.Call(closeAfter, null, List.of(Expr.read(resource), Expr.read(thrown)), Types.VOID, t.span()),
                t.span())));
        failed.addAll(raise(thrown, outer).statements());
        Callee.Method close = new Callee.Method(
                ((Type.Declared) resource.type()).erasure(),
                "close",
                List.of(),
                Types.VOID,
                false,
                Callee.Access.PUBLIC);
        Stmt closing =
                new Stmt.Eval(new Expr.Call(close, Expr.read(resource), List.of(), Types.VOID, t.span()), t.span());
        Block closed = block(Block.of(closing), outer);
        Stmt closes = new Stmt.If(isPresent(resource), closed, Block.EMPTY, Span.NONE);
        code.add(ifThrown(guarded.handler(), new Block(failed), Block.of(closes)));
        code.addAll(guarded.outlets().behind());
        return code;
    }

    private List<Stmt> opened(Stmt.Declare resource, Handler outer) {
        if (outer == null) {
            return new ArrayList<>(List.of(resource));
        }
        Attempts out = attempts(outer);
        out.addAll(List.of(new Stmt.Declare(
                resource.variable(), Defaults.of(resource.variable().type()), Span.NONE)));
        out.add(new Stmt.Assign(resource.variable(), resource.value(), resource.span()));
        return out.finish();
    }
}
