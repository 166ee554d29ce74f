package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.dispatch.Receivers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the objects of one class. First everything that the objects go through is expanded in place: constructors, their methods, helpers
 * that take or return them. What is left must be reads and writes of fields, and names for whole objects.
 */
final class Replacement {

    /** So many statements at most; a function that grows beyond, or a recursion, is left as it was. */
    private static final int LIMIT = 2_000;

    /** Calls in calls in calls, so deep at most. */
    private static final int DEPTH = 40;

    private final Structures.Structure structure;
    private final Structures structures;
    private final boolean strongZero;

    /** Whether the records may be there as a whole too: in a function over what is in records. */
    private final boolean mayStay;

    /** The objects whose constructors must not be run twice. */
    private final Set<Var> loud = new HashSet<>();

    private Objects objects;
    private boolean expanded;
    private int size;

    private Replacement(Structures.Structure structure, Structures structures, Function function) {
        this.structure = structure;
        this.mayStay = structure.isRecord() && function.callee() instanceof Callee.Derived;
        this.structures = structures;
        this.strongZero = function.strongZero();
    }

    /** The function without objects of a class; empty where one cannot be done without, or there is none. */
    static Optional<Function> of(Function function, Structures.Structure structure, Structures structures) {
        return new Replacement(structure, structures, function).run(function);
    }

    private Optional<Function> run(Function function) {
        Function current = function.withBody(new Roots().block(function.body()));
        int depth = 0;
        do {
            expanded = false;
            objects = Objects.of(current.body(), structure, mayStay);
            current = current.withBody(new Calls().block(current.body()));
            size = 0;
            Walk.statements(current.body(), s -> size++);
        } while (expanded && size < LIMIT && ++depth < DEPTH);
        objects = Objects.of(current.body(), structure, mayStay);
        if (expanded || objects.all().isEmpty() || !objects.areReplaceable()) {
            return Optional.empty();
        }
        Function replaced = current.withBody(new Components(structure, objects, Set.of()).block(current.body()));
        Set<Var> mentioned = mentioned(replaced);
        if (mentioned.isEmpty()) {
            return Optional.of(replaced);
        }
        Set<Var> kept = objects.behind(mentioned);
        return mayStay && !isInOthers(replaced, mentioned) && Collections.disjoint(kept, loud)
                ? Optional.of(withWholes(current, kept))
                : Optional.empty();
    }

    /** The objects that are mentioned as a whole after all. */
    private Set<Var> mentioned(Function replaced) {
        Set<Var> found = new LinkedHashSet<>();
        Walk.statements(replaced.body(), s -> {
            Var v = s instanceof Stmt.Declare d ? d.variable() : s instanceof Stmt.Assign a ? a.variable() : null;
            if (v != null && objects.isOne(v)) {
                found.add(v);
            }
        });
        Walk.allExpressions(replaced.body(), e -> {
            if (e instanceof Expr.Read r && objects.isOne(r.variable())) {
                found.add(r.variable());
            }
        });
        return found;
    }

    /** Whether objects are parts of others that are still to be replaced: these come first. */
    private boolean isInOthers(Function replaced, Set<Var> objects) {
        boolean[] found = {false};
        Walk.statements(replaced.body(), s -> {
            found[0] |= s instanceof Stmt.StoreField f && isRead(f.value(), objects);
            if (!(s instanceof Stmt.Declare d && d.variable().isWhole())) {
                Walk.expressions(s)
                        .forEach(e -> Walk.expressions(
                                e,
                                part -> found[0] |= isOther(part)
                                        && Walk.parts(part).stream().anyMatch(h -> isRead(h, objects))));
            }
        });
        return found[0];
    }

    private boolean isOther(Expr e) {
        return Objects.isMade(e) && !Objects.isGiven(e)
                || e instanceof Expr.New n && structures.find(n.type()).isPresent();
    }

    private static boolean isRead(Expr e, Set<Var> of) {
        return Objects.uncast(e) instanceof Expr.Read r && of.contains(r.variable());
    }

    /** The function in which some objects are there as a whole beside their fields. */
    private Function withWholes(Function current, Set<Var> kept) {
        Map<Var, Var> wholes = new HashMap<>();
        kept.forEach(v -> wholes.put(v, Var.whole(v.name(), v.type())));
        Block body = new Components(structure, objects, kept).block(current.body());
        return current.withBody(
                new Rewriter() {
                    @Override
                    protected Var variable(Var v) {
                        return wholes.getOrDefault(v, v);
                    }
                }.block(body));
    }

    private boolean isOfClass(Type type) {
        return type instanceof Type.Declared d && d.erasure().equals(structure.type());
    }

    /** Gives a name to each object of the class that is made or returned by a call without one. */
    private final class Roots extends Rewriter {

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            List<Stmt> code = new ArrayList<>();
            if (s instanceof Stmt.Return r
                    && r.values().size() == 1
                    && isMade(r.values().get(0))) {
                code.add(Stmt.Return.of(named(r.values().get(0), code, r.span()), r.span()));
            } else if (s instanceof Stmt.Assign a && isMade(a.value())) {
                code.add(new Stmt.Assign(a.variable(), named(a.value(), code, a.span()), a.span()));
            } else if (s instanceof Stmt.Eval e && isMade(e.value())) {
                named(e.value(), code, e.span());
            } else {
                code.add(descend(s));
            }
            return code;
        }

        private boolean isMade(Expr e) {
            return isOfClass(e.type()) && (e instanceof Expr.New || e instanceof Expr.Call);
        }

