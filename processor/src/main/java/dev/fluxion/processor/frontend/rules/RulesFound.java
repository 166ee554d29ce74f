package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that were read, and what was wrong with others. */
public record RulesFound(UserRules rules, List<RuleFinding> findings) {

    public RulesFound {
        findings = List.copyOf(findings);
    }

    /** Gathers rules one after the other; of two for one method it keeps neither a third time, but the first. */
    static final class Collector {

        private final Map<String, UserRule> rules;
        private final Map<Type.Declared, Type.Declared> twins;
        private final List<RuleFinding> findings;
        private final boolean library;

        Collector() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>(), false);
        }

        private Collector(
                Map<String, UserRule> rules,
                Map<Type.Declared, Type.Declared> twins,
                List<RuleFinding> findings,
                boolean library) {
            this.rules = rules;
            this.twins = twins;
            this.findings = findings;
            this.library = library;
        }

        /** The same, for rules whose own compilation has already told of their mistakes. */
        Collector ofLibrary() {
            return new Collector(rules, twins, findings, true);
        }

        void problem(Code code, RuleAnnotation at, String... arguments) {
            if (!library) {
                findings.add(new RuleFinding(code, at.element(), at.mirror(), List.of(arguments)));
            }
        }

        void rule(RuleAnnotation at, UserRule rule) {
            UserRule other = rules.putIfAbsent(rule.target().key(), rule);
            if (other != null) {
                conflict(Code.RULE_DUPLICATE, at, rule.target().toString(), name(other.rule()), name(rule.rule()));
            }
        }

        private static String name(Callee.Method method) {
            return method.owner().canonicalName() + "." + method.name();
        }

        void twin(RuleAnnotation at) {
            Type.Declared type = ElementTypes.declared(at.value());
            Type.Declared like = ElementTypes.declared(at.like());
            Type.Declared other = twins.putIfAbsent(type, like);
            if (other != null && !other.equals(like)) {
                conflict(Code.RULE_DUPLICATE_TWIN, at, type.simpleName(), other.canonicalName(), like.canonicalName());
            }
        }

        /** Between two class files there is no place to show it at. */
        private void conflict(Code code, RuleAnnotation at, String... arguments) {
            RuleAnnotation place = library ? null : at;
            findings.add(new RuleFinding(
                    code,
                    place == null ? null : place.element(),
                    place == null ? null : place.mirror(),
                    List.of(arguments)));
        }

        RulesFound result() {
            return new RulesFound(new UserRules(rules, twins), findings);
        }
    }
}
