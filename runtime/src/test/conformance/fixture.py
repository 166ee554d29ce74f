"""Writes what PyTorch computes for every tensor operation: values, gradients, shapes, errors.

    python3 runtime/src/test/conformance/fixture.py > runtime/src/test/resources/conformance/pytorch.tsv

Needs the module torch (Debian: python3-torch). ConformanceTest compares the tensors of this project with the file, so it is
written anew only when operations or cases are added.

A line is an operation, a case, a type, the inputs, the result and the gradients of the inputs. A tensor is its shape and its elements; an
input that begins with "t" is one that the operation gets with its first and last dimension exchanged, one with "s" a vector of which it gets
every second element, one with "c" a constant. Gradients are those of the inputs as they stand in the file, for the adjoint 1, 1.5, 2, 2.5, 3, 1, ...
of the result. "none" is no gradient, "error" an exception.
"""

import math
import sys

import torch
import torch.nn.functional as F

nan, inf = math.nan, math.inf
OPERATIONS = {}


def leaf(values, *shape, mark=""):
    return (mark, torch.tensor(values, dtype=torch.float64).reshape(shape))


def spread(count, low, high, turn=0):
    """Different values over a range, in no order."""
    step = 7 if (count + 2) % 7 else 5
    return [low + (high - low) * (((step * i + 3 + 5 * turn) % (count + 2)) + 0.37) / (count + 2) for i in range(count)]


def filled(low, high, *shape, mark="", turn=0):
    return leaf(spread(math.prod(shape), low, high, turn), *shape, mark=mark)


SPECIAL = [nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1.5, 2.5, -1.5, -2.5,
           1e300, -1e300, 1e-300, 20.0, 21.0, -20.0, 800.0, -800.0, 3.0, -3.0]
PAIRED = [nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 2.0, -2.5, 0.5, 3.0]


def unary(name, low, high, operation):
    OPERATIONS[name] = (operation, [
        ("0-d", [filled(low, high)]),
        ("one element", [filled(low, high, 1)]),
        ("empty", [filled(low, high, 0)]),
        ("empty matrix", [filled(low, high, 0, 3)]),
        ("matrix", [filled(low, high, 2, 3)]),
        ("three dimensions", [filled(low, high, 2, 1, 2)]),
        ("transposed", [filled(low, high, 3, 2, mark="t")]),
        ("strided", [filled(low, high, 5, mark="s")]),
        ("special values", [leaf(SPECIAL, len(SPECIAL))]),
        ("float", [filled(low, high, 5)]),
        ("float special values", [leaf(SPECIAL, len(SPECIAL))]),
    ])


def binary(name, operation, low=0.5, high=2.0):
    def two(first, second, mark="", other=""):
        return [filled(low, high, *first, mark=mark), filled(low, high, *second, mark=other, turn=1)]

    left = [a for a in PAIRED for _ in PAIRED]
    right = [b for _ in PAIRED for b in PAIRED]
    pairs = [leaf(left, len(left)), leaf(right, len(right))]
    OPERATIONS[name] = (operation, [
        ("0-d", two((), ())),
        ("one element", two((1,), (1,))),
        ("empty", two((0,), (0,))),
        ("empty and one", two((0, 3), (1, 3))),
        ("empty and 0-d", two((2, 0), ())),
        ("same shape", two((2, 3), (2, 3))),
        ("broadcast left", two((3,), (2, 3))),
        ("broadcast left 0-d", two((), (3,))),
        ("broadcast right", two((2, 3), (3,))),
        ("broadcast right 0-d", two((2, 3), ())),
        ("broadcast both", two((3, 1), (1, 2))),
        ("broadcast both deep", two((2, 1, 3), (2, 1))),
        ("transposed", two((3, 2), (2, 3), mark="t")),
        ("strided", two((5,), (3, 1), mark="s")),
        ("does not broadcast", two((2,), (3,))),
        ("special values", pairs),
        ("constant right", [filled(low, high, 3), filled(low, high, 3, mark="c", turn=1)]),
        ("constant left", [filled(low, high, 3, mark="c"), filled(low, high, 3, turn=1)]),
        ("float", two((2, 3), (3,))),
        ("float special values", pairs),
    ])


