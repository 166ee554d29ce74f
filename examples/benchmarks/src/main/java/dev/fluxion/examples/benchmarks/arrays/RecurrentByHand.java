package dev.fluxion.examples.benchmarks.arrays;

/** The gradient of {@link Problems#recurrent} by hand: backpropagation through time over gates that were kept. */
final class RecurrentByHand {

    private final double[][] first;
    private final double[][] second;
    private final int n;

    private RecurrentByHand(double[][] first, double[][] second) {
        this.first = first;
        this.second = second;
        this.n = first.length / 4;
    }

    /** What a layer did at one step: its gates after their functions, and its cells and states before and after. */
    private record Step(double[] gates, double[] cellBefore, double[] tanh, double[] stateBefore, double[] state) {}

    static double gradient(
            double[][] first,
            double[][] second,
            double[][] inputs,
            double[] targets,
            double[][] firstBar,
            double[][] secondBar) {
        return new RecurrentByHand(first, second).run(inputs, targets, firstBar, secondBar);
    }

    private double run(double[][] inputs, double[] targets, double[][] firstBar, double[][] secondBar) {
        int length = inputs.length;
        Step[] steps1 = new Step[length];
        Step[] steps2 = new Step[length];
        double[] state1 = new double[n];
        double[] cell1 = new double[n];
        double[] state2 = new double[n];
        double[] cell2 = new double[n];
        double[] errors = new double[length];
        double sum = 0;
        for (int t = 0; t < length; t++) {
            steps1[t] = forward(first, inputs[t], state1, cell1);
            state1 = steps1[t].state();
            steps2[t] = forward(second, state1, state2, cell2);
            state2 = steps2[t].state();
            errors[t] = state2[0] - targets[t];
            sum += errors[t] * errors[t];
        }
        double[] state1Bar = new double[n];
        double[] cell1Bar = new double[n];
        double[] state2Bar = new double[n];
        double[] cell2Bar = new double[n];
        double[] gatesBar = new double[4 * n];
        for (int t = length - 1; t >= 0; t--) {
            state2Bar[0] += 2 * errors[t] / length;
            double[] before2 = new double[n];
            backward(
                    second, steps1[t].state(), steps2[t], state2Bar, cell2Bar, gatesBar, secondBar, state1Bar, before2);
            state2Bar = before2;
            double[] before1 = new double[n];
            backward(first, inputs[t], steps1[t], state1Bar, cell1Bar, gatesBar, firstBar, null, before1);
            state1Bar = before1;
        }
        return sum / length;
    }

    private Step forward(double[][] weights, double[] input, double[] before, double[] cell) {
        double[] gates = new double[4 * n];
        for (int i = 0; i < 4 * n; i++) {
            double[] row = weights[i];
            double sum = row[0];
            for (int j = 0; j < input.length; j++) {
                sum += row[1 + j] * input[j];
            }
            for (int j = 0; j < n; j++) {
                sum += row[1 + input.length + j] * before[j];
            }
            gates[i] = i < 3 * n ? 1 / (1 + Math.exp(-sum)) : Math.tanh(sum);
        }
        double[] cellBefore = cell.clone();
        double[] tanh = new double[n];
        double[] state = new double[n];
        for (int i = 0; i < n; i++) {
            cell[i] = gates[n + i] * cell[i] + gates[i] * gates[3 * n + i];
            tanh[i] = Math.tanh(cell[i]);
            state[i] = gates[2 * n + i] * tanh[i];
        }
        return new Step(gates, cellBefore, tanh, before, state);
    }

    private void backward(
            double[][] weights,
            double[] input,
            Step step,
            double[] stateBar,
            double[] cellBar,
            double[] gatesBar,
            double[][] weightsBar,
            double[] inputBar,
            double[] beforeBar) {
        gates(step, stateBar, cellBar, gatesBar);
        for (int i = 0; i < 4 * n; i++) {
            double bar = gatesBar[i];
            double[] row = weights[i];
            double[] rowBar = weightsBar[i];
            rowBar[0] += bar;
            for (int j = 0; j < input.length; j++) {
                rowBar[1 + j] += bar * input[j];
            }
            if (inputBar != null) {
                for (int j = 0; j < input.length; j++) {
                    inputBar[j] += bar * row[1 + j];
                }
            }
            int offset = 1 + input.length;
            for (int j = 0; j < n; j++) {
                rowBar[offset + j] += bar * step.stateBefore()[j];
                beforeBar[j] += bar * row[offset + j];
            }
        }
    }

    private void gates(Step step, double[] stateBar, double[] cellBar, double[] gatesBar) {
        double[] gates = step.gates();
        for (int i = 0; i < n; i++) {
            double in = gates[i];
            double kept = gates[n + i];
            double out = gates[2 * n + i];
            double candidate = gates[3 * n + i];
            double tanh = step.tanh()[i];
            double bar = cellBar[i] + stateBar[i] * out * (1 - tanh * tanh);
            gatesBar[2 * n + i] = stateBar[i] * tanh * out * (1 - out);
            gatesBar[n + i] = bar * step.cellBefore()[i] * kept * (1 - kept);
            gatesBar[i] = bar * candidate * in * (1 - in);
            gatesBar[3 * n + i] = bar * in * (1 - candidate * candidate);
            cellBar[i] = bar * kept;
        }
    }
}
