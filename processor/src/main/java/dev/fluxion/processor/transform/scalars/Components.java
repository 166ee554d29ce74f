package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.dispatch.Receivers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts variables in the place of the fields of objects. */
final class Components extends Rewriter {

    private final Structures.Structure structure;
    private final Objects objects;
    private final Set<Var> kept;
    private final Map<Var, Map<String, Var>> components = new HashMap<>();

    /** The reads of components, by identity, that run only sometimes in their expression. */
    private final Set<Expr> conditional = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The variables of the block at hand that are not declared yet: the first assignment does. */
    private Map<Var, Var> pending = new LinkedHashMap<>();

    /** @param kept the objects that are wanted as a whole too */
    Components(Structures.Structure structure, Objects objects, Set<Var> kept) {
        this.structure = structure;
        this.objects = objects;
        this.kept = kept;
    }

    private Map<String, Var> of(Var object) {
        return components.computeIfAbsent(objects.origin(object), this::make);
    }

    private Map<String, Var> make(Var object) {
        Map<String, Var> made = new LinkedHashMap<>();
        for (Field f : structure.fields()) {
            String name = object.name()
                    + Character.toUpperCase(f.name().charAt(0))
                    + f.name().substring(1);
            made.put(f.name(), object.isTemporary() ? Var.temporary(name, f.type()) : new Var(name, f.type()));
        }
        return made;
    }

    @Override
    protected Expr leave(Expr e) {
        if (e instanceof Expr.FieldRead f
                && f.target() != null
                && objects.isOne(f.target())
                && Objects.uncast(f.target()) instanceof Expr.Read r) {
            Expr component = Expr.read(of(r.variable()).get(f.field().name()));
            return conditional.contains(f) ? orThrows(f, component) : component;
        } else if (e instanceof Expr.InstanceOf i && objects.isOne(i.operand())) {
            boolean is = i.tested() instanceof Type.Declared d
                    && structure.supertypes().contains(d.erasure());
            return is && isNullable(i.operand())
                    ? new Expr.Binary(
                            Operator.NOT_EQUAL,
                            Objects.uncast(i.operand()),
                            new Expr.Constant(null, Types.NULL),
                            Type.Primitive.BOOLEAN)
                    : new Expr.Constant(is, Type.Primitive.BOOLEAN);
        } else if (e instanceof Expr.Binary b
                && (isOneAndNull(b.left(), b.right()) || isOneAndNull(b.right(), b.left()))) {
            return new Expr.Constant(b.operator() == Operator.NOT_EQUAL, Type.Primitive.BOOLEAN);
        } else if (e instanceof Expr.Conditional c && c.condition() instanceof Expr.Constant known) {
            return Boolean.TRUE.equals(known.value()) ? c.whenTrue() : c.whenFalse();
        } else if (e instanceof Expr.Binary b && b.operator() == Operator.OR_ELSE && isFalse(b.left())) {
            return b.right();
        } else if (isAccessor(e)) {
            Expr.Call c = (Expr.Call) e;
            String name = ((Callee.Method) c.callee()).name();
            return Expr.read(of(((Expr.Read) Walk.parts(c).get(0)).variable()).get(name));
        }
        return e;
    }

    private static boolean isFalse(Expr e) {
        return e instanceof Expr.Constant c && Boolean.FALSE.equals(c.value());
    }

    private boolean isAccessor(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && m.parameters().isEmpty()
                && structure.accessors().contains(m.name())
                && Walk.parts(c).size() == 1
                && Walk.parts(c).get(0) instanceof Expr.Read r
                && objects.isOne(r.variable());
    }

    private boolean isOneAndNull(Expr one, Expr other) {
        return objects.isOne(one) && !isNullable(one) && other instanceof Expr.Constant c && c.value() == null;
    }

    private boolean isNullable(Expr one) {
        return Objects.uncast(one) instanceof Expr.Read r ? objects.isNullable(r.variable()) : objects.mayStay();
    }

    @Override
    public Block block(Block b) {
        Map<Var, Var> outer = pending;
        pending = new LinkedHashMap<>();
        Block inner = super.block(b);
        pending = outer;
        return inner;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        checks(s, code);
        if (s instanceof Stmt.Declare d && objects.isOne(d.variable())) {
            declare(d, code);
        } else if (s instanceof Stmt.Assign a && objects.isOne(a.variable())) {
            assign(a.variable(), a.value(), false, a.span(), code);
        } else if (s instanceof Stmt.Eval e && isCheckOfOne(e.value())) {
            return code; // What the function has made is not null.
        } else if (s instanceof Stmt.StoreField f && f.target() instanceof Expr.Read r && objects.isOne(r.variable())) {
            Var v = of(r.variable()).get(f.field().name());
            flush(f.value(), code);
            Expr value = expr(f.value());
            boolean first = pending.remove(v) != null;
            code.add(first ? new Stmt.Declare(v, value, f.span()) : new Stmt.Assign(v, value, f.span()));
        } else {
            Walk.expressions(s).forEach(e -> flush(e, code));
            Walk.blocks(s).forEach(b -> Walk.statements(b, t -> flush(t, code)));
            Stmt rewritten = descend(s);
            if (!(rewritten instanceof Stmt.Eval e && e.value() instanceof Expr.Read)) {
                code.add(rewritten); // Else a component is asked for and not used.
            }
        }
        return code;
    }

