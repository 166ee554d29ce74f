package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Lowers switches of all kinds to the one that the IR has, whose cases do not fall through. Where the user's do, the switch chooses an entry number, and the groups are a chain
 * of blocks that begins there.
 */
final class SwitchLowering {

    private final Context context;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final Targets targets;
    private final Deque<Result> results = new ArrayDeque<>();

    SwitchLowering(Context context, ExpressionLowering expressions, StatementLowering statements, Targets targets) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    /** Where a yield puts its value and goes. */
    private record Result(Var variable, Label label) {}

    void statement(TreePath path, SwitchTree t) {
        Label label = new Label(null);
        targets.enter(null, label, null, true);
        lower(path, new TreePath(path, t.getExpression()), t.getCases(), label, false);
        targets.leave();
    }

    Expr expression(TreePath path, SwitchExpressionTree t) {
        Label label = new Label(null);
        Type type = context.type(path);
        if (type instanceof Type.Undenotable) {
            return new OpaqueLowering(context).lower(path);
        }
        Var result = Var.temporary("chosen", type);
        context.emitter().emit(new Stmt.Declare(result, null, context.span(t)));
        results.push(new Result(result, label));
        lower(path, new TreePath(path, t.getExpression()), t.getCases(), label, true);
        results.pop();
        return new Expr.Read(result);
    }

    /** {@code yield value;} */
    void yield(TreePath value, Span span) {
        Result r = results.peek();
        Expr e = expressions.root(value, r.variable().type());
        context.emitter().emit(new Stmt.Assign(r.variable(), e, span));
        context.emitter().emit(new Stmt.Break(r.label(), span));
    }

    private void lower(
            TreePath path, TreePath selectorPath, List<? extends CaseTree> cases, Label label, boolean isExpression) {
        if (cases.stream().anyMatch(NewerTrees::hasPattern) && !cases.stream().allMatch(NewerTrees::isFinal)) {
            context.refuse(path, "a switch over patterns in a preview of the language");
        } else if (isOverPatterns(selectorPath, cases)) {
            overPatterns(path, selectorPath, cases, label, isExpression);
        } else {
            overConstants(path, selectorPath, cases, label, isExpression);
        }
    }

    /** Whether a switch has patterns, takes null, or is over what Java 17 has no switches over. */
    private boolean isOverPatterns(TreePath selector, List<? extends CaseTree> cases) {
        boolean isNew = cases.stream()
                .anyMatch(c -> NewerTrees.hasPattern(c)
                        || c.getExpressions().stream().anyMatch(e -> e.getKind() == Tree.Kind.NULL_LITERAL));
        Type type = context.type(selector);
        boolean isEnum = context.mirror(selector) instanceof DeclaredType d
                && d.asElement().getKind() == ElementKind.ENUM;
        return isNew || !isEnum && !type.unboxed().isPrimitive() && !type.equals(Types.STRING);
    }

    private void overPatterns(
            TreePath path, TreePath selectorPath, List<? extends CaseTree> cases, Label label, boolean isExpression) {
        Span span = context.span(path.getLeaf());
        List<TreePath> paths = cases.stream().map(c -> new TreePath(path, c)).toList();
        PatternSwitch tests = new PatternSwitch(context, expressions, selectorPath, paths);
        List<Group> groups = groups(path, cases, isExpression, (c, group) -> {
            tests.add(c, group);
            return List.of();
        });
        if (falls(groups)) {
            tests.hoistBindings();
            chain(groups, true, label, entries -> tests.choose(entries, span), span);
            return;
        }
        Set<Var> shared = declareShared(groups, span);
        List<Block> bodies = groups.stream().map(g -> body(g, shared, label)).toList();
        context.emitter().emit(new Stmt.Labeled(label, new Block(tests.choose(bodies, span)), span));
    }

