package dev.fluxion.tensor;

import dev.fluxion.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of reductions, products, parts and losses, against differences. */
class CompositeGradientTest {

    private static final GradientCheck CHECK = GradientCheck.standard().withStep(4e-3);

    private final List<DynamicTest> tests = new ArrayList<>();

    private void check(String name, Function<Tensor[], Tensor> computation, Tensor... inputs) {
        GraphFunction function = GraphFunction.of(computation, inputs);
        tests.add(DynamicTest.dynamicTest(name, () -> {
            CHECK.check(function, function.point());
            CHECK.checkSecond(function, function.point());
        }));
    }

    private static Tensor numbers(int... shape) {
        return Tensor.uniform(3, 0.5, 2, shape);
    }

    private static Tensor other(int... shape) {
        return Tensor.uniform(4, -1, 1, shape);
    }

    private void overShapes(String name, Function<Tensor, Tensor> operation) {
        check(name + " 0-d", in -> operation.apply(in[0]), numbers());
        check(name + " [1]", in -> operation.apply(in[0]), numbers(1));
        check(name + " [3, 2]", in -> operation.apply(in[0]), numbers(3, 2));
        check(name + " of a view", in -> operation.apply(in[0].transpose(0, 2).slice(1, 0, 3, 2)), numbers(2, 3, 2));
    }

