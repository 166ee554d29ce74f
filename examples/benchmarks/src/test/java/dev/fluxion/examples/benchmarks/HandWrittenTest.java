package dev.fluxion.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Generated and hand-written gradients are of the same functions: only then do their times say anything. */
final class HandWrittenTest {

    private final Inputs in = new Inputs();

    private static void same(double generated, double byHand) {
        assertThat(generated).isCloseTo(byHand, within(1e-12 * Math.max(1, Math.abs(byHand))));
    }

    @RepeatedTest(20)
    void generatedAndByHand_areTheSame(RepetitionInfo repetition) {
        for (int i = 0; i < repetition.getCurrentRepetition(); i++) {
            in.advance();
        }
        call();
        same(PrimalsGrad.rootDerivative(in.radicand()), HandWritten.root(in.radicand()));
        recurrent();
        integral();
    }

    private void call() {
        var generated = PrimalsGrad.callGradient(in.spot(), in.strike(), in.rate(), in.volatility(), in.time());
        var byHand = HandWritten.call(in.spot(), in.strike(), in.rate(), in.volatility(), in.time());
        same(generated.value(), byHand.value());
        same(generated.dSpot(), byHand.spot());
        same(generated.dStrike(), byHand.strike());
        same(generated.dRate(), byHand.rate());
        same(generated.dVolatility(), byHand.volatility());
        same(generated.dTime(), byHand.time());
    }

    private void recurrent() {
        var generated = PrimalsGrad.recurrentGradient(in.weight(), in.upper(), 100);
        var byHand = HandWritten.recurrent(in.weight(), in.upper(), 100);
        same(generated.value(), byHand.value());
        same(generated.dW(), byHand.first());
        same(generated.dU(), byHand.second());
    }

    private void integral() {
        var generated = PrimalsGrad.integralGradient(in.lower(), in.upper(), 100);
        var byHand = HandWritten.integral(in.lower(), in.upper(), 100);
        same(generated.value(), byHand.value());
        same(generated.dA(), byHand.first());
        same(generated.dB(), byHand.second());
    }
}