        private Expr named(Expr e, List<Stmt> code, Span span) {
            String name = structure.type().simpleName();
            Var v = Var.temporary(Character.toLowerCase(name.charAt(0)) + name.substring(1), structure.type());
            code.add(new Stmt.Declare(v, e, span));
            return Expr.read(v);
        }
    }

    /** Expands calls and constructors through which objects go, one level of them. */
    private final class Calls extends Rewriter {

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            List<Stmt> code = new ArrayList<>();
            Expr root = root(s);
            if (s instanceof Stmt.Declare whole && whole.variable().isWhole()) {
                code.add(descend(s));
            } else if (s instanceof Stmt.Declare d && root instanceof Expr.New n && isOfClass(n.type())) {
                constructor(d, n, code);
            } else if (root != null
                    && Objects.isCheck(root)
                    && isNamed(s)
                    && objects.isOne(Walk.parts(root).get(0))) {
                code.add(new Stmt.Eval(root, s.span()));
                code.add(with(s, Walk.parts(root).get(0)));
            } else if (root instanceof Expr.Call c && body(c).isPresent()) {
                expand(s, c, body(c).get(), code);
            } else {
                code.add(descend(s));
            }
            return code;
        }

        private Expr root(Stmt s) {
            if (s instanceof Stmt.Return r) {
                return r.values().size() == 1 ? r.values().get(0) : null;
            }
            return s instanceof Stmt.Declare d
                    ? d.value()
                    : s instanceof Stmt.Assign a ? a.value() : s instanceof Stmt.Eval e ? e.value() : null;
        }

        private void constructor(Stmt.Declare d, Expr.New n, List<Stmt> code) {
            List<Type> types = n.arguments().stream().map(Expr::type).toList();
            Optional<Function> made =
                    structures.constructor(structure.type(), types).filter(this::isExpandable);
            if (made.isEmpty()) {
                code.add(d);
                return;
            }
            expanded = true;
            List<Expr> arguments = new ArrayList<>();
            for (Expr e : n.arguments()) {
                Var v = Var.temporary("argument", e.type());
                code.add(new Stmt.Declare(v, e, d.span()));
                arguments.add(Expr.read(v));
            }
            Var object = Var.temporary(d.variable().name(), structure.type());
            if (!Quiet.is(made.get(), structures)) {
                loud.add(object);
            }
            code.add(new Stmt.Declare(object, Objects.made(structure.type(), arguments), d.span()));
            Expansion.of(made.get(), object, arguments, d.span(), code);
            code.add(new Stmt.Declare(d.variable(), Expr.read(object), d.span()));
        }

        private boolean isExpandable(Function f) {
            return f.thrown().isEmpty()
                    && f.parameters().stream()
                            .allMatch(p -> p.active() || !p.variable().type().isActivatable());
        }

        private void expand(Stmt s, Expr.Call c, Function body, List<Stmt> code) {
            expanded = true;
            List<Expr> operands = new ArrayList<>(Walk.parts(c));
            if (((Callee.Method) c.callee()).name().equals(Structures.CONSTRUCTOR)) {
                Var object = ((Expr.Read) operands.get(0)).variable(); // Its fields change here, be they final.
                Expansion.of(body, object, operands.subList(1, operands.size()), s.span(), code);
                return;
            }
            boolean isGiven = c.target() != null && !objects.isOne(c.target()) && !Effects.isReceiver(c.target());
            if (isGiven) {
                Var receiver = Var.temporary("receiver", c.target().type());
                code.add(new Stmt.Declare(receiver, c.target(), s.span()));
                for (int i = 1; i < operands.size(); i++) {
                    Var argument = Var.temporary("argument", operands.get(i).type());
                    code.add(new Stmt.Declare(argument, operands.get(i), s.span()));
                    operands.set(i, Expr.read(argument));
                }
                operands.set(0, Expr.read(receiver));
                code.add(new Stmt.Eval(Receivers.nonNull(Expr.read(receiver)), s.span()));
            }
            Expr result = Expansion.of(body, null, operands, s.span(), code);
            if (isNamed(s)) {
                code.add(with(s, result));
            }
        }

        /** Whether something is done with what a statement computes. */
        private static boolean isNamed(Stmt s) {
            return s instanceof Stmt.Declare || s instanceof Stmt.Assign || s instanceof Stmt.Return;
        }

        private static Stmt with(Stmt s, Expr result) {
            if (s instanceof Stmt.Declare d) {
                return new Stmt.Declare(d.variable(), result, d.span());
            } else if (s instanceof Stmt.Assign a) {
                return new Stmt.Assign(a.variable(), result, a.span());
            }
            return Stmt.Return.of(result, s.span());
        }

        /** What a call runs, if objects of the class go through it. */
        private Optional<Function> body(Expr.Call c) {
            if (!(c.callee() instanceof Callee.Method m)) {
                return Optional.empty();
            }
            List<Expr> parts = Walk.parts(c);
            boolean through = isOfClass(c.type()) || parts.stream().anyMatch(objects::isOne);
            Optional<Callee.Method> target = m.isStatic() || m.isExact() ? Optional.of(m) : Optional.empty();
            boolean isExactly = structure.isFinal()
                    && !m.isStatic()
                    && isOfClass(parts.get(0).type());
            if (target.isEmpty() && (isExactly || objects.isOne(parts.get(0)))) {
                target = structures.target(structure.type(), m);
            }
            return through
                    ? target.flatMap(structures::body)
                            .filter(f -> f.strongZero() == strongZero)
                            .filter(this::isExpandable)
                    : Optional.empty();
        }
    }
}
