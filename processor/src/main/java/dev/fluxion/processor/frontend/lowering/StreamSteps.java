package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Recognises pipelines over numbers: a source, stages and an operation at their end, all of which have a loop that does the same. */
final class StreamSteps {

    private static final Set<String> STAGES = Set.of(
            "map",
            "filter",
            "peek",
            "limit",
            "skip",
            "takeWhile",
            "dropWhile",
            "sorted",
            "mapToDouble",
            "mapToInt",
            "asDoubleStream",
            "sequential");

    private static final Set<String> ENDS = Set.of(
            "sum",
            "max",
            "min",
            "average",
            "reduce",
            "toArray",
            "forEach",
            "forEachOrdered",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "findFirst",
            "summaryStatistics");

    /** Ends that may change something active though only whole numbers come to them. */
    private static final Set<String> OPEN_ENDS =
            Set.of("forEach", "forEachOrdered", "anyMatch", "allMatch", "noneMatch");

    private static final Set<String> SOURCES = Set.of(
            "DoubleStream.of",
            "DoubleStream.empty",
            "DoubleStream.iterate",
            "DoubleStream.generate",
            "IntStream.of",
            "IntStream.range",
            "IntStream.rangeClosed");

    private final Context context;

    StreamSteps(Context context) {
        this.context = context;
    }

    /** One call of a chain. */
    record Step(TreePath path, MethodInvocationTree tree, ExecutableElement method, String name) {

        /** Whether the stream that the call is of, or makes, is one of doubles. */
        boolean isOfDoubles() {
            return owner(method).equals("java.util.stream.DoubleStream")
                    || method.getReturnType().toString().equals("java.util.stream.DoubleStream");
        }
    }

    private static String owner(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }

    /** The steps of the pipeline that ends in a call, source first; empty if it is none, or not all of it is known. */
    Optional<List<Step>> of(TreePath path) {
        Optional<Step> last = step(path);
        if (last.isEmpty()
                || !isStream(owner(last.get().method()))
                || !ENDS.contains(last.get().name())) {
            return Optional.empty();
        }
        Optional<List<Step>> before = stages(receiver(last.get()));
        return before.map(steps -> {
                    List<Step> all = new ArrayList<>(steps);
                    all.add(last.get());
                    return all;
                })
                .filter(StreamSteps::isFollowed);
    }

    /** Pipelines over whole numbers alone stay what they are, and so do those that keep what may have no end. */
    private static boolean isFollowed(List<Step> steps) {
        String end = steps.get(steps.size() - 1).name();
        boolean keeps =
                end.equals("toArray") || steps.stream().anyMatch(s -> s.name().equals("sorted"));
        boolean isOpen = Set.of("iterate", "generate").contains(steps.get(0).name());
        boolean isInteresting = steps.stream().anyMatch(Step::isOfDoubles) || OPEN_ENDS.contains(end);
        boolean ordered = steps.stream().noneMatch(s -> s.name().equals("sorted") && !s.isOfDoubles());
        return isInteresting && ordered && !(keeps && isOpen);
    }

    private Optional<List<Step>> stages(TreePath path) {
        Optional<Step> step = path == null ? Optional.empty() : step(path);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        ExecutableElement method = step.get().method();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return isSource(method) ? Optional.of(List.of(step.get())) : Optional.empty();
        } else if (!isStream(owner(method)) || !STAGES.contains(step.get().name())) {
            return Optional.empty();
        }
        return stages(receiver(step.get())).map(steps -> {
            List<Step> all = new ArrayList<>(steps);
            all.add(step.get());
            return all;
        });
    }

    private static boolean isSource(ExecutableElement method) {
        String first = method.getParameters().isEmpty()
                ? ""
                : method.getParameters().get(0).asType().toString();
        String owner = owner(method);
        return owner.equals("java.util.Arrays")
                        && method.getSimpleName().contentEquals("stream")
                        && Set.of("double[]", "int[]").contains(first)
                || isStream(owner)
                        && SOURCES.contains(owner.substring(owner.lastIndexOf('.') + 1) + "." + method.getSimpleName());
    }

    private static boolean isStream(String owner) {
        return owner.equals("java.util.stream.DoubleStream") || owner.equals("java.util.stream.IntStream");
    }

    /** A call, parentheses apart. */
    Optional<Step> step(TreePath path) {
        TreePath inner = path;
        while (inner.getLeaf() instanceof ParenthesizedTree p) {
            inner = new TreePath(inner, p.getExpression());
        }
        if (!(inner.getLeaf() instanceof MethodInvocationTree t)
                || !(context.element(new TreePath(inner, t.getMethodSelect())) instanceof ExecutableElement method)) {
            return Optional.empty();
        }
        return Optional.of(new Step(inner, t, method, method.getSimpleName().toString()));
    }

    /** What a method is called on, or null for a bare name. */
    static TreePath receiver(Step step) {
        ExpressionTree select = step.tree().getMethodSelect();
        return select instanceof MemberSelectTree m
                ? new TreePath(new TreePath(step.path(), m), m.getExpression())
                : null;
    }
}
