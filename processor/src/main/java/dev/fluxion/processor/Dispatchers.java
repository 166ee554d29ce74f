package dev.fluxion.processor;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.transform.dispatch.Dispatcher;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions that virtual calls run, made when they are asked for and kept for as long as the same classes are left out. */
final class Dispatchers {

    private final CompiledClasses classes;
    private final LeftOut leftOut = new LeftOut();
    private final Map<Callee.Method, Optional<Function>> made = new HashMap<>();
    private int settled;

    Dispatchers(CompiledClasses classes) {
        this.classes = classes;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    /** Forgets the functions if other classes are left out now, and says whether. */
    boolean settle() {
        boolean isNew = settled != leftOut.version();
        if (isNew) {
            settled = leftOut.version();
            made.clear();
        }
        return isNew;
    }

    Optional<Function> find(Callee.Method method) {
        if (!made.containsKey(method)) {
            made.put(method, Dispatcher.of(method, classes, leftOut.of(method)));
        }
        return made.get(method);
    }
}
