package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;
import java.util.List;

/**
 * How a method returns the results of its function.
 *
 * @param record the record that is made of them, or null where there is one result or none
 * @param types what the results become
 */
record Returned(Type.Declared record, List<Type> types) {}
