package dev.fluxion.processor;

import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.UserRules;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import java.util.ArrayList;
import java.util.List;

/** By which parameters a method has no derivative, whatever is done with them. */
final class Independence {

    private Independence() {}

    /** The parameters, by their indices, that the result cannot depend on although they are active. */
    static List<Integer> of(UserMethod method, SourceProgram sources, UserRules users) {
        Function f = sources.find(method.primal()).orElseThrow();
        Activity of = Activity.of(f, RuleTable.of(f.strongZero()).with(users));
        List<Integer> found = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < method.parameters().size(); i++) {
            UserMethod.UserParameter p = method.parameters().get(i);
            int leaves = p.record() == null ? 0 : p.record().leaves("").size();
            List<Var> all = f.variables().subList(next, next + 1 + leaves);
            next += all.size();
            if (p.active() && all.stream().noneMatch(of::isActive)) {
                found.add(i);
            }
        }
        return found;
    }
}
