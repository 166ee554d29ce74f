package dev.fluxion.tensor.conformance;

import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The operations by the names that the fixture gives them. */
final class Operations {

    /** An operation on the inputs of a case. */
    interface Operation {
        Tensor apply(Tensor... inputs);
    }

    private final Map<String, Operation> all = new LinkedHashMap<>();

    private Operations() {}

    static Map<String, Operation> all() {
        Operations operations = new Operations();
        operations.elements();
        operations.activations();
        operations.pairs();
        operations.updates();
        operations.reductions();
        operations.shapes();
        operations.parts();
        operations.products();
        return operations.all;
    }

    private void one(String name, UnaryOperator<Tensor> operation) {
        all.put(name, in -> operation.apply(in[0]));
    }

    private void two(String name, BinaryOperator<Tensor> operation) {
        all.put(name, in -> operation.apply(in[0], in[1]));
    }

    /** Over dimension 0, 1 and the last; in the name the dimension stands for %d. */
    private void over(String name, IntFunction<UnaryOperator<Tensor>> operation) {
        for (int d : new int[] {0, 1, -1}) {
            one(name.formatted(d), operation.apply(d));
        }
    }

    private void elements() {
        one("add(1.5)", x -> x.add(1.5));
        one("sub(1.5)", x -> x.sub(1.5));
        one("rsub(1.5)", x -> x.rsub(1.5));
        one("mul(1.5)", x -> x.mul(1.5));
        one("mul(0)", x -> x.mul(0));
        one("div(1.5)", x -> x.div(1.5));
        one("rdiv(1.5)", x -> x.rdiv(1.5));
        one("neg", Tensor::neg);
        one("reciprocal", Tensor::reciprocal);
        one("square", Tensor::square);
        for (double p : new double[] {0, 1, 2, 3, 0.5, -1, 2.5, -1.5}) {
            one("pow(" + p + ")", x -> x.pow(p));
        }
        one("sqrt", Tensor::sqrt);
        one("rsqrt", Tensor::rsqrt);
        one("exp", Tensor::exp);
        one("exp2", Tensor::exp2);
        one("expm1", Tensor::expm1);
        one("log", Tensor::log);
        one("log2", Tensor::log2);
        one("log10", Tensor::log10);
        one("log1p", Tensor::log1p);
        one("sin", Tensor::sin);
        one("cos", Tensor::cos);
        one("tan", Tensor::tan);
        one("asin", Tensor::asin);
        one("acos", Tensor::acos);
        one("atan", Tensor::atan);
        one("sinh", Tensor::sinh);
        one("cosh", Tensor::cosh);
        one("tanh", Tensor::tanh);
        one("asinh", Tensor::asinh);
        one("acosh", Tensor::acosh);
        one("atanh", Tensor::atanh);
        one("erf", Tensor::erf);
        one("abs", Tensor::abs);
        one("sign", Tensor::sign);
        one("floor", Tensor::floor);
        one("ceil", Tensor::ceil);
        one("round", Tensor::round);
        one("trunc", Tensor::trunc);
        one("frac", Tensor::frac);
    }

    private void activations() {
        one("relu", Tensor::relu);
        one("sigmoid", Tensor::sigmoid);
        one("leakyRelu(0.1)", x -> x.leakyRelu(0.1));
        one("elu", Tensor::elu);
        one("elu(0.7)", x -> x.elu(0.7));
        one("logSigmoid", Tensor::logSigmoid);
        one("softplus", Tensor::softplus);
        one("silu", Tensor::silu);
        one("gelu", Tensor::gelu);
        one("clamp(-1, 1)", x -> x.clamp(-1, 1));
        one("isNaN", Tensor::isNaN);
        one("to(float)", x -> x.to(DType.FLOAT32));
        one("gt(1)", x -> x.gt(1));
        one("ge(1)", x -> x.ge(1));
        one("lt(1)", x -> x.lt(1));
        one("le(1)", x -> x.le(1));
        one("eq(1)", x -> x.eq(1));
        one("ne(1)", x -> x.ne(1));
    }

