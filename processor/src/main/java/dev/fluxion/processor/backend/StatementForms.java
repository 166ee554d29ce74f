package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Rewrites statements that Java has no form for, and those that a person would write in another one: loops whose parts do not fit
 * into a {@code for}, labelled blocks that nothing leaves, branches that are empty.
 */
final class StatementForms extends Rewriter {

    private final Set<Label> left = Collections.newSetFromMap(new IdentityHashMap<>());

    private StatementForms() {}

    static Block of(Block body) {
        StatementForms forms = new StatementForms();
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Break b) {
                forms.left.add(b.target());
            }
        });
        return forms.block(body);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (s instanceof Stmt.Labeled l && !left.contains(l.label())) {
            return block(l.body()).statements();
        } else if (s instanceof Stmt.Loop l) {
            Stmt.Loop loop = (Stmt.Loop) descend(withDeclaredInit(l));
            boolean fits = loop.form() == Stmt.Loop.Form.DO
                    ? loop.update().isEmpty() && loop.init().isEmpty()
                    : isInit(loop.init()) && isUpdate(loop.update());
            return fits ? List.of(loop) : expanded(loop);
        } else if (s instanceof Stmt.If i
                && i.whenTrue().isEmpty()
                && !i.whenFalse().isEmpty()) {
            return List.of(descend(new Stmt.If(Negation.of(i.condition()), i.whenFalse(), Block.EMPTY, i.span())));
        }
        return super.rewrite(s);
    }

    private static Stmt.Loop withDeclaredInit(Stmt.Loop l) {
        Block init = new Block(Declarations.merged(l.init().statements()));
        return new Stmt.Loop(l.label(), l.form(), init, l.condition(), l.update(), l.body(), l.span());
    }

    private static boolean isInit(Block init) {
        List<Stmt> statements = init.statements();
        boolean declares = statements.stream()
                .allMatch(s -> s instanceof Stmt.Declare d
                        && d.value() != null
                        && d.variable()
                                .type()
                                .equals(((Stmt.Declare) statements.get(0))
                                        .variable()
                                        .type()));
        return statements.stream().noneMatch(s -> s instanceof Stmt.Declare) ? isUpdate(init) : declares;
    }

    private static boolean isUpdate(Block update) {
        return update.statements().stream()
                .allMatch(s -> s instanceof Stmt.Assign
                        || s instanceof Stmt.StoreElement
                        || s instanceof Stmt.Push
                        || s instanceof Stmt.Eval);
    }

    /** The loop with its update inside the body, which {@code continue} leaves to get there. */
    private static List<Stmt> expanded(Stmt.Loop loop) {
        Label next = new Label("next");
        boolean[] continued = {false};
        Block body = new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                if (s instanceof Stmt.Continue c && c.target() == loop.label()) {
                    continued[0] = true;
                    return List.of(new Stmt.Break(next, c.span()));
                }
                return super.rewrite(s);
            }
        }.block(loop.body());
        List<Stmt> statements = new ArrayList<>();
        if (continued[0]) {
            statements.add(new Stmt.Labeled(next, body, loop.span()));
        } else {
            statements.addAll(body.statements());
        }
        statements.addAll(loop.update().statements());
        Stmt.Loop.Form form = loop.form() == Stmt.Loop.Form.DO ? Stmt.Loop.Form.DO : Stmt.Loop.Form.WHILE;
        Stmt expanded = new Stmt.Loop(
                loop.label(), form, Block.EMPTY, loop.condition(), Block.EMPTY, new Block(statements), loop.span());
        List<Stmt> result = new ArrayList<>(loop.init().statements());
        result.add(expanded);
        return result;
    }
}
