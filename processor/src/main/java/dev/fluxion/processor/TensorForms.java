package dev.fluxion.processor;

import dev.fluxion.processor.analysis.SideEffects;
import dev.fluxion.processor.backend.TensorForm;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.rules.RuleTable;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/** Which methods can be called with tensors: those that may be run again when the backward pass comes. */
final class TensorForms {

    private final SourceProgram sources;
    private final UserRules users;

    TensorForms(SourceProgram sources, UserRules users) {
        this.sources = sources;
        this.users = users;
    }

    /** Whether a method may be run again, later, for the same result. */
    boolean isRepeatable(UserMethod method) {
        return sources.find(method.primal()).filter(this::isPure).isPresent();
    }

    /** Whether a method may be run several times for one result, with copies of the arrays that it writes to. */
    boolean isRepeatableWithCopies(UserMethod method) {
        return sources.find(method.primal())
                .filter(f -> SideEffects.areOnArguments(f, sources, primitives(f)))
                .isPresent();
    }

    private boolean isPure(Function function) {
        return SideEffects.areNone(function, sources, primitives(function));
    }

    private Predicate<Callee.Method> primitives(Function function) {
        RuleTable rules = RuleTable.of(function.strongZero()).with(users);
        return m -> rules.find(m).isPresent() || rules.findUserRule(m).isPresent();
    }

    /** What the node of a method says and does. */
    TensorForm of(UserMethod method, Element element) {
        Span span = sources.find(method.callee()).orElseThrow().span();
        String file = span.file().substring(span.file().lastIndexOf('/') + 1);
        return new TensorForm(file + ":" + span.line(), isDeprecated(element), secondSweep(method));
    }

    /** The tangent of the reverse sweep, by which a gradient of arrays is differentiated again. */
    private static Callee.Derived secondSweep(UserMethod method) {
        return method.order() >= 2 && method.result().isFloatingArray() ? method.secondSweep() : null;
    }

    private static boolean isDeprecated(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e.getAnnotation(Deprecated.class) != null) {
                return true;
            }
        }
        return false;
    }
}
