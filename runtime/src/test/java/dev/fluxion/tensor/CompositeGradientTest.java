package dev.fluxion.tensor;

import dev.fluxion.GradientCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of reductions, products, parts and losses, against differences; each of views too. */
class CompositeGradientTest {

    private static final GradientCheck CHECK = GradientCheck.standard().withStep(4e-3);

    private final List<DynamicTest> tests = new ArrayList<>();

    private void check(String name, Function<Tensor[], Tensor> computation, Tensor... inputs) {
        add(name, computation, inputs);
        Tensor[] wider = Arrays.stream(inputs).map(CompositeGradientTest::wider).toArray(Tensor[]::new);
        add(name + ", views", in -> computation.apply(views(in)), wider);
    }

    /** With more numbers, of which {@link #views} makes the tensor again. */
    private static Tensor wider(Tensor x) {
        return x.dim() == 0
                ? Tensor.stack(0, x.mul(7), x)
                : Tensor.stack(x.dim(), x, x.mul(7)).transpose(0, -1).copy();
    }

    private static Tensor[] views(Tensor[] wider) {
        Tensor[] views = new Tensor[wider.length];
        for (int k = 0; k < views.length; k++) {
            views[k] = wider[k].dim() == 1
                    ? wider[k].select(0, 1)
                    : wider[k].transpose(0, -1).select(-1, 0);
        }
        return views;
    }

