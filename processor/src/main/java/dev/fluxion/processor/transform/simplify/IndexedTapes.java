package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stack that counted loops fill, one value in each iteration, and that later loops empty which go through the same iterations backwards, is an array with a place
 * for each iteration. Where all that stands in a loop, the array is kept from one iteration to the next, unless a longer one is needed.
 */
final class IndexedTapes implements Pass {

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Function apply(Function function) {
        Set<Var> stacks = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Push p && p.value().type() instanceof Type.Primitive) {
                stacks.add(p.stack());
            }
        });
        Occurrences occurrences = Occurrences.of(function);
        Map<Var, TapeUse> uses = new LinkedHashMap<>();
        stacks.forEach(v -> TapeUse.find(v, function.body(), occurrences).ifPresent(u -> uses.put(v, u)));
        return uses.isEmpty() ? function : function.withBody(new Indexing(uses).block(function.body()));
    }

    /** Replaces stacks by arrays. */
    private static final class Indexing extends Rewriter {

        private final Map<Var, TapeUse> uses;
        private final Map<Var, Var> tapes = new HashMap<>();

        Indexing(Map<Var, TapeUse> uses) {
            this.uses = uses;
            uses.values().forEach(u -> tapes.put(u.stack(), Var.tape(u.stack().name(), new Type.Array(u.element()))));
        }

        @Override
        protected Expr leave(Expr e) {
            if (e instanceof Expr.Pop p && uses.containsKey(p.stack())) {
                TapeUse use = uses.get(p.stack());
                return new Expr.Element(Expr.read(tapes.get(p.stack())), use.place(use.emptying()), p.type());
            }
            return e;
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            if (s instanceof Stmt.Declare d && uses.containsKey(d.variable())) {
                Expr none = new Expr.Constant(0, Type.Primitive.INT);
                return uses.get(d.variable()).isDeclaredBeside()
                        ? List.of()
                        : List.of(new Stmt.Declare(tapes.get(d.variable()), made(d.variable(), none), d.span()));
            } else if (s instanceof Stmt.Push p && uses.containsKey(p.stack())) {
                TapeUse use = uses.get(p.stack());
                Expr place = use.place(use.filling());
                return List.of(new Stmt.StoreElement(Expr.read(tapes.get(p.stack())), place, p.value(), p.span()));
            } else if (s instanceof Stmt.Loop l) {
                List<Stmt> code = new ArrayList<>();
                Map<Expr, Var> lengths = new HashMap<>();
                uses.values().stream().filter(u -> u.first() == l).forEach(u -> allocate(u, lengths, code));
                code.add(descend(s));
                return code;
            }
            return super.rewrite(s);
        }

        private Expr made(Var stack, Expr length) {
            return new Expr.NewArray((Type.Array) tapes.get(stack).type(), List.of(length));
        }

        /** Makes an array, or a longer one where the one that is there is too short. */
        private void allocate(TapeUse use, Map<Expr, Var> lengths, List<Stmt> out) {
            Var tape = tapes.get(use.stack());
            if (use.isDeclaredBeside()) {
                out.add(new Stmt.Declare(tape, made(use.stack(), use.length()), Span.NONE));
                return;
            }
            Var length = lengths.computeIfAbsent(use.length(), e -> {
                Var name = Var.temporary("length", Type.Primitive.INT);
                out.add(new Stmt.Declare(name, e, Span.NONE));
                return name;
            });
            Expr isShort = new Expr.Binary(
                    Operator.LESS, new Expr.Length(Expr.read(tape)), Expr.read(length), Type.Primitive.BOOLEAN);
            Stmt longer = new Stmt.Assign(tape, made(use.stack(), Expr.read(length)), Span.NONE);
            out.add(new Stmt.If(isShort, Block.of(longer), Block.EMPTY, Span.NONE));
        }
    }
}
