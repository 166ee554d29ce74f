package dev.fluxion.tensor;

/** Where the elements of tensors are: one array of doubles or of floats, which views share. */
final class Storage {

    private final double[] doubles;
    private final float[] floats;

    private Storage(double[] doubles, float[] floats) {
        this.doubles = doubles;
        this.floats = floats;
    }

    /** The array itself. */
    static Storage of(double[] values) {
        return new Storage(values, null);
    }

    /** The array itself. */
    static Storage of(float[] values) {
        return new Storage(null, values);
    }

    /** The values in the type asked for; the array itself if that is double. */
    static Storage of(DType type, double[] values) {
        if (type == DType.FLOAT64) {
            return of(values);
        }
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return of(rounded);
    }

    DType dtype() {
        return doubles != null ? DType.FLOAT64 : DType.FLOAT32;
    }

    int size() {
        return doubles != null ? doubles.length : floats.length;
    }

    /** The array, or null if this holds floats. */
    double[] doubles() {
        return doubles;
    }

    /** The array, or null if this holds doubles. */
    float[] floats() {
        return floats;
    }

    double get(int index) {
        return doubles != null ? doubles[index] : floats[index];
    }

    void set(int index, double value) {
        if (doubles != null) {
            doubles[index] = value;
        } else {
            floats[index] = (float) value;
        }
    }
}
