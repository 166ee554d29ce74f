package dev.fluxion.processor.backend;

import dev.fluxion.processor.backend.Signature.SignatureParameter;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Fits functions over what is in records to public signatures: what is in the records that are given is read where the method begins, and what is returned
 * is put into records of tangents, by whose constructors nothing of the user's is run.
 */
final class RecordPackaging {

    private final Signature signature;
    private final Function function;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Stmt> prologue = new ArrayList<>();

    /** What is in the records of adjoints that are given, by the number or array that it is the adjoint of. */
    private final Map<String, Var> bars = new HashMap<>();

    /** What is in the records that are given, as the user knows it, by the names of the variables. */
    private final Map<String, String> shown = new HashMap<>();

    private RecordPackaging(Signature signature, Function function) {
        this.signature = signature;
        this.function = function;
    }

    /**
     * The function whose parameters and results are those of a generated method.
     *
     * @param function fitted to the header of the same method over what is in the records
     * @param nullable the records among the parameters that the method asks whether they are null
     * @param askedLater the records, by number, without which the method may do other things before it throws
     */
    static Function fit(Signature signature, Function function, List<Type> nullable, Set<Integer> askedLater) {
        return new RecordPackaging(signature, function).run(nullable, askedLater);
    }

    private Function run(List<Type> nullable, Set<Integer> askedLater) {
        Iterator<Parameter> given = function.parameters().iterator();
        for (SignatureParameter p : signature.parameters()) {
            Parameter first = given.next();
            if (p.record() == null) {
                parameters.add(first);
            } else if (p.role() == Parameter.Role.PRIMAL) {
                parameters.add(first);
                Var whole = first.variable();
                boolean mayBeNull = nullable.contains(p.type());
                p.record().leaves("").forEach(leaf -> {
                    Expr value = mayBeNull ? leaf.orZero(Expr.read(whole)) : leaf.read(Expr.read(whole));
                    Var part = given.next().variable();
                    shown.put(part.name(), told(p.name(), leaf.path()));
                    prologue.add(new Stmt.Declare(part, value, Span.NONE));
                });
            } else {
                derivatives(p, first, given);
            }
        }
        List<Stmt> code = new ArrayList<>(throwing(askedLater));
        code.addAll(prologue);
        return renamed(Packaging.with(function, parameters, results(), code, this::returned));
    }

