package dev.fluxion.processor;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.TensorRules;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.Remnants;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the rule of a primitive says of the active values, or what was made of some, that it is handed. */
final class RuleChecks {

    private final Activity activity;
    private final Remnants remnants;
    private final Findings findings;

    RuleChecks(Activity activity, Remnants remnants, Findings findings) {
        this.activity = activity;
        this.remnants = remnants;
        this.findings = findings;
    }

    void check(Expr.Call c, Rule rule, String name, boolean hasRemnant) {
        switch (rule.kind()) {
            case DIFFERENTIABLE -> {
                if (TensorRules.isOperation(c.callee()) && isLost(c, rule)) {
                    findings.add(Code.NO_DERIVATIVE, c.span(), name + " by this argument");
                }
            }
            case PIECEWISE_CONSTANT -> findings.add(Code.PIECEWISE_CONSTANT, c.span(), name);
            case BITS -> {
                if (hasRemnant && isTruncated(c)) {
                    findings.add(Code.PIECEWISE_CONSTANT, c.span(), name);
                } else if (hasRemnant && c.type().isDifferentiable()) {
                    Optional<Expr.Call> origin = c.arguments().stream()
                            .flatMap(a -> remnants.origin(a).stream())
                            .findFirst();
                    Expr.Call at = origin.filter(o -> o.span().isKnown()).orElse(c);
                    findings.add(Code.BIT_CONVERSION, at.span(), at.callee().toString());
                }
            }
            case TEXT -> {
                if (hasRemnant && c.type().isDifferentiable()) {
                    findings.add(Code.TEXT_CONVERSION, c.span(), name);
                }
            }
            default -> {}
        }
    }

    /**
     * Whether a number is made of the leading digits of another, {@code longBitsToDouble(doubleToRawLongBits(x) & -1L << 27)}, as where numbers are split in two. As
     * what is rounded it is constant between its steps, and what is left, {@code x - high}, has the whole derivative.
     */
    private static boolean isTruncated(Expr.Call c) {
        return c.callee() instanceof Callee.Method m
                && m.name().equals("longBitsToDouble")
                && c.arguments().get(0) instanceof Expr.Binary b
                && b.operator() == Operator.AND
                && (isCoarse(b.right()) && areBits(b.left()) || isCoarse(b.left()) && areBits(b.right()));
    }

    /** Whether a mask drops at least the last six digits. */
    private static boolean isCoarse(Expr mask) {
        return mask instanceof Expr.Constant k
                && k.value() instanceof Long bits
                && Long.numberOfTrailingZeros(bits) >= 20;
    }

    private static boolean areBits(Expr e) {
        return e instanceof Expr.Call c
                && c.callee() instanceof Callee.Method m
                && (m.name().equals("doubleToRawLongBits") || m.name().equals("doubleToLongBits"));
    }

    /** Whether an operation on tensors is given an active value by which it has no derivative, such as the slope of a leaky relu. */
    private boolean isLost(Expr.Call c, Rule rule) {
        List<Expr> operands = Walk.parts(c);
        return IntStream.range(0, operands.size())
                .anyMatch(k -> !rule.differentiable(k) && activity.isVaried(operands.get(k)));
    }
}
