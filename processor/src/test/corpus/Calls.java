package corpus;

import corpus.elsewhere.Shapes;
import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Calls of helpers, wherever they are. */
final class Calls {

    private static final double SCALE = 0.3;

    private Calls() {}

    @Differentiable(order = 2)
    static double sameClass(double x, double y) {
        return scaled(x, y) * scaled(y, x * x);
    }

    private static double scaled(double a, double b) {
        double t = a * b;
        return Math.sin(t) * SCALE + b;
    }

    /** The helper is annotated too. */
    @Differentiable(order = 2)
    static double annotatedHelper(double x) {
        return helped(x * x) * helped(x);
    }

    @Differentiable(order = 2)
    static double helped(double x) {
        return Math.exp(-x * x);
    }

    static double helpedExact(double x) {
        return -2 * x * Math.exp(-x * x);
    }

    @Differentiable
    static double otherClass(double x) {
        return Helpers.logistic(x) * Helpers.logistic(-x * 2);
    }

    @Differentiable
    static double annotatedElsewhere(double x, double y) {
        return Helpers.norm(x, y) * x;
    }

    @Differentiable
    static double otherPackage(double x, double y) {
        return Shapes.area(x, y) + Shapes.area(y * y, 2);
    }

    /** The helper calls what only its own package sees, and reads what only its own class does. */
    @Differentiable
    static double hiddenElsewhere(double x) {
        return Shapes.volume(x) * Shapes.volume(x + 1);
    }

    @Differentiable
    static double composed(double x) {
        return Helpers.logistic(scaled(Helpers.logistic(x), scaled(x, 2)));
    }

    /** One helper with each pattern of active arguments. */
    @Differentiable
    static double activePatterns(double x, double y) {
        return scaled(x, 2) + scaled(3, y) + scaled(x, y) + scaled(1, 2);
    }

    @Differentiable
    static double helperWithReturns(double x) {
        return branching(x, 1) * branching(x * x, 2) - branching(-x, 0);
    }

    private static double branching(double x, int n) {
        if (x > 1) {
            return x * n;
        }
        for (int i = 0; i < n; i++) {
            x = x * x + 0.1;
            if (x > 0.5) {
                return x;
            }
        }
        return -x;
    }

    @Differentiable
    static double helperOverwritesItsParameter(double x) {
        double a = x * x;
        double b = overwriting(a);
        return a * b;
    }

    private static double overwriting(double x) {
        x = x * x;
        x += Math.sin(x);
        return x * x;
    }

    @Differentiable
    static double helperInLoop(double x, double y) {
        double s = x;
        for (int i = 0; i < 5; i++) {
            s = scaled(s, y) * 0.7;
            s += branching(s, i);
        }
        return s;
    }

    @Differentiable
    static double helperInCondition(double x) {
        double y = x;
        int i = 0;
        while (Helpers.logistic(y) > 0.4 && i++ < 10) {
            y -= 0.3 * Helpers.logistic(y);
        }
        return y;
    }

    @Differentiable
    static double voidHelper(double x, Counter counter) {
        note(counter, 3);
        double y = x * x;
        note(counter, 5);
        return y;
    }

    static double voidHelperExact(double x, Counter counter) {
        return 2 * x;
    }

    private static void note(Counter counter, int times) {
        for (int i = 0; i < times; i++) {
            counter.mark(i);
        }
    }

    @Differentiable
    static double inactiveHelper(double x, @Domain(from = 1, to = 6) int n) {
        return x * factorial(n) + x * x * Helpers.gcd(n, 4);
    }

    private static int factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    @Differentiable
    static double nestedClass(double x) {
        return Inner.twice(x) * Inner.Innermost.cubed(x);
    }

    static double nestedClassExact(double x) {
        return 8 * x * x * x;
    }

    private static final class Inner {

        private static double twice(double x) {
            return x + x;
        }

        private static final class Innermost {

            static double cubed(double x) {
                return x * x * x;
            }
        }
    }

    @Differentiable
    static double interfaceMethod(double x) {
        return Helpers.Smooth.step(x) * x;
    }

    @Differentiable
    static double varargs(double x, int n) {
        return x * total() + x * x * total(n) + x * total(n, 2, 3) + total(1, new int[] {n, 7}.length);
    }

    static double varargsExact(double x, int n) {
        return 2 * x * n + n + 5;
    }

    private static int total(int... all) {
        int sum = 0;
        for (int i : all) {
            sum += i;
        }
        return sum;
    }

    @Differentiable(name = "overloadOfTwo")
    static double overload(double x, double y) {
        return overload(x) * overload(y, 2);
    }

    @Differentiable(name = "overloadOfOne")
    static double overload(double x) {
        return Math.sin(x);
    }

    static double overloadOfOneExact(double x) {
        return Math.cos(x);
    }

    static double overload(double x, int n) {
        return x * n;
    }

    @Differentiable(name = "overloadOfFloat")
    static float overload(float x) {
        return x * x;
    }

    @Differentiable
    static double throughFloat(double x) {
        return overload((float) x) * overload(x);
    }

    @Differentiable
    static double boxedHelper(double x, Double y) {
        return boxed(x) * boxed(y) + boxed(boxed(x));
    }

    private static Double boxed(Double a) {
        return a * a + 1;
    }

    /** One number goes into a helper that meets singular points; a factor of zero masks them. */
    @Differentiable
    static double maskedRoots(double w, @Domain(from = 0.1, to = 3) double x) {
        return w * roots(x);
    }

    private static double roots(double x) {
        double root = x;
        for (int i = 0; i < 2; i++) {
            root = Math.sqrt(root);
        }
        return root;
    }

    /** One number goes into a helper that overflows, which no factor of zero hides. */
    @Differentiable
    static double overflowing(double w, double x) {
        return w * grown(x);
    }

    private static double grown(double x) {
        double sum = 0;
        for (int i = 1; i <= 3; i++) {
            sum += Math.exp(x / i);
        }
        return sum;
    }

    /** The helper is called in a loop, leaves it early, and takes its number as a float. */
    @Differentiable(order = 2)
    static double narrowedInLoop(double x, @Domain(from = 0, to = 6) int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum = sum * 0.5 + steps((float) (x + i), i);
        }
        return sum;
    }

    private static float steps(float x, int n) {
        float y = x;
        for (int i = 0; i < n; i++) {
            if (y > 4) {
                return y - x * 0.5f;
            }
            y = y * x + 1;
        }
        return y;
    }

    /** The cast chooses the overload. */
    @Differentiable
    static double castForOverload(double x, int n) {
        return x * chosen((Object) n).length() + chosen(n).length();
    }

    private static String chosen(Object value) {
        return "any " + value;
    }

    private static String chosen(Integer value) {
        return "boxed integer " + value;
    }
}
