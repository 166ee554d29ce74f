package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Function;
import java.util.List;

/**
 * A companion with everything that goes into its file.
 *
 * @param layout its members
 * @param methods the generated methods, in the layout's order
 * @param helpers derived functions of unannotated methods that the bodies call; they become private
 */
public record CompanionModel(CompanionLayout layout, List<Method> methods, List<Function> helpers) {

    public CompanionModel {
        methods = List.copyOf(methods);
        helpers = List.copyOf(helpers);
    }

    /**
     * A generated method.
     *
     * @param body its function, or null if it has none
     * @param failed whether it could not be made: its body throws then, so that code which calls it compiles
     */
    public record Method(Signature signature, Function body, boolean failed) {

        /** A method with a function, fitted to its signature by {@link Packaging}. */
        public static Method of(Signature signature, Function body) {
            return new Method(signature, body, false);
        }

        /** A method that only calls others. */
        public static Method wrapper(Signature signature) {
            return new Method(signature, null, false);
        }

        /** A method that could not be made. */
        public static Method failed(Signature signature) {
            return new Method(signature, null, true);
        }
    }
}
