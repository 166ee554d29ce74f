package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;
import javax.lang.model.element.Element;

/** How a local variable that holds what a pipeline ended in is used. */
final class StreamUses extends TreePathScanner<Void, Void> {

    private static final Set<String> PARTS = Set.of(
            "getAsDouble",
            "getAsInt",
            "orElse",
            "orElseThrow",
            "isPresent",
            "isEmpty",
            "getSum",
            "getAverage",
            "getCount",
            "getMin",
            "getMax");

    private final Element variable;
    private final Tree around;
    private final Context context;
    private boolean followed = true;

    private StreamUses(Element variable, Tree around, Context context) {
        this.variable = variable;
        this.around = around;
        this.context = context;
    }

    /** Whether nothing is done with a variable but to ask for parts of it, in the body that declares it. */
    static boolean areFollowed(Element variable, TreePath declaration, Context context) {
        TreePath around = body(declaration);
        StreamUses uses = new StreamUses(variable, around.getLeaf(), context);
        uses.scan(around, null);
        return uses.followed;
    }

    /** Whether a call is one that is followed. */
    static boolean isPart(MethodInvocationTree call, String name) {
        return PARTS.contains(name) && (call.getArguments().isEmpty() || name.equals("orElse"));
    }

    /** The innermost method, lambda or class around code. */
    private static TreePath body(TreePath path) {
        TreePath around = path;
        while (!(around.getLeaf() instanceof MethodTree
                || around.getLeaf() instanceof LambdaExpressionTree
                || around.getLeaf() instanceof ClassTree)) {
            around = around.getParentPath();
        }
        return around;
    }

    @Override
    public Void visitIdentifier(IdentifierTree t, Void unused) {
        if (variable.equals(context.element(getCurrentPath()))) {
            followed &= getCurrentPath().getParentPath().getLeaf() instanceof MemberSelectTree m
                    && getCurrentPath().getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
                    && isPart(call, m.getIdentifier().toString())
                    && body(getCurrentPath()).getLeaf() == around;
        }
        return null;
    }
}
