package dev.fluxion.tape;

/** What generated code does with whole arrays of adjoints and tangents. Internal: called by companions. */
public final class Bars {

    private Bars() {}

    /**
     * Adds one array to another, element by element: {@code into[i] += from[i]}.
     *
     * @param from what is added, or null
     * @param into an array of the same length
     */
    public static void add(double[] from, double[] into) {
        for (int i = 0; from != null && i < from.length; i++) {
            into[i] += from[i];
        }
    }

    /**
     * Adds one array to another, element by element: {@code into[i] += from[i]}.
     *
     * @param from what is added, or null
     * @param into an array of the same length
     */
    public static void add(float[] from, float[] into) {
        for (int i = 0; from != null && i < from.length; i++) {
            into[i] += from[i];
        }
    }

    /**
     * Adds one array of arrays to another, element by element. Rows that are null are passed over.
     *
     * @param from what is added
     * @param into an array of the same shape
     */
    public static void add(Object[] from, Object[] into) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] instanceof double[] row) {
                add(row, (double[]) into[i]);
            } else if (from[i] instanceof float[] row) {
                add(row, (float[]) into[i]);
            } else if (from[i] != null) {
                add((Object[]) from[i], (Object[]) into[i]);
            }
        }
    }

    /**
     * Copies an array of arrays without its numbers: the innermost arrays are shared.
     *
     * @param array an array of arrays of {@code double} or {@code float}, or null
     * @param <T> the type of its rows
     * @return a new array, or null
     */
    @SuppressWarnings("unchecked")
    public static <T> T[] rows(T[] array) {
        if (array == null) {
            return null;
        }
        T[] copy = array.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] instanceof Object[] nested ? (T) rows(nested) : copy[i];
        }
        return copy;
    }

    /**
     * Gives one array of arrays the numbers of another, row by row. Rows that are null are passed over.
     *
     * @param from whose numbers are copied
     * @param into an array of the same shape
     */
    public static void set(Object[] from, Object[] into) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] instanceof Object[] nested) {
                set(nested, (Object[]) into[i]);
            } else if (from[i] != null) {
                System.arraycopy(from[i], 0, into[i], 0, length(from[i]));
            }
        }
    }

    /**
     * Checks that an array of adjoints or tangents has the shape of the array it belongs to and is not that array, nor one of its rows.
     *
     * @param name what the array is called, for the message
     * @param bar the array of adjoints or tangents
     * @param like the array it belongs to, of {@code double} or {@code float} and any rank; null where {@code bar} may be anything
     * @throws IllegalArgumentException if the shapes differ or the arrays are the same one
     */
    public static void check(String name, Object bar, Object like) {
        if (!isFor(bar, like)) {
            refuse(name, bar, like);
        }
    }

    private static boolean isFor(Object bar, Object like) {
        if (like == null) {
            return true;
        }
        boolean isFor = bar != like && bar != null && length(bar) == length(like);
        if (like instanceof Object[] rows) {
            for (int i = 0; isFor && i < rows.length; i++) {
                isFor = isFor(((Object[]) bar)[i], rows[i]);
            }
        }
        return isFor;
    }

    /** Finds what is wrong, by names that a check of what is right would make for nothing. */
    private static void refuse(String name, Object bar, Object like) {
        if (like == null) {
            return;
        } else if (bar == like) {
            throw new IllegalArgumentException(name + " must be another array than the one it belongs to");
        }
        int length = length(like);
        if (bar == null || length(bar) != length) {
            String actual = bar == null ? "null" : "length " + length(bar);
            throw new IllegalArgumentException(name + " must have length " + length + ", not " + actual);
        }
        for (int i = 0; like instanceof Object[] rows && i < length; i++) {
            refuse(name + "[" + i + "]", ((Object[]) bar)[i], rows[i]);
        }
    }

    private static int length(Object array) {
        return java.lang.reflect.Array.getLength(array);
    }

    /**
     * Counts numbers.
     *
     * @param first a number, or an array of {@code double} or {@code float} of any rank
     * @param others more of them
     * @return how many numbers there are in all
     */
    public static int count(Object first, Object... others) {
        int sum = countOf(first);
        for (Object other : others) {
            sum += countOf(other);
        }
        return sum;
    }

    /**
     * Counts numbers.
     *
     * @param only a number, or an array of {@code double} or {@code float} of any rank
     * @return how many numbers there are in it
     */
    public static int count(Object only) {
        return countOf(only);
    }

    private static int countOf(Object part) {
        if (part instanceof Object[] rows) {
            int sum = 0;
            for (Object row : rows) {
                sum += countOf(row);
            }
            return sum;
        }
        return part == null ? 0 : part instanceof Number ? 1 : length(part);
    }

    /**
     * Checks the length of a direction.
     *
     * @param direction one element for each number
     * @param count how many numbers there are
     * @throws IllegalArgumentException if the direction has another length
     */
    public static void checkDirection(double[] direction, int count) {
        if (direction.length != count) {
            throw new IllegalArgumentException("direction must have length " + count + ", not " + direction.length);
        }
    }

    /**
     * Cuts an array out of a vector, row by row.
     *
     * @param like the array whose shape the result has
     * @param vector what is cut
     * @param from where the first element stands in it
     * @param <T> the type of the array
     * @return a new array
     */
    @SuppressWarnings("unchecked")
    public static <T> T slice(T like, double[] vector, int from) {
        if (like == null) {
            return null;
        } else if (like instanceof double[] doubles) {
            return (T) java.util.Arrays.copyOfRange(vector, from, from + doubles.length);
        } else if (like instanceof float[] floats) {
            float[] cut = new float[floats.length];
            for (int i = 0; i < cut.length; i++) {
                cut[i] = (float) vector[from + i];
            }
            return (T) cut;
        }
        Object[] rows = ((Object[]) like).clone();
        int at = from;
        for (int i = 0; i < rows.length; i++) {
            int next = at + countOf(rows[i]);
            rows[i] = slice(rows[i], vector, at);
            at = next;
        }
        return (T) rows;
    }

    /**
     * Writes numbers and arrays into one vector, in order and row by row.
     *
     * @param first a number, or an array of {@code double} or {@code float} of any rank
     * @param others more of them
     * @return a new vector
     */
    public static double[] flat(Object first, Object... others) {
        double[] vector = new double[count(first, others)];
        int at = put(first, vector, 0);
        for (Object other : others) {
            at = put(other, vector, at);
        }
        return vector;
    }

    /**
     * Writes a number or an array into a vector, row by row.
     *
     * @param only a number, or an array of {@code double} or {@code float} of any rank
     * @return a new vector
     */
    public static double[] flat(Object only) {
        double[] vector = new double[countOf(only)];
        put(only, vector, 0);
        return vector;
    }

    static int put(Object part, double[] vector, int from) {
        if (part instanceof Number n) {
            vector[from] = n.doubleValue();
            return from + 1;
        } else if (part instanceof double[] doubles) {
            System.arraycopy(doubles, 0, vector, from, doubles.length);
            return from + doubles.length;
        }
        int at = from;
        for (int i = 0; part != null && i < length(part); i++) {
            at = put(java.lang.reflect.Array.get(part, i), vector, at);
        }
        return at;
    }

    /**
     * Copies an array with its rows.
     *
     * @param array an array of {@code double} or {@code float} of any rank, or null
     * @param <T> its type
     * @return a new array, or null
     */
    @SuppressWarnings("unchecked")
    public static <T> T copy(T array) {
        if (array instanceof double[] doubles) {
            return (T) doubles.clone();
        } else if (array instanceof float[] floats) {
            return (T) floats.clone();
        } else if (array instanceof Object[] rows) {
            Object[] copy = rows.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = copy(copy[i]);
            }
            return (T) copy;
        }
        return array;
    }
}
