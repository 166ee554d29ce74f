package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What derivatives do at the methods of tensors. The derivatives of operations are the runtime's own: a pass replaces each active one by a
 * step that keeps them, whose rules stand here too. Whatever is not named here has no derivative, and is an error where an active tensor meets it.
 */
public final class TensorRules {

    private static final Set<String> FAMILIES = words("TensorArithmetic TensorFunctions TensorActivations"
            + " TensorComparisons TensorReductions TensorShapes TensorParts TensorProducts TensorLosses TensorUpdates"
            + " TensorValues Tensor TensorWithIndices");

    /** Operations that also take a number in the place of a tensor, by which there is a derivative. */
    private static final Set<String> BY_NUMBER = words("add sub rsub mul div rdiv pow");

    private static final Set<String> OPERATIONS =
            words("add sub rsub mul div rdiv neg reciprocal square pow sqrt rsqrt hypot"
                    + " exp exp2 expm1 log log2 log10 log1p logaddexp sin cos tan asin acos atan atan2 sinh cosh tanh asinh"
                    + " acosh atanh erf abs frac relu leakyRelu elu sigmoid logSigmoid softplus silu gelu softmax"
                    + " logSoftmax logSumExp maximum minimum clamp fmod remainder copysign maskedFill where sum mean var std"
                    + " norm prod cumsum max min amax amin reshape flatten expand transpose t permute unsqueeze squeeze"
                    + " contiguous copy to select slice narrow diagonal indexSelect gather scatterAdd flip pad matmul conv1d"
                    + " mseLoss crossEntropy nllLoss binaryCrossEntropyWithLogits cat stack");

    private static final Set<String> STEPS = words("sign floor ceil round trunc");

    private static final Set<String> DECISIONS =
            words("gt ge lt le eq ne isNaN argmax argmin shape size strides dim numel"
                    + " dtype isContiguous version isLeaf retainsGrad detach");