    private void overConstants(
            TreePath path, TreePath selectorPath, List<? extends CaseTree> cases, Label label, boolean isExpression) {
        Span span = context.span(path.getLeaf());
        Expr selector = expressions.value(selectorPath);
        Type unboxed = selector.type().unboxed();
        Expr chosen = unboxed instanceof Type.Primitive ? Conversions.convert(selector, unboxed, span) : selector;
        List<Group> groups = groups(
                path,
                cases,
                isExpression,
                (c, group) -> ((CaseTree) c.getLeaf())
                        .getExpressions().stream()
                                .map(e -> constant(new TreePath(c, e), chosen.type()))
                                .toList());
        boolean total = groups.stream().anyMatch(Group::isDefault);
        if (falls(groups)) {
            chain(
                    groups,
                    isExpression || total,
                    label,
                    entries ->
                            List.of(switchOf(new Label(null), chosen, groups, entries, isExpression && !total, span)),
                    span);
            return;
        }
        Set<Var> shared = declareShared(groups, span);
        List<Block> bodies = groups.stream().map(g -> body(g, shared, label)).toList();
        context.emitter().emit(switchOf(label, chosen, groups, bodies, isExpression && !total, span));
    }

    private static Stmt switchOf(
            Label label, Expr selector, List<Group> groups, List<Block> bodies, boolean fails, Span span) {
        List<Stmt.Case> cases = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            cases.add(new Stmt.Case(groups.get(i).constants(), groups.get(i).isDefault(), bodies.get(i)));
        }
        if (fails) {
            cases.add(new Stmt.Case(List.of(), true, unmatched(span)));
        }
        return new Stmt.Switch(label, selector, cases, span);
    }

    private static boolean falls(List<Group> groups) {
        return groups.stream().limit(Math.max(0, groups.size() - 1)).anyMatch(Group::falls);
    }

    private Set<Var> declareShared(List<Group> groups, Span span) {
        Set<Var> shared = shared(groups);
        shared.forEach(v -> context.emitter().emit(new Stmt.Declare(v, null, span)));
        return shared;
    }

    private static Block body(Group g, Set<Var> shared, Label label) {
        return withoutBreak(new Block(hoisted(g.body(), shared::contains)), label);
    }

    /** A switch expression over an enum that gained a constant (JLS 15.28.2). */
    private static Block unmatched(Span span) {
        Type.Declared error = Type.Declared.of("java.lang", "IncompatibleClassChangeError");
        Var exception = new Var("error", error);
        return Block.of(
                new Stmt.Declare(exception, new Expr.New(error, List.of(), span), span),
                new Stmt.Throw(new Expr.Read(exception), span));
    }

    private record Group(List<Expr> constants, boolean isDefault, Block body, boolean falls) {}

    /** What the labels of a case say, which is needed before its body: the constants, if there are any. */
    private interface Labels {
        List<Expr> read(TreePath path, int group);
    }

    private List<Group> groups(TreePath path, List<? extends CaseTree> cases, boolean isExpression, Labels labels) {
        List<Group> groups = new ArrayList<>();
        List<Expr> constants = new ArrayList<>();
        boolean isDefault = false;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree c = cases.get(i);
            TreePath casePath = new TreePath(path, c);
            constants.addAll(labels.read(casePath, groups.size()));
            isDefault |= c.getExpressions().isEmpty();
            boolean arrow = c.getCaseKind() == CaseTree.CaseKind.RULE;
            boolean shared = !arrow && c.getStatements().isEmpty() && i < cases.size() - 1;
            if (!shared) {
                Block body = arrow ? rule(casePath, c, isExpression) : old(casePath, c);
                groups.add(new Group(List.copyOf(constants), isDefault, body, !arrow && completes(body.statements())));
                constants.clear();
                isDefault = false;
            }
        }
        return groups;
    }

    private Expr constant(TreePath path, Type selector) {
        Object value = context.constant(path);
        if (value != null) {
            return selector instanceof Type.Primitive p
                    ? Conversions.constant(value, p)
                    : new Expr.Constant(value, Types.STRING);
        }
        Tree leaf = path.getLeaf();
        if (context.element(path) instanceof VariableElement v) {
            Field field = context.members().field(v);
            return new Expr.FieldRead(field, null, selector, context.span(leaf));
        }
        return context.refuse(path, "this case");
    }

    private Block rule(TreePath path, CaseTree c, boolean isExpression) {
        TreePath body = new TreePath(path, c.getBody());
        return new Block(context.emitter().apart(() -> {
            if (c.getBody() instanceof StatementTree) {
                statements.statement(body);
            } else if (isExpression) {
                Result r = results.peek();
                Expr e = expressions.root(body, r.variable().type());
                context.emitter().emit(new Stmt.Assign(r.variable(), e, context.span(c.getBody())));
            } else {
                expressions.effect(body);
            }
        }));
    }

    private Block old(TreePath path, CaseTree c) {
        return new Block(context.emitter().apart(() -> statements.statements(path, c.getStatements())));
    }

    /** Whether control may go on behind statements. */
    private static boolean completes(List<Stmt> body) {
        if (body.isEmpty()) {
            return true;
        }
        Stmt last = body.get(body.size() - 1);
        if (last instanceof Stmt.If i) {
            return completes(i.whenTrue().statements())
                    || completes(i.whenFalse().statements());
        }
        return !(last instanceof Stmt.Break
                || last instanceof Stmt.Continue
                || last instanceof Stmt.Return
                || last instanceof Stmt.Throw);
    }

    private static Block withoutBreak(Block body, Label label) {
        int n = body.statements().size();
        boolean trailing = n > 0 && body.statements().get(n - 1) instanceof Stmt.Break b && b.target() == label;
        return trailing ? new Block(body.statements().subList(0, n - 1)) : body;
    }

    /** A choice of an entry number, then the groups in order, each entered from its own number on. */
    private void chain(
            List<Group> groups,
            boolean total,
            Label label,
            java.util.function.Function<List<Block>, List<Stmt>> choice,
            Span span) {
        Var entry = Var.temporary("entry", Type.Primitive.INT);
        context.emitter().emit(new Stmt.Declare(entry, number(groups.size()), span));
        List<Block> entries = new ArrayList<>();
        List<Stmt> body = new ArrayList<>();
        Set<Var> declared = shared(groups);
        for (int i = 0; i < groups.size(); i++) {
            Group g = groups.get(i);
            entries.add(Block.of(new Stmt.Assign(entry, number(i), span)));
            List<Stmt> code = hoisted(g.body(), declared::contains);
            if (total && i == groups.size() - 1) {
                body.addAll(code);
                break;
            }
            Expr reached =
                    new Expr.Binary(Operator.LESS_EQUAL, new Expr.Read(entry), number(i), Type.Primitive.BOOLEAN);
            body.add(new Stmt.If(reached, new Block(code), Block.EMPTY, span));
        }
        declared.forEach(v -> context.emitter().emit(new Stmt.Declare(v, Defaults.of(v.type()), span)));
        choice.apply(entries).forEach(context.emitter()::emit);
        context.emitter().emit(new Stmt.Labeled(label, new Block(body), span));
    }

    private static List<Var> declared(Block body) {
        return body.statements().stream()
                .filter(s -> s instanceof Stmt.Declare)
                .map(s -> ((Stmt.Declare) s).variable())
                .toList();
    }

    /** The variables that a group declares and that one below it uses: they are in scope there, though never assigned. */
    private static Set<Var> shared(List<Group> groups) {
        Set<Var> above = new LinkedHashSet<>();
        Set<Var> shared = new LinkedHashSet<>();
        for (Group g : groups) {
            Walk.statements(g.body(), s -> {
                if (s instanceof Stmt.Assign a && above.contains(a.variable())) {
                    shared.add(a.variable());
                }
            });
            above.addAll(declared(g.body()));
        }
        return shared;
    }

    /** A group's statements with the declarations of some variables, which are declared before the switch, made assignments. */
    private static List<Stmt> hoisted(Block body, Predicate<Var> isDeclared) {
        List<Stmt> code = new ArrayList<>();
        for (Stmt s : body.statements()) {
            if (s instanceof Stmt.Declare d && isDeclared.test(d.variable())) {
                if (d.value() != null) {
                    code.add(new Stmt.Assign(d.variable(), d.value(), d.span()));
                }
            } else {
                code.add(s);
            }
        }
        return code;
    }

    private static Expr number(int i) {
        return new Expr.Constant(i, Type.Primitive.INT);
    }
}
