package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Lowers patterns (JLS 14.30): a test, and assignments to what they bind. Bindings are declared before, where all that can see them does. */
final class Patterns {

    private final Context context;
    private final Set<Var> bindings = new HashSet<>();

    Patterns(Context context) {
        this.context = context;
    }

    /** Whether a value matches a pattern; what the pattern binds is assigned by then. */
    Expr matches(TreePath pattern, Expr value) {
        Span span = context.span(pattern.getLeaf());
        Type tested = tested(pattern);
        if (pattern.getLeaf() instanceof BindingPatternTree b && isUnnamed(b)) {
            return new Expr.InstanceOf(value, tested);
        } else if (pattern.getLeaf() instanceof BindingPatternTree b) {
            Var binding = declare(pattern, b, tested);
            Expr matches = context.emitter().keep(new Expr.InstanceOf(value, tested), "matches", span);
            Stmt bind = new Stmt.Assign(binding, new Expr.Cast(tested, value, span), span);
            context.emitter().emit(new Stmt.If(matches, Block.of(bind), Block.EMPTY, span));
            return matches;
        } else if (!NewerTrees.isOfRecord(pattern.getLeaf())) {
            return context.refuse(pattern, "this pattern");
        }
        Var matches = Var.temporary("matches", Type.Primitive.BOOLEAN);
        context.emitter().emit(new Stmt.Declare(matches, new Expr.InstanceOf(value, tested), span));
        List<Stmt> parts =
                context.emitter().apart(() -> takeApart(pattern, new Expr.Cast(tested, value, span), matches));
        context.emitter().emit(new Stmt.If(Expr.read(matches), new Block(hoisted(parts)), Block.EMPTY, span));
        return Expr.read(matches);
    }

    private Type tested(TreePath pattern) {
        return pattern.getLeaf() instanceof BindingPatternTree b
                ? context.types().of(binding(pattern, b).asType())
                : context.type(pattern);
    }

    private Element binding(TreePath pattern, BindingPatternTree b) {
        return context.element(new TreePath(pattern, b.getVariable()));
    }

    private Var declare(TreePath pattern, BindingPatternTree b, Type type) {
        Var v = context.declare(binding(pattern, b), type);
        bindings.add(v);
        context.emitter().emit(new Stmt.Declare(v, Defaults.of(type), context.span(pattern.getLeaf())));
        return v;
    }

    private static boolean isUnnamed(BindingPatternTree b) {
        return b.getVariable().getName().isEmpty();
    }

    /** Binds a value that is known to match. */
    void bind(TreePath pattern, Expr value) {
        if (pattern.getLeaf() instanceof BindingPatternTree b && !isUnnamed(b)) {
            Span span = context.span(pattern.getLeaf());
            Type type = tested(pattern);
            Var v = context.declare(binding(pattern, b), type);
            bindings.add(v);
            context.emitter().emit(new Stmt.Declare(v, Conversions.convert(value, type, span), span));
        }
    }

    /** Whether every value of a type but null matches; as a component, null as well. */
    boolean isTotal(TreePath pattern, TypeMirror of) {
        return NewerTrees.isAny(pattern.getLeaf())
                || pattern.getLeaf() instanceof BindingPatternTree b
                        && context.isSubtype(of, binding(pattern, b).asType());
    }

    private void takeApart(TreePath pattern, Expr value, Var matches) {
        Span span = context.span(pattern.getLeaf());
        DeclaredType type = (DeclaredType) context.mirror(pattern);
        TypeElement element = (TypeElement) type.asElement();
        Expr whole = context.emitter()
                .keep(value, Temporaries.decapitalised(element.getSimpleName().toString()), span);
        List<TreePath> nested = NewerTrees.components(pattern);
        for (int i = 0; i < nested.size(); i++) {
            RecordComponentElement c = element.getRecordComponents().get(i);
            TreePath of = nested.get(i);
            List<Stmt> code = context.emitter().apart(() -> component(of, c, type, whole, matches));
            boolean isFirst = i == 0 || code.isEmpty();
            if (isFirst) {
                code.forEach(context.emitter()::emit);
            } else {
                context.emitter().emit(new Stmt.If(Expr.read(matches), new Block(hoisted(code)), Block.EMPTY, span));
            }
        }
    }

    private void component(TreePath pattern, RecordComponentElement c, DeclaredType of, Expr whole, Var matches) {
        if (NewerTrees.isAny(pattern.getLeaf())) {
            return; // Nobody asks for it.
        }
        TypeMirror type = context.asMember(c.getAccessor(), of).getReturnType();
        Expr value = read(c.getAccessor(), whole, context.types().of(type), context.span(pattern.getLeaf()));
        if (isTotal(pattern, type)) {
            bind(pattern, value);
        } else {
            Expr inner = matches(pattern, value);
            context.emitter().emit(new Stmt.Assign(matches, inner, context.span(pattern.getLeaf())));
        }
    }

    /** What an accessor throws is the cause of what the match throws (JLS 14.30.2); one that is not written does not throw. */
    private Expr read(ExecutableElement accessor, Expr whole, Type type, Span span) {
        Expr call = context.call(accessor, whole, List.of(), type, span);
        Var v = Var.temporary(accessor.getSimpleName().toString(), type);
        boolean isWritten = context.tree(accessor) instanceof MethodTree m
                ? m.getBody() != null
                : context.tree(accessor.getEnclosingElement()) == null;
        if (!isWritten) {
            context.emitter().emit(new Stmt.Declare(v, call, span));
            return Expr.read(v);
        }
        Type.Declared throwable = Type.Declared.of("java.lang", "Throwable");
        Var thrown = new Var("thrown", throwable);
        Callee.Method toString =
                new Callee.Method(throwable, "toString", List.of(), Types.STRING, false, Callee.Access.PUBLIC);
        List<Stmt> handler = context.emitter().apart(() -> {
            Expr text = context.emitter()
                    .keep(new Expr.Call(toString, Expr.read(thrown), List.of(), Types.STRING, span), "text", span);
            mismatch(List.of(text, Expr.read(thrown)), span);
        });
        context.emitter().emit(new Stmt.Declare(v, null, span));
        context.emitter()
                .emit(new Stmt.Try(
                        List.of(),
                        Block.of(new Stmt.Assign(v, call, span)),
                        List.of(new Stmt.Catch(List.of(throwable), thrown, new Block(handler))),
                        Block.EMPTY,
                        span));
        return Expr.read(v);
    }

    /** Throws a {@code MatchException}. */
    void mismatch(List<Expr> arguments, Span span) {
        Type.Declared type = Type.Declared.of("java.lang", "MatchException");
        Expr exception = context.emitter().keep(new Expr.New(type, arguments, span), "mismatch", span);
        context.emitter().emit(new Stmt.Throw(exception, span));
    }

    /** Statements without the declarations of bindings, which are emitted here: they are seen behind these statements. */
    List<Stmt> hoisted(List<Stmt> statements) {
        List<Stmt> kept = new ArrayList<>();
        for (Stmt s : statements) {
            if (s instanceof Stmt.Declare d && bindings.contains(d.variable())) {
                Expr none = Defaults.of(d.variable().type());
                context.emitter().emit(new Stmt.Declare(d.variable(), none, d.span()));
                if (!d.value().equals(none)) {
                    kept.add(new Stmt.Assign(d.variable(), d.value(), d.span()));
                }
            } else {
                kept.add(s);
            }
        }
        return kept;
    }
}