    private TensorRules() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** The names of all methods of tensors that have rules. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("get", "item", "scalar", "full", "requiresGrad", "toString"));
        names.addAll(OPERATIONS);
        names.addAll(STEPS);
        names.addAll(DECISIONS);
        return names;
    }

    /** Whether a method is one of tensors, or of the runtime's own for them. */
    static boolean isOfTensors(Callee.Method method) {
        return isOfTensor(method) || method.owner().equals(Types.TENSOR_STEP);
    }

    private static boolean isOfTensor(Callee.Method method) {
        Type.Declared owner = method.owner();
        return owner.packageName().equals(Types.TENSOR.packageName())
                && FAMILIES.contains(String.join(".", owner.simpleNames()));
    }

    /** Whether a call is of an operation whose derivative a step keeps. */
    public static boolean isOperation(Callee callee) {
        return callee instanceof Callee.Method m
                && isOfTensor(m)
                && !m.owner().equals(Types.TENSOR_WITH_INDICES)
                && (m.result().equals(Types.TENSOR) && OPERATIONS.contains(m.name()) || isElement(m) || isExtremes(m));
    }

    /** Whether a method answers with the extremes along a dimension and where they are. */
    public static boolean isExtremes(Callee callee) {
        return callee instanceof Callee.Method m && isOfTensor(m) && m.result().equals(Types.TENSOR_WITH_INDICES);
    }

    /** Whether a method takes one element out of a tensor. */
    public static boolean isElement(Callee callee) {
        return callee instanceof Callee.Method m && isOfTensor(m) && m.name().equals("get");
    }

    /** The rule of a method; none where a derivative would be lost. */
    static Optional<Rule> find(Callee.Method m) {
        if (m.owner().equals(Types.TENSOR_STEP)) {
            return Optional.of(ofStep(m));
        } else if (m.owner().equals(Types.TENSOR_WITH_INDICES)) {
            return Optional.ofNullable(ofExtremes(m));
        } else if (isOperation(m)) {
            return Optional.of(new Operation(operands(m)));
        } else if (STEPS.contains(m.name())) {
            return Optional.of(new Row(Rule.Kind.PIECEWISE_CONSTANT, false, List.of()));
        } else if (DECISIONS.contains(m.name())
                || m.name().equals("requiresGrad") && m.parameters().isEmpty()) {
            return Optional.of(new Row(Rule.Kind.INACTIVE, false, List.of()));
        } else if (m.name().equals("toString")) {
            return Optional.of(new Row(Rule.Kind.TEXT, false, List.of()));
        }
        return Optional.ofNullable(ofNumbers(m));
    }

    /** The values are what has a derivative. */
    private static Rule ofExtremes(Callee.Method m) {
        return switch (m.name()) {
            case "values" -> new Linear(Site::seed, Site::seed);
            case "indices" -> new Row(Rule.Kind.INACTIVE, false, List.of());
            default -> null;
        };
    }

    /** Between numbers and tensors. */
    private static Rule ofNumbers(Callee.Method m) {
        return switch (m.name()) {
            case "item" ->
                new Linear(
                        s -> TensorTerms.helper("ofItem", Types.TENSOR, s.seed(), s.x()),
                        s -> TensorTerms.helper("number", DOUBLE, s.seed()));
            case "scalar", "full" ->
                new Linear(
                        s -> TensorTerms.helper("number", DOUBLE, s.seed()),
                        s -> new Expr.Call(m, null, again(s), Types.TENSOR, Span.NONE));
            default -> null;
        };
    }

    private static List<Expr> again(Site s) {
        List<Expr> arguments = new ArrayList<>(s.operands());
        arguments.set(0, s.seed());
        return arguments;
    }

    /** By which operands, the receiver first, there are derivatives. */
    private static List<Boolean> operands(Callee.Method m) {
        List<Boolean> by = new ArrayList<>();
        if (!m.isStatic()) {
            by.add(true);
        }
        for (Type p : m.parameters()) {
            by.add(p.equals(Types.TENSOR) || p == DOUBLE && BY_NUMBER.contains(m.name()));
        }
        switch (m.name()) {
            case "where" -> by.set(0, false);
            case "maskedFill" -> by.set(1, false);
            case "gather", "scatterAdd" -> by.set(2, false);
            case "crossEntropy" -> by.set(1, false);
            default -> {}
        }
        return by;
    }

    private static Rule ofStep(Callee.Method m) {
        if (m.name().equals("value") || m.name().equals("extremes")) {
            return new Linear(Site::seed, Site::seed);
        }
        List<Boolean> by = m.parameters().stream().map(Type::isDifferentiable).toList();
        if (m.name().equals("byNumber")) {
            by = Arrays.asList(false, false, true, true);
        }
        return new Step(by);
    }

    /** Of which it is known by which operands there are derivatives. */
    private interface ByOperands extends Rule {

        List<Boolean> by();

        @Override
        default Kind kind() {
            return Kind.DIFFERENTIABLE;
        }

        @Override
        default boolean differentiable(int operand) {
            return by().get(operand);
        }
    }

    /** An operation of the user's. */
    private record Operation(List<Boolean> by) implements ByOperands {

        @Override
        public Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed) {
            throw new IllegalStateException("an active operation on tensors outside of a step");
        }
    }

    /** A step, from the operation and its operands. */
    private record Step(List<Boolean> by) implements ByOperands {

        @Override
        public Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed) {
            boolean number = operands.get(operand).type().isNumber();
            return TensorTerms.ofStep(
                    number ? "numberAdjoint" : "adjoint",
                    number ? DOUBLE : Types.TENSOR,
                    value,
                    operand - by.indexOf(true),
                    seed);
        }

        @Override
        public Expr tangent(int operand, List<Expr> operands, Expr value, Expr seed) {
            boolean number = operands.get(operand).type().isNumber();
            return TensorTerms.ofStep(
                    number ? "numberTangent" : "tangent", Types.TENSOR, value, operand - by.indexOf(true), seed);
        }
    }

    /** A linear function of its first operand, with what it does to adjoints and to tangents. */
    private record Linear(Row.Partial adjoint, Row.Partial forward) implements Rule {

        @Override
        public Kind kind() {
            return Kind.DIFFERENTIABLE;
        }

        @Override
        public boolean differentiable(int operand) {
            return operand == 0;
        }

        @Override
        public Expr contribution(int operand, List<Expr> operands, Expr value, Expr seed) {
            return adjoint.write(new Site(operands, value, seed, false));
        }

        @Override
        public Expr tangent(int operand, List<Expr> operands, Expr value, Expr seed) {
            return forward.write(new Site(operands, value, seed, false));
        }
    }
}
