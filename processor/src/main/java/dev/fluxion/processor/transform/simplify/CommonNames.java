package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.normalise.TemporaryNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives common expressions names. */
final class CommonNames {

    private final ValueNumbers values;

    /** The expressions by the number of their value, and those by the place before which their names are declared. */
    private final Map<Integer, Common> common = new HashMap<>();

    private final Map<Integer, List<Common>> declared = new HashMap<>();
    private final Map<Common, Var> names = new HashMap<>();

    CommonNames(List<Common> expressions, ValueNumbers values) {
        this.values = values;
        for (Common c : expressions) {
            Expr e = c.expression();
            common.put(c.number(), c);
            declared.computeIfAbsent(c.first(), k -> new ArrayList<>()).add(c);
            names.put(c, Var.temporary(TemporaryNames.of(e), e.type()));
        }
    }

    /** The statements that the expressions were found in, with names in the place of them. */
    List<Stmt> in(List<Stmt> statements) {
        List<Stmt> code = new ArrayList<>();
        values.restart();
        for (int i = 0; i < statements.size(); i++) {
            Stmt s = statements.get(i);
            for (Common c : declared.getOrDefault(i, List.of())) {
                code.add(new Stmt.Declare(names.get(c), c.expression(), s.span()));
            }
            code.add(new Reading(s, i).statement());
        }
        return code;
    }

    /** Reads the names in one statement of the sequence. */
    private final class Reading extends Rewriter {

        private final Stmt statement;
        private final int at;
        private final Set<Var> given;

        Reading(Stmt statement, int at) {
            this.statement = statement;
            this.at = at;
            this.given = Order.given(statement);
        }

        Stmt statement() {
            if (CommonExpressions.isHeadRepeated(statement)) {
                change();
            }
            Stmt result = descend(statement);
            change();
            return result;
        }

        private void change() {
            values.set(given, CommonExpressions.changed(at));
        }

        /** In its blocks a statement's variables have their values in between. */
        @Override
        public Block block(Block b) {
            change();
            return super.block(b);
        }

        @Override
        public Expr expr(Expr e) {
            Common c = e == null || !values.facts().isWorthy(e) ? null : common.get(values.of(e));
            return c != null && c.spans(at) ? new Expr.Read(names.get(c)) : super.expr(e);
        }
    }
}
