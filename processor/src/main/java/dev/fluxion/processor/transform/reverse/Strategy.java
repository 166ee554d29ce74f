package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;

/** Where the reverse sweep takes a value of the forward sweep from (REVERSE.md, item 4). */
sealed interface Strategy {

    /** Its variable still holds it. */
    record Held() implements Strategy {}

    /** A variable of its own was given it as soon as it was there. */
    record Copied(Var copy) implements Strategy {}

    /** Of a split function: the tape between the halves got it at the end of the branch that made it. */
    record Passed() implements Strategy {}

    /** Its definition is evaluated again. */
    record Recomputed() implements Strategy {}

    /** A stack got it in every iteration. */
    record Stacked(Var stack) implements Strategy {}

    /** An exactly sized array got it in every iteration of a counted loop. */
    record Taped(Var tape, Stmt.Loop loop) implements Strategy {}

    /**
     * It is the value at the end of an iteration: a variable of the reversed loop holds it when the iteration is reversed. The first such value is the one behind the loop, each further one that at the head of the iteration reversed before.
     */
    record Carried(Stmt.Loop loop, Version head, Version behind) implements Strategy {}

    /**
     * It is the value at the beginning of an iteration, of an integer to which the iteration adds, or from which it takes, something that the reversed iteration
     * has.
     *
     * @param end the value at the end
     * @param step the sum or difference by which the iteration got it
     */
    record SteppedBack(Version end, Expr.Binary step) implements Strategy {}

    /** It is a loop's counter, which the reversed loop counts again. */
    record Counted() implements Strategy {}

    /**
     * It is the condition of a branch that leaves the loop: true in the first reversed iteration if the loop was left there, which a variable of the reversed loop tells.
     */
    record LeftHere(Var exit, int number) implements Strategy {}
}
