package dev.fluxion.processor.interpreter;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs lowered functions, statement by statement: what the IR means, written down a second time.
 *
 * @param <A> what a floating-point value is; values of other types are Java's own, boxed
 */
public final class Interpreter<A> {

    private final Program program;
    private final Arithmetic<A> arithmetic;
    private final Members members;
    private long steps;

    public Interpreter(Program program, Arithmetic<A> arithmetic, ClassLoader loader) {
        this.program = program;
        this.arithmetic = arithmetic;
        this.members = new Members(loader);
    }

    /** The first result of a function, null for none; exceptions are those that the user's method throws. */
    public Object run(Function function, List<Object> arguments) {
        Frame frame = new Frame();
        for (int i = 0; i < arguments.size(); i++) {
            frame.values.put(function.variables().get(i), arguments.get(i));
        }
        Signal end = frame.block(function.body());
        if (end == null || end.label != null) {
            throw new AssertionError("control ran off the end of " + function.callee());
        }
        return end.values.isEmpty() ? null : end.values.get(0);
    }

    Program program() {
        return program;
    }

    Arithmetic<A> arithmetic() {
        return arithmetic;
    }

    Members members() {
        return members;
    }

    /** Why a block was left: a jump to a label, or, without one, a return. */
    private record Signal(Label label, boolean isContinue, List<Object> values) {

        boolean leaves(Label l) {
            return label == l && !isContinue;
        }
    }

    /** One activation of a function. */
    private final class Frame {

        private final Map<Var, Object> values = new HashMap<>();
        private final Evaluation<A> evaluation = new Evaluation<>(Interpreter.this, values);

        Signal block(Block b) {
            for (Stmt s : b.statements()) {
                Signal signal = statement(s);
                if (signal != null) {
                    return signal;
                }
            }
            return null;
        }

        private Object value(Expr e) {
            return evaluation.value(e);
        }

        private boolean test(Expr e) {
            return (Boolean) value(e);
        }

        private Signal statement(Stmt s) {
            if (steps++ > 20_000_000) {
                throw new AssertionError("does not end");
            }
            if (s instanceof Stmt.Declare d) {
                values.remove(d.variable());
                if (d.value() != null) {
                    values.put(
                            d.variable(),
                            evaluation.value(d.value(), d.variable().type()));
                }
            } else if (s instanceof Stmt.Assign a) {
                values.put(
                        a.variable(), evaluation.value(a.value(), a.variable().type()));
            } else if (s instanceof Stmt.Eval e) {
                value(e.value());
            } else if (s instanceof Stmt.StoreField f) {
                if (f.field().type().isFloatingArray()) {
                    throw new NotInterpreted("an array of numbers in a field");
                }
                Object target = f.target() == null ? null : value(f.target());
                members.write(
                        f.field(),
                        target,
                        evaluation.toJava(value(f.value()), f.field().type()));
            } else if (s instanceof Stmt.StoreElement e) {
                store(e);
            } else if (s instanceof Stmt.Assert) {
                return null;
            } else {
                return control(s);
            }
            return null;
        }

        private void store(Stmt.StoreElement e) {
            Object array = value(e.array());
            int index = (Integer) value(e.index());
            Type component = ((Type.Array) e.array().type()).component();
            Object value = evaluation.value(e.value(), component);
            Cells.check(array, index);
            Array.set(array, index, value);
        }

        private Signal control(Stmt s) {
            if (s instanceof Stmt.If i) {
                return block(test(i.condition()) ? i.whenTrue() : i.whenFalse());
            } else if (s instanceof Stmt.Return r) {
                List<Object> results = new ArrayList<>();
                r.values().forEach(e -> results.add(value(e)));
                return new Signal(null, false, results);
            } else if (s instanceof Stmt.Break b) {
                return new Signal(b.target(), false, List.of());
            } else if (s instanceof Stmt.Continue c) {
                return new Signal(c.target(), true, List.of());
            } else if (s instanceof Stmt.Labeled l) {
                return passed(block(l.body()), l.label());
            } else if (s instanceof Stmt.Loop l) {
                return loop(l);
            } else if (s instanceof Stmt.Switch w) {
                return passed(choice(w), w.label());
            } else if (s instanceof Stmt.Throw t) {
                throw Members.sneaky((Throwable) value(t.exception()));
            } else if (s instanceof Stmt.Try t) {
                return attempt(t);
            } else if (s instanceof Stmt.Synchronized y) {
                java.util.Objects.requireNonNull(value(y.monitor()));
                return block(y.body());
            } else if (s instanceof Stmt.Comment) {
                return null;
            }
            throw new AssertionError(s);
        }

        private Signal passed(Signal signal, Label label) {
            return signal != null && signal.leaves(label) ? null : signal;
        }

        private Signal loop(Stmt.Loop l) {
            block(l.init());
            boolean first = l.form() == Stmt.Loop.Form.DO;
            while (first || test(l.condition())) {
                first = false;
                Signal signal = block(l.body());
                if (signal != null && !(signal.label() == l.label() && signal.isContinue())) {
                    return passed(signal, l.label());
                }
                block(l.update());
            }
            return null;
        }

        private Signal choice(Stmt.Switch w) {
            Object selector = value(w.selector());
            if (selector == null) {
                throw new NullPointerException();
            }
            Stmt.Case chosen = null;
            for (Stmt.Case c : w.cases()) {
                boolean matches = c.constants().stream().anyMatch(e -> selector.equals(value(e)));
                chosen = matches || c.isDefault() && chosen == null ? c : chosen;
                if (matches) {
                    break;
                }
            }
            return chosen == null ? null : block(chosen.body());
        }

        /** A block with resources (JLS 14.20.3.1). */
        @SuppressWarnings("try")
        private Signal resources(List<Stmt.Declare> resources, Block body) throws Exception {
            if (resources.isEmpty()) {
                return block(body);
            }
            statement(resources.get(0));
            try (AutoCloseable open =
                    (AutoCloseable) values.get(resources.get(0).variable())) {
                return resources(resources.subList(1, resources.size()), body);
            }
        }

        private Signal attempt(Stmt.Try t) {
            Signal signal = null;
            Throwable thrown = null;
            try {
                signal = resources(t.resources(), t.body());
            } catch (AssertionError e) {
                throw e;
            } catch (Throwable e) {
                thrown = e;
            }
            if (thrown != null) {
                for (Stmt.Catch c : t.catches()) {
                    Throwable caught = thrown;
                    if (c.types().stream().anyMatch(x -> members.load(x).isInstance(caught))) {
                        values.put(c.variable(), thrown);
                        thrown = null;
                        try {
                            signal = block(c.body());
                        } catch (AssertionError e) {
                            throw e;
                        } catch (Throwable e) {
                            thrown = e;
                        }
                        break;
                    }
                }
            }
            Signal last = block(t.finallyBlock());
            if (last != null) {
                return last;
            } else if (thrown != null) {
                throw Members.sneaky(thrown);
            }
            return signal;
        }
    }
}
