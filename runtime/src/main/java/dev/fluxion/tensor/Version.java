package dev.fluxion.tensor;

/** Counts the modifications of a storage. Views and detached tensors share the counter of the tensor that they come from. */
final class Version {

    /** How often the elements were modified in place. */
    int value;

    /** How often they were modified by an operation that is part of a graph, which leaves older views without one. */
    int graph;
}
