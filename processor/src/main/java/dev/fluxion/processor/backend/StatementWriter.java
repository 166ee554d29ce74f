package dev.fluxion.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Prints the statements of one method, each source line's text before the first statement that came from it. */
final class StatementWriter {

    private static final int INDENT = 4;

    private final CodeBlock.Builder out = CodeBlock.builder();
    private final ExpressionWriter expressions;
    private final SimpleStatements simple;
    private final Names names;
    private final Labels labels;
    private final SourceText source;
    private final Set<Var> pending = Collections.newSetFromMap(new IdentityHashMap<>());
    private Labels.Innermost innermost = Labels.Innermost.NONE;
    private int column = 2 * INDENT;
    private Span commented = Span.NONE;
    private boolean first = true;

    StatementWriter(
            ExpressionWriter expressions, SimpleStatements simple, Names names, Labels labels, SourceText source) {
        this.expressions = expressions;
        this.simple = simple;
        this.names = names;
        this.labels = labels;
        this.source = source;
    }

    /** The code of a method's body. */
    CodeBlock write(Block body) {
        statements(body);
        return out.build();
    }

    private void statements(Block block) {
        List<Stmt> list = block.statements();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Stmt.Comment c) {
                heading(c.text());
            } else if (!isReceived(list.get(i), list.subList(i + 1, list.size()))) {
                comment(list.get(i).span());
                statement(list.get(i));
            }
            first = false;
        }
    }

    /** Whether a declaration is printed with the call that gives the variable its value, next but for other declarations. */
    private boolean isReceived(Stmt s, List<Stmt> following) {
        if (!(s instanceof Stmt.Declare d) || d.value() != null) {
            return false;
        } else if (names.isReceived(d.variable())) {
            return true;
        }
        for (Stmt next : following) {
            if (next instanceof Stmt.Invoke i && i.targets().contains(d.variable())) {
                pending.add(d.variable());
                return true;
            } else if (!(next instanceof Stmt.Declare other) || other.value() != null) {
                return false;
            }
        }
        return false;
    }

    private void heading(String text) {
        if (!first) {
            out.add("\n");
        }
        out.add("// $L\n", text);
        commented = Span.NONE;
    }

    private void comment(Span span) {
        boolean same = commented.line() == span.line() && commented.file().equals(span.file());
        String text = same ? null : source.comment(span);
        if (text != null) {
            out.add("// $L\n", text);
            commented = span;
        }
    }

    private void line(Object... parts) {
        LineBreaker.add(out, column, Text.of(parts));
    }

    private void block(Block block) {
        open();
        statements(block);
        close();
    }

    private void open() {
        out.add("$>");
        column += INDENT;
        first = true;
    }

    private void close() {
        out.add("$<");
        column -= INDENT;
        first = false;
    }

    private void statement(Stmt s) {
        Text text = simple.of(s);
        if (text != null) {
            line(text, ";");
        } else if (s instanceof Stmt.Invoke i) {
            invoke(i);
        } else if (s instanceof Stmt.If i) {
            line("if (", expressions.condition(i.condition()), ") {");
            ifRest(i);
        } else if (s instanceof Stmt.Break b) {
            jump("break", b.target(), innermost.toBreak());
        } else if (s instanceof Stmt.Continue c) {
            jump("continue", c.target(), innermost.toContinue());
        } else {
            Labels.Innermost outer = innermost;
            innermost = outer.within(s);
            nested(s);
            innermost = outer;
        }
    }

    private void jump(String word, Label target, Label innermostTarget) {
        line(word, target == innermostTarget ? "" : " " + labels.of(target), ";");
    }

    private void nested(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            loop(l);
        } else if (s instanceof Stmt.Switch w) {
            switchStatement(w);
        } else if (s instanceof Stmt.Labeled l) {
            line(label(l.label()), "{");
            block(l.body());
            line("}");
        } else if (s instanceof Stmt.Try t) {
            tryStatement(t);
        } else if (s instanceof Stmt.Synchronized y) {
            line("synchronized (", expressions.condition(y.monitor()), ") {");
            block(y.body());
            line("}");
        } else {
            throw new AssertionError(s);
        }
    }

    private String label(Label label) {
        String name = labels.of(label);
        return name == null ? "" : name + ": ";
    }

    private void ifRest(Stmt.If i) {
        block(i.whenTrue());
        List<Stmt> otherwise = i.whenFalse().statements();
        if (otherwise.isEmpty()) {
            line("}");
        } else if (otherwise.size() == 1 && otherwise.get(0) instanceof Stmt.If next) {
            line("} else if (", expressions.condition(next.condition()), ") {");
            ifRest(next);
        } else {
            line("} else {");
            block(i.whenFalse());
            line("}");
        }
    }

    private void loop(Stmt.Loop l) {
        String label = label(l.label());
        if (l.form() == Stmt.Loop.Form.DO) {
            line(label, "do {");
            block(l.body());
            line("} while (", expressions.condition(l.condition()), ");");
            return;
        }
        Text condition = expressions.condition(l.condition());
        if (l.init().isEmpty() && l.update().isEmpty()) {
            line(label, "while (", condition, ") {");
        } else {
            Text init = simple.init(l.init());
            Text update = Text.items("", texts(l.update()), "");
            boolean always = l.condition() instanceof Expr.Constant c && Boolean.TRUE.equals(c.value());
            Text head = Text.of(
                    init,
                    always ? ";" : "; ",
                    always ? "" : condition,
                    l.update().isEmpty() ? ";" : "; ",
                    update);
            line(label, "for (", head, ") {");
        }
        block(l.body());
        line("}");
    }

    private List<Text> texts(Block block) {
        return block.statements().stream().map(simple::of).toList();
    }

    private void invoke(Stmt.Invoke i) {
        DerivedMethod method = simple.members().derived(i.callee());
        Text call = expressions.derivedCall(method, i.arguments());
        List<Integer> wanted = new ArrayList<>();
        for (int n = 0; n < i.targets().size(); n++) {
            if (i.targets().get(n) != null) {
                wanted.add(n);
            }
        }
        if (wanted.isEmpty()) {
            line(call, ";");
        } else if (wanted.size() == 1) {
            int n = wanted.get(0);
            receive(i.targets().get(n), method.accessors().isEmpty() ? call : accessed(call, method, n));
        } else {
            String record = names.of(i);
            line(TypeNames.of(method.result()), " " + record + " = ", call, ";");
            wanted.removeIf(n -> names.isReceived(i.targets().get(n)));
            wanted.forEach(n -> receive(i.targets().get(n), accessed(Text.of(record), method, n)));
        }
    }

    private static Text accessed(Text record, DerivedMethod method, int n) {
        return Text.of(record, "." + method.accessors().get(n) + "()");
    }

    private void receive(Var target, Text value) {
        Text name = pending.remove(target) ? simple.declared(target) : Text.of(names.of(target));
        line(name, " = ", value, ";");
    }

    private void switchStatement(Stmt.Switch w) {
        line(label(w.label()), "switch (", expressions.condition(w.selector()), ") {");
        open();
        for (Stmt.Case c : w.cases()) {
            List<Text> constants = c.constants().stream().map(simple::caseLabel).toList();
            Text head = c.isDefault() ? Text.of("default") : Text.of("case ", Text.items("", constants, ""));
            switchArm(head, c.body(), w.label());
        }
        close();
        line("}");
    }

    private void switchArm(Text head, Block body, Label label) {
        List<Stmt> statements = body.statements();
        Stmt last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        boolean redundant = last instanceof Stmt.Break b && b.target() == label;
        Block arm = redundant ? new Block(statements.subList(0, statements.size() - 1)) : body;
        if (arm.isEmpty()) {
            line(head, " -> {}");
        } else {
            line(head, " -> {");
            block(arm);
            line("}");
        }
    }

    private void tryStatement(Stmt.Try t) {
        List<Text> resources = new ArrayList<>();
        t.resources().forEach(r -> resources.add(simple.of(r)));
        line("try ", resources.isEmpty() ? "{" : Text.of("(", Text.chain(resources, separators(resources)), ") {"));
        block(t.body());
        for (Stmt.Catch c : t.catches()) {
            List<Text> types = new ArrayList<>();
            c.types().forEach(type -> types.add(Text.of(TypeNames.of(type))));
            List<String> bars = types.stream().skip(1).map(x -> "|").toList();
            line("} catch (", Text.chain(types, bars), " " + names.of(c.variable()) + ") {");
            block(c.body());
        }
        // A try of which passes have left nothing but the body still needs one of its clauses.
        boolean isBare = t.resources().isEmpty() && t.catches().isEmpty();
        if (isBare || !t.finallyBlock().isEmpty()) {
            line("} finally {");
            block(t.finallyBlock());
        }
        line("}");
    }

    private static List<String> separators(List<Text> resources) {
        return resources.stream().skip(1).map(r -> ";").toList();
    }
}