SHAPED = {
    "0-d": [leaf([0.7])],
    "one element": [leaf([0.7], 1)],
    "empty": [leaf([], 0)],
    "empty rows": [leaf([], 0, 3)],
    "empty columns": [leaf([], 2, 0)],
    "vector": [leaf([0.3, -1.2, 2.5, 0.9], 4)],
    "matrix": [filled(-2, 2, 2, 3)],
    "three dimensions": [filled(-2, 2, 2, 3, 2)],
    "transposed": [filled(-2, 2, 3, 2, mark="t")],
    "strided": [filled(-2, 2, 5, mark="s")],
    "ties": [leaf([1, 3, 3, 2, 2, 2], 2, 3)],
    "zeros": [leaf([0, 0, 0, 0, 5, 0], 2, 3)],
    "NaN": [leaf([1, nan, 3, 2, 2, 4], 2, 3)],
    "infinity": [leaf([1, inf, 3, -inf, 2, 4], 2, 3)],
    "both infinities": [leaf([inf, -inf, 3, inf, inf, 4], 2, 3)],
    "all minus infinity": [leaf([-inf, -inf, -inf, 1, 2, 3], 2, 3)],
    "large": [leaf([1000, 999, 1000, -1000, -1000, 800], 2, 3)],
    "float": [filled(-2, 2, 2, 3)],
    "float NaN and infinity": [leaf([1, nan, 3, -inf, 2, 4], 2, 3)],
}


def shaped(name, operation):
    """An operation for which shapes matter."""
    OPERATIONS[name] = (operation, list(SHAPED.items()))


def special(name, operation, *cases):
    OPERATIONS[name] = (operation, list(cases))


def elements():
    unary("add(1.5)", -2, 2, lambda x: x + 1.5)
    unary("sub(1.5)", -2, 2, lambda x: x - 1.5)
    unary("rsub(1.5)", -2, 2, lambda x: 1.5 - x)
    unary("mul(1.5)", -2, 2, lambda x: x * 1.5)
    unary("mul(0)", -2, 2, lambda x: x * 0)
    unary("div(1.5)", -2, 2, lambda x: x / 1.5)
    unary("rdiv(1.5)", 0.5, 2, lambda x: 1.5 / x)
    unary("neg", -2, 2, torch.neg)
    unary("reciprocal", 0.5, 2, torch.reciprocal)
    unary("square", -2, 2, torch.square)
    for p in (0.0, 1.0, 2.0, 3.0, 0.5, -1.0, 2.5, -1.5):
        unary(f"pow({p})", 0.5, 2, lambda x, p=p: x ** p)
    unary("sqrt", 0.5, 2, torch.sqrt)
    unary("rsqrt", 0.5, 2, torch.rsqrt)
    unary("exp", -2, 2, torch.exp)
    unary("exp2", -2, 2, torch.exp2)
    unary("expm1", -2, 2, torch.expm1)
    unary("log", 0.5, 2, torch.log)
    unary("log2", 0.5, 2, torch.log2)
    unary("log10", 0.5, 2, torch.log10)
    unary("log1p", -0.5, 2, torch.log1p)
    for name in ("sin", "cos", "atan", "sinh", "cosh", "tanh", "asinh", "erf", "abs", "sign", "floor", "ceil", "round",
                 "trunc", "frac", "sigmoid", "relu"):
        unary(name, -2, 2, getattr(torch, name))
    unary("tan", -1, 1, torch.tan)
    unary("asin", -0.7, 0.7, torch.asin)
    unary("acos", -0.7, 0.7, torch.acos)
    unary("acosh", 1.5, 3, torch.acosh)
    unary("atanh", -0.7, 0.7, torch.atanh)
    unary("leakyRelu(0.1)", -2, 2, lambda x: F.leaky_relu(x, 0.1))
    unary("elu", -2, 2, F.elu)
    unary("elu(0.7)", -2, 2, lambda x: F.elu(x, 0.7))
    unary("logSigmoid", -2, 2, F.logsigmoid)
    unary("softplus", -2, 2, F.softplus)
    unary("silu", -2, 2, F.silu)
    unary("gelu", -2, 2, F.gelu)
    unary("clamp(-1, 1)", -2, 2, lambda x: x.clamp(-1, 1))
    unary("isNaN", -2, 2, lambda x: x.isnan())
    unary("to(float)", -2, 2, lambda x: x.to(torch.float32))
    for name in ("gt", "ge", "lt", "le", "eq", "ne"):
        unary(f"{name}(1)", -2, 2, lambda x, name=name: getattr(x, name)(1))