    /** A member of what may be null throws where it is asked for. */
    private void checks(Stmt s, List<Stmt> code) {
        Set<Var> asked = new LinkedHashSet<>();
        Walk.expressions(s).forEach(e -> asked(e, false, asked));
        asked.forEach(v -> code.add(new Stmt.Eval(Receivers.nonNull(Expr.read(v)), s.span())));
    }

    /** Finds the objects that are asked for a member wherever control goes, and the places where they are asked only sometimes. */
    private void asked(Expr e, boolean isConditional, Set<Var> found) {
        boolean isMember = e instanceof Expr.FieldRead f && f.target() != null || isAccessor(e);
        if (isMember
                && Objects.uncast(Walk.parts(e).get(0)) instanceof Expr.Read r
                && objects.isOne(r.variable())
                && objects.isNullable(r.variable())) {
            if (isConditional) {
                conditional.add(e);
            } else {
                found.add(r.variable());
            }
        }
        boolean chooses = e instanceof Expr.Conditional
                || e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.LAZY;
        List<Expr> parts = Walk.parts(e);
        for (int i = 0; i < parts.size(); i++) {
            asked(parts.get(i), isConditional || chooses && i > 0, found);
        }
    }

    /** A component of what may be null; the object itself is asked where it is, and throws. */
    private static Expr orThrows(Expr.FieldRead f, Expr component) {
        Expr isNull = new Expr.Binary(
                Operator.EQUAL, f.target(), new Expr.Constant(null, Types.NULL), Type.Primitive.BOOLEAN);
        return new Expr.Conditional(isNull, f, component, f.type());
    }

    private boolean isCheckOfOne(Expr e) {
        return Objects.isCheck(e)
                && objects.isOne(Walk.parts(e).get(0))
                && !isNullable(Walk.parts(e).get(0));
    }

    private void declare(Stmt.Declare d, List<Stmt> code) {
        Var v = d.variable();
        if (d.value() != null && Objects.isMade(d.value())) {
            if (kept.contains(v)) {
                code.add(new Stmt.Declare(v, expr(Objects.whole(d.value())), d.span()));
            }
            of(v).values().forEach(c -> pending.put(c, v));
        } else if (objects.isImmutable() && (d.value() == null || d.value() instanceof Expr.Conditional)) {
            if (kept.contains(v)) {
                code.add(new Stmt.Declare(v, null, d.span()));
            }
            of(v).values().forEach(c -> code.add(new Stmt.Declare(c, null, d.span())));
            if (d.value() != null) {
                assign(v, d.value(), false, d.span(), code);
            }
        } else if (objects.isImmutable()) {
            assign(v, d.value(), true, d.span(), code);
        }
    }

    private void assign(Var v, Expr value, boolean declares, Span span, List<Stmt> code) {
        if (value instanceof Expr.Conditional c) {
            flush(c.condition(), code);
            flush(c, code);
            code.add(new Stmt.If(
                    expr(c.condition()), branch(v, c.whenTrue(), span), branch(v, c.whenFalse(), span), span));
            return;
        }
        flush(value, code);
        Expr from = objects.isOne(value) ? Objects.uncast(value) : value;
        boolean isNull = from instanceof Expr.Constant;
        if (!isNull && !(from instanceof Expr.Read)) {
            Var outside = Var.temporary(v.name(), v.type());
            code.add(new Stmt.Declare(outside, expr(from), span));
            from = Expr.read(outside);
        }
        if (kept.contains(v)) {
            Expr whole = isNull || isKnownAs(from, v.type()) ? from : new Expr.Cast(v.type(), from, span);
            code.add(declares ? new Stmt.Declare(v, whole, span) : new Stmt.Assign(v, whole, span));
        }
        for (Field f : structure.fields()) {
            Expr read = isNull ? Defaults.of(f.type()) : leave(new Expr.FieldRead(f, from, f.type(), span));
            Var component = of(v).get(f.name());
            code.add(declares ? new Stmt.Declare(component, read, span) : new Stmt.Assign(component, read, span));
        }
    }

    /** Whether an object may be assigned without a cast: one that is known by a wider type may be narrowed by a pattern. */
    private boolean isKnownAs(Expr object, Type type) {
        return object.type().equals(type) || object.type().equals(structure.type());
    }

    private Block branch(Var v, Expr value, Span span) {
        List<Stmt> code = new ArrayList<>();
        assign(v, value, false, span, code);
        return new Block(code);
    }

    private void flush(Stmt s, List<Stmt> code) {
        Walk.expressions(s).forEach(e -> flush(e, code));
    }

    /** What is read before it is assigned, or assigned in a nested block, has its default value until then. */
    private void flush(Expr e, List<Stmt> code) {
        Walk.expressions(e, part -> {
            if (part instanceof Expr.Read r && objects.isOne(r.variable())) {
                for (Var v : of(r.variable()).values()) {
                    if (pending.remove(v) != null) {
                        code.add(new Stmt.Declare(v, Defaults.of(v.type()), Span.NONE));
                    }
                }
            }
        });
    }
}
