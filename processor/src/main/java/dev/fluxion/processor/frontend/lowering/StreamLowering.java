package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Lowers pipelines over numbers to the loops that they are: the same functions are called on the same elements in the same order. Only the rounding of sums is
 * the class library's own, which is asked for it.
 */
final class StreamLowering {

    private static final Set<String> PERHAPS = Set.of("java.util.OptionalDouble", "java.util.OptionalInt");
    private static final String STATISTICS = "java.util.DoubleSummaryStatistics";

    private final Context context;
    private final Invocations invocations;
    private final StreamSteps steps;

    /** The local variables that hold what a pipeline ended in. */
    private final Map<Element, StreamResult> held = new HashMap<>();

    StreamLowering(Context context, Invocations invocations) {
        this.context = context;
        this.invocations = invocations;
        this.steps = new StreamSteps(context);
    }

    /** The value of a call that ends a pipeline, or asks for a part of what one ended in; empty for any other call. */
    Optional<Expr> call(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        String owner = owner(method);
        if (isSetAll(method, owner)) {
            setAll(path, t, method);
            return Optional.of(StreamEnds.nothing());
        } else if (PERHAPS.contains(owner) || owner.equals(STATISTICS)) {
            return StreamUses.isPart(t, method.getSimpleName().toString())
                    ? result(path).map(r -> part(r, path, t, method))
                    : Optional.empty();
        }
        Optional<StreamResult> whole = isResult(method.getReturnType().toString()) ? Optional.empty() : pipeline(path);
        return whole.map(r -> ((StreamResult.Value) r).value());
    }

    private static String owner(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }

    private static boolean isResult(String type) {
        return PERHAPS.contains(type) || type.equals(STATISTICS);
    }

    /** Whether a local variable that is initialised with what a pipeline ends in is only asked for its parts: there are variables for them then. */
    boolean declares(TreePath initializer, Element variable) {
        if (!isResult(variable.asType().toString())
                || steps.of(initializer).isEmpty()
                || !StreamUses.areFollowed(variable, initializer, context)) {
            return false;
        }
        held.put(variable, pipeline(initializer).orElseThrow());
        return true;
    }

    /** What the receiver of a call is the result of. */
    private Optional<StreamResult> result(TreePath call) {
        TreePath receiver = StreamSteps.receiver(steps.step(call).orElseThrow());
        if (receiver == null) {
            return Optional.empty();
        }
        StreamResult local = held.get(context.element(receiver));
        return local != null ? Optional.of(local) : pipeline(receiver);
    }

    private Expr part(StreamResult result, TreePath path, MethodInvocationTree t, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (result instanceof StreamResult.Statistics s) {
            return s.numbers().get(name);
        }
        StreamResult.Perhaps p = (StreamResult.Perhaps) result;
        List<Expr> given = invocations.operands(path, t, method);
        return ends(path).part(p, name, given);
    }

    private StreamEnds ends(TreePath path) {
        return new StreamEnds(
                context, new StreamLoop(context, context.span(path.getLeaf())), context.span(path.getLeaf()));
    }

    private Optional<StreamResult> pipeline(TreePath path) {
        return steps.of(path).map(all -> {
            List<StreamLoop.Part> parts = new ArrayList<>();
            for (StreamSteps.Step s : all) {
                parts.add(new StreamLoop.Part(s, arguments(s)));
            }
            StreamLoop.Part end = parts.remove(parts.size() - 1);
            return ends(path).end(parts, end);
        });
    }

    /** The arguments of a step when it is put into the pipeline, and what it checks then. */
    private List<Expr> arguments(StreamSteps.Step s) {
        Span span = context.span(s.tree());
        List<Expr> kept = new ArrayList<>();
        for (Expr e : invocations.operands(s.path(), s.tree(), s.method())) {
            boolean isFixed = e instanceof Expr.Constant;
            kept.add(isFixed ? e : context.emitter().keep(e, name(e), span));
        }
        if (Set.of("limit", "skip").contains(s.name())) {
            check("count", kept, span);
        } else if (s.name().equals("stream") && kept.size() == 3) {
            check("range", List.of(new Expr.Length(kept.get(0)), kept.get(1), kept.get(2)), span);
        } else if (s.name().equals("stream")) {
            context.emitter().keep(new Expr.Length(kept.get(0)), "length", span);
        }
        return kept;
    }

    private static String name(Expr e) {
        return e instanceof Expr.Read r ? r.variable().name() : Temporaries.name(e);
    }

    private void check(String name, List<Expr> arguments, Span span) {
        context.emitter().emit(new Stmt.Eval(StreamEnds.call(Types.STREAMS, name, Types.VOID, arguments, span), span));
    }

    private static boolean isSetAll(ExecutableElement method, String owner) {
        return owner.equals("java.util.Arrays")
                && method.getSimpleName().contentEquals("setAll")
                && method.getParameters().get(0).asType().toString().equals("double[]");
    }

    /** {@code a[i] = f(i)} for every index. */
    private void setAll(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        StreamSteps.Step step = steps.step(path).orElseThrow();
        List<Expr> given = arguments(step);
        StreamLoop loop = new StreamLoop(context, context.span(t));
        loop.counted("index", StreamLoop.constant(0), new Expr.Length(given.get(0)), i -> {
            Expr value = loop.apply(new StreamLoop.Part(step, given), 1, i);
            loop.emit(new Stmt.StoreElement(given.get(0), i, value, context.span(t)));
        });
    }
}
