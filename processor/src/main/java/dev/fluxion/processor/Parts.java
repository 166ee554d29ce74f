package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionModel;
import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.transform.memory.Reuse;
import dev.fluxion.processor.transform.split.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Splits what is too large in one companion. */
final class Parts {

    private final CompanionLayout layout;
    private final Options options;
    private final Set<String> names = new HashSet<>();
    private final List<Function> made = new ArrayList<>();

    Parts(CompanionLayout layout, Options options) {
        this.layout = layout;
        this.options = options;
        layout.signatures().stream().map(Signature::name).forEach(names::add);
    }

    /** The methods and helpers, split, and behind the helpers all parts. */
    CompanionModel split(List<CompanionModel.Method> methods, Collection<Function> helpers) {
        List<CompanionModel.Method> whole = new ArrayList<>();
        for (CompanionModel.Method m : methods) {
            Function body = m.body() == null ? null : split(m.signature().name(), m.body());
            body = body != null && takesMemory(body) ? Reuse.released(body) : body;
            whole.add(new CompanionModel.Method(m.signature(), body, m.failed(), m.tensorForm()));
        }
        List<Function> others = new ArrayList<>();
        helpers.forEach(
                f -> others.add(split(((Callee.Derived) f.callee()).root().name(), f)));
        others.addAll(made);
        return new CompanionModel(layout, whole, others);
    }

    private static boolean takesMemory(Function f) {
        return f.parameters().stream().anyMatch(p -> p.role() == Parameter.Role.WORKSPACE);
    }

    private Function split(String name, Function function) {
        if (!options.isEnabled("split")) {
            return function;
        }
        Split.Parts parts = Split.apply(function, types -> method(name, types));
        if (!parts.parts().isEmpty()) {
            options.packaged("split", parts.function());
            parts.parts().forEach(p -> options.packaged("split", p));
        }
        made.addAll(parts.parts());
        return parts.function();
    }

    private Callee.Method method(String name, List<Type> parameters) {
        int number = 1;
        while (!names.add(name + "Part" + number)) {
            number++;
        }
        return new Callee.Method(
                layout.companion(), name + "Part" + number, parameters, Types.VOID, true, Callee.Access.PACKAGE, true);
    }
}
