package dev.fluxion.tensor;

/**
 * Numbers in an array at a fixed distance, a quantity to compute with. What an operation gives is computed when it is asked for, so that the
 * last one of a formula writes its numbers where they belong. What only one operation uses is computed in the memory of that one's result; all
 * others in between have memory of their own.
 */
final class Lane extends Quantity {

    private final Scratch scratch;
    private double[] array;
    private int at;
    private int step;
    private UnaryKernel unary;
    private BinaryKernel binary;
    private Lane first;
    private Lane second;
    private int uses;
    private double[] own;

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
        return scratch.next().result(kernel, null, this, null);
    }

    @Override
    Quantity apply(BinaryKernel kernel, Quantity that) {
        return scratch.next().result(null, kernel, this, (Lane) that);
    }

    /** Makes this the result of an operation, to be computed. */
    private Lane result(UnaryKernel ofOne, BinaryKernel ofTwo, Lane x, Lane y) {
        array = null;
        unary = ofOne;
        binary = ofTwo;
        first = x;
        second = y;
        uses = 0;
        x.uses++;
        if (y != null) {
            y.uses++;
        }
        return this;
    }

    /** Has the numbers computed into memory of this lane, unless they are there. */
    private Lane computed() {
        if (array == null) {
            own = own == null ? new double[scratch.capacity()] : own;
            compute(own, 0);
            move(own, 0, 1);
        }
        return this;
    }

    /** Has the numbers computed, in {@code y} if nothing else needs them than what will be there. */
    private Lane computedIn(double[] y, int to) {
        if (array != null || uses > 1) {
            return computed();
        }
        compute(y, to);
        return move(y, to, 1);
    }

    private void compute(double[] y, int to) {
        int count = scratch.count();
        if (binary == null) {
            Lane x = first.computedIn(y, to);
            unary.lane(x.array, x.at, x.step, y, to, count);
            return;
        }
        Lane a = second.array == null ? first.computed() : first.computedIn(y, to);
        Lane b = second.computedIn(y, to);
        binary.lane(a.array, a.at, a.step, b.array, b.at, b.step, y, to, count);
    }

    /** Adds the numbers to those that stand in {@code target}, all of them to one if {@code targetStep} is 0. */
    void addTo(double[] target, int targetAt, int targetStep) {
        computed();
        int count = scratch.count();
        if (targetStep == 0) {
            target[targetAt] += sum(count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[targetAt + i * targetStep] += array[at + i * step];
        }
    }

    /** Puts the numbers into {@code target}. */
    void copyTo(double[] target, int targetAt, int targetStep) {
        if (array == null && targetStep == 1) {
            compute(target, targetAt);
            return;
        }
        computed();
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
