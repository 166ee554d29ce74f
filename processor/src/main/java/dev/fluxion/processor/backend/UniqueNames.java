package dev.fluxion.processor.backend;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** Gives names out once each: a wish that is taken gets a number. */
final class UniqueNames {

    private final Set<String> taken;

    UniqueNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The wish, or the wish with the smallest number from 2 that is free; it is taken from now on. */
    String take(String wish) {
        String name = free(wish, taken::contains);
        taken.add(name);
        return name;
    }

    /** The wish, or the wish with the smallest number from 2 that is free. */
    static String free(String wish, Predicate<String> taken) {
        if (isUsable(wish) && !taken.test(wish)) {
            return wish;
        }
        boolean digit = !wish.isEmpty() && Character.isDigit(wish.charAt(wish.length() - 1));
        for (int number = 2; ; number++) {
            String name = wish + (digit ? "_" : "") + number;
            if (isUsable(name) && !taken.test(name)) {
                return name;
            }
        }
    }

    /** Neither a keyword nor {@code yield}, with which a statement cannot begin. */
    private static boolean isUsable(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_17) && !name.equals("yield");
    }
}
