package dev.fluxion.processor.foreign;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arguments of a method that can be made again and again, always the same, and moved along a direction. */
final class Point {

    private final Subject subject;
    private final Classes classes;
    private final long seed;

    Point(Subject subject, Classes classes, long seed) {
        this.subject = subject;
        this.classes = classes;
        this.seed = seed;
    }

    /** Fresh arguments, the receiver first. */
    Object[] arguments() throws Unmakeable {
        Making making = new Making(new Random(seed), classes);
        List<Type> types = new ArrayList<>(List.of(subject.primal().getGenericParameterTypes()));
        if (!subject.isStatic()) {
            types.add(0, subject.primal().getDeclaringClass());
        }
        Object[] arguments = new Object[types.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = making.make(types.get(i), 0);
        }
        return arguments;
    }

    /** Fresh arguments, the active ones moved. */
    Object[] moved(double step, double[] direction) throws Unmakeable {
        Object[] arguments = arguments();
        int[] at = {0};
        for (int i = 0; i < arguments.length; i++) {
            if (subject.active().get(i)) {
                arguments[i] = Values.map(arguments[i], v -> v + step * direction[at[0]++]);
            }
        }
        return arguments;
    }
}
