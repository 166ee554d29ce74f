package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The ends of structured code: its last statement, or the ends of the branches of its last statement where one of them jumps.
 * Every jump is a {@code break} here, a {@code continue} one of a label that stands for the end of the loop's body.
 */
final class Leaves {

    /** Whether the code may end in a jump. */
    boolean hasJump(List<Stmt> code) {
        if (code.isEmpty()) {
            return false;
        }
        Stmt last = code.get(code.size() - 1);
        return last instanceof Stmt.Break || ends(last).stream().anyMatch(b -> hasJump(b.statements()));
    }

    /** The blocks that a statement ends in, where it is one that chooses. */
    private static List<Block> ends(Stmt s) {
        if (s instanceof Stmt.If i) {
            return List.of(i.whenTrue(), i.whenFalse());
        } else if (s instanceof Stmt.Switch w) {
            return w.cases().stream().map(Stmt.Case::body).toList();
        }
        return List.of();
    }

    /** In how many places control goes on behind the code. */
    int normal(List<Stmt> code) {
        if (code.isEmpty()) {
            return 1;
        }
        Stmt last = code.get(code.size() - 1);
        if (last instanceof Stmt.Break || last instanceof Stmt.Throw) {
            return 0;
        } else if (!hasJump(code)) {
            return neverEnds(last) ? 0 : 1;
        }
        int sum = last instanceof Stmt.Switch w && w.cases().stream().noneMatch(Stmt.Case::isDefault) ? 1 : 0;
        for (Block b : ends(last)) {
            sum += normal(b.statements());
        }
        return sum;
    }

    private boolean neverEnds(Stmt last) {
        return last instanceof Stmt.If i
                && normal(i.whenTrue().statements()) == 0
                && normal(i.whenFalse().statements()) == 0;
    }

    /** The code with the rest put where control goes on; there is one such place. */
    List<Stmt> graft(List<Stmt> code, List<Stmt> rest) {
        if (!hasJump(code)) {
            List<Stmt> whole = new ArrayList<>(code);
            whole.addAll(rest);
            return whole;
        }
        return mapLast(code, b -> normal(b) == 1 ? graft(b, rest) : b, rest);
    }

    private List<Stmt> mapLast(List<Stmt> code, Function<List<Stmt>, List<Stmt>> map, List<Stmt> missing) {
        Stmt last = code.get(code.size() - 1);
        List<Stmt> whole = new ArrayList<>(code.subList(0, code.size() - 1));
        if (last instanceof Stmt.If i) {
            Block whenTrue = new Block(map.apply(i.whenTrue().statements()));
            Block whenFalse = new Block(map.apply(i.whenFalse().statements()));
            whole.add(new Stmt.If(i.condition(), whenTrue, whenFalse, i.span()));
        } else if (last instanceof Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            for (Stmt.Case c : w.cases()) {
                cases.add(new Stmt.Case(
                        c.constants(),
                        c.isDefault(),
                        new Block(map.apply(c.body().statements()))));
            }
            boolean total = w.cases().stream().anyMatch(Stmt.Case::isDefault);
            if (!total && !missing.isEmpty()) {
                cases.add(new Stmt.Case(List.of(), true, new Block(missing)));
            }
            whole.add(new Stmt.Switch(w.label(), w.selector(), cases, w.span()));
        }
        return whole;
    }

    /** The code with each jump at its ends replaced. */
    List<Stmt> replace(List<Stmt> code, Function<Stmt.Break, List<Stmt>> replacement) {
        if (!hasJump(code)) {
            return code;
        }
        Stmt last = code.get(code.size() - 1);
        if (last instanceof Stmt.Break b) {
            List<Stmt> whole = new ArrayList<>(code.subList(0, code.size() - 1));
            whole.addAll(replacement.apply(b));
            return whole;
        }
        return mapLast(code, b -> replace(b, replacement), List.of());
    }

    /** The code with each jump at its ends replaced together with the statements of its block before it. */
    List<Stmt> replaceBlocks(List<Stmt> code, BiFunction<List<Stmt>, Stmt.Break, List<Stmt>> replacement) {
        if (!hasJump(code)) {
            return code;
        }
        return code.get(code.size() - 1) instanceof Stmt.Break b
                ? replacement.apply(code.subList(0, code.size() - 1), b)
                : mapLast(code, b -> replaceBlocks(b, replacement), List.of());
    }

    /** The code with the jumps to a label removed: control arrives there anyhow. */
    List<Stmt> drop(List<Stmt> code, Label target) {
        return replace(code, jump -> jump.target() == target ? List.of() : List.of(jump));
    }
}
