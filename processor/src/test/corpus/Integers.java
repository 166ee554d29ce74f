package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Integer arithmetic beside active values: overflow, division, shifts and conversions. */
final class Integers {

    private Integers() {}

    @Differentiable
    static double intOverflow(double x, @Domain(from = -9, to = 9) int n) {
        int big = n * 1_000_000_007 + Integer.MAX_VALUE;
        return x * big;
    }

    static double intOverflowExact(double x, int n) {
        return n * 1_000_000_007 + Integer.MAX_VALUE;
    }

    @Differentiable
    static double longOverflow(double x, @Domain(from = -9, to = 9) long n) {
        long big = n * 0x7fff_ffff_ffff_fff1L + Long.MAX_VALUE;
        return x * big;
    }

    static double longOverflowExact(double x, long n) {
        return n * 0x7fff_ffff_ffff_fff1L + Long.MAX_VALUE;
    }

    /** The product overflows before it becomes a double. */
    @Differentiable
    static double overflowThenWidened(double x, @Domain(from = 60_000, to = 70_000) int n) {
        return n * n * x + (double) n * n * x + (long) n * n * x;
    }

    @Differentiable
    static double division(double x, @Domain(from = -9, to = 9) int n) {
        return n / 2 * x + n % 4 * x * x + n / 2.0 * x + 1 / 2 * x;
    }

    static double divisionExact(double x, int n) {
        return n / 2 + 2 * x * (n % 4) + n / 2.0;
    }

    @Differentiable
    static double floorDivision(double x, @Domain(from = -9, to = 9) int n) {
        return Math.floorDiv(n, 4) * x + Math.floorMod(n, 4) * x * x;
    }

    static double floorDivisionExact(double x, int n) {
        return Math.floorDiv(n, 4) + 2 * x * Math.floorMod(n, 4);
    }

    @Differentiable
    static double shifts(double x, @Domain(from = -9, to = 9) int n, @Domain(from = -70, to = 70) long m) {
        return x * (n << 3) + x * (n >> 1) + x * (n >>> 28) + x * (m << 33) + (n << m) * x + (m >>> n) * x;
    }

    static double shiftsExact(double x, int n, long m) {
        return (double) (n << 3) + (n >> 1) + (n >>> 28) + (m << 33) + (n << m) + (m >>> n);
    }

    @Differentiable
    static double bits(double x, @Domain(from = -9, to = 9) int n, @Domain(from = -9, to = 9) int m) {
        return ((n & m) + (n | m) - (n ^ m) + ~n) * x;
    }

    static double bitsExact(double x, int n, int m) {
        return (n & m) + (n | m) - (n ^ m) + ~n;
    }

    @Differentiable
    static double narrowing(double x, @Domain(from = 100, to = 400) int n) {
        byte b = (byte) n;
        short s = (short) (n * 300);
        char c = (char) -n;
        b += 200;
        b >>= 1;
        s *= n;
        c++;
        return b * x + s * x * x + c;
    }

    @Differentiable
    static double compoundWithFraction(double x, @Domain(from = -9, to = 9) int n) {
        n *= 1.5;
        n -= 'a';
        n /= 0.75f;
        return n * x;
    }

    /** A conversion of an active value is a step. */
    @Differentiable
    static double truncated(double x) {
        int whole = (int) x;
        long rounded = Math.round(x * 3);
        return (x - whole) * rounded + (byte) x * x;
    }

    static double truncatedExact(double x) {
        return Math.round(x * 3) + (byte) x;
    }

    @Differentiable
    static double saturated(@Domain(from = -3e10, to = 3e10) double x) {
        return (int) x + (long) x + (char) x * 1e-9 * x;
    }

    static double saturatedExact(double x) {
        return (char) x * 1e-9;
    }

    @Differentiable
    static double longToDouble(double x, @Domain(from = 0, to = 9) long n) {
        long large = (1L << 53) + n;
        return large * x - (1L << 53) * x;
    }

    @Differentiable
    static double ternaryOfIntegers(double x, @Domain(from = -3, to = 3) int n) {
        int k = n > 0 ? n : n < -1 ? -n * 2 : 7;
        return k * x * (n == 0 ? 1 : n);
    }

    @Differentiable
    static double randomByHand(double x, @Domain(from = 1, to = 99) int seed) {
        long state = seed;
        double s = 0;
        for (int i = 0; i < 6; i++) {
            state = state * 0x5DEECE66DL + 0xBL & (1L << 48) - 1;
            s += Math.sin(x * ((int) (state >>> 17) * 0x1p-31)) * (state % 5);
        }
        return s;
    }

    @Differentiable
    static double characters(double x, @Domain(from = 0, to = 20) char c) {
        int digit = c >= 'a' && c <= 'j' ? c - 'a' : -1;
        c += 1;
        return digit * x + c * x * x + (char) (c + 1);
    }

    @Differentiable
    static double truths(double x, boolean a, boolean b) {
        boolean c = a;
        c &= b;
        c |= x > 1;
        c ^= a == b;
        return c != (a = !b) || a ? x * x : -x;
    }
}
