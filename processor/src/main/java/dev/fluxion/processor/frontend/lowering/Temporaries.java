package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;

/** Names for values that must be kept: what a person would call them. */
final class Temporaries {

    private Temporaries() {}

    static String name(Expr e) {
        if (e instanceof Expr.Read r) {
            return r.variable().name() + "Before";
        } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m) {
            return ofMethod(m.name());
        } else if (e instanceof Expr.FieldRead f) {
            return decapitalised(f.field().name());
        } else if (e instanceof Expr.New n) {
            return decapitalised(n.type().simpleName());
        } else if (e instanceof Expr.Element) {
            return "element";
        } else if (e instanceof Expr.Cast c) {
            return name(c.operand());
        } else if (e instanceof Expr.Concat) {
            return "text";
        }
        boolean isObject = e instanceof Expr.Opaque o && o.type() instanceof Type.Declared;
        if (isObject) {
            return decapitalised(((Type.Declared) e.type()).simpleName());
        }
        return e instanceof Expr.InstanceOf ? "matches" : "left";
    }

    private static String ofMethod(String name) {
        boolean getter = name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3));
        return getter ? decapitalised(name.substring(3)) : name;
    }

    static String decapitalised(String name) {
        if (name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            return name.toLowerCase(java.util.Locale.ROOT);
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
