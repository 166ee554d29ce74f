package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How members are named in a companion: its own by simple name, visible ones by their class, hidden ones through accessors. */
final class Members {

    private final Type.Declared companion;
    private final Map<Callee.Derived, DerivedMethod> own;
    private final DerivedMethods foreign;
    private final HiddenMembers hidden;

    Members(
            Type.Declared companion,
            Map<Callee.Derived, DerivedMethod> own,
            DerivedMethods foreign,
            HiddenMembers hidden) {
        this.companion = companion;
        this.own = own;
        this.foreign = foreign;
        this.hidden = hidden;
    }

    /** The method that computes a derived function, here or in another companion. */
    DerivedMethod derived(Callee.Derived callee) {
        DerivedMethod here = own.get(callee);
        return here != null ? here : foreign.find(callee);
    }

    /** A static member's name, with its class unless that is this companion. */
    Text qualified(Type.Declared owner, String name) {
        return owner.equals(companion) ? Text.of(name) : Text.of(TypeNames.className(owner), "." + name);
    }

    /** The value of a field; the target is null for a static one. */
    Text read(Field field, Text target) {
        if (target != null && hidden.isReadByAccessor(field)) {
            return Text.of(target, "." + field.name() + "()");
        } else if (hidden.isHidden(field)) {
            return Text.of(hidden.reader(field), Text.items("(", target == null ? List.of() : List.of(target), ")"));
        }
        return target == null ? qualified(field.owner(), field.name()) : Text.of(target, "." + field.name());
    }

    /** Whether the companion can name a class. */
    boolean isVisible(Type.Declared type) {
        return hidden.isVisible(type);
    }

    /** A call that assigns a hidden field. */
    Text write(Field field, Text target, Text value) {
        List<Text> arguments = target == null ? List.of(value) : List.of(target, value);
        return Text.of(hidden.writer(field), Text.items("(", arguments, ")"));
    }

    boolean isHidden(Field field) {
        return hidden.isHidden(field);
    }

    /** A call of a Java method; the target is null for a static one. */
    Text call(Callee.Method method, Text target, List<Text> arguments) {
        if (!method.owner().equals(companion) && hidden.isHidden(method)) {
            List<Text> all = new ArrayList<>(arguments);
            if (target != null) {
                all.add(0, target);
            }
            return Text.of(hidden.caller(method), Text.items("(", all, ")"));
        }
        Text name = target == null ? qualified(method.owner(), method.name()) : Text.of(target, "." + method.name());
        return Text.of(name, Text.items("(", arguments, ")"));
    }
}
