package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;

import dev.fluxion.processor.backend.Signature.SignatureParameter;
import dev.fluxion.processor.backend.UserMethod.UserParameter;
import dev.fluxion.processor.ir.Parameter.Role;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;

/** Which methods exist for one annotated method: the table of DESIGN §2, row by row. */
final class SignatureBuilder {

    private static final Type VECTOR = new Type.Array(DOUBLE);
    private static final Type MATRIX = new Type.Array(VECTOR);

    private final UserMethod method;
    private final Type.Declared companion;
    private final List<Signature> signatures = new ArrayList<>();

    SignatureBuilder(UserMethod method, Type.Declared companion) {
        this.method = method;
        this.companion = companion;
    }

    List<Signature> build() {
        Type result = method.result();
        if (result.isDifferentiable() && isOfOneNumber()) {
            add(GeneratedKind.DERIVATIVE, primal(), result.tangent());
        }
        if (result.isDifferentiable()) {
            add(GeneratedKind.GRADIENT, primal(), gradient());
            if (!method.arrays().isEmpty()) {
                into(GeneratedKind.GRADIENT_INTO, primal());
            }
        }
        jvp(result);
        vjp();
        if (result == DOUBLE && method.active().stream().allMatch(p -> p.type() == DOUBLE)) {
            add(GeneratedKind.DUAL, lifted(Types.DUAL), Types.DUAL);
        }
        if (method.mayTakeTensors()) {
            add(GeneratedKind.TENSOR, lifted(Types.TENSOR), Types.TENSOR);
        }
        if (method.order() >= 2 && result.isDifferentiable()) {
            secondOrder();
        }
        if (result.isFloatingArray() && method.isRepeatable()) {
            add(GeneratedKind.JACOBIAN, primal(), MATRIX);
        }
        if (method.isFunctionOfVector()) {
            add(GeneratedKind.FUNCTION, List.of(), Types.FUNCTION);
        }
        if (!method.hasRecords()) {
            sweeps(result);
        }
        return signatures;
    }

    /** What other companions call, which is over the function that the method is with its records unpacked. */
    static List<Signature> internal(UserMethod unpacked, Type.Declared companion) {
        SignatureBuilder builder = new SignatureBuilder(unpacked, companion);
        builder.jvp(unpacked.result());
        Signature jvp = builder.signatures.remove(0);
        String name = unpacked.stem() + GeneratedKind.UNPACKED_JVP.suffix();
        builder.signatures.add(new Signature(
                GeneratedKind.UNPACKED_JVP, unpacked, name, jvp.parameters(), jvp.result(), jvp.record()));
        builder.sweeps(unpacked.result());
        return builder.signatures;
    }

    private boolean isOfOneNumber() {
        return method.active().size() == 1 && method.arrays().isEmpty() && !method.hasRecords() && !method.hasTensors();
    }

    private void vjp() {
        List<SignatureParameter> parameters = primal();
        if (!method.isVoid()) {
            parameters.addAll(seeds());
            add(GeneratedKind.VJP, parameters, gradient());
        }
        if (!method.arrays().isEmpty()) {
            into(GeneratedKind.VJP_INTO, new ArrayList<>(parameters));
        }
    }

    /** A method that adds to the arrays given; it returns a record only where there is more than one thing to return. */
    private void into(GeneratedKind kind, List<SignatureParameter> parameters) {
        parameters.addAll(bars());
        if (method.numbers().isEmpty()) {
            add(kind, parameters, method.result());
        } else {
            add(
                    kind,
                    parameters,
                    method.isVoid()
                            ? record("Gradient", partials(method.numbers()), RecordShape.Role.GRADIENT)
                            : gradient());
        }
    }

    private List<SignatureParameter> bars() {
        return method.arrays().stream()
                .map(p -> SignatureParameter.of(p, "Bar", Role.ADJOINT))
                .toList();
    }

    private void jvp(Type result) {
        List<SignatureParameter> parameters = primal();
        for (UserParameter p : method.active()) {
            parameters.add(SignatureParameter.of(p, "Dot", Role.TANGENT));
        }
        if (result == DOUBLE) {
            add(GeneratedKind.JVP, parameters, Types.DUAL);
        } else if (method.isVoid()) {
            add(GeneratedKind.JVP, parameters, Types.VOID);
        } else {
            add(GeneratedKind.JVP, parameters, tangent());
        }
    }

