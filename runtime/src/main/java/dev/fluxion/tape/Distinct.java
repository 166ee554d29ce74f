package dev.fluxion.tape;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Checks, before a generated method writes to anything, that arrays are different ones. Internal: called by companions.
 *
 * <p>Reverse mode relies on it where it adds to arrays of adjoints before it has read all elements of the primal's arrays, and where it reads elements again
 * that an array written to in place would have changed. Nested arrays are compared with their rows. Null, and arrays without elements, may stand in several
 * places.
 */
public final class Distinct {

    /** Up to so many arrays are compared one by one; more are put in a table. */
    private static final int FEW = 8;

    private Distinct() {}

    /**
     * Checks arrays that a method writes to: they are different from each other and from all others.
     *
     * @param names what those arrays are called, for the message, separated by a comma and a space
     * @param others what the other arrays are called, likewise; may be empty
     * @param arrays of {@code double} or {@code float} and any rank, or null: first those that are written to
     * @throws IllegalArgumentException if one of them is another one, too, or has a row with it in common; the message says which
     */
    public static void written(String names, String others, Object... arrays) {
        Object twice = twice(count(names), arrays);
        if (twice != null) {
            String pair = pair(twice, names(names, others), arrays);
            throw new IllegalArgumentException(pair + " must be different arrays, as the method writes to one of them");
        }
    }

    /**
     * Checks arrays of adjoints: they are different from each other and from the arrays of the primal.
     *
     * @param names what the arrays of adjoints are called, for the message, separated by a comma and a space
     * @param others what the other arrays are called, likewise; may be empty
     * @param arrays of {@code double} or {@code float} and any rank, or null: first those of adjoints
     * @throws IllegalArgumentException if one of them is another one, too, or has a row with it in common; the message says which
     */
    public static void bars(String names, String others, Object... arrays) {
        Object twice = twice(count(names), arrays);
        if (twice != null) {
            String pair = pair(twice, names(names, others), arrays);
            throw new IllegalArgumentException(
                    pair + " must be different arrays, as adjoints are added to one of them");
        }
    }

    /**
     * Checks two arrays like {@link #written(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays that a method writes to are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void written(String names, String others, Object a, Object b) {
        if (isSuspect(a, b)) {
            written(names, others, new Object[] {a, b});
        }
    }

    /**
     * Checks three arrays like {@link #written(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays that a method writes to are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @param c an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void written(String names, String others, Object a, Object b, Object c) {
        if (isSuspect(a, b) || isSuspect(a, c) || isSuspect(b, c)) {
            written(names, others, new Object[] {a, b, c});
        }
    }

    /**
     * Checks four arrays like {@link #written(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays that a method writes to are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @param c an array, or null
     * @param d an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void written(String names, String others, Object a, Object b, Object c, Object d) {
        if (isSuspect(a, b) || isSuspect(c, d) || a == c || a == d || b == c || b == d) {
            written(names, others, new Object[] {a, b, c, d});
        }
    }

    /**
     * Checks two arrays like {@link #bars(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays of adjoints are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void bars(String names, String others, Object a, Object b) {
        if (isSuspect(a, b)) {
            bars(names, others, new Object[] {a, b});
        }
    }

    /**
     * Checks three arrays like {@link #bars(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays of adjoints are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @param c an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void bars(String names, String others, Object a, Object b, Object c) {
        if (isSuspect(a, b) || isSuspect(a, c) || isSuspect(b, c)) {
            bars(names, others, new Object[] {a, b, c});
        }
    }

    /**
     * Checks four arrays like {@link #bars(String, String, Object...)}, which makes an array of them.
     *
     * @param names what those arrays of adjoints are called
     * @param others what the other arrays are called
     * @param a an array, or null
     * @param b an array, or null
     * @param c an array, or null
     * @param d an array, or null
     * @throws IllegalArgumentException if one of them is another one, too
     */
    public static void bars(String names, String others, Object a, Object b, Object c, Object d) {
        if (isSuspect(a, b) || isSuspect(c, d) || a == c || a == d || b == c || b == d) {
            bars(names, others, new Object[] {a, b, c, d});
        }
    }

    /** Whether two arrays are one, or one of them has rows, which are to be looked at. */
    private static boolean isSuspect(Object a, Object b) {
        return a == b || a instanceof Object[] || b instanceof Object[];
    }

    private static int count(String names) {
        int count = 1;
        for (int i = names.indexOf(','); i >= 0; i = names.indexOf(',', i + 1)) {
            count++;
        }
        return count;
    }

    /** An array that is among the first ones and stands in another place too; null where there is none. */
    private static Object twice(int first, Object[] arrays) {
        int size = 0;
        for (int i = 0; i < first; i++) {
            size += size(arrays[i]);
        }
        Object[] table = new Object[size <= FEW ? size : 4 * Integer.highestOneBit(size)];
        for (int i = 0; i < arrays.length; i++) {
            Object twice = twice(arrays[i], i < first, table, size <= FEW);
            if (twice != null) {
                return twice;
            }
        }
        return null;
    }

    /** Whether an array among the first ones stands in another place too. */
    static boolean isTwice(String names, Parts arrays) {
        int first = count(names);
        int size = 0;
        for (int i = 0; i < first; i++) {
            size += size(arrays.array(i));
        }
        boolean few = size <= FEW;
        Object[] table = arrays.table(few ? FEW : 4 * Integer.highestOneBit(size));
        for (int i = 0; i < arrays.size(); i++) {
            if (twice(arrays.array(i), i < first, table, few) != null) {
                return true;
            }
        }
        return false;
    }

    /** How many arrays there are, with those inside. */
    private static int size(Object array) {
        int size = isCompared(array) ? 1 : 0;
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                size += size(row);
            }
        }
        return size;
    }

    private static boolean isCompared(Object array) {
        return array != null && java.lang.reflect.Array.getLength(array) > 0;
    }

    private static Object twice(Object array, boolean isAdded, Object[] table, boolean few) {
        if (array == null || table.length == 0) {
            return null;
        }
        int at = few ? linear(array, table) : hashed(array, table);
        if (at >= 0 && table[at] == array) {
            return array;
        } else if (isAdded && isCompared(array)) {
            table[at] = array;
        }
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                Object twice = twice(row, isAdded, table, few);
                if (twice != null) {
                    return twice;
                }
            }
        }
        return null;
    }

    /** Where an array stands in a list, or the first free place; -1 where neither is there. */
    private static int linear(Object array, Object[] list) {
        for (int i = 0; i < list.length; i++) {
            if (list[i] == array || list[i] == null) {
                return i;
            }
        }
        return -1;
    }

    /** Where an array stands in a table, or the free place for it (open addressing). */
    private static int hashed(Object array, Object[] table) {
        int at = System.identityHashCode(array) & table.length - 1;
        while (table[at] != null && table[at] != array) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private static String[] names(String names, String others) {
        return (others.isEmpty() ? names : names + ", " + others).split(", ");
    }

    /** The two places in which an array stands. */
    private static String pair(Object twice, String[] names, Object[] arrays) {
        Map<Object, String> seen = new IdentityHashMap<>();
        for (int i = 0; i < arrays.length; i++) {
            String found = pair(twice, names[i], arrays[i], seen);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("an array stands in one place");
    }

    private static String pair(Object twice, String name, Object array, Map<Object, String> seen) {
        String other = array == twice ? seen.put(array, name) : null;
        if (other != null) {
            return other + " and " + name;
        } else if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                String found = pair(twice, name + "[" + i + "]", rows[i], seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
