package dev.fluxion.processor.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions as readable pseudo Java, for tests, options and messages. Different variables that want one name are told apart by a number. */
public final class IrPrinter {

    private final StringBuilder text = new StringBuilder();
    private final Map<Object, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int depth;

    private IrPrinter() {}

    public static String print(Function f) {
        IrPrinter printer = new IrPrinter();
        printer.function(f);
        return printer.text.toString();
    }

    public static String print(Block b) {
        IrPrinter printer = new IrPrinter();
        printer.block(b);
        return printer.text.toString();
    }

    public static String print(Stmt s) {
        return print(Block.of(s));
    }

    public static String print(Expr e) {
        return new IrPrinter().expr(e);
    }

    private void function(Function f) {
        String parameters = f.parameters().stream()
                .map(p -> (p.active() ? "" : "@NoDiff ") + type(p.variable().type()) + " " + name(p.variable()))
                .collect(Collectors.joining(", "));
        String results = f.results().stream()
                .map(r -> type(r.type()) + " " + r.name())
                .collect(Collectors.joining(", ", "(", ")"));
        line(results + " " + f.callee() + "(" + parameters + ") {");
        inner(f.body());
        line("}");
    }

    private void line(String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }

    private void inner(Block b) {
        depth++;
        block(b);
        depth--;
    }

    private void block(Block b) {
        b.statements().forEach(this::statement);
    }

    private String name(Var v) {
        return unique(v, v.name());
    }

    private String label(Label l) {
        return unique(l, l.name() == null ? "L" : l.name());
    }

    private String unique(Object key, String wish) {
        return names.computeIfAbsent(key, k -> {
            int n = counts.merge(wish, 1, Integer::sum);
            return n == 1 ? wish : wish + "#" + n;
        });
    }

