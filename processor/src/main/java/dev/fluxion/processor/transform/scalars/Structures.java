package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classes of a compilation whose objects may be taken apart, and what their constructors and methods do. */
public interface Structures {

    /** The name of constructors. */
    String CONSTRUCTOR = "<init>";

    /**
     * A class.
     *
     * @param supertypes what its objects may be cast to, itself included
     * @param fields those of its objects, in order
     * @param isImmutable whether all of them are final: two names of one object are as good as two objects
     * @param isFinal whether it has no subclass
     * @param isRecord whether it is a record
     * @param accessors the fields of a record that a method of their name returns as they are
     */
    record Structure(
            Type.Declared type,
            Set<Type.Declared> supertypes,
            List<Field> fields,
            boolean isImmutable,
            boolean isFinal,
            boolean isRecord,
            Set<String> accessors) {

        public Structure {
            supertypes = Set.copyOf(supertypes);
            fields = List.copyOf(fields);
            accessors = Set.copyOf(accessors);
        }
    }

    /** A class by its type; empty where its objects have to stay objects. */
    Optional<Structure> find(Type type);

    /** What the methods do of a function that a static final field holds, if it captures nothing; none otherwise. */
    List<Function> function(Field field);

    /** The constructor for arguments of these types, as a function of the object and the arguments that assigns the object's fields. */
    Optional<Function> constructor(Type.Declared type, List<Type> arguments);

    /** The method that a call runs on an object of exactly this class; empty where it has no source. */
    Optional<Callee.Method> target(Type.Declared type, Callee.Method called);

    /** A method's body, in which nothing has been replaced yet. */
    Optional<Function> body(Callee.Method method);
}
