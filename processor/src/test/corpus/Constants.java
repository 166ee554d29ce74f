package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.DoubleUnaryOperator;

/** What is behind final fields: objects of a class that their initialisers say, and functions; methods of generic interfaces over numbers. */
final class Constants {

    private Constants() {}

    /** Generic over what it takes and what it returns. */
    interface Distribution<T> {

        double density(T x);

        T shifted(T x, double by);

        default double scaled(T x, double by) {
            return density(x) * by;
        }
    }

    static class Normal implements Distribution<Double> {

        private final double mean;

        Normal(double mean) {
            this.mean = mean;
        }

        @Override
        public double density(Double x) {
            return Math.exp(-(x - mean) * (x - mean) / 2);
        }

        @Override
        public Double shifted(Double x, double by) {
            return x * x + by * mean;
        }
    }

    static final class Wide extends Normal {

        Wide() {
            super(0.25);
        }

        @Override
        public double density(Double x) {
            return 1 / (1 + x * x);
        }
    }

    /** Another instance of the same interface, whose numbers are none that have derivatives. */
    static final class Counting implements Distribution<Integer> {

        @Override
        public double density(Integer x) {
            return x;
        }

        @Override
        public Integer shifted(Integer x, double by) {
            return x + (int) by;
        }
    }

    private static final Distribution<Double> NORMAL = new Normal(0.5);
    private static final Distribution<Integer> COUNTING = new Counting();

    @Differentiable(order = 2)
    static double ofAKnownClass(double x) {
        return NORMAL.density(x * x) * NORMAL.shifted(x, 2);
    }

    static double ofAKnownClassExact(double x) {
        double density = Math.exp(-(x * x - 0.5) * (x * x - 0.5) / 2);
        return density * 2 * x - (x * x - 0.5) * 2 * x * density * (x * x + 1);
    }

    @Differentiable(order = 2)
    static double chosen(double x, double by, @Domain(from = 0, to = 2) int kind) {
        Distribution<Double> d = kind == 0 ? NORMAL : kind == 1 ? new Wide() : new Normal(kind);
        return d.density(d.shifted(x, by)) * COUNTING.density(kind + 1);
    }

    @Differentiable
    static double madeHere(double x) {
        Normal narrow = new Normal(1);
        Normal wide = new Wide();
        return narrow.density(x) * wide.density(x * 2) + wide.shifted(x, x);
    }

    /** A function with more to it than what a lambda says. */
    interface Unary extends DoubleUnaryOperator {

        double of(double x);

        /** Another method of the same name. */
        default float of(float x) {
            return 2 * (float) of((double) x);
        }

        default double twice(double x) {
            return of(of(x));
        }

        @Override
        default double applyAsDouble(double x) {
            return of(x) + 1;
        }
    }

    /** In which the same call means another thing. */
    interface Odd extends Unary {
        @Override
        default double twice(double x) {
            return 3 * of(x);
        }
    }

    private static final Unary SQUARE = x -> x * x;
    static final Unary SINE = Math::sin;
    private static final Odd CUBE = x -> cubed(x);
    private static final DoubleUnaryOperator SCALED = x -> SQUARE.of(x) * SINE.of(x);

    private static double cubed(double x) {
        return x * x * x;
    }

    @Differentiable(order = 2)
    static double functions(double x, double y) {
        return SQUARE.of(SINE.of(x)) * CUBE.of(y) + SCALED.applyAsDouble(x * y);
    }

    static double[] functionsExact(double x, double y) {
        double v = x * y;
        double outer = 2 * v * Math.sin(v) + v * v * Math.cos(v);
        return new double[] {
            2 * Math.sin(x) * Math.cos(x) * y * y * y + outer * y, Math.sin(x) * Math.sin(x) * 3 * y * y + outer * x
        };
    }

    @Differentiable
    static double othersOfTheFunctionsType(double x) {
        Unary known = CUBE;
        return SINE.twice(x) * SQUARE.applyAsDouble(x) + known.twice(x);
    }

    @Differentiable
    static double anotherOfTheName(float x) {
        return SQUARE.of(x) + SQUARE.of((double) x);
    }

    private static double applied(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x) * x;
    }

    @Differentiable
    static double handedOn(double x) {
        return applied(SCALED, x) - applied(SINE, x * x);
    }

    /** A field of an object, which every object has one of. */
    static final class Model {

        private final Normal noise = new Wide();
        private final double scale;

        Model(double scale) {
            this.scale = scale;
        }

        double likelihood(double x) {
            return noise.density(x * scale) + noise.shifted(x, scale);
        }
    }

    @Differentiable
    static double ofAnObject(double x) {
        return new Model(1.5).likelihood(x) * new Model(0.5).likelihood(2);
    }

    /** Returns an array, its own or the one that it is handed. */
    interface Basis {
        double[] at(double x, double[] scratch);
    }

    static final class Powers implements Basis {
        @Override
        public double[] at(double x, double[] scratch) {
            scratch[0] = x * x;
            scratch[1] = x * x * x;
            return scratch;
        }
    }

    static final class Waves implements Basis {
        @Override
        public double[] at(double x, double[] scratch) {
            return new double[] {Math.sin(x) + scratch[0], Math.cos(x)};
        }
    }

    @Differentiable
    static double returnedArrays(double x, @Domain(from = 0, to = 1) int kind) {
        Basis basis = kind == 0 ? new Powers() : new Waves();
        double[] scratch = {x, 2};
        double[] values = basis.at(x, scratch);
        values[0] *= 2;
        return values[0] * values[1] + scratch[0];
    }
}
