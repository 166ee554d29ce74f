package dev.fluxion.processor.foreign;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The adjoints of the inputs as reverse mode hands them over: some in arrays, some in a record. */
final class Adjoints {

    private final Subject subject;

    Adjoints(Subject subject) {
        this.subject = subject;
    }

    /**
     * Adjoints in the order of the active parameters.
     *
     * @param returned what the VJP returned
     * @param bars the arrays it was handed
     */
    double[] of(Object returned, List<Object> bars) {
        List<Boolean> isArray = new ArrayList<>();
        for (int i = 0; i < subject.active().size(); i++) {
            if (subject.active().get(i)) {
                isArray.add(subject.jvp().getParameterTypes()[i].isArray());
            }
        }
        long numbers = isArray.stream().filter(a -> !a).count();
        List<Object> scalars = numbers == 0 ? List.of() : scalars(returned, isArray, (int) numbers);
        List<Object> all = new ArrayList<>();
        int array = 0;
        int scalar = 0;
        for (boolean a : isArray) {
            all.add(a ? bars.get(array++) : scalars.get(scalar++));
        }
        return Values.flat(all);
    }

    /** A record of the adjoints of all, or of those that are not arrays; a single one may come by itself. */
    private List<Object> scalars(Object returned, List<Boolean> isArray, int numbers) {
        if (!returned.getClass().isRecord()) {
            return List.of(returned);
        }
        RecordComponent[] components = returned.getClass().getRecordComponents();
        List<Object> found = new ArrayList<>();
        int from = subject.isVoid() ? 0 : 1;
        for (RecordComponent c : Arrays.copyOfRange(components, from, components.length)) {
            found.add(MethodCheck.component(returned, c.getName()));
        }
        if (found.size() == isArray.size() && found.size() > numbers) {
            for (int i = isArray.size() - 1; i >= 0; i--) {
                if (isArray.get(i)) {
                    found.remove(i);
                }
            }
        }
        return found;
    }
}