def pairs():
    for name in ("add", "sub", "mul", "div", "pow", "maximum", "minimum", "hypot", "atan2", "logaddexp", "fmod",
                 "remainder", "copysign", "gt", "ge", "lt", "le", "eq", "ne"):
        binary(name, getattr(torch, name))
    binary("where", lambda a, b: torch.where(a.detach() > b.detach(), a, b))
    binary("where of a condition", lambda a, b: torch.where(torch.tensor([True, False, True]), a, b))
    binary("maskedFill(b > 1, 7)", lambda a, b: a.masked_fill(b > 1, 7))
    binary("mseLoss", F.mse_loss)
    binary("binaryCrossEntropyWithLogits", F.binary_cross_entropy_with_logits, 0.1, 0.9)


def updates():
    """In place, on a tensor that an operation has made."""
    for name in ("add", "sub", "mul", "div", "copy"):
        binary(f"{name}InPlace", lambda a, b, name=name: getattr(a * 1, name + "_")(b))
    binary("addInPlace times 3", lambda a, b: (a * 1).add_(b, alpha=3))
    for name in ("add", "sub", "mul", "div"):
        unary(f"{name}InPlace(1.5)", -2, 2, lambda x, name=name: getattr(x * 1, name + "_")(1.5))
    unary("fillInPlace(3)", -2, 2, lambda x: (x * 1).fill_(3))
    unary("zeroInPlace", -2, 2, lambda x: (x * 1).zero_())
    unary("reluInPlace", -2, 2, lambda x: (x * 1).relu_())


def reductions():
    shaped("sum", lambda x: x.sum())
    shaped("mean", lambda x: x.mean())
    shaped("prod", lambda x: x.prod())
    shaped("max", lambda x: x.max())
    shaped("min", lambda x: x.min())
    shaped("argmax", lambda x: x.argmax())
    shaped("argmin", lambda x: x.argmin())
    shaped("norm", lambda x: x.norm())
    for d in (0, 1, -1):
        shaped(f"sum({d})", lambda x, d=d: x.sum(d))
        shaped(f"sum({d}, keep)", lambda x, d=d: x.sum(d, keepdim=True))
        shaped(f"mean({d})", lambda x, d=d: x.mean(d))
        shaped(f"var({d})", lambda x, d=d: x.var(d))
        shaped(f"std({d})", lambda x, d=d: x.std(d))
        shaped(f"var({d}, 0, keep)", lambda x, d=d: x.var(d, unbiased=False, keepdim=True))
        shaped(f"norm(1, {d})", lambda x, d=d: x.norm(1, d))
        shaped(f"norm(2, {d})", lambda x, d=d: x.norm(2, d))
        shaped(f"norm(3, {d})", lambda x, d=d: x.norm(3, d))
        shaped(f"prod({d})", lambda x, d=d: x.prod(d))
        shaped(f"cumsum({d})", lambda x, d=d: x.cumsum(d))
        shaped(f"max({d})", lambda x, d=d: x.max(d)[0])
        shaped(f"max({d}).indices", lambda x, d=d: x.max(d)[1])
        shaped(f"min({d})", lambda x, d=d: x.min(d)[0])
        shaped(f"min({d}, keep)", lambda x, d=d: x.min(d, keepdim=True)[0])
        shaped(f"amax({d})", lambda x, d=d: x.amax(d))
        shaped(f"amin({d})", lambda x, d=d: x.amin(d))
        shaped(f"argmax({d})", lambda x, d=d: x.argmax(d))
        shaped(f"argmin({d})", lambda x, d=d: x.argmin(d))
        shaped(f"softmax({d})", lambda x, d=d: x.softmax(d))
        shaped(f"logSoftmax({d})", lambda x, d=d: x.log_softmax(d))
        shaped(f"logSumExp({d})", lambda x, d=d: x.logsumexp(d))
        shaped(f"logSumExp({d}, keep)", lambda x, d=d: x.logsumexp(d, keepdim=True))
        for p in (inf, -inf, 0, 1.5):
            shaped(f"norm({p}, {d})", lambda x, d=d, p=p: torch.linalg.vector_norm(x, p, d))
        shaped(f"norm(1.5, {d}, keep)", lambda x, d=d: torch.linalg.vector_norm(x, 1.5, d, keepdim=True))
        shaped(f"max({d}, keep)", lambda x, d=d: x.max(d, keepdim=True)[0])
        shaped(f"min({d}).indices", lambda x, d=d: x.min(d)[1])
        shaped(f"std({d}, 0, keep)", lambda x, d=d: x.std(d, unbiased=False, keepdim=True))
        shaped(f"mean({d}, keep)", lambda x, d=d: x.mean(d, keepdim=True))
    shaped("var(0, 1)", lambda x: x.var((0, 1)))
    shaped("std(0, 1)", lambda x: x.std((0, 1)))
    shaped("amin(0, -1)", lambda x: x.amin((0, -1)))
    shaped("sum(0, 1)", lambda x: x.sum((0, 1)))
    shaped("mean(0, -1)", lambda x: x.mean((0, -1)))
    shaped("amax(0, 1)", lambda x: x.amax((0, 1)))
    shaped("logSumExp(0, 1)", lambda x: x.logsumexp((0, 1)))