    @TestFactory
    Stream<DynamicTest> reductions() {
        overShapes("sum", Tensor::sum);
        overShapes("sum(-1)", x -> x.sum(-1));
        overShapes("mean", Tensor::mean);
        overShapes("sum(0) kept", x -> x.sum(new int[] {0}, true));
        overShapes("mean(-1)", x -> x.mean(-1));
        overShapes("mean(0) kept", x -> x.mean(new int[] {0}, true));
        check("var", in -> in[0].var(), numbers(4));
        check("var(1)", in -> in[0].var(1), numbers(3, 4));
        check("var(0, 2) kept, uncorrected", in -> in[0].var(new int[] {0, 2}, 0, true), numbers(2, 3, 2));
        check("std", in -> in[0].std(), numbers(4));
        check("std(0)", in -> in[0].std(0), numbers(3, 2));
        check("std(0, 2) kept, uncorrected", in -> in[0].std(new int[] {0, 2}, 0, true), numbers(2, 3, 2));
        overShapes("norm", Tensor::norm);
        overShapes("norm 2.5 (0) kept", x -> x.norm(2.5, new int[] {0}, true));
        overShapes("norm 1", x -> x.norm(1));
        overShapes("norm 3 (0)", x -> x.norm(3, 0));
        overShapes("norm 1.5", x -> x.norm(1.5));
        overShapes("norm infinity", x -> x.norm(Double.POSITIVE_INFINITY, -1));
        overShapes("norm -infinity", x -> x.norm(Double.NEGATIVE_INFINITY));
        overShapes("norm 0", x -> x.norm(0));
        overShapes("prod", Tensor::prod);
        overShapes("prod(-1)", x -> x.prod(-1));
        check("prod with a zero", in -> in[0].prod(), Tensor.of(2, 0, 3));
        check("prod with two zeros", in -> in[0].prod(0), Tensor.of(new double[][] {{0, 1}, {2, 3}, {0, 4}}));
        overShapes("cumsum(0)", x -> x.cumsum(0));
        overShapes("cumsum(-1)", x -> x.cumsum(-1));
        overShapes("max", Tensor::max);
        overShapes("min", Tensor::min);
        overShapes("max(0)", x -> x.max(0).values());
        overShapes("min(-1) kept", x -> x.min(-1, true).values());
        overShapes("max(-1) kept", x -> x.max(-1, true).values());
        overShapes("min(0)", x -> x.min(0).values());
        overShapes("amax(0)", x -> x.amax(0));
        overShapes("amin(-1)", x -> x.amin(-1));
        overShapes("logSumExp", x -> x.logSumExp());
        overShapes("logSumExp(-1)", x -> x.logSumExp(-1));
        overShapes("logSumExp(0) kept", x -> x.logSumExp(new int[] {0}, true));
        overShapes("softmax(-1)", x -> x.softmax(-1));
        overShapes("softmax(0)", x -> x.softmax(0));
        overShapes("logSoftmax(-1)", x -> x.logSoftmax(-1));
        check("sum of none", in -> in[0].sum(), numbers(0));
        check("sum(0) of none", in -> in[0].sum(0), numbers(0, 2));
        check("prod of none", in -> in[0].prod(), numbers(0));
        check("softmax of none", in -> in[0].softmax(-1), numbers(0, 2));
        check("logSumExp of none", in -> in[0].logSumExp(1), numbers(0, 2));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> shapesAndParts() {
        check("reshape", in -> in[0].reshape(3, -1), numbers(2, 3));
        check("reshape of a view", in -> in[0].t().reshape(-1).square(), numbers(2, 3));
        check("flatten", in -> in[0].flatten().square(), numbers(2, 3));
        check("expand", in -> in[0].expand(2, 3, -1).square(), numbers(3, 1).reshape(3, 1));
        check("expand 0-d", in -> in[0].expand(2, 3).square(), numbers());
        check("transpose", in -> in[0].transpose(0, -1).square(), numbers(2, 3, 2));
        check("t", in -> in[0].t().square(), numbers(2, 3));
        check("permute", in -> in[0].permute(2, 0, 1).square(), numbers(2, 3, 2));
        check("unsqueeze", in -> in[0].unsqueeze(1).square(), numbers(2, 3));
        check("squeeze", in -> in[0].squeeze(1).square(), numbers(2, 1));
        check("select", in -> in[0].select(1, -1).square(), numbers(2, 3));
        check("slice", in -> in[0].slice(1, 0, 5, 2).square(), numbers(2, 5));
        check("slice without step", in -> in[0].slice(-1, 1, 3).square(), numbers(2, 5));
        check("narrow", in -> in[0].narrow(0, 1, 2).square(), numbers(4));
        check("diagonal", in -> in[0].diagonal().square(), numbers(3, 2));
        check("split", in -> in[0].split(2, 0).get(1).square(), numbers(3));
        check("unbind", in -> in[0].unbind(0).get(1).square(), numbers(3, 2));
        check("indexSelect", in -> in[0].indexSelect(0, 2, 0, 2).square(), numbers(3, 2));
        check(
                "gather",
                in -> in[0].gather(1, Tensor.of(new double[][] {{1, 1}, {0, 2}}))
                        .square(),
                numbers(2, 3));
        check("scatterAdd", in -> in[0].scatterAdd(0, Tensor.of(1, 1, 0), in[1]).square(), numbers(3), other(3));
        check("flip", in -> in[0].flip(0, 1).square(), numbers(2, 3));
        check("pad", in -> in[0].pad(1, 2, 0, 1).square(), numbers(2, 3));
        check("pad with a value", in -> in[0].pad(new int[] {2, 1}, 7).square(), numbers(2, 3));
        check("cat", in -> Tensor.cat(0, in[0], in[1]).square(), numbers(2, 3), other(1, 3));
        check("cat with none", in -> Tensor.cat(0, in[0], in[1]).square(), numbers(0, 3), other(1, 3));
        check("stack", in -> Tensor.stack(-1, in[0], in[1].t()).square(), numbers(2, 3), other(3, 2));
        check("copy", in -> in[0].copy().square(), numbers(2));
        check("contiguous", in -> in[0].t().contiguous().square(), numbers(2, 3));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> products() {
        Function<Tensor[], Tensor> matmul = in -> in[0].matmul(in[1]);
        check("dot", matmul, numbers(3), other(3));
        check("mv", matmul, numbers(2, 3), other(3));
        check("vm", matmul, numbers(3), other(3, 2));
        check("mm", matmul, numbers(2, 3), other(3, 4));
        check("mm of none", matmul, numbers(0, 3), other(3, 4));
        check("mm over none", matmul, numbers(2, 0), other(0, 4));
        check("mm of views", in -> in[0].t().matmul(in[1].t()), numbers(3, 2), other(4, 3));
        check("bmm", matmul, numbers(2, 2, 3), other(2, 3, 2));
        check("bmm broadcast", matmul, numbers(2, 1, 2, 3), other(3, 3, 2));
        check("bmm by matrix", matmul, numbers(2, 2, 3), other(3, 2));
        check("batch by vector", matmul, numbers(2, 2, 3), other(3));
        check("vector by batch", matmul, numbers(3), other(2, 3, 2));
        check("conv1d", in -> in[0].conv1d(in[1], in[2]), numbers(2, 2, 5), other(3, 2, 3), other(3));
        check("conv1d with steps", in -> in[0].conv1d(in[1], null, 2, 1, 2), numbers(1, 2, 6), other(2, 2, 2));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> losses() {
        check("mseLoss", in -> in[0].mseLoss(in[1]), numbers(2, 3), other(2, 3));
        check("crossEntropy", in -> in[0].crossEntropy(2, 0), other(2, 3));
        check("crossEntropy by tensor", in -> in[0].crossEntropy(Tensor.of(1, 2)), other(2, 3));
        check("crossEntropy of one", in -> in[0].crossEntropy(2), other(3));
        check("nllLoss", in -> in[0].square().nllLoss(1, 1), other(2, 3));
        check("binary", in -> in[0].binaryCrossEntropyWithLogits(in[1]), other(2, 3), numbers(2, 3));
        return tests.stream();
    }
}