    private static String type(Type type) {
        return type instanceof Type.Declared d
                ? d.simpleName()
                        + (d.arguments().isEmpty()
                                ? ""
                                : d.arguments().stream()
                                        .map(a -> a instanceof Type t ? type(t) : a.toString())
                                        .collect(Collectors.joining(", ", "<", ">")))
                : type instanceof Type.Array a ? type(a.component()) + "[]" : type.toString();
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            line(declare(d) + ";");
        } else if (s instanceof Stmt.Assign a) {
            line(name(a.variable()) + " = " + expr(a.value()) + ";");
        } else if (s instanceof Stmt.StoreField f) {
            line(expr(new Expr.FieldRead(f.field(), f.target(), f.field().type(), f.span())) + " = " + expr(f.value())
                    + ";");
        } else if (s instanceof Stmt.StoreElement e) {
            line(tight(e.array()) + "[" + expr(e.index()) + "] = " + expr(e.value()) + ";");
        } else if (s instanceof Stmt.Eval e) {
            line(expr(e.value()) + ";");
        } else if (s instanceof Stmt.Invoke i) {
            String targets =
                    i.targets().stream().map(v -> v == null ? "_" : name(v)).collect(Collectors.joining(", "));
            line("[" + targets + "] = " + i.callee() + list(i.arguments()) + ";");
        } else if (s instanceof Stmt.Push p) {
            line(name(p.stack()) + ".push(" + expr(p.value()) + ");");
        } else if (s instanceof Stmt.Comment c) {
            line("// " + c.text());
        } else {
            control(s);
        }
    }

    private String declare(Stmt.Declare d) {
        String head = type(d.variable().type()) + " " + name(d.variable());
        return d.value() == null ? head : head + " = " + expr(d.value());
    }

    private void control(Stmt s) {
        if (s instanceof Stmt.Return r) {
            line("return" + r.values().stream().map(this::expr).collect(Collectors.joining(", ", " ", "")) + ";");
        } else if (s instanceof Stmt.Break b) {
            line("break " + label(b.target()) + ";");
        } else if (s instanceof Stmt.Continue c) {
            line("continue " + label(c.target()) + ";");
        } else if (s instanceof Stmt.Throw t) {
            line("throw " + expr(t.exception()) + ";");
        } else if (s instanceof Stmt.Assert a) {
            line("assert " + expr(a.condition()) + (a.detail() == null ? "" : " : " + expr(a.detail())) + ";");
        } else if (s instanceof Stmt.If i) {
            line("if (" + expr(i.condition()) + ") {");
            inner(i.whenTrue());
            if (!i.whenFalse().isEmpty()) {
                line("} else {");
                inner(i.whenFalse());
            }
            line("}");
        } else if (s instanceof Stmt.Loop l) {
            loop(l);
        } else {
            compound(s);
        }
    }

    private void loop(Stmt.Loop l) {
        String label = label(l.label()) + ": ";
        if (l.form() == Stmt.Loop.Form.FOR) {
            line(label + "for (" + flat(l.init()) + "; " + expr(l.condition()) + "; " + flat(l.update()) + ") {");
        } else if (l.form() == Stmt.Loop.Form.WHILE) {
            line(label + "while (" + expr(l.condition()) + ") {");
        } else {
            line(label + "do {");
        }
        inner(l.body());
        line(l.form() == Stmt.Loop.Form.DO ? "} while (" + expr(l.condition()) + ");" : "}");
    }

    /** The statements of a loop's head in one line. */
    private String flat(Block b) {
        int start = text.length();
        int outer = depth;
        depth = 0;
        block(b);
        depth = outer;
        String lines = text.substring(start).strip();
        text.setLength(start);
        return lines.replaceAll(";\n", ", ").replaceAll(";$", "");
    }

    private void compound(Stmt s) {
        if (s instanceof Stmt.Switch w) {
            line(label(w.label()) + ": switch (" + expr(w.selector()) + ") {");
            for (Stmt.Case c : w.cases()) {
                String constants = c.constants().stream().map(this::expr).collect(Collectors.joining(", "));
                line("case " + constants + (c.isDefault() ? " default" : "") + ":");
                inner(c.body());
            }
            line("}");
        } else if (s instanceof Stmt.Labeled l) {
            line(label(l.label()) + ": {");
            inner(l.body());
            line("}");
        } else if (s instanceof Stmt.Synchronized y) {
            line("synchronized (" + expr(y.monitor()) + ") {");
            inner(y.body());
            line("}");
        } else if (s instanceof Stmt.Try t) {
            attempt(t);
        }
    }

    private void attempt(Stmt.Try t) {
        String resources = t.resources().stream().map(this::declare).collect(Collectors.joining("; "));
        line("try " + (resources.isEmpty() ? "" : "(" + resources + ") ") + "{");
        inner(t.body());
        for (Stmt.Catch c : t.catches()) {
            String types = c.types().stream().map(IrPrinter::type).collect(Collectors.joining(" | "));
            line("} catch (" + types + " " + name(c.variable()) + ") {");
            inner(c.body());
        }
        if (!t.finallyBlock().isEmpty()) {
            line("} finally {");
            inner(t.finallyBlock());
        }
        line("}");
    }

    private String list(List<Expr> arguments) {
        return arguments.stream().map(this::expr).collect(Collectors.joining(", ", "(", ")"));
    }

    private String expr(Expr e) {
        return expr(e, 0);
    }

    private String tight(Expr e) {
        return expr(e, 14);
    }

    /** An expression, in parentheses if it binds looser than asked for. */
    private String expr(Expr e, int binding) {
        String written;
        int own = 14;
        if (e instanceof Expr.Unary u) {
            own = u.operator().precedence();
            String operand = expr(u.operand(), own);
            written = u.operator().symbol() + (operand.startsWith(u.operator().symbol()) ? " " : "") + operand;
        } else if (e instanceof Expr.Binary b) {
            own = b.operator().precedence();
            written = expr(b.left(), own) + " " + b.operator().symbol() + " " + expr(b.right(), own + 1);
        } else if (e instanceof Expr.Conditional c) {
            own = 2;
            written = expr(c.condition(), 3) + " ? " + expr(c.whenTrue(), 3) + " : " + expr(c.whenFalse(), 2);
        } else if (e instanceof Expr.Cast c) {
            own = 13;
            written = "(" + type(c.type()) + ") " + expr(c.operand(), 13);
        } else if (e instanceof Expr.InstanceOf i) {
            own = 9;
            written = expr(i.operand(), 10) + " instanceof " + type(i.tested());
        } else if (e instanceof Expr.Concat c) {
            own = 11;
            written = c.parts().stream().map(p -> expr(p, 12)).collect(Collectors.joining(" + "));
        } else {
            written = primary(e);
        }
        return own < binding ? "(" + written + ")" : written;
    }

    private String primary(Expr e) {
        if (e instanceof Expr.Constant c) {
            return constant(c);
        } else if (e instanceof Expr.Read r) {
            return name(r.variable());
        } else if (e instanceof Expr.FieldRead f) {
            return (f.target() == null ? f.field().owner().simpleName() : tight(f.target())) + "."
                    + f.field().name();
        } else if (e instanceof Expr.Element a) {
            return tight(a.array()) + "[" + expr(a.index()) + "]";
        } else if (e instanceof Expr.Length l) {
            return tight(l.array()) + ".length";
        } else if (e instanceof Expr.Call c) {
            String name = c.target() != null && c.callee() instanceof Callee.Method m
                    ? tight(c.target()) + "." + m.name()
                    : c.callee().toString();
            return name + list(c.arguments());
        } else if (e instanceof Expr.Pop p) {
            return name(p.stack())
                    + (p.stack().type().equals(Types.TAPE) ? ".<" + type(p.type()) + ">pop()" : ".pop()");
        } else if (e instanceof Expr.IsEmpty i) {
            return name(i.stack()) + ".isEmpty()";
        }
        return allocation(e);
    }

    private String allocation(Expr e) {
        if (e instanceof Expr.New n) {
            return "new " + type(n.type()) + list(n.arguments());
        } else if (e instanceof Expr.NewArray n) {
            return "new " + type(n.type())
                    + n.lengths().stream().map(this::expr).collect(Collectors.joining(", ", "(", ")"));
        } else if (e instanceof Expr.ArrayLiteral a) {
            return "new " + type(a.type())
                    + a.elements().stream().map(this::expr).collect(Collectors.joining(", ", " {", "}"));
        } else if (e instanceof Expr.Opaque o) {
            StringBuilder source = new StringBuilder(o.fragments().get(0));
            for (int i = 0; i < o.holes().size(); i++) {
                source.append(tight(o.holes().get(i))).append(o.fragments().get(i + 1));
            }
            return source.toString();
        }
        throw new AssertionError(e.getClass());
    }

    private static String constant(Expr.Constant c) {
        if (c.value() instanceof String s) {
            return '"' + s + '"';
        } else if (c.value() instanceof Character ch) {
            return "'" + ch + "'";
        } else if (c.value() instanceof Float f) {
            return f + "f";
        } else if (c.value() instanceof Long l) {
            return l + "L";
        }
        return String.valueOf(c.value());
    }
}