def shapes():
    shaped("reshape(-1)", lambda x: x.reshape(-1))
    shaped("reshape(3, 2)", lambda x: x.reshape(3, 2))
    shaped("flatten", lambda x: x.flatten())
    shaped("expand(2, 2, 3)", lambda x: x.expand(2, 2, 3))
    shaped("transpose(0, 1)", lambda x: x.transpose(0, 1))
    shaped("t", lambda x: x.t())
    shaped("permute(1, 0)", lambda x: x.permute(1, 0))
    shaped("unsqueeze(0)", lambda x: x.unsqueeze(0))
    shaped("unsqueeze(-1)", lambda x: x.unsqueeze(-1))
    shaped("squeeze(0)", lambda x: x.squeeze(0))
    shaped("select(0, 0)", lambda x: x.select(0, 0))
    shaped("select(1, -1)", lambda x: x.select(1, -1))
    shaped("slice(0, 1, 3)", lambda x: x[1:3] if x.dim() > 0 else x.narrow(0, 0, 1))
    shaped("narrow(0, 1, 1)", lambda x: x.narrow(0, 1, 1))
    shaped("slice(0, 0, 9, 2)", lambda x: x[0:9:2])
    shaped("split(2, 0), first", lambda x: x.split(2, 0)[0])
    shaped("split(2, -1), last", lambda x: x.split(2, -1)[-1])
    shaped("unbind(0), first", lambda x: x.unbind(0)[0])
    shaped("unbind(-1), last", lambda x: x.unbind(-1)[-1])
    shaped("flip(0, 1)", lambda x: x.flip(0, 1))
    shaped("diagonal", lambda x: x.diagonal())
    shaped("flip(0)", lambda x: x.flip(0))
    shaped("indexSelect(0, 1, 0, 1)", lambda x: x.index_select(0, torch.tensor([1, 0, 1])))
    shaped("pad(1, 2)", lambda x: F.pad(x, (1, 2)))
    shaped("pad(1, 0, 0, 1; 7)", lambda x: F.pad(x, (1, 0, 0, 1), value=7.0))
    shaped("maskedFill(> 0, 7)", lambda x: x.masked_fill(x > 0, 7))
    shaped("cat(0) with itself", lambda x: torch.cat([x, x * 2], 0))
    shaped("stack(0) with itself", lambda x: torch.stack([x, x * 2], 0))
    shaped("stack(-1) with itself", lambda x: torch.stack([x, x * 2], -1))
    shaped("contiguous", lambda x: x.contiguous())
    shaped("copy", lambda x: x.clone())
    shaped("crossEntropy(1, 0)", lambda x: F.cross_entropy(x, torch.tensor([1, 0])))
    shaped("crossEntropy([1, 0])", lambda x: F.cross_entropy(x, torch.tensor([1.0, 0.0]).long()))
    shaped("nllLoss(1, 0)", lambda x: F.nll_loss(x, torch.tensor([1, 0])))
    index = torch.tensor([[1, 0], [0, 0]])
    shaped("gather(0, index)", lambda x: x.gather(0, index))
    shaped("gather(1, index)", lambda x: x.gather(1, index))
    special("cat(1)", lambda a, b: torch.cat([a, b], 1),
            ("0-d", [filled(-2, 2), filled(-2, 2)]),
            ("vectors", [filled(-2, 2, 2), filled(-2, 2, 2)]),
            ("one element", [filled(-2, 2, 1, 1), filled(-2, 2, 1, 1)]),
            ("matrices", [filled(-2, 2, 2, 3), filled(-2, 2, 2, 1)]),
            ("empty", [filled(-2, 2, 2, 3), filled(-2, 2, 2, 0)]),
            ("no rows", [filled(-2, 2, 0, 3), filled(-2, 2, 0, 1)]),
            ("transposed", [filled(-2, 2, 3, 2, mark="t"), filled(-2, 2, 2, 1)]),
            ("transposed right", [filled(-2, 2, 2, 1), filled(-2, 2, 3, 2, mark="t")]),
            ("three dimensions", [filled(-2, 2, 2, 1, 2), filled(-2, 2, 2, 3, 2)]),
            ("other rows", [filled(-2, 2, 2, 3), filled(-2, 2, 3, 1)]),
            ("constant", [filled(-2, 2, 2, 3, mark="c"), filled(-2, 2, 2, 1)]),
            ("NaN and infinity", [leaf([nan, 1, 2, inf], 2, 2), leaf([-inf, 0], 2, 1)]),
            ("float", [filled(-2, 2, 2, 3), filled(-2, 2, 2, 1)]))
    special("scatterAdd(0, index)", lambda a, b: a.scatter_add(0, index, b),
            ("0-d", [filled(-2, 2), filled(-2, 2)]),
            ("one element", [filled(-2, 2, 1, 1), filled(-2, 2, 1, 1)]),
            ("empty", [filled(-2, 2, 0, 2), filled(-2, 2, 0, 2)]),
            ("matrices", [filled(-2, 2, 2, 3), filled(-2, 2, 2, 2)]),
            ("smaller", [filled(-2, 2, 3, 2), filled(-2, 2, 2, 2)]),
            ("too small", [filled(-2, 2, 1, 2), filled(-2, 2, 2, 2)]),
            ("transposed", [filled(-2, 2, 2, 3, mark="t"), filled(-2, 2, 2, 2)]),
            ("transposed right", [filled(-2, 2, 2, 2), filled(-2, 2, 2, 3, mark="t")]),
            ("NaN", [leaf([nan, 1, 2, 3], 2, 2), leaf([1, inf, 2, 3], 2, 2)]),
            ("float", [filled(-2, 2, 2, 3), filled(-2, 2, 2, 2)]))
    single, none = torch.tensor([[0]]), torch.zeros((0, 2), dtype=torch.int64)
    special("scatterAdd(0, [[0]])", lambda a, b: a.scatter_add(0, single, b),
            ("0-d", [filled(-2, 2), filled(-2, 2)]),
            ("one element", [filled(-2, 2, 1, 1), filled(-2, 2, 1, 1)]),
            ("strided", [filled(-2, 2, 3, 2, mark="t"), filled(-2, 2, 2, 3, mark="t")]),
            ("float", [filled(-2, 2, 1, 1), filled(-2, 2, 1, 1)]))
    special("scatterAdd(0, none)", lambda a, b: a.scatter_add(0, none, b),
            ("empty", [filled(-2, 2, 0, 2), filled(-2, 2, 0, 2)]),
            ("empty source", [filled(-2, 2, 2, 2), filled(-2, 2, 0, 2)]))


