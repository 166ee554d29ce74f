package dev.fluxion.examples.benchmarks.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Generated and hand-written gradients over arrays are of the same functions. */
final class ByHandTest {

    private static void same(double generated, double byHand) {
        assertThat(generated).isCloseTo(byHand, within(1e-10 * Math.max(1, Math.abs(byHand))));
    }

    private static void same(double[] generated, double[] byHand) {
        double scale = Arrays.stream(byHand).map(Math::abs).max().orElseThrow();
        assertThat(scale).isPositive().isFinite();
        assertThat(generated).containsExactly(byHand, within(1e-10 * Math.max(1, scale)));
    }

    private static void same(double[][] generated, double[][] byHand) {
        same(flat(generated), flat(byHand));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void rosenbrock() {
        Data.Rosenbrock a = new Data.Rosenbrock();
        Data.Rosenbrock b = new Data.Rosenbrock();
        same(ProblemsGrad.rosenbrockGradient(a.x, a.xBar), ByHand.rosenbrock(b.x, b.xBar));
        same(a.xBar, b.xBar);
    }

    @Test
    void logistic() {
        Data.Logistic a = new Data.Logistic();
        Data.Logistic b = new Data.Logistic();
        same(
                ProblemsGrad.logisticGradient(a.w, a.features, a.labels, a.wBar),
                ByHand.logistic(b.w, b.features, b.labels, b.wBar));
        same(a.wBar, b.wBar);
    }

    @Test
    void mixture() {
        Data.Mixture a = new Data.Mixture();
        Data.Mixture b = new Data.Mixture();
        same(
                ProblemsGrad.mixtureGradient(
                        a.alphas, a.means, a.factors, a.points, a.alphasBar, a.meansBar, a.factorsBar),
                ByHand.mixture(b.alphas, b.means, b.factors, b.points, b.alphasBar, b.meansBar, b.factorsBar));
        same(a.alphasBar, b.alphasBar);
        same(a.meansBar, b.meansBar);
        same(a.factorsBar, b.factorsBar);
    }

    @Test
    void recurrent() {
        Data.Recurrent a = new Data.Recurrent();
        Data.Recurrent b = new Data.Recurrent();
        same(
                ProblemsGrad.recurrentGradient(a.first, a.second, a.inputs, a.targets, a.firstBar, a.secondBar),
                RecurrentByHand.gradient(b.first, b.second, b.inputs, b.targets, b.firstBar, b.secondBar));
        same(a.firstBar, b.firstBar);
        same(a.secondBar, b.secondBar);
    }

    @Test
    void monteCarlo() {
        Data.Paths in = new Data.Paths();
        var generated = ProblemsGrad.monteCarloGradient(100, 105, 0.03, 0.2, 1, in.normals);
        ByHand.Greeks byHand = ByHand.monteCarlo(100, 105, 0.03, 0.2, 1, in.normals);
        same(generated.value(), byHand.value());
        same(generated.dSpot(), byHand.spot());
        same(generated.dStrike(), byHand.strike());
        same(generated.dRate(), byHand.rate());
        same(generated.dVolatility(), byHand.volatility());
    }

    @Test
    void logDeterminant() {
        Data.Matrix a = new Data.Matrix();
        Data.Matrix b = new Data.Matrix();
        same(ProblemsGrad.logDeterminantGradient(a.matrix, a.matrixBar), ByHand.logDeterminant(b.matrix, b.matrixBar));
        same(a.matrixBar, b.matrixBar);
    }
}
