package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds annotated methods whose generated members collide, or mention what the companion cannot (DESIGN §2). */
public final class Conflicts {

    private final List<Conflict> found = new ArrayList<>();
    private final Map<String, UserMethod> members = new HashMap<>();
    private final Surroundings surroundings;

    private Conflicts(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The conflicts of a layout, in source order: of two methods that collide the later one has it, once.
     *
     * @param surroundings which types the companion may name
     */
    public static List<Conflict> of(CompanionLayout layout, Surroundings surroundings) {
        Conflicts conflicts = new Conflicts(surroundings);
        layout.signaturesByMethod().forEach((method, signatures) -> {
            conflicts.members(method, signatures);
            conflicts.components(method);
            conflicts.types(method);
        });
        return conflicts.found;
    }

    private void members(UserMethod method, List<Signature> signatures) {
        Set<String> own = new LinkedHashSet<>();
        for (Signature s : signatures) {
            own.add(s.key());
            if (s.kind().mayReuse()) {
                own.add(s.reusing().key());
            }
            if (s.record() != null) {
                own.add(s.record().type().simpleName());
            }
        }
        for (String member : own) {
            UserMethod other = members.get(member);
            if (other != null) {
                found.add(new Conflict.SameMember(method, other, member));
                break;
            }
        }
        own.forEach(member -> members.putIfAbsent(member, method));
    }

    private void components(UserMethod method) {
        Map<String, String> components = new HashMap<>();
        for (UserMethod.UserParameter p : method.active()) {
            String component = CompanionNames.partial(p.name());
            String other = components.putIfAbsent(component, p.name());
            if (other != null) {
                found.add(new Conflict.SameComponent(method, other, p.name(), component));
            }
        }
    }

    private void types(UserMethod method) {
        Set<Type.Declared> hidden = new LinkedHashSet<>();
        method.parameters().forEach(p -> collect(p.type(), hidden));
        collect(method.result(), hidden);
        method.thrown().forEach(t -> collect(t, hidden));
        hidden.removeIf(surroundings::isVisible);
        hidden.forEach(type -> found.add(new Conflict.HiddenType(method, type)));
    }

    private static void collect(TypeArgument type, Set<Type.Declared> into) {
        if (type instanceof Type.Declared d) {
            into.add(d.erasure());
            d.arguments().forEach(a -> collect(a, into));
        } else if (type instanceof Type.Array a) {
            collect(a.component(), into);
        } else if (type instanceof TypeArgument.Wildcard w && w.bound() != null) {
            collect(w.bound(), into);
        }
    }
}
