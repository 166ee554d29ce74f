package dev.fluxion.processor.frontend.mirror;

import javax.lang.model.element.TypeElement;

/** What a stub has to hold, and what it needs in turn. */
interface StubNeeds {

    /** Whether the roots may use a member of this name. */
    boolean isUsed(String name);

    /** Whether a class of the roots may extend the type, directly or not. */
    boolean isExtended(TypeElement type);

    /** Whether the initializer of a constant uses a field of this name, be it private. */
    boolean isUsedByConstant(String name);

    /** The stub names this type. */
    void mention(TypeElement type);

    /** The stub copies an expression that uses these names; it needs the imports of its file. */
    void copied(RootNames names);

    /** What to write for a type that the outer compilation cannot resolve. */
    String unresolved(String written);
}
