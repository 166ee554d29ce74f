package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Function;
import java.util.List;

/**
 * A companion with everything that goes into its file.
 *
 * @param layout its members
 * @param methods the generated methods, in the layout's order
 * @param helpers derived functions of unannotated methods that the bodies call, and the parts of what is too large; they become private
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
     * @param tensorForm of a method over tensors what is known beside the header, else null
     */
    public record Method(Signature signature, Function body, boolean failed, TensorForm tensorForm) {

        /** A method with a function, fitted to its signature by {@link Packaging}. */
        public static Method of(Signature signature, Function body) {
            return new Method(signature, body, false, null);
        }

        /** A method that only calls others. */
        public static Method wrapper(Signature signature) {
            return new Method(signature, null, false, null);
        }

        /** A method over tensors. */
        public static Method overTensors(Signature signature, TensorForm form) {
            return new Method(signature, null, false, form);
        }

        /** A method that could not be made. */
        public static Method failed(Signature signature) {
            return new Method(signature, null, true, null);
        }
    }
}
