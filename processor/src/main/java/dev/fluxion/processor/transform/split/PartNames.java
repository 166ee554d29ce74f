package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.List;

/** Names the parts of a function. */
public interface PartNames {

    /** A method without a result that has no other use. */
    Callee.Method next(List<Type> parameters);
}