    private RecordShape tangent() {
        List<Result> components = new ArrayList<>(method.results());
        boolean isUnpacked = method.isUnpacked() && method.record() != null;
        if (isUnpacked) {
            method.differentiableResults()
                    .forEach(r ->
                            components.add(new Result(r.name() + "Dot", r.type().tangent())));
        } else {
            components.add(new Result("tangent", method.tangent()));
        }
        return record(isUnpacked ? "UnpackedTangent" : "Tangent", components, RecordShape.Role.TANGENT);
    }

    private void secondOrder() {
        if (isOfOneNumber()) {
            add(GeneratedKind.SECOND_DERIVATIVE, primal(), DOUBLE);
        }
        if (method.isRepeatable()) {
            SignatureParameter direction = new SignatureParameter("direction", VECTOR, Role.TANGENT);
            add(GeneratedKind.HVP, with(primal(), direction), VECTOR);
            add(GeneratedKind.HESSIAN, primal(), MATRIX);
        }
    }

    private void sweeps(Type result) {
        SignatureParameter tape = new SignatureParameter("tape", Types.TAPE, Role.TAPE);
        List<SignatureParameter> forward = primal();
        forward.addAll(bars());
        List<Result> swept = new ArrayList<>(method.results());
        method.differentiableResults().stream()
                .filter(r -> r.type().isFloatingArray())
                .forEach(r -> swept.add(new Result(r.name() + "Bar", r.type())));
        if (swept.size() > 1) {
            add(GeneratedKind.FORWARD_SWEEP, with(forward, tape), record("Sweep", swept, RecordShape.Role.SWEEP));
        } else {
            add(GeneratedKind.FORWARD_SWEEP, with(forward, tape), result);
        }
        List<SignatureParameter> reverse = new ArrayList<>(primal());
        reverse.removeIf(p -> !(p.type() instanceof Type.Primitive));
        reverse.addAll(seeds());
        reverse.removeIf(p -> p.role() == Role.SEED && p.type().isFloatingArray());
        reverse.add(tape);
        List<UserParameter> numbers = method.numbers();
        if (numbers.isEmpty()) {
            add(GeneratedKind.REVERSE_SWEEP, reverse, Types.VOID);
        } else if (numbers.size() == 1) {
            add(GeneratedKind.REVERSE_SWEEP, reverse, numbers.get(0).tangent());
        } else {
            add(GeneratedKind.REVERSE_SWEEP, reverse, record("Adjoints", partials(numbers), RecordShape.Role.ADJOINTS));
        }
    }

    private RecordShape gradient() {
        List<Result> components = new ArrayList<>(method.results());
        components.addAll(partials(method.active()));
        return record("Gradient", components, RecordShape.Role.GRADIENT);
    }

    private static List<Result> partials(List<UserParameter> parameters) {
        return parameters.stream()
                .map(p -> new Result(CompanionNames.partial(p.name()), p.tangent()))
                .toList();
    }

    private RecordShape record(String suffix, List<Result> components, RecordShape.Role role) {
        String name = CompanionNames.capitalised(method.stem()) + suffix;
        Type.Declared type = Type.Declared.of(
                companion.packageName(), companion.simpleNames().get(0), name);
        return new RecordShape(type, components, role);
    }

    private List<SignatureParameter> primal() {
        List<SignatureParameter> parameters = new ArrayList<>();
        method.parameters()
                .forEach(p -> parameters.add(new SignatureParameter(p.name(), p.type(), Role.PRIMAL, p.record())));
        return parameters;
    }

    private List<SignatureParameter> lifted(Type type) {
        return method.parameters().stream()
                .map(p -> new SignatureParameter(p.name(), p.active() ? type : p.type(), Role.PRIMAL))
                .toList();
    }

    private List<SignatureParameter> seeds() {
        if (method.isVoid()) {
            return List.of();
        } else if (method.record() == null || !method.isUnpacked()) {
            return List.of(new SignatureParameter("resultBar", method.tangent(), Role.SEED, method.record()));
        }
        return method.record().leaves("result").stream()
                .map(leaf ->
                        new SignatureParameter(leaf.name() + "Bar", leaf.type().tangent(), Role.SEED))
                .toList();
    }

    private static List<SignatureParameter> with(List<SignatureParameter> parameters, SignatureParameter last) {
        parameters.add(last);
        return parameters;
    }

    private void add(GeneratedKind kind, List<SignatureParameter> parameters, RecordShape record) {
        signatures.add(new Signature(kind, method, method.stem() + kind.suffix(), parameters, record.type(), record));
    }

    private void add(GeneratedKind kind, List<SignatureParameter> parameters, Type result) {
        signatures.add(new Signature(kind, method, method.stem() + kind.suffix(), parameters, result, null));
    }
}
