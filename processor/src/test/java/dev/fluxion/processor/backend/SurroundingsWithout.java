package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;

/** A package from which one class cannot be named, and which has a class called Math. */
record SurroundingsWithout(Type.Declared hidden) implements Surroundings {

    @Override
    public boolean isVisible(Type.Declared type) {
        return !type.equals(hidden);
    }

    @Override
    public boolean packageHas(String simpleName) {
        return simpleName.equals("Math");
    }
}
