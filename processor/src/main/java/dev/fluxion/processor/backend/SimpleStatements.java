package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Prints statements that hold no others, without the semicolon. */
final class SimpleStatements {

    private final ExpressionWriter expressions;
    private final Members members;
    private final Returned returned;

    SimpleStatements(ExpressionWriter expressions, Members members, Returned returned) {
        this.expressions = expressions;
        this.members = members;
        this.returned = returned;
    }

    Members members() {
        return members;
    }

    /** The statement's text, or null if it is not a simple one. */
    Text of(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return declare(d);
        } else if (s instanceof Stmt.Assign a) {
            Var v = a.variable();
            return assign(Text.of(expressions.name(v)), new Expr.Read(v), a.value());
        } else if (s instanceof Stmt.StoreElement e) {
            Expr.Element place =
                    new Expr.Element(e.array(), e.index(), e.value().type());
            return assign(expressions.printed(place).text(), place, e.value());
        } else if (s instanceof Stmt.StoreField f) {
            return storeField(f);
        } else if (s instanceof Stmt.Eval e) {
            return expressions.printed(e.value()).text();
        } else if (s instanceof Stmt.Return r) {
            return returnStatement(r);
        } else if (s instanceof Stmt.Throw t) {
            return Text.of("throw ", expressions.printed(t.exception()).text());
        } else if (s instanceof Stmt.Assert a) {
            Text condition = expressions.condition(a.condition());
            return a.detail() == null
                    ? Text.of("assert ", condition)
                    : Text.of(
                            "assert ",
                            condition,
                            " : ",
                            expressions.printed(a.detail()).text());
        } else if (s instanceof Stmt.Push p) {
            return push(p);
        }
        return null;
    }

    /** Type and name, as a declaration begins. */
    Text declared(Var variable) {
        return Text.of(TypeNames.of(variable.type()), " " + expressions.name(variable));
    }

    private Text declare(Stmt.Declare d) {
        if (d.value() == null) {
            return declared(d.variable());
        }
        boolean named = !(d.variable().type() instanceof Type.Undenotable);
        Text left = named ? declared(d.variable()) : Text.of("var " + expressions.name(d.variable()));
        return Text.of(left, " = ", expressions.assigned(d.value(), d.variable().type()));
    }

    /** The first part of a {@code for}: declarations of one type, or assignments. */
    Text init(Block init) {
        List<Text> parts = new ArrayList<>();
        for (Stmt s : init.statements()) {
            boolean first = parts.isEmpty();
            if (s instanceof Stmt.Declare d && !first) {
                Text value = expressions.assigned(d.value(), d.variable().type());
                parts.add(Text.of(expressions.name(d.variable()) + " = ", value));
            } else {
                parts.add(of(s));
            }
        }
        return Text.items("", parts, "");
    }

    /** A constant after {@code case}; Java 17 wants those of an enumeration without its name. */
    Text caseLabel(Expr constant) {
        return constant instanceof Expr.FieldRead f
                ? Text.of(f.field().name())
                : expressions.assigned(constant, constant.type());
    }

    private Text assign(Text left, Expr place, Expr value) {
        boolean numeric = place.type() instanceof Type.Primitive p && Types.promote(p, p) == p;
        if (numeric
                && value instanceof Expr.Binary b
                && isArithmetic(b)
                && b.left().equals(place)) {
            return compound(left, b, place.type());
        }
        return Text.of(left, " = ", expressions.assigned(value, place.type()));
    }

    private static boolean isArithmetic(Expr.Binary b) {
        return b.operator().kind() == Operator.Kind.ARITHMETIC;
    }

    private Text compound(Text left, Expr.Binary b, Type type) {
        boolean one =
                b.right() instanceof Expr.Constant c && !type.isFloating() && ((Number) c.value()).longValue() == 1;
        if (one && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
            return Text.of(left, b.operator().symbol().repeat(2));
        }
        return Text.of(left, " " + b.operator().symbol() + "= ", expressions.compoundOperand(b.right(), type));
    }

    private Text storeField(Stmt.StoreField f) {
        Text target = f.target() == null ? null : expressions.primary(f.target());
        if (members.isHidden(f.field())) {
            return members.write(
                    f.field(), target, expressions.assigned(f.value(), f.field().type()));
        }
        Expr place = new Expr.FieldRead(f.field(), f.target(), f.field().type(), f.span());
        return assign(members.read(f.field(), target), place, f.value());
    }

    private Text returnStatement(Stmt.Return r) {
        List<Text> values = new ArrayList<>();
        for (int i = 0; i < r.values().size(); i++) {
            values.add(expressions.assigned(r.values().get(i), returned.types().get(i)));
        }
        if (returned.record() != null) {
            return Text.of("return new ", TypeNames.of(returned.record()), Text.items("(", values, ")"));
        }
        return values.isEmpty() ? Text.of("return") : Text.of("return ", values.get(0));
    }

    private Text push(Stmt.Push p) {
        Type type = p.value().type();
        String method = p.stack().type().equals(Types.TAPE) ? "push" + Tapes.suffix(type) : "push";
        Text value = expressions.assigned(p.value(), type);
        return Text.of(expressions.name(p.stack()) + "." + method + "(", value, ")");
    }
}
