package dev.fluxion.tensor;

/** Numbers in an array at a fixed distance, a quantity to compute with. Results stand in arrays of the scratch memory. */
final class Lane extends Quantity {

    private final Scratch scratch;
    private double[] array;
    private int at;
    private int step;

    Lane(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Makes this the lane of that array that starts at {@code at}; its length is the scratch memory's. */
    Lane move(double[] array, int at, int step) {
        this.array = array;
        this.at = at;
        this.step = step;
        return this;
    }

    @Override
    Quantity apply(UnaryKernel kernel) {
        Lane result = scratch.next();
        kernel.lane(array, at, step, result.array, 0, scratch.count());
        return result;
    }

    @Override
    Quantity apply(BinaryKernel kernel, Quantity that) {
        Lane second = (Lane) that;
        Lane result = scratch.next();
        kernel.lane(array, at, step, second.array, second.at, second.step, result.array, 0, scratch.count());
        return result;
    }

    /** Adds the numbers to those that stand in {@code target}, all of them to one if {@code targetStep} is 0. */
    void addTo(double[] target, int targetAt, int targetStep) {
        int count = scratch.count();
        if (targetStep == 0) {
            target[targetAt] += sum(count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[targetAt + i * targetStep] += array[at + i * step];
        }
    }

    /** Copies the numbers to {@code target}. */
    void copyTo(double[] target, int targetAt, int targetStep) {
        int count = scratch.count();
        if (step == 1 && targetStep == 1) {
            System.arraycopy(array, at, target, targetAt, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[targetAt + i * targetStep] = array[at + i * step];
        }
    }

    private double sum(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += array[at + i * step];
        }
        return sum;
    }
}
