package dev.fluxion.processor;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.Remnants;
import java.util.List;
import java.util.Optional;

/**
 * Finds integers that were read from an active value's text, {@code String.valueOf(x).length()}, where a result is computed with them. What they choose,
 * such as a branch, how often a loop runs or how far text is padded, is as piecewise constant as what a comparison of the value itself chooses.
 */
final class TextNumbers {

    private final Activity activity;
    private final Remnants remnants;
    private final RuleTable rules;
    private final Findings findings;
    private final Span caller;

    /** @param caller where the function is called, which is told where it was handed the integer */
    TextNumbers(Activity activity, Remnants remnants, RuleTable rules, Findings findings, Span caller) {
        this.activity = activity;
        this.remnants = remnants;
        this.rules = rules;
        this.findings = findings;
        this.caller = caller;
    }

    void statement(Stmt s) {
        if (matters(s)) {
            Walk.expressions(s).forEach(e -> expression(e, s.span()));
        }
    }

    /** Whether a result may depend on what a statement computes. */
    private boolean matters(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return activity.isUseful(d.variable());
        } else if (s instanceof Stmt.Assign a) {
            return activity.isUseful(a.variable());
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c) {
            return c.arguments().stream().anyMatch(a -> a.type().isFloatingArray());
        }
        return s instanceof Stmt.Return || s instanceof Stmt.StoreElement || s instanceof Stmt.StoreField;
    }

    private void expression(Expr e, Span statement) {
        boolean isUsed = e instanceof Expr.Cast c && isFloating(e.type()) && remnants.isRemnant(c.operand())
                || e instanceof Expr.Element a && isFloating(e.type()) && remnants.isRemnant(a.index());
        if (isUsed) {
            tell(e instanceof Expr.Cast c ? c.operand() : ((Expr.Element) e).index(), statement);
            return;
        }
        List<Expr> parts = Walk.parts(e);
        for (int k = e instanceof Expr.Conditional ? 1 : 0; k < parts.size(); k++) {
            if (rules.passes(e, k) && !parts.get(k).type().equals(Type.Primitive.BOOLEAN)) {
                expression(parts.get(k), statement);
            }
        }
    }

    private static boolean isFloating(Type type) {
        return type.unboxed() instanceof Type.Primitive && type.unboxed().isFloating();
    }

    private void tell(Expr number, Span statement) {
        Optional<Expr.Call> origin = remnants.origin(number);
        Span known = origin.map(Expr.Call::span).filter(Span::isKnown).orElse(caller.isKnown() ? caller : statement);
        String name = origin.map(c -> name(c.callee())).orElse("this expression");
        boolean isBits = origin.flatMap(rules::of)
                .filter(r -> r.kind() == Rule.Kind.BITS)
                .isPresent();
        findings.add(isBits ? Code.BIT_CONVERSION : Code.TEXT_CONVERSION, known, name);
    }

    private static String name(Callee callee) {
        return callee.toString();
    }
}
