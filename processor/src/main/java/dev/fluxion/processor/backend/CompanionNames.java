package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;
import java.util.Locale;

/** The spelling of generated names (DESIGN §2). */
public final class CompanionNames {

    private CompanionNames() {}

    /** The companion of a class: {@code CurvesGrad}, {@code Outer_InnerGrad}. */
    public static Type.Declared companionOf(Type.Declared type) {
        return Type.Declared.of(type.packageName(), String.join("_", type.simpleNames()) + "Grad");
    }

    /** {@code X} for {@code x}: the first letter, whatever the language, by Unicode alone. */
    public static String capitalised(String name) {
        int first = name.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(name.substring(Character.charCount(first)))
                .toString();
    }

    /** The record component for the partial by a parameter: {@code dX} for {@code x}. */
    public static String partial(String parameter) {
        return "d" + capitalised(parameter);
    }

    /** {@code forwardSweep} for {@code FORWARD_SWEEP}. */
    static String camelCase(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.length() == 0 ? word : capitalised(word));
        }
        return name.toString();
    }
}