def products():
    def two(first, second, mark="", other=""):
        return [filled(-2, 2, *first, mark=mark), filled(-2, 2, *second, mark=other, turn=1)]

    special("matmul", torch.matmul,
            ("0-d", two((), ())),
            ("0-d and vector", two((), (3,))),
            ("vectors", two((3,), (3,))),
            ("one element", two((1,), (1,))),
            ("empty vectors", two((0,), (0,))),
            ("vectors of other lengths", two((3,), (2,))),
            ("matrix and vector", two((2, 3), (3,))),
            ("vector and matrix", two((3,), (3, 2))),
            ("matrices", two((2, 3), (3, 2))),
            ("matrices of one", two((1, 1), (1, 1))),
            ("nothing between", two((2, 0), (0, 3))),
            ("no rows", two((0, 3), (3, 2))),
            ("other sizes", two((2, 3), (2, 3))),
            ("batch and matrix", two((2, 2, 3), (3, 2))),
            ("batch and vector", two((2, 2, 3), (3,))),
            ("matrix and batch", two((2, 3), (2, 3, 2))),
            ("vector and batch", two((3,), (2, 3, 2))),
            ("batches", two((2, 2, 3), (2, 3, 1))),
            ("broadcast left", two((1, 2, 3), (4, 3, 1))),
            ("broadcast right", two((4, 2, 3), (1, 3, 1))),
            ("broadcast both", two((2, 1, 2, 3), (3, 3, 1))),
            ("batches that do not broadcast", two((2, 2, 3), (3, 3, 1))),
            ("empty batch", two((0, 2, 3), (3, 2))),
            ("transposed", two((3, 2), (3, 2), mark="t")),
            ("transposed right", two((2, 3), (2, 3), other="t")),
            ("NaN", [leaf([1, nan, 3, 2, 2, 4], 2, 3), leaf([1, 0, 3, 2, 2, 4], 3, 2)]),
            ("infinity", [leaf([1, inf, 3, 2, -inf, 4], 2, 3), leaf([1, 0, 3, 2, 2, 4], 3, 2)]),
            ("float", two((2, 3), (3, 2))))
    convolved = [
        ("plain", [filled(-2, 2, 2, 2, 5), filled(-2, 2, 3, 2, 3), filled(-2, 2, 3)]),
        ("one element", [filled(-2, 2, 1, 1, 3), filled(-2, 2, 1, 1, 3), filled(-2, 2, 1)]),
        ("no batch", [filled(-2, 2, 0, 2, 5), filled(-2, 2, 3, 2, 3), filled(-2, 2, 3)]),
        ("0-d", [filled(-2, 2), filled(-2, 2), filled(-2, 2)]),
        ("transposed", [filled(-2, 2, 5, 2, 2, mark="t"), filled(-2, 2, 3, 2, 3, mark="t"), filled(-2, 2, 5, mark="s")]),
        ("constant", [filled(-2, 2, 2, 2, 5), filled(-2, 2, 3, 2, 3, mark="c"), filled(-2, 2, 3)]),
        ("other channels", [filled(-2, 2, 2, 2, 5), filled(-2, 2, 3, 1, 3), filled(-2, 2, 3)]),
        ("kernel too long", [filled(-2, 2, 2, 2, 1), filled(-2, 2, 3, 2, 7), filled(-2, 2, 3)]),
        ("NaN", [leaf([1, nan, 3, 2, 5], 1, 1, 5), leaf([1, 2, 1], 1, 1, 3), leaf([0], 1)]),
        ("infinity", [leaf([1, inf, 3, -inf, 5], 1, 1, 5), leaf([1, 2, 1], 1, 1, 3), leaf([0], 1)]),
        ("float", [filled(-2, 2, 2, 2, 5), filled(-2, 2, 3, 2, 3), filled(-2, 2, 3)]),
    ]
    special("conv1d", F.conv1d, *convolved)
    special("conv1d(2, 1, 1)", lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=1), *convolved)
    special("conv1d(1, 2, 2)", lambda x, w, b: F.conv1d(x, w, b, padding=2, dilation=2), *convolved)


