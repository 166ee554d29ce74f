package dev.fluxion.processor.ir;

/** A result of a function, by position: the name that a record component would have, and its type. */
public record Result(String name, Type type) {}
