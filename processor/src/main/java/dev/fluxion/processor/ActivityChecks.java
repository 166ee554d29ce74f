package dev.fluxion.processor;

import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The language fence behind activity analysis: finds where a dependence on an active value would be lost, in an annotated method and in the methods of this
 * compilation that it hands active values to (DESIGN §2, promise 2).
 */
final class ActivityChecks {

    private final SourceProgram sources;
    private final CompanionIndex companions;
    private final Findings findings = new Findings();
    private final Set<String> checked = new HashSet<>();
    private RuleTable rules;
    private Activity activity;

    ActivityChecks(SourceProgram sources, CompanionIndex companions) {
        this.sources = sources;
        this.companions = companions;
    }

    Findings check(UserMethod method) {
        List<Boolean> active = method.parameters().stream()
                .map(UserMethod.UserParameter::active)
                .toList();
        Function f = sources.find(method.callee()).orElseThrow();
        findings.addAll(sources.findings(method.callee()));
        if (!findings.hasErrors()) {
            function(method.callee(), active);
            if (!findings.hasErrors()) {
                independent(f);
            }
        }
        return findings;
    }

    private void independent(Function f) {
        Activity of = Activity.of(f, RuleTable.of(f.strongZero()));
        for (Parameter p : f.parameters()) {
            if (p.active() && !of.isActive(p.variable())) {
                findings.add(
                        Code.RESULT_INDEPENDENT,
                        f.span(),
                        ((Callee.Method) f.callee()).name(),
                        p.variable().name());
            }
        }
    }

    private void function(Callee.Method callee, List<Boolean> active) {
        if (!checked.add(callee.key() + active)) {
            return;
        }
        Function f = sources.find(callee).orElseThrow();
        findings.addAll(sources.findings(callee));
        if (findings.hasErrors()) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < active.size(); i++) {
            parameters.add(Parameter.primal(f.parameters().get(i).variable(), active.get(i)));
        }
        Function marked =
                new Function(f.callee(), parameters, f.results(), f.body(), f.thrown(), f.strongZero(), f.span());
        RuleTable outerRules = rules;
        Activity outer = activity;
        rules = RuleTable.of(f.strongZero());
        activity = Activity.of(marked, rules);
        Walk.statements(f.body(), this::statement);
        rules = outerRules;
        activity = outer;
    }

    private void statement(Stmt s) {
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::expression));
        if (s instanceof Stmt.StoreField f && activity.isVaried(f.value())) {
            findings.add(Code.FIELD_STORE, s.span(), f.field().name());
        } else if (s instanceof Stmt.StoreElement e && activity.isVaried(e.value())) {
            findings.add(Code.ARRAY_STORE, s.span());
        } else if (s instanceof Stmt.Try || s instanceof Stmt.Synchronized) {
            guarded(s);
        }
    }

    private void guarded(Stmt s) {
        String what = s instanceof Stmt.Try ? "try" : "synchronized";
        for (Block b : Walk.blocks(s)) {
            Walk.statements(b, t -> {
                boolean active = t instanceof Stmt.Assign a && activity.isActive(a.variable())
                        || t instanceof Stmt.Declare d && d.value() != null && activity.isActive(d.variable())
                        || t instanceof Stmt.Return r && r.values().stream().anyMatch(activity::isVaried);
                if (active) {
                    findings.add(Code.TRY_AROUND_ACTIVE, t.span(), what);
                }
            });
        }
    }

    private void expression(Expr e) {
        if (e instanceof Expr.Call c) {
            call(c);
        } else if (e instanceof Expr.New n && n.arguments().stream().anyMatch(activity::isVaried)) {
            findings.add(Code.ESCAPES, n.span(), "new " + n.type().simpleName());
        } else if (e instanceof Expr.Opaque o && o.holes().stream().anyMatch(activity::isVaried)) {
            findings.add(Code.ESCAPES, o.span(), "this lambda or class");
        } else if (e instanceof Expr.ArrayLiteral a && a.elements().stream().anyMatch(activity::isVaried)) {
            findings.add(Code.ARRAY_STORE, Span.NONE);
        } else if (e instanceof Expr.Cast c && activity.isVaried(c.operand())) {
            conversion(c);
        }
    }

    private void conversion(Expr.Cast c) {
        Type to = c.type().unboxed();
        if (to instanceof Type.Primitive && !to.isFloating()) {
            findings.add(Code.INTEGER_CONVERSION, c.span(), Headers.text(c.type()));
        } else if (!(to instanceof Type.Primitive)) {
            findings.add(Code.ESCAPES, c.span(), "the type " + Headers.text(c.type()));
        }
    }

    private void call(Expr.Call c) {
        List<Expr> operands = Walk.parts(c);
        if (operands.stream().noneMatch(activity::isVaried)) {
            return;
        }
        Optional<Rule> rule = rules.of(c);
        String name = c.callee() instanceof Callee.Method m
                ? m.toString()
                : c.callee().toString();
        if (rule.isPresent()) {
            known(c, rule.get(), name);
        } else if (c.callee() instanceof Callee.Method m) {
            unknown(c, m, name);
        }
    }

    private void known(Expr.Call c, Rule rule, String name) {
        switch (rule.kind()) {
            case PIECEWISE_CONSTANT -> findings.add(Code.PIECEWISE_CONSTANT, c.span(), name);
            case BITS -> findings.add(Code.BIT_CONVERSION, c.span(), name);
            case TEXT -> findings.add(Code.TEXT_CONVERSION, c.span(), name);
            default -> {}
        }
    }

    private void unknown(Expr.Call c, Callee.Method m, String name) {
        List<Boolean> pattern = c.arguments().stream().map(activity::isVaried).toList();
        if (companions.annotated(m).isPresent()) {
            return;
        }
        if (m.isStatic() && sources.find(m).isPresent()) {
            function(m, pattern);
        } else if (!isInert(m)) {
            findings.add(c.type().isDifferentiable() ? Code.NO_DERIVATIVE : Code.ESCAPES, c.span(), name);
        }
    }

    /** Library methods that print or compare and hand nothing back. */
    private static boolean isInert(Callee.Method m) {
        String owner = m.owner().canonicalName();
        return owner.equals("java.io.PrintStream")
                || owner.equals("java.util.logging.Logger")
                || owner.equals("java.lang.System.Logger");
    }
}
