package dev.fluxion.processor.ir;

import java.util.List;

/** A statement. Control flow is structured: every jump names an enclosing statement by its label. */
public sealed interface Stmt {

    /** The source this statement came from, or {@link Span#NONE}. */
    Span span();

    /** Declares a local variable until the end of the block; the initial value may be null. */
    record Declare(Var variable, Expr value, Span span) implements Stmt {}

    /** Assigns a local variable or parameter. */
    record Assign(Var variable, Expr value, Span span) implements Stmt {}

    /** Assigns a field; the target is null for a static one. */
    record StoreField(Field field, Expr target, Expr value, Span span) implements Stmt {}

    /** Assigns an array element. */
    record StoreElement(Expr array, Expr index, Expr value, Span span) implements Stmt {}

    /** Evaluates for effect. */
    record Eval(Expr value, Span span) implements Stmt {}

    /**
     * Calls a derived function with several results; a target is null where its result is not wanted. Targets are declared
     * variables.
     */
    record Invoke(List<Var> targets, Callee.Derived callee, List<Expr> arguments, Span span) implements Stmt {
        public Invoke {
            targets = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(targets));
            arguments = List.copyOf(arguments);
        }
    }

    /** Chooses by a condition. */
    record If(Expr condition, Block whenTrue, Block whenFalse, Span span) implements Stmt {}

    /**
     * A loop. {@code init} is empty but for a {@code for} loop and scopes over the rest; {@code update} runs after the body and after a
     * {@code continue}. In a {@code do} loop the condition is tested after the body (and after a {@code continue}).
     */
    record Loop(Label label, Form form, Block init, Expr condition, Block update, Block body, Span span)
            implements Stmt {

        /** How the loop is written. */
        public enum Form {
            WHILE,
            DO,
            FOR
        }

        public static Loop whileLoop(Label label, Expr condition, Block body, Span span) {
            return new Loop(label, Form.WHILE, Block.EMPTY, condition, Block.EMPTY, body, span);
        }
    }

    /** Chooses by a value; no case falls through, each may leave early by {@code break} of the label. */
    record Switch(Label label, Expr selector, List<Case> cases, Span span) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** The labels of one arm of a switch (constants; enum constants by name) and whether it is also the default. */
    record Case(List<Expr> constants, boolean isDefault, Block body) {
        public Case {
            constants = List.copyOf(constants);
        }
    }

    /** A block that can be left by {@code break}. */
    record Labeled(Label label, Block body, Span span) implements Stmt {}

    /** Leaves the statement with the label. */
    record Break(Label target, Span span) implements Stmt {}

    /** Begins the next iteration of the loop with the label. */
    record Continue(Label target, Span span) implements Stmt {}

    /** Ends the function with its results, in order. */
    record Return(List<Expr> values, Span span) implements Stmt {
        public Return {
            values = List.copyOf(values);
        }

        public static Return of(Expr value, Span span) {
            return new Return(List.of(value), span);
        }
    }

    /** Throws. */
    record Throw(Expr exception, Span span) implements Stmt {}

    /** {@code assert condition : detail}; the detail may be null. */
    record Assert(Expr condition, Expr detail, Span span) implements Stmt {}

    /** try with resources (declarations), catch clauses and a finally block, which may be empty. */
    record Try(List<Declare> resources, Block body, List<Catch> catches, Block finallyBlock, Span span)
            implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }
    }

    /** A catch clause: the types it takes and the variable it binds. */
    record Catch(List<Type> types, Var variable, Block body) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    /** {@code synchronized (monitor) body}. */
    record Synchronized(Expr monitor, Block body, Span span) implements Stmt {}

    /** Puts a value on a stack or on the shared tape. */
    record Push(Var stack, Expr value, Span span) implements Stmt {}

    /** Nothing but a heading for the reader of the generated code, such as {@code reverse sweep}. */
    record Comment(String text) implements Stmt {
        @Override
        public Span span() {
            return Span.NONE;
        }
    }
}
