package dev.fluxion.processor.foreign;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which classes a message may be about: those with source in a family, those of the platform, and others, of which there are class files alone. */
final class Sources {

    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|enum|record) +(\\w+)");
    private static final Pattern CALLEE = Pattern.compile(
            "\\[FLX02(?:04|10)] (?:an active value is handed to )?(?:new )?(\\w+)(?:\\.\\w+ receives|\\.\\w+,|, which)");
    private static final List<String> PLATFORM = List.of(
            "java.lang.",
            "java.util.",
            "java.util.function.",
            "java.util.stream.",
            "java.math.",
            "java.nio.",
            "java.io.",
            "java.text.",
            "java.time.",
            "java.util.concurrent.",
            "java.util.concurrent.atomic.",
            "sun.misc.");

    private final Set<String> own = new HashSet<>();

    Sources(Collection<String> texts) {
        for (String text : texts) {
            Matcher m = DECLARED.matcher(text);
            while (m.find()) {
                own.add(m.group(1));
            }
        }
    }

    /** Whether a message says that a method is called which has no source, and is not the platform's. */
    boolean isOfMissing(String line) {
        Matcher m = CALLEE.matcher(line);
        return m.find() && !own.contains(m.group(1)) && !isOfPlatform(m.group(1));
    }

    private static boolean isOfPlatform(String simpleName) {
        return PLATFORM.stream().anyMatch(p -> exists(p + simpleName));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
