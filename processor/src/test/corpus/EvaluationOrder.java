package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Effects inside expressions. */
final class EvaluationOrder {

    private EvaluationOrder() {}

    @Differentiable(order = 2)
    static double parameterOverwrittenAfterItsUse(double x) {
        double y = x * x;
        x = Math.sin(y);
        return x * y;
    }

    @Differentiable
    static double incrementInside(double y) {
        return y + (y++) + y;
    }

    static double incrementInsideExact(double y) {
        return 3;
    }

    @Differentiable
    static double chainedAssignment(double x) {
        double a;
        double b;
        double c = (a = x * x) * (b = a + x) * a;
        return a + b * c;
    }

    @Differentiable(order = 2)
    static double prefixAndPostfix(@Domain(from = 2, to = 4) double y) {
        return y * ++y - y-- / --y;
    }

    @Differentiable
    static double assignedInside(double x, double y) {
        double z = x + (x = y * 2) * x + (y += x) - (x -= y);
        return z + x * y;
    }

    @Differentiable
    static double compoundChain(double x) {
        double a;
        double b;
        double c;
        a = b = c = x + 1;
        a += b -= c *= 2;
        return a + 10 * b * c + 100 * c;
    }

    @Differentiable
    static double productOfAssignments(double x, double y) {
        double a;
        double b;
        double c;
        double d = y *= (a = b = c = x);
        return d * y + a * b + c;
    }

    /** The left operand is read before the right one overwrites it. */
    @Differentiable
    static double leftOperandFirst(double x) {
        double a = x * x;
        a += a * (a = x);
        a = a - (a *= 3);
        return a;
    }

    static double leftOperandFirstExact(double x) {
        return -4 * x - 6 * x * x;
    }

    @Differentiable
    static double argumentsInOrder(@Domain(from = 1, to = 3) double x) {
        return Math.pow(x++, x) + Math.atan2(x, x = 2 * x) + Math.fma(x, x += 1, x);
    }

    @Differentiable
    static double conditionWithAssignment(double x, double y) {
        double a;
        if ((a = x * y) > 0) {
            a *= x;
        }
        return (a = a + x) > 1 ? a * a : a;
    }

    @Differentiable
    static double conditionalWithEffects(double x, boolean first) {
        double a = x;
        double r = first ? a++ * a : --a * x;
        r += (a > 0.5 ? a *= x : a < -0.5 ? a-- : 5) + a;
        return r;
    }

    @Differentiable
    static double lazyConjunction(double x, @Domain(from = 0, to = 3) int n, Counter counter) {
        double a = x;
        if (n > 1 && counter.next() == 0 && (a = x * x) > 0.5 || (a += 1) > 2) {
            a *= 3;
        }
        return a * x;
    }

    @Differentiable
    static double eagerLogic(double x, int n, Counter counter) {
        boolean b = n > 0 & counter.next() == 0 | counter.next() == 1 ^ x > 0;
        return b ? x * x : x * 3;
    }

    @Differentiable
    static double indexIncrements(double x, @Domain(from = 0, to = 3) int n) {
        int i = n;
        double a = i++ * x + i-- * x * x + --i;
        a *= i++ + ++i;
        return a;
    }

    @Differentiable
    static double callsInOrder(double x, Counter counter) {
        return marked(x, 1, counter) * marked(x * x, 2, counter) - marked(x + 1, 3, counter);
    }

    static double callsInOrderExact(double x, Counter counter) {
        return 3 * x * x - 1;
    }

    private static double marked(double x, int which, Counter counter) {
        counter.mark(which);
        return x;
    }

    @Differentiable
    static double assignmentInLoopHeader(double x, @Domain(from = 0, to = 4) int n) {
        double a = x;
        double s = 0;
        int i = n;
        while ((a *= 0.75) > 0.1 && i-- > 0) {
            s += a * a;
        }
        return s + a;
    }

    @Differentiable
    static double nestedTernaryAssignments(double x, double y) {
        double a = x > y ? (x > 0 ? (y = x) : (x = y * y)) : (y *= x);
        return a * x + y;
    }

    @Differentiable
    static double switchInsideExpression(double x, @Domain(from = 0, to = 3) int n) {
        double a = x;
        double r = a * switch (n) {
            case 0 -> a++;
            case 1 -> {
                a = a * a;
                yield a + 1;
            }
            default -> 2;
        } + a;
        return r * a;
    }
}
