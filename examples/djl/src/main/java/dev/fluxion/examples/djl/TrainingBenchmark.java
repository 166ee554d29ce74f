package dev.fluxion.examples.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.fluxion.tensor.Tensor;
import dev.fluxion.tensor.training.Adam;
import dev.fluxion.tensor.training.Linear;
import dev.fluxion.tensor.training.Module;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One step of training, by Adam, of a network of two layers on 16 rows of 4 numbers in 3 classes. In PyTorch it is in float, as
 * its layers are.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {

    private static final int ROWS = 16;
    private static final float RATE = 0.001f;

    private final Module network = new Linear(4, 16, 1).then(Tensor::tanh).then(new Linear(16, 3, 3));
    private final Adam optimizer = new Adam(network.parameters(), RATE);
    private final Tensor rows = Tensor.randn(5, ROWS, 4);
    private final int[] classes = new int[ROWS];

    private Model model;
    private Trainer trainer;
    private NDArray rowsThere;
    private NDArray classesThere;

    @Setup
    public void prepare() {
        Arrays.setAll(classes, i -> i % 3);
        model = Model.newInstance("two layers");
        model.setBlock(
                new SequentialBlock().add(layer(16)).add(Activation::tanh).add(layer(3)));
        Optimizer adam =
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(RATE)).build();
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam));
        trainer.initialize(new Shape(ROWS, 4));
        rowsThere = trainer.getManager().create(rows.toFloatArray(), new Shape(ROWS, 4));
        classesThere = trainer.getManager().create(classes);
    }

    private static ai.djl.nn.Block layer(int outputs) {
        return ai.djl.nn.core.Linear.builder().setUnits(outputs).build();
    }

    @TearDown
    public void close() {
        trainer.close();
        model.close();
    }

    @Benchmark
    public Tensor fluxion() {
        optimizer.zeroGrad();
        Tensor loss = network.apply(rows).crossEntropy(classes);
        loss.backward();
        optimizer.step();
        return loss;
    }

    @Benchmark
    public NDArray pytorch() {
        try (GradientCollector collector = trainer.newGradientCollector();
                NDList answer = trainer.forward(new NDList(rowsThere));
                NDArray loss = trainer.getLoss().evaluate(new NDList(classesThere), answer)) {
            collector.backward(loss);
        }
        trainer.step();
        return classesThere;
    }
}
