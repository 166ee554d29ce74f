package dev.fluxion.processor.transform.dispatch;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/** The classes of a compilation, as far as instance calls need to know them. */
public interface Implementations {

    /**
     * The classes that can be instantiated and are, or extend, or implement a type, in the order of their names. Those of the bodies that constants of enums have
     * are among them.
     */
    List<Type.Declared> classes(Type.Declared type);

    /** The method with a body that a call of a method runs on an object of a class; empty where its source is not in the compilation. */
    Optional<Callee.Method> target(Type.Declared of, Callee.Method called);

    /**
     * An instance method of a generic class of the compilation as it is called on one whose type parameters stand for numbers: {@code value(T)} as {@code
     * value(Double)}. Any other method as it is.
     *
     * @param given the types of what it is handed
     * @param result that of what it returns there
     */
    Callee.Method instantiated(Callee.Method method, List<Type> given, Type result);

    /** The names of a method's parameters. */
    List<String> parameters(Callee.Method method);

    /** The checked exceptions that a method declares. */
    List<Type> thrown(Callee.Method method);

    /** Whether every object of a type is one of another. */
    boolean isSubtype(Type.Declared type, Type.Declared of);

    /** Whether objects of a type are records with numbers in them, or with records that are. */
    boolean isRecordOfNumbers(Type type);

    /** The constant whose body a class is. */
    Field constant(Type.Declared body);

    /** Whether a class, or one around it, is private. */
    boolean isPrivate(Type.Declared type);

    /** Whether a type has no subclass, in this compilation or elsewhere. */
    boolean isFinal(Type.Declared type);
}