def text(tensor):
    shape = ",".join(str(n) for n in tensor.shape)
    return f"[{shape}]" + " ".join(repr(float(v)) for v in tensor.detach().reshape(-1).tolist())


def passed(mark, x):
    return {"t": lambda: x.transpose(0, -1), "s": lambda: x[::2], "c": lambda: x, "": lambda: x}[mark]()


def run(operation, inputs, dtype):
    leaves = [x.to(dtype).clone().requires_grad_(mark != "c") for mark, x in inputs]
    given = ";".join(mark + text(x) for (mark, _), x in zip(inputs, leaves))
    try:
        y = operation(*[passed(mark, x) for (mark, _), x in zip(inputs, leaves)])
        if y.requires_grad:
            weights = torch.tensor([1 + 0.5 * (i % 5) for i in range(y.numel())], dtype=dtype)
            y.backward(weights.reshape(y.shape))
    except (RuntimeError, IndexError, ValueError, TypeError):
        return given, "error", ""
    return given, text(y), ";".join("none" if x.grad is None else text(x.grad) for x in leaves)


def main():
    elements()
    pairs()
    updates()
    reductions()
    shapes()
    products()
    print(f"# PyTorch {torch.__version__}")
    for name, (operation, cases) in OPERATIONS.items():
        for case, inputs in cases:
            dtype = torch.float32 if case.startswith("float") else torch.float64
            given, result, gradients = run(operation, inputs, dtype)
            kind = "float" if dtype == torch.float32 else "double"
            print("\t".join([name, case, kind, given, result, gradients]))


if __name__ == "__main__":
    sys.exit(main())
