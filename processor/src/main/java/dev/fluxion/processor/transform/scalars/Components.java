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
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts variables in the place of the fields of objects. */
final class Components extends Rewriter {

    private final Structures.Structure structure;
    private final Objects objects;
    private final Map<Var, Map<String, Var>> components = new HashMap<>();

    /** The variables of the block at hand that are not declared yet: the first assignment does. */
    private Map<Var, Var> pending = new LinkedHashMap<>();

    Components(Structures.Structure structure, Objects objects) {
        this.structure = structure;
        this.objects = objects;
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
            return Expr.read(of(r.variable()).get(f.field().name()));
        } else if (e instanceof Expr.InstanceOf i && objects.isOne(i.operand())) {
            boolean is = i.tested() instanceof Type.Declared d
                    && structure.supertypes().contains(d.erasure());
            return new Expr.Constant(is, Type.Primitive.BOOLEAN);
        } else if (e instanceof Expr.Binary b
                && (isOneAndNull(b.left(), b.right()) || isOneAndNull(b.right(), b.left()))) {
            return new Expr.Constant(b.operator() == Operator.NOT_EQUAL, Type.Primitive.BOOLEAN);
        } else if (e instanceof Expr.Call c
                && structure.isRecord()
                && c.callee() instanceof Callee.Method m
                && m.parameters().isEmpty()
                && Walk.parts(c).size() == 1
                && Walk.parts(c).get(0) instanceof Expr.Read r
                && objects.isOne(r.variable())
                && of(r.variable()).containsKey(m.name())) {
            return Expr.read(of(r.variable()).get(m.name()));
        }
        return e;
    }

    private boolean isOneAndNull(Expr one, Expr other) {
        return objects.isOne(one) && other instanceof Expr.Constant c && c.value() == null;
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
            code.add(descend(s));
        }
        return code;
    }

    private boolean isCheckOfOne(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && m.owner().canonicalName().equals("java.util.Objects")
                && m.name().equals("requireNonNull")
                && c.arguments().size() == 1
                && objects.isOne(c.arguments().get(0));
    }

    private void declare(Stmt.Declare d, List<Stmt> code) {
        Var v = d.variable();
        if (d.value() != null && Objects.isMade(d.value())) {
            of(v).values().forEach(c -> pending.put(c, v));
        } else if (objects.isImmutable() && d.value() == null) {
            of(v).values().forEach(c -> code.add(new Stmt.Declare(c, null, d.span())));
        } else if (objects.isImmutable() && d.value() instanceof Expr.Conditional) {
            of(v).values().forEach(c -> code.add(new Stmt.Declare(c, null, d.span())));
            assign(v, d.value(), false, d.span(), code);
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
        if (!objects.isOne(from) && !(from instanceof Expr.Read)) {
            Var outside = Var.temporary(v.name(), v.type());
            code.add(new Stmt.Declare(outside, expr(from), span));
            from = Expr.read(outside);
        }
        for (Field f : structure.fields()) {
            Expr read = leave(new Expr.FieldRead(f, from, f.type(), span));
            Var component = of(v).get(f.name());
            code.add(declares ? new Stmt.Declare(component, read, span) : new Stmt.Assign(component, read, span));
        }
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
