package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import java.util.Optional;

/** The type of the tangent that stands beside values of a type; none beside what carries no derivative. */
final class TangentTypes {

    private static final String TAPES = Types.TAPE.packageName();

    private TangentTypes() {}

    static Optional<Type> of(Type type) {
        if (type.isDifferentiable()) {
            return Optional.of(type.tangent());
        } else if (type instanceof Type.Array a) {
            return of(a.component()).map(Type.Array::new);
        } else if (type instanceof Type.Undenotable u) {
            return of(u.erasure());
        } else if (type instanceof Type.Declared d && d.packageName().equals(TAPES)) {
            return ofTape(d);
        }
        return Optional.empty();
    }

    private static Optional<Type> ofTape(Type.Declared type) {
        return switch (type.simpleName()) {
            case "Tape", "DoubleStack", "FloatStack" -> Optional.of(type);
            case "ReferenceStack" -> element(type).flatMap(TangentTypes::of).map(Types::stackOf);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> element(Type.Declared stack) {
        TypeArgument only =
                stack.arguments().isEmpty() ? null : stack.arguments().get(0);
        return only instanceof Type t ? Optional.of(t) : Optional.empty();
    }

    static boolean exists(Type type) {
        return of(type).isPresent();
    }

    /** Whether values of a type are objects that a callee may change: arrays, stacks and tapes. */
    static boolean isShared(Type type) {
        return exists(type) && !type.isDifferentiable();
    }

    static boolean isStack(Type type) {
        return isShared(type) && type instanceof Type.Declared && !type.equals(Types.TAPE);
    }
}