    private void pairs() {
        two("add", Tensor::add);
        two("sub", Tensor::sub);
        two("mul", Tensor::mul);
        two("div", Tensor::div);
        two("pow", Tensor::pow);
        two("maximum", Tensor::maximum);
        two("minimum", Tensor::minimum);
        two("hypot", Tensor::hypot);
        two("atan2", Tensor::atan2);
        two("logaddexp", Tensor::logaddexp);
        two("fmod", Tensor::fmod);
        two("remainder", Tensor::remainder);
        two("copysign", Tensor::copysign);
        two("gt", Tensor::gt);
        two("ge", Tensor::ge);
        two("lt", Tensor::lt);
        two("le", Tensor::le);
        two("eq", Tensor::eq);
        two("ne", Tensor::ne);
        two("where", (a, b) -> Tensor.where(a.detach().gt(b.detach()), a, b));
        two("where of a condition", (a, b) -> Tensor.where(Tensor.of(1, 0, 1), a, b));
        two("maskedFill(b > 1, 7)", (a, b) -> a.maskedFill(b.gt(1), 7));
        two("mseLoss", Tensor::mseLoss);
        two("binaryCrossEntropyWithLogits", Tensor::binaryCrossEntropyWithLogits);
    }

    private void updates() {
        two("addInPlace", (a, b) -> a.mul(1).addInPlace(b));
        two("subInPlace", (a, b) -> a.mul(1).subInPlace(b));
        two("mulInPlace", (a, b) -> a.mul(1).mulInPlace(b));
        two("divInPlace", (a, b) -> a.mul(1).divInPlace(b));
        two("copyInPlace", (a, b) -> a.mul(1).copyInPlace(b));
        two("addInPlace times 3", (a, b) -> a.mul(1).addInPlace(b, 3));
        one("addInPlace(1.5)", x -> x.mul(1).addInPlace(1.5));
        one("subInPlace(1.5)", x -> x.mul(1).subInPlace(1.5));
        one("mulInPlace(1.5)", x -> x.mul(1).mulInPlace(1.5));
        one("divInPlace(1.5)", x -> x.mul(1).divInPlace(1.5));
        one("fillInPlace(3)", x -> x.mul(1).fillInPlace(3));
        one("zeroInPlace", x -> x.mul(1).zeroInPlace());
        one("reluInPlace", x -> x.mul(1).reluInPlace());
    }

    private void reductions() {
        one("sum", Tensor::sum);
        one("mean", Tensor::mean);
        one("prod", Tensor::prod);
        one("max", Tensor::max);
        one("min", Tensor::min);
        one("argmax", Tensor::argmax);
        one("argmin", Tensor::argmin);
        one("norm", Tensor::norm);
        over("sum(%d)", d -> x -> x.sum(d));
        over("sum(%d, keep)", d -> x -> x.sum(new int[] {d}, true));
        over("mean(%d)", d -> x -> x.mean(d));
        over("var(%d)", d -> x -> x.var(d));
        over("std(%d)", d -> x -> x.std(d));
        over("var(%d, 0, keep)", d -> x -> x.var(new int[] {d}, 0, true));
        over("norm(1, %d)", d -> x -> x.norm(1, d));
        over("norm(2, %d)", d -> x -> x.norm(2, d));
        over("norm(3, %d)", d -> x -> x.norm(3, d));
        over("prod(%d)", d -> x -> x.prod(d));
        over("cumsum(%d)", d -> x -> x.cumsum(d));
        over("max(%d)", d -> x -> x.max(d).values());
        over("max(%d).indices", d -> x -> x.max(d).indices());
        over("min(%d)", d -> x -> x.min(d).values());
        over("min(%d, keep)", d -> x -> x.min(d, true).values());
        over("amax(%d)", d -> x -> x.amax(d));
        over("amin(%d)", d -> x -> x.amin(d));
        over("argmax(%d)", d -> x -> x.argmax(d));
        over("argmin(%d)", d -> x -> x.argmin(d));
        over("softmax(%d)", d -> x -> x.softmax(d));
        over("logSoftmax(%d)", d -> x -> x.logSoftmax(d));
        over("logSumExp(%d)", d -> x -> x.logSumExp(d));
        over("logSumExp(%d, keep)", d -> x -> x.logSumExp(new int[] {d}, true));
        over("norm(inf, %d)", d -> x -> x.norm(Double.POSITIVE_INFINITY, d));
        over("norm(-inf, %d)", d -> x -> x.norm(Double.NEGATIVE_INFINITY, d));
        over("norm(0, %d)", d -> x -> x.norm(0, d));
        over("norm(1.5, %d)", d -> x -> x.norm(1.5, d));
        over("norm(1.5, %d, keep)", d -> x -> x.norm(1.5, new int[] {d}, true));
        over("max(%d, keep)", d -> x -> x.max(d, true).values());
        over("min(%d).indices", d -> x -> x.min(d).indices());
        over("std(%d, 0, keep)", d -> x -> x.std(new int[] {d}, 0, true));
        over("mean(%d, keep)", d -> x -> x.mean(new int[] {d}, true));
        one("var(0, 1)", x -> x.var(0, 1));
        one("std(0, 1)", x -> x.std(0, 1));
        one("amin(0, -1)", x -> x.amin(0, -1));
        one("sum(0, 1)", x -> x.sum(0, 1));
        one("mean(0, -1)", x -> x.mean(0, -1));
        one("amax(0, 1)", x -> x.amax(0, 1));
        one("logSumExp(0, 1)", x -> x.logSumExp(0, 1));
    }