    /** Without one of these records the user's method throws, at some time: it is called itself, and what it does before is done. */
    private List<Stmt> throwing(Set<Integer> askedLater) {
        List<Expr> given = new ArrayList<>();
        List<Expr> missing = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).role() == Parameter.Role.PRIMAL) {
                Expr whole = Expr.read(parameters.get(i).variable());
                if (askedLater.contains(given.size())) {
                    missing(whole, signature.parameters().get(i).record(), missing);
                }
                given.add(whole);
            }
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        Callee.Method method = signature.method().callee();
        Expr call = method.isStatic()
                ? new Expr.Call(method, null, given, method.result(), Span.NONE)
                : new Expr.Call(method, given.get(0), given.subList(1, given.size()), method.result(), Span.NONE);
        Expr isMissing = missing.stream()
                .reduce((a, b) -> new Expr.Binary(Operator.OR_ELSE, a, b, Type.Primitive.BOOLEAN))
                .orElseThrow();
        return List.of(new Stmt.If(isMissing, Block.of(new Stmt.Eval(call, Span.NONE)), Block.EMPTY, Span.NONE));
    }

    private static void missing(Expr whole, Composite record, List<Expr> found) {
        found.add(new Expr.Binary(Operator.EQUAL, whole, new Expr.Constant(null, Types.NULL), Type.Primitive.BOOLEAN));
        for (Composite.Component c : record.active()) {
            if (c.of() != null) {
                missing(new Expr.FieldRead(c.field(), whole, c.type(), Span.NONE), c.of(), found);
            }
        }
    }

    /** The function whose checks name the arrays as the user knows them. */
    private Function renamed(Function packaged) {
        return packaged.withBody(
                new Rewriter() {
                    @Override
                    protected Expr leave(Expr e) {
                        return e instanceof Expr.Call c && isCheck(c.callee())
                                ? new Expr.Call(c.callee(), null, told(c.arguments()), c.type(), c.span())
                                : e;
                    }
                }.block(packaged.body()));
    }

    private static boolean isCheck(Callee callee) {
        return callee instanceof Callee.Method m
                && (m.owner().equals(Types.DISTINCT)
                        || m.owner().equals(Types.BARS) && m.name().equals("check"));
    }

    private List<Expr> told(List<Expr> arguments) {
        return arguments.stream()
                .map(a -> a instanceof Expr.Constant c && c.value() instanceof String names
                        ? new Expr.Constant(
                                Arrays.stream(names.split(", "))
                                        .map(n -> shown.getOrDefault(n, n))
                                        .collect(Collectors.joining(", ")),
                                c.type())
                        : a)
                .toList();
    }

    private List<Result> results() {
        if (signature.record() != null) {
            return signature.record().components();
        }
        return signature.method().record() == null
                ? function.results()
                : function.results().subList(0, 1);
    }

    private List<Expr> returned(List<Expr> values) {
        Composite result = signature.method().record();
        int leaves = result == null ? 0 : result.leaves("").size();
        if (signature.record() == null) {
            return values.subList(0, results().size());
        } else if (signature.record().role() == RecordShape.Role.GRADIENT) {
            return components(values);
        }
        return leaves == 0
                ? values
                : List.of(
                        values.get(0),
                        packed(result, values.subList(1 + leaves, values.size()).iterator()));
    }

    /** A record of tangents or adjoints that is given. Of one that is added to, the numbers are added at the end. */
    private void derivatives(SignatureParameter p, Parameter first, Iterator<Parameter> given) {
        Var whole = new Var(p.name(), p.type());
        parameters.add(new Parameter(whole, p.role(), false));
        Deque<Parameter> next = new ArrayDeque<>(List.of(first));
        parts(
                p,
                p.record(),
                List.of(),
                whole,
                () -> next.isEmpty() ? given.next().variable() : next.pop().variable());
    }

    private void parts(
            SignatureParameter p, Composite record, List<Composite.Component> path, Var whole, Supplier<Var> next) {
        boolean isAdjoint = p.role() == Parameter.Role.ADJOINT;
        for (Composite.Component c : record.active()) {
            List<Composite.Component> within = new ArrayList<>(path);
            within.add(c);
            String part = p.name();
            for (Composite.Component k : within) {
                part = Composite.joined(part, k);
            }
            boolean isNumber = c.of() == null && !c.type().isFloatingArray();
            boolean isHandedOn = c.of() == null && !(isAdjoint && isNumber);
            Var v = isHandedOn ? next.get() : new Var(part, c.tangent());
            shown.put(v.name(), told(p.name(), within));
            prologue.add(new Stmt.Declare(v, part(whole, c), Span.NONE));
            if (c.of() != null) {
                parts(p, c.of(), within, v, next);
            } else if (isAdjoint) {
                bars.put(part, v);
            }
        }
    }

    /** A component as one asks for it. */
    private static String told(String name, List<Composite.Component> path) {
        return name + path.stream().map(c -> "." + c.name()).collect(Collectors.joining());
    }

    /** A component of a record of tangents. */
    private static Expr part(Var tangents, Composite.Component c) {
        Type.Declared owner = (Type.Declared) tangents.type();
        Callee.Method accessor =
                new Callee.Method(owner, c.name(), List.of(), c.tangent(), false, Callee.Access.PUBLIC);
        return new Expr.Call(accessor, Expr.read(tangents), List.of(), c.tangent(), Span.NONE);
    }

    private List<Expr> components(List<Expr> values) {
        Iterator<Expr> computed = values.iterator();
        List<Expr> all = new ArrayList<>();
        boolean isVoid = signature.method().isVoid();
        if (!isVoid) {
            all.add(computed.next());
        }
        if (signature.method().record() != null) {
            signature.method().record().leaves("").forEach(leaf -> computed.next());
        }
        for (UserParameter p :
                isVoid ? signature.method().numbers() : signature.method().active()) {
            all.add(p.record() == null ? computed.next() : tangents(p, computed));
        }
        return all;
    }

    private Expr tangents(UserParameter p, Iterator<Expr> computed) {
        List<Expr> leaves = new ArrayList<>();
        for (Composite.Leaf leaf : p.record().leaves(p.name() + "Bar")) {
            Var bar = bars.get(leaf.name());
            boolean isArray = leaf.type().isFloatingArray();
            if (isArray && signature.method().isVoid()) {
                leaves.add(Expr.read(bar));
            } else {
                Expr value = computed.next();
                leaves.add(bar != null && !isArray ? added(bar, value) : value);
            }
        }
        return packed(p.record(), leaves.iterator());
    }

    private static Expr added(Var bar, Expr value) {
        if (!value.type().isOfTensors()) {
            return new Expr.Binary(Operator.ADD, Expr.read(bar), value, value.type());
        }
        Callee.Method sum = Callee.Method.publicStatic(
                Types.TENSOR_ADJOINTS, "sum", Types.TENSOR, Types.TENSOR, Types.TENSOR, Types.STRING);
        List<Expr> arguments = List.of(Expr.read(bar), value, new Expr.Constant(bar.name(), Types.STRING));
        return new Expr.Call(sum, null, arguments, Types.TENSOR, Span.NONE);
    }

    private static Expr packed(Composite record, Iterator<Expr> leaves) {
        List<Expr> components = new ArrayList<>();
        for (Composite.Component c : record.active()) {
            components.add(c.of() == null ? leaves.next() : packed(c.of(), leaves));
        }
        return new Expr.New(record.tangent(), components, Span.NONE);
    }
}
