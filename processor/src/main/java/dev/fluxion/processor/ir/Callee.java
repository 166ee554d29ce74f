package dev.fluxion.processor.ir;

import java.util.List;

/** What a call names: a Java method, or a function that the transforms have asked for. */
public sealed interface Callee {

    /** How far a member is visible. */
    enum Access {
        PUBLIC,
        PROTECTED,
        PACKAGE,
        PRIVATE
    }

    /**
     * A Java method by owner, name and erased parameter types. The result type is the declared one, erased; a call carries
     * its own.
     *
     * @param isExact whether the method of the owner itself is meant, whatever class the receiver has: no override is asked
     */
    record Method(
            Type.Declared owner,
            String name,
            List<Type> parameters,
            Type result,
            boolean isStatic,
            Access access,
            boolean isExact)
            implements Callee {

        public Method {
            owner = owner.erasure();
            parameters = List.copyOf(parameters);
        }

        /** A static method, or an instance method that is looked up in the receiver's class. */
        public Method(
                Type.Declared owner, String name, List<Type> parameters, Type result, boolean isStatic, Access access) {
            this(owner, name, parameters, result, isStatic, access, false);
        }

        /** Whether which method a call runs depends on the receiver's class. */
        public boolean isVirtual() {
            return !isStatic && !isExact;
        }

        /** The owner's own method, which no override takes the place of; a static one is itself. */
        public Method exact() {
            return new Method(owner, name, parameters, result, isStatic, access, !isStatic);
        }

        /** The method as the text of a call names it. */
        public Method called() {
            return new Method(owner, name, parameters, result, isStatic, access);
        }

        /** The method by the same name and with the same parameters of another class. */
        public Method of(Type.Declared other) {
            return new Method(other, name, parameters, result, isStatic, access, isExact);
        }

        /** A static public method, such as {@code Math.exp}. */
        public static Method publicStatic(Type.Declared owner, String name, Type result, Type... parameters) {
            return new Method(owner, name, List.of(parameters), result, true, Access.PUBLIC);
        }

        /** Owner, name and parameter types: what identifies a method whatever else is known of it. */
        public String key() {
            String list =
                    String.join(",", parameters.stream().map(Object::toString).toList());
            return owner.canonicalName() + "." + name + "(" + list + ")";
        }

        @Override
        public String toString() {
            return owner.simpleName() + "." + name;
        }
    }

    /** A derivative of a function, which the driver has generated or finds in another companion. */
    record Derived(Callee of, Derivation derivation) implements Callee {

        /** The Java method at the root of a chain of derivations. */
        public Method root() {
            return of instanceof Method m ? m : ((Derived) of).root();
        }

        @Override
        public String toString() {
            return of + "'" + derivation;
        }
    }
}