    private void shapes() {
        one("reshape(-1)", x -> x.reshape(-1));
        one("reshape(3, 2)", x -> x.reshape(3, 2));
        one("flatten", Tensor::flatten);
        one("expand(2, 2, 3)", x -> x.expand(2, 2, 3));
        one("transpose(0, 1)", x -> x.transpose(0, 1));
        one("t", Tensor::t);
        one("permute(1, 0)", x -> x.permute(1, 0));
        one("unsqueeze(0)", x -> x.unsqueeze(0));
        one("unsqueeze(-1)", x -> x.unsqueeze(-1));
        one("squeeze(0)", x -> x.squeeze(0));
        one("contiguous", Tensor::contiguous);
        one("copy", Tensor::copy);
    }

    private void parts() {
        Tensor index = Tensor.of(new double[][] {{1, 0}, {0, 0}});
        one("select(0, 0)", x -> x.select(0, 0));
        one("select(1, -1)", x -> x.select(1, -1));
        one("slice(0, 1, 3)", x -> x.slice(0, 1, 3));
        one("narrow(0, 1, 1)", x -> x.narrow(0, 1, 1));
        one("slice(0, 0, 9, 2)", x -> x.slice(0, 0, 9, 2));
        one("split(2, 0), first", x -> x.split(2, 0).get(0));
        one("split(2, -1), last", x -> last(x.split(2, -1)));
        one("unbind(0), first", x -> x.unbind(0).get(0));
        one("unbind(-1), last", x -> last(x.unbind(-1)));
        one("flip(0, 1)", x -> x.flip(0, 1));
        one("diagonal", Tensor::diagonal);
        one("flip(0)", x -> x.flip(0));
        one("indexSelect(0, 1, 0, 1)", x -> x.indexSelect(0, 1, 0, 1));
        one("pad(1, 2)", x -> x.pad(1, 2));
        one("pad(1, 0, 0, 1; 7)", x -> x.pad(new int[] {1, 0, 0, 1}, 7));
        one("maskedFill(> 0, 7)", x -> x.maskedFill(x.gt(0), 7));
        one("cat(0) with itself", x -> Tensor.cat(0, x, x.mul(2)));
        one("stack(0) with itself", x -> Tensor.stack(0, x, x.mul(2)));
        one("stack(-1) with itself", x -> Tensor.stack(-1, x, x.mul(2)));
        one("gather(0, index)", x -> x.gather(0, index));
        one("gather(1, index)", x -> x.gather(1, index));
        two("cat(1)", (a, b) -> Tensor.cat(1, a, b));
        two("scatterAdd(0, index)", (a, b) -> a.scatterAdd(0, index, b));
        two("scatterAdd(0, [[0]])", (a, b) -> a.scatterAdd(0, Tensor.zeros(1, 1), b));
        two("scatterAdd(0, none)", (a, b) -> a.scatterAdd(0, Tensor.zeros(0, 2), b));
    }

    private static Tensor last(List<Tensor> parts) {
        return parts.get(parts.size() - 1);
    }

    private void products() {
        one("crossEntropy(1, 0)", x -> x.crossEntropy(1, 0));
        one("crossEntropy([1, 0])", x -> x.crossEntropy(Tensor.of(1, 0)));
        one("nllLoss(1, 0)", x -> x.nllLoss(1, 0));
        two("matmul", Tensor::matmul);
        all.put("conv1d", in -> in[0].conv1d(in[1], in[2]));
        all.put("conv1d(2, 1, 1)", in -> in[0].conv1d(in[1], in[2], 2, 1, 1));
        all.put("conv1d(1, 2, 2)", in -> in[0].conv1d(in[1], in[2], 1, 2, 2));
    }
}
