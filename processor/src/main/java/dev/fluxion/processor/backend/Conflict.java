package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;

/** Why an annotated method cannot have its generated members. */
public sealed interface Conflict {

    /** The method at which it is reported. */
    UserMethod method();

    /** The member, as Java would name it, that another annotated method of the class gets too. */
    record SameMember(UserMethod method, UserMethod other, String member) implements Conflict {}

    /** Two parameters whose names give the same record component, such as {@code x} and {@code X}. */
    record SameComponent(UserMethod method, String first, String second, String component) implements Conflict {}

    /** A type in a generated signature that the companion cannot name. */
    record HiddenType(UserMethod method, Type.Declared type) implements Conflict {}
}