    private void add(String name, Function<Tensor[], Tensor> computation, Tensor... inputs) {
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

    /** Of an operation that is defined of no elements, if only the dimension that it goes along has some. */
    private void overDims(String name, Function<Tensor, Tensor> operation) {
        overShapes(name, operation);
        check(name + " of none", in -> operation.apply(in[0]), numbers(2, 0, 3));
    }

    /** Of an operation that is defined of no elements. */
    private void overAll(String name, Function<Tensor, Tensor> operation) {
        overShapes(name, operation);
        check(name + " of [0]", in -> operation.apply(in[0]), numbers(0));
        check(name + " of [2, 0]", in -> operation.apply(in[0]), numbers(2, 0));
    }

    @TestFactory
    Stream<DynamicTest> reductions() {
        overAll("sum", Tensor::sum);
        overAll("sum(-1)", x -> x.sum(-1));
        overShapes("mean", Tensor::mean);
        overDims("sum(0) kept", x -> x.sum(new int[] {0}, true));
        overDims("mean(-1)", x -> x.mean(-1));
        overDims("mean(0) kept", x -> x.mean(new int[] {0}, true));
        check("var", in -> in[0].var(), numbers(4));
        check("var(1)", in -> in[0].var(1), numbers(3, 4));
        check("var(0, 2) kept, uncorrected", in -> in[0].var(new int[] {0, 2}, 0, true), numbers(2, 3, 2));
        check("std", in -> in[0].std(), numbers(4));
        check("std(0)", in -> in[0].std(0), numbers(3, 2));
        check("std(0, 2) kept, uncorrected", in -> in[0].std(new int[] {0, 2}, 0, true), numbers(2, 3, 2));
        overAll("norm", Tensor::norm);
        overDims("norm 2.5 (0) kept", x -> x.norm(2.5, new int[] {0}, true));
        overAll("norm 1", x -> x.norm(1));
        overDims("norm 3 (0)", x -> x.norm(3, 0));
        overAll("norm 1.5", x -> x.norm(1.5));
        overDims("norm infinity", x -> x.norm(Double.POSITIVE_INFINITY, -1));
        overShapes("norm -infinity", x -> x.norm(Double.NEGATIVE_INFINITY));
        overAll("norm 0", x -> x.norm(0));
        overAll("prod", Tensor::prod);
        overDims("prod(-1)", x -> x.prod(-1));
        check("prod with a zero", in -> in[0].prod(), Tensor.of(2, 0, 3));
        check("prod with two zeros", in -> in[0].prod(0), Tensor.of(new double[][] {{0, 1}, {2, 3}, {0, 4}}));
        overAll("cumsum(0)", x -> x.cumsum(0));
        overAll("cumsum(-1)", x -> x.cumsum(-1));
        overShapes("max", Tensor::max);
        overShapes("min", Tensor::min);
        overDims("max(0)", x -> x.max(0).values());
        overDims("min(-1) kept", x -> x.min(-1, true).values());
        overDims("max(-1) kept", x -> x.max(-1, true).values());
        overDims("min(0)", x -> x.min(0).values());
        overDims("amax(0)", x -> x.amax(0));
        overDims("amin(-1)", x -> x.amin(-1));
        overShapes("logSumExp", x -> x.logSumExp());
        overDims("logSumExp(-1)", x -> x.logSumExp(-1));
        overDims("logSumExp(0) kept", x -> x.logSumExp(new int[] {0}, true));
        overAll("softmax(-1)", x -> x.softmax(-1));
        overAll("softmax(0)", x -> x.softmax(0));
        overAll("logSoftmax(-1)", x -> x.logSoftmax(-1));
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
        check("cat along columns", in -> Tensor.cat(-1, in[0], in[1]).square(), numbers(2, 1), other(2, 2));
        check("stack of one", in -> Tensor.stack(0, in[0]).square(), numbers());
        check("copy", in -> in[0].copy().square(), numbers(2));
        check("contiguous", in -> in[0].t().contiguous().square(), numbers(2, 3));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> shapesAndPartsOfNoneAndOfOne() {
        for (int n = 0; n < 2; n++) {
            int size = n;
            Tensor vector = numbers(n);
            Tensor matrix = numbers(n, 3);
            check("reshape " + n, in -> in[0].reshape(3, size).square(), matrix);
            check("flatten " + n, in -> in[0].flatten().square(), matrix);
            check("expand " + n, in -> in[0].expand(2, size, -1).square(), matrix);
            check("transpose " + n, in -> in[0].transpose(0, -1).square(), matrix);
            check("t " + n, in -> in[0].t().square(), matrix);
            check("permute " + n, in -> in[0].permute(1, 0).square(), matrix);
            check("unsqueeze " + n, in -> in[0].unsqueeze(1).square(), vector);
            check("squeeze " + n, in -> in[0].squeeze(0).square(), matrix);
            check("select " + n, in -> in[0].select(1, -1).square(), matrix);
            check("slice " + n, in -> in[0].slice(0, 0, 5, 2).square(), matrix);
            check("narrow " + n, in -> in[0].narrow(0, 0, size).square(), vector);
            check("diagonal " + n, in -> in[0].diagonal().square(), matrix);
            check("split " + n, in -> in[0].split(2, 1).get(1).square(), matrix);
            check("unbind " + n, in -> in[0].unbind(1).get(1).square(), matrix);
            check("indexSelect " + n, in -> in[0].indexSelect(1, 2, 0, 2).square(), matrix);
            check("gather " + n, in -> in[0].gather(1, Tensor.ones(size, 2)).square(), matrix);
            check(
                    "scatterAdd " + n,
                    in -> in[0].scatterAdd(0, Tensor.zeros(size), in[1]).square(),
                    vector,
                    other(n));
            check("flip " + n, in -> in[0].flip(0, 1).square(), matrix);
            check("pad " + n, in -> in[0].pad(1, 2, 0, 1).square(), matrix);
            check("cat " + n, in -> Tensor.cat(1, in[0], in[1]).square(), matrix, other(n, 2));
            check("stack " + n, in -> Tensor.stack(1, in[0], in[1]).square(), vector, other(n));
            check("copy " + n, in -> in[0].copy().square(), vector);
            check("contiguous " + n, in -> in[0].t().contiguous().square(), matrix);
            check("to " + n, in -> in[0].to(DType.FLOAT64).square(), vector);
        }
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
        check("mm of one", matmul, numbers(1, 1), other(1, 1));
        check("dot of none", matmul, numbers(0), other(0));
        check("bmm of none", matmul, numbers(0, 2, 3), other(3, 2));
        check("bmm broadcast left", matmul, numbers(2, 3), other(2, 3, 2));
        check("conv1d of none", in -> in[0].conv1d(in[1], in[2]), numbers(0, 2, 5), other(3, 2, 3), other(3));
        check("conv1d of one", in -> in[0].conv1d(in[1], in[2]), numbers(1, 1, 1), other(1, 1, 1), other(1));
        check("conv1d with steps", in -> in[0].conv1d(in[1], null, 2, 1, 2), numbers(1, 2, 6), other(2, 2, 2));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> losses() {
        check("mseLoss", in -> in[0].mseLoss(in[1]), numbers(2, 3), other(2, 3));
        check("mseLoss, broadcast", in -> in[0].mseLoss(in[1]), numbers(2, 1), other(3));
        check("mseLoss of one", in -> in[0].mseLoss(in[1]), numbers(), other(1));
        check("crossEntropy", in -> in[0].crossEntropy(2, 0), other(2, 3));
        check("crossEntropy by tensor", in -> in[0].crossEntropy(Tensor.of(1, 2)), other(2, 3));
        check("crossEntropy of one", in -> in[0].crossEntropy(2), other(3));
        check("nllLoss", in -> in[0].square().nllLoss(1, 1), other(2, 3));
        check("nllLoss of one", in -> in[0].square().nllLoss(1), other(2));
        check("binary of one", in -> in[0].binaryCrossEntropyWithLogits(in[1]), other(1), numbers(1));
        check("binary", in -> in[0].binaryCrossEntropyWithLogits(in[1]), other(2, 3), numbers(2, 3));
        return tests.stream();
    }
}
